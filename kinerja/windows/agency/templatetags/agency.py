"""Words for what the agency's tables hold."""

from datetime import date
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kinerja.base.ledger.verbs import text_of
from kinerja.base.organization import changing
from kinerja.base.organization.actions.people import FIELDS

register = template.Library()
register.filter("verb_text", text_of)

_OTHER_FIELDS = {
    "position": lazy("Jabatan"), "acting": lazy("Plt./Plh."), "rater": lazy("Penilai"), "role": lazy("Peran"),
    "account": lazy("Akun"), "left_on": lazy("Berhenti bertugas"), "parent": lazy("Unit atasan"), "plan": lazy("Rencana"),
    "closed_on": lazy("Ditutup"), "title": lazy("Nama jabatan"), "job_class": lazy("Kelas jabatan"),
    "leader": lazy("Ketua tim"), "member": lazy("Anggota"), "during": lazy("Masa"),
}  # fmt: skip


@register.filter
def change_field(name: str) -> str:
    """What changed, in words; the bare name for one that an import or an older version wrote."""
    return str(FIELDS.get(name) or _OTHER_FIELDS.get(name) or _(name))


@register.filter
def last_day(during: Any) -> date | None:
    """The last day inside a period."""
    return changing.last_day(during)
