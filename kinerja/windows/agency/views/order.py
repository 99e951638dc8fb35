"""Roles, free days, outages, periods."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.areas.assessment.queries import reviews
from kinerja.areas.planning import actions as planning
from kinerja.areas.planning.models import Period
from kinerja.areas.planning.queries import periods as all_periods
from kinerja.base.access import actions as access
from kinerja.base.access.doors import Request, door
from kinerja.base.access.models import RoleGrant
from kinerja.base.calendar import actions as calendar
from kinerja.base.calendar.days import Proposal, proposed
from kinerja.base.calendar.models import FreeDay, Outage
from kinerja.tools import clock
from kinerja.tools.ui import formats
from kinerja.windows.agency.forms import structure as forms
from kinerja.windows.agency.forms.people import EndForm, ReasonForm
from kinerja.windows.agency.queries import control
from kinerja.windows.agency.views.pages import Act, act_page, asked, both, kinds, show, typed

ROLES, DAYS, PERIODS = "agency:roles", "agency:calendar", "agency:periods"


@require_safe
@door("agency.see")
def roles(request: Request) -> HttpResponse:
    """Who has which role, from when until when, by which decree."""
    text, kind, number = asked(request)
    page = control.grants_page(text, kind, number, request.principal.day)
    choices = kinds(kind, ("", _("Berlaku")), ("selesai", _("Selesai")))
    return show(request, "roles", ROLES, page=page, q=text, kinds=choices)


@both
@door("role.grant")
def role_new(request: Request) -> HttpResponse:
    """Beri peran."""
    words = Act(
        title=_("Beri peran"),
        button=_("Beri peran"),
        back=reverse(ROLES),
        said=_("Peran diberikan."),
        tab=ROLES,
    )
    form = forms.GrantForm(typed(request), initial={"begins": request.principal.day})
    return act_page(request, words, form, access.grant_role)


@both
@door("role.grant", RoleGrant)
def role_end(request: Request, grant: RoleGrant) -> HttpResponse:
    """Cabut peran."""
    words = Act(
        title=_("Cabut peran"), lead=f"{grant.person.full_name}: {grant.role_label}", button=_("Cabut peran"),
        back=reverse(ROLES), said=_("Peran dicabut."), dangerous=True, tab=ROLES,
    )  # fmt: skip
    form = EndForm(typed(request), initial={"last": request.principal.day})
    return act_page(request, words, form, access.revoke_role, grant)


def _year(request: Request) -> int:
    text = request.GET.get("tahun", "")
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else request.principal.day.year
    return min(max(year, 2000), request.principal.day.year + 2)


def _waiting(year: int) -> list[Proposal]:
    taken = set(FreeDay.objects.confirmed().of_year(year).values_list("day", flat=True))
    return [each for each in proposed(year) if each.day not in taken]


@require_safe
@door("agency.see")
def days(request: Request) -> HttpResponse:
    """Free days of a year, what is proposed, and outages."""
    year = _year(request)
    return show(
        request, "calendar", DAYS, year=year, confirmed=FreeDay.objects.of_year(year), waiting=_waiting(year),
        years=kinds_of_years(year), outages=Outage.objects.select_related("unit")[:20],
    )  # fmt: skip


def kinds_of_years(year: int) -> list[dict[str, Any]]:
    """Tabs of the years around this one."""
    return [
        {"url": f"?tahun={each}", "label": str(each), "current": each == year, "count": None}
        for each in range(year - 1, year + 2)
    ]


@both
@door("calendar.change")
def days_confirmation(request: Request) -> HttpResponse:
    """Tetapkan hari libur by the decree's number."""
    year = _year(request)
    waiting = {str(each.day): each for each in _waiting(year)}
    form = forms.ConfirmDaysForm(typed(request), proposals=[*waiting.values()])
    words = Act(
        title=_("Tetapkan hari libur %(year)d") % {"year": year}, button=_("Tetapkan"), tab=DAYS,
        back=f"{reverse(DAYS)}?tahun={year}", said=_("Hari libur ditetapkan."),
        lead=_("Usulan ini dari perhitungan: centang hanya yang tertulis dalam SKB. Yang masih perkiraan belum dicentang."),
    )  # fmt: skip

    def act(*, days: list[str], **given: Any) -> Any:
        return calendar.confirm_days([waiting[key] for key in days], **given)

    return act_page(request, words, form, act)


@both
@door("calendar.change")
def day_new(request: Request) -> HttpResponse:
    """Tambah libur daerah."""
    words = Act(
        title=_("Tambah libur daerah"),
        button=_("Tambah"),
        back=reverse(DAYS),
        said=_("Libur daerah ditetapkan."),
        tab=DAYS,
    )
    form = forms.OwnDayForm(typed(request))
    return act_page(request, words, form, calendar.add_own_day)


@both
@door("calendar.change", FreeDay)
def day_withdrawal(request: Request, free_day: FreeDay) -> HttpResponse:
    """Batalkan hari libur."""
    words = Act(
        title=_("Batalkan hari libur"), lead=f"{formats.day(free_day.day)}: {free_day.name}", button=_("Batalkan hari libur"),
        back=reverse(DAYS), said=_("Hari libur dibatalkan."), dangerous=True, tab=DAYS,
        warning=_("Tenggat yang dihitung sesudah ini memakai hari itu sebagai hari kerja. Tenggat lama tidak berubah."),
    )  # fmt: skip
    form = ReasonForm(typed(request))
    return act_page(request, words, form, calendar.withdraw_day, free_day)


@both
@door("calendar.change")
def outage_new(request: Request) -> HttpResponse:
    """Catat gangguan."""
    words = Act(
        title=_("Catat gangguan"),
        button=_("Catat"),
        back=reverse(DAYS),
        said=_("Gangguan dicatat."),
        tab=DAYS,
    )
    form = forms.OutageForm(
        typed(request), initial={"day": request.principal.day, "end_day": request.principal.day}
    )

    def act(*, day: date, hour: time, end_day: date, end_hour: time, **given: Any) -> list[Outage]:
        begins, ends = (datetime.combine(*moment, clock.WIB) for moment in ((day, hour), (end_day, end_hour)))
        return calendar.log_outage(begins=begins, ends=ends, **given)

    return act_page(request, words, form, act)


@both
@door("calendar.change", Outage)
def outage_withdrawal(request: Request, outage: Outage) -> HttpResponse:
    """Batalkan catatan gangguan."""
    where = outage.unit.name if outage.unit else _("seluruh instansi")
    words = Act(
        title=_("Batalkan catatan gangguan"),
        lead=f"{formats.day(outage.during.lower)}, {where}: {outage.reason}",
        button=_("Batalkan catatan"),
        back=reverse(DAYS),
        said=_("Catatan gangguan dibatalkan."),
        dangerous=True,
        tab=DAYS,
        warning=_(
            "Tenggat yang belum lewat kembali seperti semula. Laporan yang sudah diterima tetap diterima dan tidak "
            "menjadi terlambat."
        ),
    )
    return act_page(request, words, ReasonForm(typed(request)), calendar.withdraw_outage, outage)


@require_safe
@door("agency.see")
def periods(request: Request) -> HttpResponse:
    """Manajemen Periode: performance years."""
    found = reviews()
    rows = [(period, [each for each in found if each.period_id == period.pk]) for period in all_periods()]
    return show(request, "periods", PERIODS, rows=rows)


@both
@door("period.manage")
def period_new(request: Request) -> HttpResponse:
    """Buat periode, the coming calendar year suggested."""
    year = request.principal.day.year
    suggested = {
        "name": f"SKP {year}",
        "begins": date(year, 1, 1),
        "ends": date(year, 12, 31),
        "fill_until": date(year, 1, 31),
    }
    words = Act(
        title=_("Buat periode"),
        button=_("Buat periode"),
        back=reverse(PERIODS),
        said=_("Periode dibuat sebagai draf."),
        tab=PERIODS,
    )
    form = forms.PeriodForm(typed(request), initial=suggested)
    return act_page(request, words, form, planning.create_period)


@both
@door("period.manage", Period)
def period_change(request: Request, period: Period) -> HttpResponse:
    """Ubah periode, with its history."""
    known = {name: getattr(period, name) for name in ("name", "begins", "ends", "fill_until")}
    words = Act(
        title=_("Ubah periode"),
        lead=period.name,
        button=_("Simpan"),
        back=reverse(PERIODS),
        said=_("Periode diubah."),
        tab=PERIODS,
    )
    form = forms.PeriodForm(typed(request), initial=known)
    return act_page(request, words, form, planning.change_period, period)


@require_http_methods(["GET", "POST"])
@door("period.manage", Period)
def period_move(request: Request, period: Period, move: str) -> HttpResponse:
    """Buka, tutup or buka kembali."""
    form = ReasonForm(typed(request)) if move == "pembukaan-kembali" else forms.KinerjaForm(typed(request))
    acts: dict[str, Callable[..., Period]] = {
        "pembukaan": planning.open_period,
        "penutupan": planning.close_period,
        "pembukaan-kembali": planning.reopen_period,
    }
    titles = {
        "pembukaan": _("Buka periode"),
        "penutupan": _("Tutup periode"),
        "pembukaan-kembali": _("Buka kembali periode"),
    }
    warnings = {
        "pembukaan": _("Mulai saat ini pegawai dapat mengisi SKP untuk periode ini."),
        "penutupan": _(
            "Sesudah ditutup tidak ada yang dapat ditulis lagi. SKP dan laporan tetap dapat dibaca."
        ),
        "pembukaan-kembali": _("Alasannya tersimpan dan tampil pada periode."),
    }
    words = Act(
        title=titles[move], lead=period.name, button=titles[move], back=reverse(PERIODS), said=_("Tersimpan."), tab=PERIODS,
        warning=warnings[move], dangerous=move == "penutupan",
    )  # fmt: skip
    return act_page(request, words, form, acts[move], period)
