"""Nobody changes a fact or an answer after it was made, nor gives it a field that it does not have."""

import sys
from dataclasses import is_dataclass

from kinerja.rules import catalogue
from kinerja.rules.examples import Example

#: keeps what it has reckoned
WITHOUT_SLOTS = {Example}


def records():
    assert catalogue.RULES
    for name, module in list(sys.modules.items()):
        if name.startswith("kinerja.rules.") and ".tests" not in name:
            for kind in vars(module).values():
                if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == name:
                    yield kind


def test_every_record_is_frozen_and_takes_no_other_field():
    for kind in records():
        assert kind.__dataclass_params__.frozen is True, kind
        assert kind in WITHOUT_SLOTS or "__slots__" in vars(kind), kind
