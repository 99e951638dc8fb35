"""What the agency does to one person."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.base.access import actions as access
from kinerja.base.access.doors import Request, door
from kinerja.base.organization import actions
from kinerja.base.organization.models import Assignment, Person, RaterOverride, Unit
from kinerja.windows.agency.forms import people as forms
from kinerja.windows.agency.queries import people as queries
from kinerja.windows.agency.queries import units as unit_queries
from kinerja.windows.agency.views.pages import Act, act_page, asked, both, show, typed

TAB = "agency:people"


def _page(person: Person) -> str:
    return reverse("agency:person", args=[person.pk])


@both
@door("assignment.change", Person)
def appointment(request: Request, person: Person) -> HttpResponse:
    """Mutasi: first the unit (`?unit=`), then the post, with the dry run of who is rated by whom."""
    unit = Unit.objects.existing().chosen(request.GET.get("unit", ""))
    if unit is None:
        text, _kind, number = asked(request)
        page = unit_queries.units_page(text, number) if text else None
        return show(
            request,
            "unit_choice",
            TAB,
            subject=person,
            page=page,
            q=text,
            crumbs=[(person.full_name, _page(person))],
        )
    form = forms.AppointForm(typed(request))
    form.fields["position"].queryset = unit_queries.positions_of(unit, request.principal.day)  # type: ignore[attr-defined]
    words = Act(
        title=_("Mutasi %(name)s") % {"name": person.full_name}, lead=_("Ke %(unit)s") % {"unit": unit.name},
        button=_("Simpan mutasi"), back=_page(person), said=_("Mutasi tersimpan. Jabatan lama berakhir sehari sebelumnya."),
        preview_day="on", tab=TAB,
    )  # fmt: skip
    return act_page(request, words, form, actions.appoint, person)


@both
@door("person.change")
def official_new(request: Request) -> HttpResponse:
    """Take in the head of government, who is in no personnel file; his post is given by Mutasi."""
    words = Act(
        title=_("Catat pejabat non-ASN"), lead=_("Gubernur, bupati, wali kota dan wakilnya tidak ada dalam berkas SIASN."),
        button=_("Catat pejabat"), back=reverse(TAB), tab=TAB,
        said=_("Pejabat tercatat. Cari namanya, lalu pakai Mutasi untuk memberi jabatannya."),
    )  # fmt: skip
    form = forms.OfficialForm(typed(request))
    return act_page(request, words, form, actions.admit_official)


@both
@door("assignment.change", Assignment)
def assignment_end(request: Request, assignment: Assignment) -> HttpResponse:
    """End a post or an acting post."""
    words = Act(
        title=_("Akhiri penugasan"), lead=f"{assignment.person.full_name}: {assignment.position.title}", dangerous=True,
        button=_("Akhiri penugasan"), back=_page(assignment.person), said=_("Penugasan diakhiri."), tab=TAB,
        warning=_("Sesudah hari terakhir, pegawai yang dinilainya beralih ke pimpinan di atasnya."), preview_day="last",
    )  # fmt: skip
    form = forms.EndForm(typed(request))
    return act_page(request, words, form, actions.end_assignment, assignment)


@both
@door("assignment.change", Assignment)
def assignment_withdrawal(request: Request, assignment: Assignment) -> HttpResponse:
    """Take back an assignment entered by mistake."""
    words = Act(
        title=_("Batalkan penugasan yang keliru"), lead=f"{assignment.person.full_name}: {assignment.position.title}",
        button=_("Batalkan penugasan"), back=_page(assignment.person), said=_("Penugasan dibatalkan."), dangerous=True, tab=TAB,
        warning=_("Jabatan sebelumnya berlaku lagi seolah penugasan ini tidak pernah ada; riwayat tetap mencatat keduanya."),
    )  # fmt: skip
    form = forms.ReasonForm(typed(request))
    return act_page(request, words, form, actions.withdraw_assignment, assignment)


@both
@door("person.change", Person)
def leaving(request: Request, person: Person) -> HttpResponse:
    """Berhenti bertugas."""
    words = Act(
        title=_("%(name)s berhenti bertugas") % {"name": person.full_name}, button=_("Catat berhenti"), back=_page(person),
        said=_("Tercatat. Akun ditutup pada hari itu."), dangerous=True, preview_day="on", tab=TAB,
        warning=_("Jabatan, keanggotaan tim dan akunnya berakhir. Riwayat dan hasil kerjanya tetap tersimpan."),
    )  # fmt: skip
    form = forms.FromForm(typed(request))
    return act_page(request, words, form, actions.person_leaves, person)


@both
@door("person.change", Person)
def returning(request: Request, person: Person) -> HttpResponse:
    """Kembali bertugas."""
    words = Act(
        title=_("%(name)s kembali bertugas") % {"name": person.full_name}, button=_("Catat kembali"), back=_page(person),
        said=_("Tercatat. Akun terbuka lagi; beri jabatan lewat Mutasi."), tab=TAB,
    )  # fmt: skip
    form = forms.FromForm(typed(request))
    return act_page(request, words, form, actions.person_returns, person)


@both
@door("person.change", Person)
def data(request: Request, person: Person) -> HttpResponse:
    """Ubah data."""
    known = {field: getattr(person, field) for field in forms.DataForm.base_fields if hasattr(person, field)}
    form = forms.DataForm(typed(request), initial=known | {"on": request.principal.day})
    words = Act(
        title=_("Ubah data %(name)s") % {"name": person.full_name}, button=_("Simpan perubahan"), back=_page(person),
        said=_("Perubahan tersimpan bersama nilai lamanya."), tab=TAB,
    )  # fmt: skip

    def act(*, by: Person, on: date, source: str, **changes: Any) -> list[str]:
        return actions.change_person(person, changes=changes, by=by, on=on, source=source)

    return act_page(request, words, form, act)


@both
@door("assignment.change", Person)
def rater(request: Request, person: Person) -> HttpResponse:
    """Tetapkan penilai khusus."""
    words = Act(
        title=_("Penilai khusus untuk %(name)s") % {"name": person.full_name}, button=_("Tetapkan penilai"),
        back=_page(person), said=_("Penilai ditetapkan."), preview_day="begins", tab=TAB,
        warning=_("Penetapan ini mendahului susunan unit. Pakailah hanya bila ada dasarnya."),
    )  # fmt: skip
    form = forms.RaterForm(typed(request))
    return act_page(request, words, form, actions.override_rater, person)


@both
@door("assignment.change", RaterOverride)
def rater_end(request: Request, override: RaterOverride) -> HttpResponse:
    """Akhiri penilai khusus."""
    words = Act(
        title=_("Akhiri penetapan penilai khusus"), lead=override.reason, button=_("Akhiri"), back=_page(override.person),
        said=_("Penetapan diakhiri; susunan unit berlaku lagi."), dangerous=True, tab=TAB,
    )  # fmt: skip
    form = forms.EndForm(typed(request))
    return act_page(request, words, form, actions.end_rater_override, override)


@both
@door("activation.issue", Person)
def code(request: Request, person: Person) -> HttpResponse:
    """Lembar aktivasi of one person, shown once."""
    if request.method == "POST":
        sheet = access.issue_codes([person], by=request.person)
        return render(request, "agency/sheet.html", {"sheet": sheet, "back": _page(person)})
    words = _(
        "Kode lama, bila ada, tidak berlaku lagi. Kode hanya tampil sekali, jadi siapkan pencetak atau catat langsung."
    )
    return show(
        request,
        "confirm",
        TAB,
        title=_("Terbitkan kode aktivasi"),
        what=person.full_name,
        words=words,
        back=_page(person),
    )


@both
@door("activation.issue", Person)
def account(request: Request, person: Person) -> HttpResponse:
    """Tutup or buka akun."""
    state = queries.account_of(person.pk)
    is_open = state is not None and state.is_open
    words = Act(
        title=_("Tutup akun") if is_open else _("Buka akun"), lead=person.full_name, dangerous=is_open, tab=TAB,
        button=_("Tutup akun sekarang") if is_open else _("Buka akun"), back=_page(person),
        said=_("Akun ditutup, semua sesinya berakhir.") if is_open else _("Akun dibuka kembali."),
        warning=_("Semua sesi yang sedang berjalan berakhir saat itu juga.") if is_open else "",
    )  # fmt: skip
    do = access.deactivate_account if is_open else access.reactivate_account
    return act_page(request, words, forms.ReasonForm(typed(request)), do, person)
