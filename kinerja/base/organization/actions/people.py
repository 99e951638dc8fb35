"""People: who stops serving, who comes back, and what is corrected about a person."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kinerja.base.accounts.models import User
from kinerja.base.accounts.sessions import close_account, open_account
from kinerja.base.ledger import recording, topics
from kinerja.base.organization import verbs
from kinerja.base.organization.changing import DateRange, check_day, note, required, said_plainly
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay, WrongText
from kinerja.base.organization.models import Assignment, Person, RaterOverride, Team, TeamMember
from kinerja.rules.identity import golongan, nip
from kinerja.tools import clock
from kinerja.tools.ui.formats import day as in_words

#: what may be corrected about a person, and how the history page calls it
FIELDS = {
    "nip": lazy("NIP"), "name": lazy("Nama"), "title_before": lazy("Gelar depan"), "title_after": lazy("Gelar belakang"),
    "birth_date": lazy("Tanggal lahir"), "sex": lazy("Jenis kelamin"), "status": lazy("Status kepegawaian"),
    "standing": lazy("Kedudukan hukum"), "golongan": lazy("Golongan"), "golongan_since": lazy("TMT golongan"),
    "cpns_since": lazy("TMT CPNS"), "education": lazy("Pendidikan"), "phone": lazy("Nomor HP"), "email": lazy("Surel"),
}  # fmt: skip


@transaction.atomic
def person_leaves(person: Person, *, on: date, by: Any, reason: str) -> Person:
    """Somebody stops serving here: `on` is the first day without him. Posts, teams and the account end with it."""
    check_day(on)
    reason = required(reason, _("Alasan"), 60)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.left_on is not None:
        raise OrganizationRefusal(
            _("%(name)s sudah dicatat berhenti bertugas mulai %(day)s.")
            % {"name": person.full_name, "day": in_words(person.left_on)}
        )
    _refuse_leading_team(person, on)
    units = list(Assignment.objects.after(on).filter(person=person).values_list("unit_id", flat=True))
    for rows in (
        Assignment.objects.filter(person=person), TeamMember.objects.filter(person=person),
        RaterOverride.objects.filter(person=person), RaterOverride.objects.filter(rater=person),
    ):  # fmt: skip
        _cut(rows, on)
    person.left_on = on
    person.save(update_fields=["left_on"])
    if on <= clock.today():
        close_account(person.pk)
    note(person, "left_on", "", on, on=on, by=by, source=reason)
    recording.record(
        verbs.PERSON_LEFT,
        person,
        by=by,
        topics=[topics.person(person.pk), *map(topics.unit, units)],
        on=on,
        reason=reason,
    )
    return person


@transaction.atomic
def person_returns(person: Person, *, on: date, by: Any, reason: str) -> Person:
    """Somebody comes back. The account opens again; a post is given by a new appointment."""
    check_day(on)
    reason = required(reason, _("Dasar kembali bertugas"), 60)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.left_on is None:
        raise OrganizationRefusal(_("%(name)s memang masih bertugas.") % {"name": person.full_name})
    if on < person.left_on:
        raise WrongDay(
            _("%(name)s berhenti bertugas mulai %(day)s. Tanggal kembali harus pada atau sesudah hari itu.")
            % {"name": person.full_name, "day": in_words(person.left_on)}
        )
    if on > clock.today():
        raise WrongDay(_("Catat kembalinya pegawai pada hari ia mulai bertugas lagi, bukan sebelumnya."))
    old, person.left_on = person.left_on, None
    person.save(update_fields=["left_on"])
    open_account(person.pk)
    note(person, "left_on", old, "", on=on, by=by, source=reason)
    recording.record(
        verbs.PERSON_RETURNED, person, by=by, topics=[topics.person(person.pk)], on=on, reason=reason
    )
    return person


@transaction.atomic
def change_person(person: Person, *, changes: dict[str, Any], on: date, by: Any, source: str) -> list[str]:
    """Correct what is known about a person; each changed field gets its row of history. Returns the fields changed."""
    source = required(source, _("Dasar perubahan"), 60)
    unknown = set(changes) - set(FIELDS)
    if unknown:
        raise WrongText(
            _("Isian %(fields)s tidak dapat diubah di sini.") % {"fields": ", ".join(sorted(unknown))}
        )
    check_day(on)
    if on > clock.today():
        raise WrongDay(
            _("Perubahan data diri berlaku paling lambat hari ini. Pilih tanggal hari ini atau sebelumnya.")
        )
    person = Person.objects.select_for_update().get(pk=person.pk)
    clean = {field: _clean(field, value) for field, value in changes.items()}
    changed = [field for field, value in clean.items() if getattr(person, field) != value]
    if not changed:
        raise OrganizationRefusal(
            _("Tidak ada isian yang berbeda dari data sekarang. Tidak ada yang berubah.")
        )
    for field in changed:
        note(person, field, getattr(person, field), clean[field], on=on, by=by, source=source)
        setattr(person, field, clean[field])
    with said_plainly(_taken(person.nip)):
        person.save(update_fields=changed)
        if "nip" in changed:
            User.objects.filter(pk=person.pk).update(nip=person.nip)
    recording.record(
        verbs.PERSON_CHANGED, person, by=by, topics=[topics.person(person.pk)],
        fields={field: clean[field] for field in changed}, on=on, source=source,
    )  # fmt: skip
    return changed


def _taken(number: str) -> dict[str, str]:
    sentence = _("NIP %(nip)s sudah dipakai orang lain. Periksa NIP-nya.") % {"nip": number}
    return {"organization_person_nip": sentence, "accounts_user_nip_key": sentence}


def _clean(field: str, value: Any) -> Any:
    if field == "nip":
        return _clean_nip(str(value))
    if field == "name":
        return required(str(value), _("Nama"), 150)
    if field == "golongan" and value:
        return _clean_golongan(str(value))
    if field == "status" and value not in Person.Status.values:
        raise WrongText(_("Status kepegawaian tidak dikenal. Pilih dari daftar yang tampil."))
    if field in ("birth_date", "golongan_since", "cpns_since"):
        return value
    return " ".join(str(value or "").split())


def _clean_nip(text: str) -> str:
    verdict = nip.parse(text)
    if verdict.value is None:
        raise WrongText(verdict.steps[-1].sentence(_))
    return verdict.value.text


def _clean_golongan(text: str) -> str:
    verdict = golongan.parse(text)
    if verdict.value is None:
        raise WrongText(verdict.steps[-1].sentence(_))
    return text.strip()


def _refuse_leading_team(person: Person, on: date) -> None:
    team = Team.objects.after(on).filter(leader=person).first()
    if team is not None:
        raise OrganizationRefusal(
            _("%(name)s masih memimpin %(team)s. Akhiri tim itu lebih dahulu.")
            % {"name": person.full_name, "team": team.name}
        )


def _cut(rows: Any, on: date) -> None:
    """End what goes on beyond the day before `on`; what would only begin later never happens."""
    rows.filter(during__startswith__gte=on).delete()
    for row in rows.filter(during__contains=on):
        row.during = DateRange(row.during.lower, on)
        row.save(update_fields=["during"])
