"""What a form, a page and the documentation call the arguments, the parts of a record and the questions of a rule.

A key is the name of an argument or a part; with the function (`timing.days`) or the record (`Golongan.order`) before it
where the same name means something else. Questions stand under the rule and the function.
"""

from __future__ import annotations

from collections.abc import Callable

from kinerja.rules.allowance import labels as allowance
from kinerja.rules.assessment import labels as assessment
from kinerja.rules.calendar import labels as calendar
from kinerja.rules.coaching import labels as coaching
from kinerja.rules.development import labels as development
from kinerja.rules.discipline import labels as discipline
from kinerja.rules.identity import labels as identity
from kinerja.rules.monitoring import labels as monitoring
from kinerja.rules.planning import labels as planning
from kinerja.rules.privacy import labels as privacy
from kinerja.rules.regions import labels as regions
from kinerja.rules.rewards import labels as rewards
from kinerja.rules.service_quality import labels as service_quality
from kinerja.rules.wording import as_is
from kinerja.rules.wording import gettext_noop as _

LABELS = {
    **allowance.LABELS,
    **coaching.LABELS,
    **discipline.LABELS,
    **assessment.LABELS,
    **identity.LABELS,
    **monitoring.LABELS,
    **planning.LABELS,
    **rewards.LABELS,
    **development.LABELS,
    **service_quality.LABELS,
    **privacy.LABELS,
    **calendar.LABELS,
    **regions.LABELS,
    "achieved": _("Sudah dicapai"),
    "achievement": _("Capaian (persen)"),
    "achievements": _("Capaian (persen)"),
    "alike": _("Pegawai lain yang dinilai sama persis"),
    "area": _("Kode wilayah"),
    "aspect": _("Aspek"),
    "aspects": _("Aspek indikator"),
    "assignment": _("Penugasan dari"),
    "average": _("Rata-rata capaian (persen)"),
    "bands": _("Skala instansi"),
    "baseline": _("Angka awal"),
    "behaviour": _("Rating perilaku kerja"),
    "behaviours": _("Perilaku kerja"),
    "born": _("Tanggal lahir"),
    "cap": _("Batas atas tiap capaian (persen)"),
    "children": _("Target di bawahnya"),
    "code": _("Kode"),
    "consolidation": _("Tipe konsolidasi"),
    "contract_code": _("Kode perjanjian"),
    "counts": _("Jumlah pegawai tiap predikat"),
    "day": _("Tanggal"),
    "days": _("Jumlah hari menurut instansi"),
    "draft": _("Indikator"),
    "echelon": _("Eselon"),
    "end": _("Hari terakhir"),
    "expected": _("Yang seharusnya"),
    "parse.expected": _("Jenis nomor menurut data"),
    "figures": _("Angka tiap periode"),
    "filed": _("Keberatan diajukan pada"),
    "fits": _("Sesuai pola"),
    "formula": _("Rumus"),
    "free_days": _("Hari libur"),
    "guides": _("Panduan perilaku"),
    "high": _("Batas atas"),
    "indicators": _("Jumlah indikator"),
    "informs_only": _("Hanya sebagai keterangan"),
    "is_head": _("Kepala unit mandiri"),
    "is_iku": _("Termasuk IKU"),
    "is_pppk": _("Golongan PPPK"),
    "is_quantitative": _("Pendekatan kuantitatif"),
    "jenjang": _("Jenjang"),
    "kind": _("Jenis"),
    "Area.kind": _("Yang dinilai"),
    "EmployeeNumber.kind": _("Jenis nomor"),
    "Period.kind": _("Jenis periode"),
    "PositionReading.kind": _("Jenis jabatan"),
    "PunishmentRate.kind": _("Jenis hukuman"),
    "RatedRhk.kind": _("Jenis RHK"),
    "RhkDraft.kind": _("Jenis RHK"),
    "age.kind": _("Jenis jabatan"),
    "by_location.kind": _("Tipe konsolidasi"),
    "classify.kind": _("Jenis jabatan menurut berkas"),
    "consolidate.kind": _("Tipe konsolidasi"),
    "entry.kind": _("Jenis pegawai"),
    "when.kind": _("Jenis jabatan"),
    "last_four": _("Empat angka terakhir"),
    "level": _("Tingkat dalam pohon kinerja"),
    "low": _("Batas bawah"),
    "month": _("Bulan"),
    "name": _("Nama"),
    "number": _("Nomor"),
    "on": _("Dihitung menurut aturan pada tanggal"),
    "order": _("Urutan"),
    "owner": _("Penanggung jawab"),
    "parent": _("Target atasan"),
    "parts": _("Bagian tiap periode"),
    "people": _("Pegawai yang dinilai"),
    "percent": _("Persen"),
    "band.percent": _("Capaian (persen)"),
    "period": _("Periode pengukuran"),
    "plan": _("Rencana hasil kerja"),
    "polarity": _("Arah yang baik"),
    "position": _("Nama jabatan"),
    "predicate": _("Predikat"),
    "projected": _("Perkiraan akhir periode"),
    "rank": _("Pangkat"),
    "rating": _("Rating"),
    "ratings": _("Rating tiap RHK utama"),
    "ratio": _("Terhadap yang seharusnya (persen)"),
    "realisation": _("Realisasi"),
    "received": _("Hasil diterima pada"),
    "reports": _("Jumlah laporan"),
    "results": _("Hasil kerja"),
    "serial": _("Nomor urut"),
    "sex": _("Jenis kelamin"),
    "share": _("Bagian periode yang telah lewat"),
    "PeriodShare.share": _("Bagian"),
    "SeasonPart.share": _("Bagian periode ini dari seluruhnya"),
    "start": _("Hari pertama"),
    "source": _("Sumber data"),
    "state": _("Keadaan"),
    "statement": _("Bunyi RHK"),
    "subject": _("Tentang"),
    "suggested": _("Rating hasil kerja yang disarankan"),
    "superior_rhk": _("RHK pimpinan yang diintervensi"),
    "target": _("Target"),
    "text": _("Tulisan"),
    "today": _("Sampai dengan hari"),
    "two_digit_year": _("Dua angka terakhir tahun lahir"),
    "unit": _("Satuan"),
    "check.unit": _("Predikat unit"),
    "leader_rating.unit": _("Predikat unit"),
    "unit_name": _("Nama unit"),
    "unit_predicate": _("Predikat unit"),
    "value": _("Nilai"),
    "weekend": _("Hari libur tiap pekan (Senin 0 sampai Minggu 6)"),
    "work": _("Rating hasil kerja"),
    "year": _("Tahun"),
    "EmployeeNumber.month": _("Bulan pengangkatan"),
    "EmployeeNumber.year": _("Tahun pengangkatan"),
    "BehaviourFact.value": _("Nilai BerAKHLAK"),
    "ValueGuides.value": _("Nilai BerAKHLAK"),
    "guides.value": _("Nilai BerAKHLAK"),
}

QUESTIONS = {
    **allowance.QUESTIONS,
    **coaching.QUESTIONS,
    **discipline.QUESTIONS,
    **assessment.QUESTIONS,
    **identity.QUESTIONS,
    **monitoring.QUESTIONS,
    **planning.QUESTIONS,
    **rewards.QUESTIONS,
    **development.QUESTIONS,
    **service_quality.QUESTIONS,
    **privacy.QUESTIONS,
    **calendar.QUESTIONS,
    **regions.QUESTIONS,
    "assessment.areas_to_improve.areas": _("Apa yang perlu diperbaiki"),
    "assessment.berakhlak.guides": _("Panduan perilaku satu nilai"),
    "assessment.distribution.check": _("Apakah sebarannya sesuai pola"),
    "assessment.nearest_change.held_down": _("RHK mana yang menahan saran"),
    "assessment.nearest_change.nearest_change": _("Apa yang memberi predikat lebih baik"),
    "assessment.objection.decision_deadline": _("Kapan keberatan diputus"),
    "assessment.objection.filing_deadline": _("Sampai kapan boleh mengajukan keberatan"),
    "assessment.objection.timing": _("Apakah keberatan masih dalam tenggat"),
    "assessment.order.may_fix_employee_predicates": _("Bolehkah predikat pegawai ditetapkan"),
    "assessment.organisation_predicate.leader_rating": _("Rating hasil kerja pimpinan unit"),
    "assessment.organisation_predicate.suggestion": _("Saran predikat unit"),
    "assessment.quadrant.predicate": _("Predikat kinerja pegawai"),
    "assessment.reason.reason_needed": _("Apakah perlu alasan tertulis"),
    "assessment.suggestion.rhk_rating": _("Saran rating satu RHK"),
    "assessment.suggestion.work_rating": _("Saran rating hasil kerja"),
    "identity.golongan.parse": _("Membaca golongan"),
    "identity.nik.parse": _("Membaca NIK"),
    "identity.nip.parse": _("Membaca NIP atau NI PPPK"),
    "identity.position_kinds.classify": _("Menentukan jenis jabatan"),
    "monitoring.pace.pace": _("Bagaimana laju indikator"),
    "monitoring.share.by_season": _("Bagian yang lewat menurut musim"),
    "monitoring.share.evenly": _("Bagian yang lewat secara merata"),
    "planning.achievement.achievement": _("Capaian satu indikator"),
    "planning.achievement.average": _("Rata-rata capaian"),
    "planning.achievement.band": _("Label capaian"),
    "planning.cascade.covers_parent": _("Apakah target di bawah cukup"),
    "planning.cascade.may_be_approved": _("Bolehkah SKP disetujui"),
    "planning.consolidation.consolidate": _("Menggabungkan angka periode"),
    "planning.indicator_quality.check": _("Memeriksa satu indikator"),
    "planning.indicator_quality.check_rhk": _("Memeriksa indikator satu RHK"),
}

ROOMS = {
    "identity": _("Identitas pegawai"),
    "planning": _("Perencanaan kinerja"),
    "monitoring": _("Pemantauan"),
    "assessment": _("Penilaian kinerja"),
    "allowance": _("Tambahan penghasilan (TPP)"),
    "coaching": _("Bimbingan dan tindak lanjut"),
    "discipline": _("Disiplin"),
    "rewards": _("Penghargaan dan talenta"),
    "development": _("Pengembangan kompetensi"),
    "service_quality": _("Mutu layanan publik"),
    "protection": _("Pelindungan data pribadi"),
    "data_protection": _("Pelindungan data pribadi"),
    "privacy": _("Pelindungan data pribadi"),
    "calendar": _("Hari kerja"),
    "regions": _("Wilayah"),
}


def label(name: str, owner: str = "", translate: Callable[[str], str] = as_is) -> str:
    """The label of an argument of the function, or of a part of the record, called `owner`."""
    known = LABELS.get(f"{owner}.{name}") or LABELS.get(name)
    return translate(known) if known else name.replace("_", " ").capitalize()


def question(rule: str, function: str, translate: Callable[[str], str] = as_is) -> str:
    """What the function of this rule is asked."""
    known = QUESTIONS.get(f"{rule}.{function}")
    return translate(known) if known else function.replace("_", " ").capitalize()


def room(name: str, translate: Callable[[str], str] = as_is) -> str:
    """The heading of a room of rules."""
    known = ROOMS.get(name)
    return translate(known) if known else name.replace("_", " ").capitalize()
