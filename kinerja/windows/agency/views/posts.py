"""Posts, who fills them, Plt./Plh., and teams."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.base.access.doors import Request, door
from kinerja.base.organization import actions
from kinerja.base.organization.models import Position, Team, TeamMember
from kinerja.windows.agency.forms import people as people_forms
from kinerja.windows.agency.forms import structure as forms
from kinerja.windows.agency.queries import units as queries
from kinerja.windows.agency.queries.people import changes_of
from kinerja.windows.agency.views.pages import Act, act_page, asked, both, kinds, show, typed

TAB, ACTING, TEAMS = "agency:posts", "agency:acting", "agency:teams"


@require_safe
@door("unit.read")
def posts(request: Request) -> HttpResponse:
    """Posts by title or unit; those of heads that nobody holds."""
    text, kind, number = asked(request)
    page = queries.posts_page(text, kind, number, request.principal.day)
    choices = kinds(kind, ("", _("Semua")), ("kosong", _("Pimpinan kosong")))
    return show(request, "posts", TAB, page=page, q=text, kinds=choices)


@require_safe
@door("unit.read", Position)
def post(request: Request, position: Position) -> HttpResponse:
    """One post: holders of all days, changes."""
    held = position.assignments.select_related("person").order_by("-during")
    return show(request, "post", TAB, position=position, held=held, changes=changes_of(position.pk))


@require_safe
@door("unit.read")
def acting(request: Request) -> HttpResponse:
    """Plt. and Plh. in force, and the ended ones."""
    _text, kind, number = asked(request)
    page = queries.acting_page(kind, number, request.principal.day)
    choices = kinds(kind, ("", _("Berlaku")), ("selesai", _("Selesai")))
    return show(request, "acting", ACTING, page=page, kinds=choices)


def _post_page(position: Position) -> str:
    return reverse("agency:post", args=[position.pk])


@both
@door("assignment.change", Position)
def holder(request: Request, position: Position) -> HttpResponse:
    """Isi jabatan."""
    words = Act(
        title=_("Isi jabatan %(title)s") % {"title": position.title}, lead=position.unit.name, button=_("Simpan pengangkatan"),
        back=_post_page(position), said=_("Pengangkatan tersimpan."), preview_day="on", tab=TAB,
    )  # fmt: skip
    form = people_forms.HolderForm(typed(request))
    return act_page(request, words, form, actions.appoint, position=position)


@both
@door("assignment.change", Position)
def acting_new(request: Request, position: Position) -> HttpResponse:
    """Tunjuk Plt. or Plh."""
    words = Act(
        title=_("Tunjuk Plt./Plh. %(title)s") % {"title": position.title}, lead=position.unit.name, button=_("Simpan penunjukan"),
        back=_post_page(position), said=_("Penunjukan tersimpan."), preview_day="begins", tab=ACTING,
    )  # fmt: skip
    form = people_forms.ActingForm(typed(request), initial={"kind": "PLT"})
    return act_page(request, words, form, actions.appoint_acting, position=position)


@both
@door("position.change", Position)
def job_class(request: Request, position: Position) -> HttpResponse:
    """Tetapkan kelas jabatan."""
    words = Act(
        title=_("Kelas jabatan %(title)s") % {"title": position.title}, lead=position.unit.name, button=_("Tetapkan kelas"),
        back=_post_page(position), said=_("Kelas jabatan tersimpan."), tab=TAB,
    )  # fmt: skip
    form = forms.ClassForm(
        typed(request), initial={"job_class": position.job_class, "on": request.principal.day}
    )
    return act_page(request, words, form, actions.set_job_class, position)


@both
@door("position.change", Position)
def post_closing(request: Request, position: Position) -> HttpResponse:
    """Tutup jabatan."""
    words = Act(
        title=_("Tutup jabatan %(title)s") % {"title": position.title}, lead=position.unit.name, button=_("Tutup jabatan"),
        back=_post_page(position), said=_("Jabatan ditutup."), dangerous=True, tab=TAB,
    )  # fmt: skip
    form = people_forms.FromForm(typed(request))
    return act_page(request, words, form, actions.close_position, position)


@require_safe
@door("unit.read")
def teams(request: Request) -> HttpResponse:
    """Tim kerja in force, and the ended ones."""
    text, kind, number = asked(request)
    page = queries.teams_page(text, kind, number, request.principal.day)
    choices = kinds(kind, ("", _("Berjalan")), ("selesai", _("Selesai")))
    return show(request, "teams", TEAMS, page=page, q=text, kinds=choices)


def _team_page(team: Team) -> str:
    return reverse("agency:team", args=[team.pk])


@require_safe
@door("unit.read", Team)
def team(request: Request, team: Team) -> HttpResponse:
    """One team: leader, members, changes."""
    return show(
        request, "team", TEAMS, team=team, members=queries.members_of(team), changes=changes_of(team.pk)
    )


@both
@door("team.change")
def team_new(request: Request) -> HttpResponse:
    """Bentuk tim."""
    words = Act(
        title=_("Bentuk tim kerja"),
        button=_("Bentuk tim"),
        back=reverse(TEAMS),
        said=_("Tim dibentuk."),
        tab=TEAMS,
    )
    form = forms.TeamForm(typed(request))
    return act_page(request, words, form, actions.create_team)


@both
@door("team.change", Team)
def member_new(request: Request, team: Team) -> HttpResponse:
    """Tambah anggota."""
    words = Act(
        title=_("Tambah anggota"), lead=team.name, button=_("Tambah anggota"), back=_team_page(team),
        said=_("Anggota ditambahkan."), tab=TEAMS,
    )  # fmt: skip
    form = forms.MemberForm(typed(request), initial={"begins": request.principal.day})
    return act_page(request, words, form, actions.add_member, team)


@both
@door("team.change", TeamMember)
def member_end(request: Request, member: TeamMember) -> HttpResponse:
    """Keluarkan anggota."""
    words = Act(
        title=_("Akhiri keanggotaan"), lead=f"{member.person.full_name}: {member.team.name}", button=_("Akhiri keanggotaan"),
        back=_team_page(member.team), said=_("Keanggotaan diakhiri."), dangerous=True, tab=TEAMS,
    )  # fmt: skip
    form = people_forms.EndForm(typed(request))
    del form.fields["reason"]
    return act_page(request, words, form, actions.remove_member, member)


@both
@door("team.change", Team)
def team_closing(request: Request, team: Team) -> HttpResponse:
    """Akhiri tim."""
    words = Act(
        title=_("Akhiri tim kerja"), lead=team.name, button=_("Akhiri tim"), back=_team_page(team), said=_("Tim diakhiri."),
        dangerous=True, tab=TEAMS,
    )  # fmt: skip
    form = people_forms.EndForm(typed(request))
    return act_page(request, words, form, actions.close_team, team)
