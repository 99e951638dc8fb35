"""What the organisation writes into the ledger."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

UNIT_CREATED = verb("organization.unit_created", _("Unit dibentuk"), "name", "parent", "on")
UNIT_RENAMED = verb("organization.unit_renamed", _("Nama unit diubah"), "old", "new", "on")
UNIT_MOVED = verb("organization.unit_moved", _("Unit dipindahkan"), "old", "new", "on")
UNIT_CLOSED = verb("organization.unit_closed", _("Unit ditutup"), "on", "reason")
UNIT_PLAN_WITHDRAWN = verb(
    "organization.unit_plan_withdrawn", _("Rencana perubahan unit dibatalkan"), "on", "reason"
)
POSITION_CREATED = verb("organization.position_created", _("Jabatan dibentuk"), "title", "kind", "job_class")
POSITION_CLOSED = verb("organization.position_closed", _("Jabatan ditutup"), "on", "reason")
JOB_CLASS_SET = verb(
    "organization.job_class_set", _("Kelas jabatan ditetapkan"), "old", "new", "on", "decree"
)
APPOINTED = verb("organization.appointed", _("Pegawai menduduki jabatan"), "on", "decree")
ACTING_APPOINTED = verb(
    "organization.acting_appointed", _("Plt./Plh. ditunjuk"), "kind", "begins", "ends", "decree"
)
ASSIGNMENT_ENDED = verb("organization.assignment_ended", _("Penugasan berakhir"), "last_day", "reason")
ASSIGNMENT_WITHDRAWN = verb(
    "organization.assignment_withdrawn", _("Penugasan yang keliru dibatalkan"), "during", "reason"
)
PERSON_LEFT = verb("organization.person_left", _("Pegawai berhenti bertugas"), "on", "reason")
PERSON_RETURNED = verb("organization.person_returned", _("Pegawai kembali bertugas"), "on", "reason")
PERSON_CHANGED = verb("organization.person_changed", _("Data pegawai diubah"), "fields", "on", "source")
RATER_NAMED = verb(
    "organization.rater_named", _("Pejabat penilai ditetapkan khusus"), "begins", "ends", "reason"
)
RATER_EXCEPTION_ENDED = verb(
    "organization.rater_exception_ended", _("Penetapan khusus penilai diakhiri"), "last_day", "reason"
)
TEAM_CREATED = verb("organization.team_created", _("Tim kerja dibentuk"), "name", "decree", "begins", "ends")
TEAM_JOINED = verb("organization.team_joined", _("Anggota masuk tim kerja"), "role", "begins")
TEAM_LEFT = verb("organization.team_left", _("Anggota keluar dari tim kerja"), "last_day")
TEAM_CLOSED = verb("organization.team_closed", _("Tim kerja diakhiri"), "last_day", "reason")
OFFICIAL_ADMITTED = verb("organization.official_admitted", _("Pejabat non-ASN dicatat"), "number", "name")
