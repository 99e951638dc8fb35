"""What people call the arguments and the parts of records of coaching; `kinerja.rules.labels` takes them in."""

from __future__ import annotations

from kinerja.rules.wording import gettext_noop as _

LABELS = {
    "Counselling.gaps": _("Yang belum lengkap"),
    "Counselling.outcome": _("Tindak lanjut"),
    "FollowUp.due": _("Paling lambat"),
    "FollowUp.stage": _("Tahap"),
    "FollowUpFacts.improved": _("Kinerja membaik"),
    "FollowUpFacts.improving_from": _("Masa perbaikan mulai"),
    "FollowUpFacts.later_vacancy": _("Lowongan selama penempatan sementara"),
    "FollowUpFacts.meets_standard": _("Uji kompetensi memenuhi standar"),
    "FollowUpFacts.placed": _("Ditempatkan sementara pada"),
    "FollowUpFacts.vacancy": _("Lowongan"),
    "FollowUpFacts.warned": _("Diperingatkan pada"),
    "check.counsellor": _("Konselor"),
    "check.is_private": _("Perorangan dan rahasia"),
    "check.is_reported": _("Dilaporkan kepada atasan penilai"),
    "check.is_signed": _("Formulir ditandatangani"),
    "check.outcome": _("Tindak lanjut"),
    "may_read.reader": _("Pembaca"),
    "stage.facts": _("Yang sudah terjadi"),
    "stage.force_majeure": _("Keadaan kahar"),
    "stage.position": _("Jabatan pegawai"),
    "stage.predicate": _("Predikat tahunan"),
    "stage.today": _("Hari ini"),
    "stage.triggers": _("Predikat pemicu menurut instansi"),
}

QUESTIONS = {
    "coaching.counselling.check": _("Apakah konseling lengkap"),
    "coaching.counselling.may_read": _("Bolehkah membaca catatan konseling"),
    "coaching.follow_up.stage": _("Tahap mana sekarang"),
}
