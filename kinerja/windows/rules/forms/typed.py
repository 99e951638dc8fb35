"""What a person types in one field, as the command line's JSON has it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from kinerja.tools.ui.forms import parse_decimal

_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_ZONE = re.compile(r"(Z|[+-]\d{2}:?\d{2})$")
#: the zone of western Indonesia, for a time that was typed without one
WIB = "+07:00"


def _number(text: str) -> str:
    """A number in Indonesian notation as JSON's readers want it; what could be two numbers is never passed on as one."""
    try:
        return str(parse_decimal(text))
    except ValidationError:
        return f"“{text}”"


def _whole(text: str) -> int | str:
    digits = text.strip()
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+", digits):
        digits = digits.replace(".", "")
    return int(digits) if re.fullmatch(r"-?\d{1,30}", digits) else text


def _share(text: str) -> str:
    return text.strip() if "/" in text else _number(text)


def _day(text: str) -> str:
    found = _DAY.fullmatch(text.strip())
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text.strip()


def _moment(text: str) -> str:
    return text.strip() if _ZONE.search(text.strip()) else f"{text.strip()}{WIB}"


READ_ONE: dict[str, Callable[[str], Any]] = {
    "whole": _whole,
    "number": _number,
    "share": _share,
    "day": _day,
    "moment": _moment,
}
