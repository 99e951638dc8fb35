"""Tenggat perencanaan dan pelaporan: SKP, Perjanjian Kinerja, LKjIP."""

from __future__ import annotations

from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.planning.codes import ReportLevel
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.working_days import FIVE_DAY_WEEKEND, NO_FREE_DAYS, add_working_days

_FIRST = date(2019, 1, 1)
_PP = Citation("PP 30/2019", in_force_from=_FIRST, standing=Standing.KNOWN, page="1")
CITES = (
    Citation("PermenPANRB 53/2014", in_force_from=date(2014, 1, 1), standing=Standing.KNOWN, page="3"),
    _PP,
    design("1"),
)
_MONTHS = {ReportLevel.OPD: "deadline.report_opd_months", ReportLevel.PEMDA: "deadline.report_pemda_months"}
_MOST_DAYS = 100
_YEAR = 12
_JANUARY = date(2001, 1, 31)


def skp_due(
    started: date,
    free_days: frozenset[date] = NO_FREE_DAYS,
    *,
    weekend: frozenset[int] = FIVE_DAY_WEEKEND,
    days: int | None = None,
) -> Verdict[date]:
    """The last day for the SKP of somebody new or moved: ten working days after taking up duty, or `days`."""
    figure = parameters.figure("deadline.skp_working_days", on=started)
    count = int(figure.value) if days is None else days
    if not 1 <= count <= _MOST_DAYS:
        raise Refused("days", _("Jumlah hari harus 1 sampai {most}."), {"most": _MOST_DAYS})
    try:
        last = add_working_days(started, count, free_days, weekend=weekend)
    except (ValueError, OverflowError):
        raise Refused("free_days", _("Tidak cukup hari kerja setelah tanggal itu.")) from None
    words = _("Mulai bertugas {started}; SKP ditetapkan paling lambat {count} hari kerja kemudian, {last}.")
    step = Step(words, {"started": started, "count": count, "last": last}, (figure.cite,))
    return Verdict(last, (step,), (figure.cite,))


def annual_skp_due(year: int) -> Verdict[date]:
    """The SKP of a year is drafted, discussed and signed in January and holds from 1 January."""
    last = _in_year("year", year, _JANUARY)
    words = _("SKP tahun {year} disusun, dibahas, dan ditetapkan dalam Januari, paling lambat {last}.")
    return Verdict(last, (Step(words, {"year": str(year), "last": last}, (_PP,)),), (_PP,))


def _in_year(field: str, year: int, day: date) -> date:
    if not _FIRST.year <= year <= date.max.year:
        raise Refused(
            field,
            _("Tahun harus antara {first} dan {last}."),
            {"first": str(_FIRST.year), "last": str(date.max.year)},
        )
    return day.replace(year=year)


def agreement_due(approved: date) -> Verdict[date]:
    """The Perjanjian Kinerja is signed within a month after the budget document (DPA) was approved."""
    figure = parameters.figure("deadline.agreement_months", on=approved)
    last = _months_later("approved", approved, int(figure.value))
    words = _(
        "DPA disahkan {approved}; Perjanjian Kinerja ditandatangani paling lambat {count} bulan kemudian, {last}."
    )
    step = Step(words, {"approved": approved, "count": int(figure.value), "last": last}, (figure.cite,))
    return Verdict(last, (step,), (figure.cite,))


def report_due(year: int, level: ReportLevel) -> Verdict[date]:
    """The LKjIP of a year: an OPD within two months after its end, a government within three."""
    end = _in_year("year", year, date(2001, 12, 31))
    figure = parameters.figure(_MONTHS[level], on=end)
    last = _months_later("year", end, int(figure.value))
    words = _("LKjIP tahun {year}, {level}: paling lambat {count} bulan setelah tahun berakhir, {last}.")
    params = {"year": str(year), "level": level, "count": int(figure.value), "last": last}
    return Verdict(last, (Step(words, params, (figure.cite,)),), (figure.cite,))


def _months_later(field: str, day: date, months: int) -> date:
    """The same day of a later month, or its last day where it is shorter."""
    number = day.year * _YEAR + day.month - 1 + months
    for last in (day.day, 30, 29, 28):
        try:
            return date(number // _YEAR, number % _YEAR + 1, min(day.day, last))
        except ValueError:
            continue
    raise Refused(field, _("Tanggal terlalu jauh."))
