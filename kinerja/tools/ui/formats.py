"""How numbers, money, days and hours are written: `1.234,56`, `3 Maret 2026`, `hari ini 14.05 WIB`.

Numbers keep the Indonesian form in every language of the pages, because the form fields read that form: one
notation on the screen and under the fingers. Names of months follow the active language.
"""

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from django.utils import dateformat
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from kinerja.tools import clock

Number = int | float | Decimal | str

_NEAR = {-1: gettext_noop("kemarin"), 0: gettext_noop("hari ini"), 1: gettext_noop("besok")}

#: shown where there is no value at all; never a zero that nobody measured
NOTHING = "–"


def as_decimal(value: Number | None) -> Decimal | None:
    """The value as an exact decimal; None for nothing, for words and for infinities."""
    if value is None or isinstance(value, bool):
        return None
    try:
        exact = value if isinstance(value, Decimal) else Decimal(str(value))
    except InvalidOperation:
        return None
    return exact if exact.is_finite() else None


def number(value: Number | None, places: int | None = None) -> str:
    """`1234.5` → `1.234,5`, `92.5817` → `92,58`: up to two decimals, as the sentences of the rules have them.

    Trailing zeros are dropped; what two decimals would hide (`0,0025`) keeps its first figures. With `places` exactly that many.
    """
    exact = as_decimal(value)
    if exact is None:
        return NOTHING
    return (
        _signed(exact, _enough(exact)).rstrip("0").rstrip(",") if places is None else _signed(exact, places)
    )


def in_full(value: Number | None) -> str:
    """`1234.5678` → `1.234,5678`: what was agreed or typed, up to six decimals, for forms and targets."""
    exact = as_decimal(value)
    return NOTHING if exact is None else _signed(exact, 6).rstrip("0").rstrip(",")


def _enough(value: Decimal) -> int:
    """Decimals of a figure that is read: two, more only for what would be nothing otherwise."""
    return 2 if not value or abs(value) >= Decimal("0.1") else min(1 - value.adjusted(), 6)


def _signed(value: Decimal, places: int) -> str:
    text = f"{value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):,f}"
    if text.startswith("-") and not text.strip("-0.,"):
        text = text[1:]
    return text.translate(str.maketrans(",.", ".,")).replace("-", "−")


def percent(value: Number | None, places: int | None = None) -> str:
    """`87.5` (already per hundred) → `87,5%`."""
    return NOTHING if as_decimal(value) is None else f"{number(value, places)}%"


def rupiah(value: Number | None) -> str:
    """Whole rupiah: `1250000` → `Rp1.250.000`."""
    exact = as_decimal(value)
    if exact is None:
        return NOTHING
    sign = "−" if exact < 0 else ""
    return f"{sign}Rp{number(abs(exact), 0)}"


def day(value: date | datetime | None, short: bool = False, weekday: bool = False) -> str:
    """`3 Maret 2026`, `3 Mar 2026` when short, `Selasa, 3 Maret 2026` with its weekday; a moment is read as its day in WIB."""
    if value is None:
        return NOTHING
    if isinstance(value, datetime):
        value = value.astimezone(clock.WIB).date()
    pattern = "j M Y" if short else "j F Y"
    return _written(value, f"l, {pattern}" if weekday else pattern, get_language())


@lru_cache(maxsize=4_096)
def _written(value: date, pattern: str, language: str | None) -> str:
    """A day in words; lists say the same days again and again. `language` is the active one, part of the answer."""
    return dateformat.format(value, pattern)


def hour(value: datetime) -> str:
    """`14.05 WIB`."""
    return value.astimezone(clock.WIB).strftime("%H.%M WIB")


def exact(value: datetime) -> str:
    """`Rabu, 3 Maret 2026, 14.05 WIB`, for the title of a time."""
    local = value.astimezone(clock.WIB)
    return f"{_written(local.date(), 'l, j F Y', get_language())}, {hour(value)}"


def relative(value: datetime) -> str:
    """`baru saja`, `5 menit lalu`, `hari ini 14.05 WIB`, `kemarin …`, `besok …`, else day and hour."""
    gone = clock.now() - value
    if timedelta(0) <= gone < timedelta(minutes=1):
        return _("baru saja")
    if timedelta(0) <= gone < timedelta(hours=1):
        return _("%(minutes)d menit lalu") % {"minutes": gone // timedelta(minutes=1)}
    local = value.astimezone(clock.WIB)
    distance = (local.date() - clock.today()).days
    near = _NEAR.get(distance)
    return f"{_(near) if near else day(local, short=True)} {hour(value)}"
