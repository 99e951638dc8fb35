"""What roles, accounts and disputes write into the ledger."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

ROLE_GRANTED = verb("access.role_granted", _("Peran diberikan"), "role", "unit", "begins", "ends", "decree")
ROLE_REVOKED = verb("access.role_revoked", _("Peran dicabut"), "role", "last_day", "reason")
CODES_ISSUED = verb("access.codes_issued", _("Kode aktivasi dicetak"), "people")
OFFICER_CODE_ISSUED = verb(
    "access.officer_code_issued", _("Kode aktivasi dicetak untuk pengelola kepegawaian"), "person"
)
LINK_ISSUED = verb("access.link_issued", _("Tautan masuk sekali pakai dibuat"), "minutes")
ACCOUNT_CLOSED = verb("access.account_closed", _("Akun ditutup"), "reason")
ACCOUNT_OPENED = verb("access.account_opened", _("Akun dibuka kembali"), "reason")
OPERATOR_MADE = verb("access.operator_made", _("Operator pemasangan dibuat"), "nip", "instansi")
SYSTEM_CONNECTED = verb(
    "access.system_connected", _("Sistem lain disambungkan"), "name", "unit", "rights", "expires_on"
)
SYSTEM_REVOKED = verb("access.system_revoked", _("Sambungan sistem lain dicabut"), "reason")
RATER_DISPUTED = verb(
    "access.rater_disputed", _("Pegawai menyatakan atasannya salah"), "explanation", "due_on"
)
DISPUTE_SETTLED = verb("access.dispute_settled", _("Pernyataan atasan salah diselesaikan"), "answer")
