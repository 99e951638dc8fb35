"""What the rules of planning call their arguments, parts and questions; read by `kinerja.rules.labels`."""

from __future__ import annotations

from kinerja.rules.wording import gettext_noop as _

LABELS = {
    "approved": _("DPA disahkan pada"),
    "cascading": _("Cara diturunkan"),
    "cells": _("Peran tiap orang"),
    "passed_down.children": _("Target di bawahnya"),
    "denominator": _("Penyebut"),
    "evaluation": _("Evaluasi akuntabilitas kinerja internal"),
    "existence": _("Keberadaan"),
    "explanation": _("Penjelasan"),
    "figure": _("Angka"),
    "AkipResult.grade": _("Predikat AKIP"),
    "idle": _("Orang tanpa peran"),
    "is_accepted_by_leader": _("Pimpinan menyetujui"),
    "is_fixed": _("SKP sudah ditetapkan"),
    "location": _("Lokasi"),
    "measurement": _("Pengukuran kinerja"),
    "numerator": _("Pembilang"),
    "orphans": _("RHK pimpinan yang belum dikerjakan"),
    "AkipResult.parts": _("Nilai tiap komponen"),
    "check.people": _("Orang atau jabatan"),
    "person": _("Orang atau jabatan"),
    "planning": _("Perencanaan kinerja"),
    "quality": _("Mutu"),
    "reason": _("Alasan"),
    "reporting": _("Pelaporan kinerja"),
    "report_due.level": _("Yang melapor"),
    "result": _("RHK pimpinan"),
    "check.results": _("RHK pimpinan"),
    "role": _("Peran atau hasil"),
    "rows": _("Laporan tiap lokasi"),
    "scale": _("Pengali"),
    "score": _("Nilai"),
    "started": _("Mulai bertugas"),
    "use": _("Pemanfaatan"),
}

QUESTIONS = {
    "planning.akip.evaluate": _("Nilai dan predikat AKIP"),
    "planning.akip.grade": _("Predikat dari nilai AKIP"),
    "planning.cascade.passed_down": _("Apakah target yang diturunkan cukup"),
    "planning.consolidation.by_location": _("Menggabungkan angka lokasi"),
    "planning.deadlines.agreement_due": _("Sampai kapan Perjanjian Kinerja ditandatangani"),
    "planning.deadlines.annual_skp_due": _("Sampai kapan SKP tahunan ditetapkan"),
    "planning.deadlines.report_due": _("Sampai kapan LKjIP disampaikan"),
    "planning.deadlines.skp_due": _("Sampai kapan SKP pegawai baru ditetapkan"),
    "planning.role_matrix.check": _("Memeriksa Matriks Peran Hasil"),
    "planning.skp_change.may_change": _("Bolehkah SKP diubah"),
}
