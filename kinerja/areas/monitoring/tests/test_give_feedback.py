"""Giving feedback: from the one who rates, about the person's own results."""

import pytest

from kinerja.areas.monitoring.actions import give_feedback
from kinerja.areas.monitoring.errors import NotYourSubordinate, WrongReference
from kinerja.areas.planning.tests.factories import agreed_example
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast


def test_it_is_kept_told_and_in_the_ledger(kota: Cast) -> None:
    example = agreed_example(kota)

    feedback = give_feedback(kota.budi, by=kota.sari, text="Bagus", rhk=example.budi_rhk)

    assert Message.objects.get(person=kota.budi).body == "Bagus"
    entry = Entry.objects.get(verb="feedback.given")
    assert (entry.subject_id, entry.by_id, entry.also) == (feedback.pk, kota.sari.pk, kota.budi.pk)


@pytest.mark.parametrize("who", ["budi", "kadis", "ratna"])
def test_only_the_rater_of_today_gives_it(kota: Cast, who: str) -> None:
    with pytest.raises(NotYourSubordinate, match="bukan penilai"):
        give_feedback(kota.budi, by=getattr(kota, who), text="x")


def test_about_somebody_elses_result_it_is_refused(kota: Cast) -> None:
    example = agreed_example(kota)

    with pytest.raises(WrongReference, match="bukan milik"):
        give_feedback(kota.budi, by=kota.sari, text="x", rhk=example.sari_rhk)
