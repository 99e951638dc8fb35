"""What the rules of identity call their arguments, parts and questions; read by `kinerja.rules.labels`."""

from __future__ import annotations

from kinerja.rules.wording import gettext_noop as _

LABELS = {
    "above": _("Jenjang di atasnya"),
    "age": _("Usia pensiun"),
    "category": _("Kategori"),
    "education": _("Pendidikan"),
    "golongan": _("Golongan"),
    "is_teacher": _("Guru"),
    "leaves": _("Berhenti mulai"),
    "ordinal": _("Perjanjian kerja ke"),
    "reached": _("Usia itu tercapai"),
}

QUESTIONS = {
    "identity.entry_golongan.entry": _("Golongan awal menurut pendidikan"),
    "identity.jenjang.describe": _("Golongan dan jenjang berikutnya"),
    "identity.jenjang.fits": _("Apakah golongan sesuai dengan jenjang"),
    "identity.nip.contract": _("Membaca kode perjanjian NI PPPK"),
    "identity.nip.parse_old": _("Membaca NIP lama"),
    "identity.retirement.age": _("Pada usia berapa pensiun"),
    "identity.retirement.when": _("Kapan pensiun"),
}
