"""Teams across units (tim kerja): formed, joined, left, ended."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.ledger import recording, topics
from kinerja.base.organization import verbs
from kinerja.base.organization.changing import (
    ONE_DAY,
    DateRange,
    check_day,
    check_period,
    days,
    last_day,
    note,
    required,
    said_plainly,
)
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay
from kinerja.base.organization.models import Person, Team, TeamMember, Unit
from kinerja.tools.ui.formats import day as in_words


@transaction.atomic
def create_team(
    *, name: str, leader: Person, unit: Unit, begins: date, ends: date | None, by: Any, decree: str
) -> Team:
    """Form a team. Its leader gives input and does not replace the rater."""
    check_period(begins, ends)
    name = required(name, _("Nama tim"), 200)
    decree = required(decree, _("Nomor SK"), 100)
    _refuse_gone(leader, begins)
    if not unit.periods.on(begins).exists():
        raise WrongDay(
            _("Unit %(unit)s tidak ada pada %(day)s. Pilih unit lain.")
            % {"unit": unit.name, "day": in_words(begins)}
        )
    team = Team.objects.create(name=name, leader=leader, unit=unit, decree=decree, during=days(begins, ends))
    note(team, "leader", "", leader.full_name, on=begins, by=by, source=decree[:60])
    recording.record(
        verbs.TEAM_CREATED, team, by=by, also=leader, topics=[topics.person(leader.pk)],
        name=name, decree=decree, begins=begins, ends=ends,
    )  # fmt: skip
    return team


@transaction.atomic
def add_member(team: Team, person: Person, *, begins: date, by: Any, role: str = "") -> TeamMember:
    """Somebody joins a team, until the team ends."""
    check_day(begins)
    team = Team.objects.select_for_update().get(pk=team.pk)
    _refuse_gone(person, begins)
    if begins not in team.during:
        raise WrongDay(
            _("Tim ini berjalan %(begins)s sampai %(ends)s. Pilih tanggal di dalamnya.")
            % {"begins": in_words(team.during.lower), "ends": in_words(last_day(team.during))}
        )
    if person.pk == team.leader_id:
        raise OrganizationRefusal(_("%(name)s sudah memimpin tim ini.") % {"name": person.full_name})
    other = TeamMember.objects.after(begins).filter(team=team, person=person).first()
    if other is not None:
        raise OrganizationRefusal(
            _("%(name)s sudah menjadi anggota tim ini sejak %(day)s.")
            % {"name": person.full_name, "day": in_words(other.during.lower)}
        )
    with said_plainly(
        {"organization_teammember_once": _("Orang ini sudah menjadi anggota tim. Muat ulang halaman ini.")}
    ):
        member = TeamMember.objects.create(
            team=team, person=person, role=role.strip()[:100], during=DateRange(begins, team.during.upper)
        )
    note(team, "member", "", person.full_name, on=begins, by=by)
    recording.record(
        verbs.TEAM_JOINED,
        team,
        by=by,
        also=person,
        topics=[topics.person(person.pk)],
        role=member.role,
        begins=begins,
    )
    return member


@transaction.atomic
def remove_member(member: TeamMember, *, last: date, by: Any) -> None:
    """Somebody leaves a team; `last` is the last day in it."""
    check_day(last)
    member = (
        TeamMember.objects.select_for_update(of=("self",)).select_related("person", "team").get(pk=member.pk)
    )
    until = last_day(member.during)
    if last < member.during.lower or until is not None and last >= until:
        raise WrongDay(
            _("Keanggotaan ini berjalan mulai %(begins)s sampai %(ends)s. Pilih tanggal di dalamnya.")
            % {"begins": in_words(member.during.lower), "ends": in_words(until)}
        )
    member.during = days(member.during.lower, last)
    member.save(update_fields=["during"])
    note(member.team, "member", member.person.full_name, "", on=last + ONE_DAY, by=by)
    recording.record(
        verbs.TEAM_LEFT,
        member.team,
        by=by,
        also=member.person,
        topics=[topics.person(member.person_id)],
        last_day=last,
    )


@transaction.atomic
def close_team(team: Team, *, last: date, by: Any, reason: str) -> Team:
    """End a team; its members' time ends with it."""
    check_day(last)
    reason = required(reason, _("Alasan"), 60)
    team = Team.objects.select_for_update().get(pk=team.pk)
    until = last_day(team.during)
    if last < team.during.lower or until is not None and last >= until:
        raise WrongDay(
            _("Tim ini berjalan mulai %(begins)s sampai %(ends)s. Pilih tanggal di dalamnya.")
            % {"begins": in_words(team.during.lower), "ends": in_words(until)}
        )
    TeamMember.objects.filter(team=team, during__startswith__gt=last).delete()
    for member in TeamMember.objects.after(last + ONE_DAY).filter(team=team):
        member.during = days(member.during.lower, last)
        member.save(update_fields=["during"])
    team.during = days(team.during.lower, last)
    team.save(update_fields=["during"])
    note(team, "during", until or _("tanpa batas"), last, on=last + ONE_DAY, by=by, source=reason)
    recording.record(
        verbs.TEAM_CLOSED, team, by=by, topics=[topics.person(team.leader_id)], last_day=last, reason=reason
    )
    return team


def _refuse_gone(person: Person, day: date) -> None:
    if person.left_on is not None and person.left_on <= day:
        raise OrganizationRefusal(
            _("%(name)s berhenti bertugas mulai %(day)s. Pilih orang lain.")
            % {"name": person.full_name, "day": in_words(person.left_on)}
        )
