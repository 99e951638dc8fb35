"""Units: the tree, one unit, and what the agency does to it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.base.access import actions as access
from kinerja.base.access.doors import Request, door
from kinerja.base.organization import actions
from kinerja.base.organization.models import Person, Unit
from kinerja.windows.agency.forms import structure as forms
from kinerja.windows.agency.forms.people import FromForm, ReasonForm
from kinerja.windows.agency.queries import units as queries
from kinerja.windows.agency.queries.people import changes_of
from kinerja.windows.agency.views.pages import Act, act_page, asked, both, show, typed

TAB = "agency:units"


def _page(unit: Unit) -> str:
    return reverse("agency:unit", args=[unit.pk])


@require_safe
@door("unit.read")
def units(request: Request) -> HttpResponse:
    """The tree, or what a search finds."""
    text, _kind, number = asked(request)
    page = queries.units_page(text, number) if text else None
    nodes = [] if text else queries.tree(request.principal.day)
    return show(request, "units", TAB, nodes=nodes, page=page, q=text)


@require_safe
@door("unit.read", Unit)
def unit(request: Request, unit: Unit) -> HttpResponse:
    """Head, posts with holders, units below, periods, changes."""
    day = request.principal.day
    return show(
        request, "unit", TAB, unit=unit, positions=queries.positions_of(unit, day),
        children=Unit.objects.existing().below(unit), periods=unit.periods.select_related("parent").order_by("-during"),
        changes=changes_of(unit.pk),
    )  # fmt: skip


@both
@door("unit.change")
def unit_new(request: Request) -> HttpResponse:
    """Bentuk unit baru."""
    words = Act(
        title=_("Bentuk unit baru"),
        button=_("Bentuk unit"),
        back=reverse("agency:units"),
        said=_("Unit dibentuk."),
        tab=TAB,
    )
    form = forms.UnitForm(typed(request), initial={"on": request.principal.day})
    return act_page(request, words, form, actions.create_unit)


@both
@door("unit.change", Unit)
def rename(request: Request, unit: Unit) -> HttpResponse:
    """Ubah nama."""
    words = Act(
        title=_("Ubah nama %(unit)s") % {"unit": unit.name}, button=_("Ubah nama"), back=_page(unit), tab=TAB,
        said=_("Nama tersimpan; berlaku mulai tanggalnya."),
    )  # fmt: skip
    form = forms.RenameForm(typed(request), initial={"name": unit.name, "on": request.principal.day})
    return act_page(request, words, form, actions.rename_unit, unit)


@both
@door("unit.change", Unit)
def move(request: Request, unit: Unit) -> HttpResponse:
    """Pindahkan, with the dry run."""
    words = Act(
        title=_("Pindahkan %(unit)s") % {"unit": unit.name}, button=_("Pindahkan unit"), back=_page(unit), tab=TAB,
        said=_("Pemindahan tersimpan; berlaku mulai tanggalnya."), preview_day="on",
        warning=_("Unit di bawahnya ikut pindah, dan penilai pimpinannya berganti."),
    )  # fmt: skip
    form = forms.MoveForm(typed(request), initial={"on": request.principal.day})
    return act_page(request, words, form, actions.move_unit, unit)


@both
@door("unit.change", Unit)
def closing(request: Request, unit: Unit) -> HttpResponse:
    """Tutup unit."""
    words = Act(
        title=_("Tutup %(unit)s") % {"unit": unit.name}, button=_("Tutup unit"), back=_page(unit), dangerous=True, tab=TAB,
        said=_("Penutupan tersimpan."), warning=_("Unit harus sudah kosong. Jabatan di dalamnya ikut ditutup."),
    )  # fmt: skip
    form = FromForm(typed(request))
    return act_page(request, words, form, actions.close_unit, unit)


@both
@door("unit.change", Unit)
def plan_withdrawal(request: Request, unit: Unit) -> HttpResponse:
    """Batalkan rencana perubahan."""
    words = Act(
        title=_("Batalkan rencana perubahan %(unit)s") % {"unit": unit.name}, button=_("Batalkan rencana"),
        back=_page(unit), said=_("Rencana dibatalkan."), dangerous=True, tab=TAB,
    )  # fmt: skip
    form = ReasonForm(typed(request))
    return act_page(request, words, form, actions.withdraw_unit_plan, unit)


@both
@door("position.change", Unit)
def position_new(request: Request, unit: Unit) -> HttpResponse:
    """Bentuk jabatan."""
    words = Act(
        title=_("Bentuk jabatan di %(unit)s") % {"unit": unit.name}, button=_("Bentuk jabatan"), back=_page(unit),
        said=_("Jabatan dibentuk."), tab=TAB,
    )  # fmt: skip
    form = forms.PositionForm(typed(request), initial={"on": request.principal.day})
    return act_page(request, words, form, actions.create_position, unit)


@both
@door("activation.issue", Unit)
def codes(request: Request, unit: Unit) -> HttpResponse:
    """Lembar aktivasi for everybody in the unit who has no password yet, shown once."""
    people = Person.objects.without_password(unit, request.principal.day)
    if request.method == "POST":
        sheet = access.issue_codes(people, by=request.person, subject=unit)
        return render(request, "agency/sheet.html", {"sheet": sheet, "back": _page(unit)})
    count = people.count()
    words = (
        _("Untuk pegawai yang belum pernah masuk. Kode lama mereka tidak berlaku lagi, dan kode hanya tampil sekali.")
        if count
        else _("Tidak ada pegawai di unit ini yang belum memilih kata sandi, jadi tidak ada kode yang perlu diterbitkan.")
    )  # fmt: skip
    return show(
        request, "confirm", TAB, title=_("Terbitkan lembar aktivasi"), words=words, back=_page(unit), nobody=not count,
        what=_("%(count)d pegawai %(unit)s") % {"count": count, "unit": unit.name},
    )  # fmt: skip
