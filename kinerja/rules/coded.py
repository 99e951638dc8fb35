"""Enumerations of the regulations: a code of the specification and its Indonesian label."""

from __future__ import annotations

from enum import StrEnum


class Coded(StrEnum):
    """A code (`DIATAS`) that is stored and compared, and a label (`di atas ekspektasi`) that is shown."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Coded:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """`(code, label)` pairs, in the order of the specification, as form fields want them."""
        return [(member.value, member.label) for member in cls]


def of_name(name: str) -> type[Coded]:
    """The list of codes of this name, in whatever room it stands; raises KeyError when none is loaded."""
    for kind in Coded.__subclasses__():
        if kind.__name__ == name:
            return kind
    raise KeyError(name)
