"""The secret of a person's waiting reports: the same each time, nobody else's, and still there after a change of keys."""

import base64
from typing import Any
from uuid import uuid4

from kinerja.base.accounts.seals import seals_of


def test_a_persons_secret_stays_and_is_nobody_elses() -> None:
    budi, sari = uuid4(), uuid4()

    assert seals_of(budi) == seals_of(budi)
    assert seals_of(budi) != seals_of(sari)
    assert len(base64.b64decode(seals_of(budi)[0])) == 32


def test_after_the_installations_key_was_changed_the_old_secret_is_given_too(settings: Any) -> None:
    budi = uuid4()
    before = seals_of(budi)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new one " * 5, [settings.SECRET_KEY]

    assert seals_of(budi)[1:] == before
    assert seals_of(budi)[0] != before[0]
