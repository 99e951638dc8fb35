"""What the style guide shows: invented people and numbers, every piece in every state."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator

from kinerja.tools import clock
from kinerja.tools.ui.forms import (
    IndonesianDateField,
    IndonesianDecimalField,
    IndonesianTimeField,
    KinerjaForm,
    PhotoInput,
)
from kinerja.tools.ui.quadrants import Quadrant

GRADES = [
    ("di_atas", "Di Atas Ekspektasi"),
    ("sesuai", "Sesuai Ekspektasi"),
    ("di_bawah", "Di Bawah Ekspektasi"),
]

PACES = [
    {
        "name": "Sesuai jalur",
        "tone": "baik",
        "target": 60,
        "achieved": 46,
        "expected": 45,
        "low": 57,
        "high": 63,
    },
    {
        "name": "Tertinggal",
        "tone": "perhatian",
        "target": 60,
        "achieved": 42,
        "expected": 45,
        "low": 53,
        "high": 61,
    },
    {
        "name": "Berisiko",
        "tone": "bahaya",
        "target": 60,
        "achieved": 18,
        "expected": 45,
        "low": 21,
        "high": 33,
    },
    {
        "name": "Melampaui",
        "tone": "baik",
        "target": 60,
        "achieved": 72,
        "expected": 45,
        "low": 84,
        "high": 96,
    },
    {"name": "Baru mulai", "tone": "netral", "target": 60, "achieved": 0, "expected": 2},
    {"name": "Tanpa perkiraan", "tone": "keterangan", "target": 1250.5, "achieved": 730.25},
]

PEOPLE = [
    (
        "Ns. Budi Hartono, S.Kep.",
        "Perawat Ahli Pertama, Puskesmas Sungai Bahar",
        "Lapor hari ini 08.10 WIB",
        PACES[1],
    ),
    ("dr. Sari Wulandari, M.Kes.", "Kepala Puskesmas Sungai Bahar", "Lapor kemarin 16.42 WIB", PACES[0]),
    ("Joko", "Bidan Terampil, Puskesmas Pembantu Marga Mulya", "Belum lapor 6 hari kerja", PACES[2]),
]

RECEIPT = [
    {"label": "TPP dasar kelas jabatan 9", "value": "Rp3.150.000", "reference": "Perbup contoh ps. 4"},
    {
        "label": "Potongan kehadiran",
        "note": "terlambat 2 hari, 31–60 menit",
        "value": "−Rp63.000",
        "reference": "Perbup contoh ps. 12",
        "reference_url": "#kwitansi",
    },
    {"label": "Potongan capaian", "value": "Rp0", "reference": "Perbup contoh ps. 9"},
    {"label": "Jumlah kotor", "value": "Rp3.087.000", "kind": "sum"},
    {"label": "PPh 21", "value": "−Rp154.350", "reference": "PP 80/2010 ps. 4"},
    {"label": "Diterima", "value": "Rp2.932.650", "kind": "total"},
]

TREE = [
    {
        "label": "Angka kematian ibu turun",
        "note": "IKU 3, 95 per 100.000 kelahiran",
        "status": "Tertinggal",
        "tone": "perhatian",
        "open": True,
        "children": [
            {
                "label": "Ibu hamil diperiksa enam kali",
                "note": "Puskesmas Sungai Bahar, 82,5%",
                "status": "Sesuai jalur",
                "tone": "baik",
                "open": True,
                "children": [
                    {"label": "Kunjungan ibu hamil", "note": "Ns. Budi Hartono, S.Kep.", "url": "#isi"},
                    {"label": "Kelas ibu hamil", "note": "Joko", "status": "Berisiko", "tone": "bahaya"},
                ],
            },
            {"label": "Persalinan di fasilitas kesehatan", "status": "Sesuai jalur", "tone": "baik"},
        ],
    }
]

MARKS = [
    {"tone": "baik", "label": "cukup"},
    {"tone": "perhatian", "label": "tanpa bukti"},
    {"tone": "bahaya", "label": "kosong"},
    {"tone": "keterangan", "label": "cuti"},
]


WRONG = {
    "salah-activity": "Imunisasi",
    "salah-amount": "1.234",
    "salah-day": "31-02-2026",
    "salah-kind": "lain",
}


class SampleForm(KinerjaForm):
    """One field of each kind."""

    activity = forms.CharField(
        label="Kegiatan", max_length=80, help_text="Apa yang selesai, dengan kata kerja."
    )
    amount = IndonesianDecimalField(label="Realisasi", help_text="Contoh: 12 atau 1.234,56", max_value=9999)
    day = IndonesianDateField(label="Tanggal kegiatan")
    start = IndonesianTimeField(label="Jam mulai", required=False)
    kind = forms.ChoiceField(
        label="Jenis", choices=[("", "Pilih…"), ("utama", "Utama"), ("tambahan", "Tambahan")]
    )
    result = forms.ChoiceField(label="Hasil kerja", choices=GRADES, widget=forms.RadioSelect)
    values = forms.MultipleChoiceField(
        label="Nilai yang tampak",
        choices=[("akuntabel", "Akuntabel"), ("kompeten", "Kompeten"), ("harmonis", "Harmonis")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    note = forms.CharField(label="Catatan", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    evidence = forms.FileField(label="Bukti dukung", widget=PhotoInput, required=False)
    sure = forms.BooleanField(label="Saya menyatakan laporan ini benar")


def quadrant(current: tuple[str, str] | None) -> Quadrant:
    """Nine invented cells; the rule itself lives elsewhere."""
    words = [
        [("Kurang", "bahaya"), ("Baik", "baik"), ("Sangat Baik", "baik")],
        [("Kurang", "bahaya"), ("Baik", "baik"), ("Baik", "baik")],
        [("Sangat Kurang", "bahaya"), ("Butuh Perbaikan", "perhatian"), ("Butuh Perbaikan", "perhatian")],
    ]
    columns = GRADES[::-1]
    cells = {
        (row, column): words[i][j]
        for i, (row, _) in enumerate(GRADES)
        for j, (column, _) in enumerate(columns)
    }
    return Quadrant(rows=GRADES, columns=columns, cells=cells, current=current)


def month() -> list[list[dict[str, Any]]]:
    """March 2026, which begins on a Sunday."""
    words = [MARKS[0]] * 9 + [MARKS[1], MARKS[0], MARKS[2], MARKS[3]]
    weeks: list[list[dict[str, Any]]] = []
    for start in range(-5, 32, 7):
        week: list[dict[str, Any]] = []
        for weekday in range(7):
            number = start + weekday
            inside = 1 <= number <= 31
            day: dict[str, Any] = {
                "number": number if inside else "",
                "outside": not inside,
                "free": weekday > 4,
            }
            if inside and weekday < 5 and number < 18:
                mark = words[number % len(words)]
                day |= {"tone": mark["tone"], "word": mark["label"], "url": "#kalender"}
            week.append(day | {"today": number == 18})
        weeks.append(week)
    return weeks


def pages() -> "Page[int]":
    """The second of nine pages."""
    return Paginator(range(180), 20).page(2)


def navigation() -> list[dict[str, Any]]:
    """The cycle, as the left column shows it."""
    groups: list[tuple[str, list[tuple[str, str, bool, int | None]]]] = [
        ("", [("Hari ini", "house", True, None)]),
        ("Rencana", [("SKP saya", "target", False, None), ("Matriks peran hasil", "tree", False, None)]),
        ("Laporan", [("Progres harian", "list-check", False, None), ("Kalender", "calendar", False, None)]),
        ("Pantau", [("Tim saya", "people", False, 3)]),
        ("Nilai", [("Penilaian", "clipboard-check", False, None)]),
        ("Kembangkan", [("Kompetensi", "learning", False, None)]),
        ("Penghargaan", [("Usulan", "award", False, None)]),
        ("Layanan", [("Pengaduan", "megaphone", False, None)]),
    ]
    return [
        {
            "label": label,
            "items": [
                {"url": "#isi", "label": word, "icon": icon, "current": current, "count": count}
                for word, icon, current, count in items
            ],
        }
        for label, items in groups
    ]


def context() -> dict[str, Any]:
    """Everything the style guide's templates ask for."""
    now = clock.now()
    return {
        "navigation": navigation(),
        "places": [
            {"url": "#isi", "label": word, "icon": icon, "current": word == "Hari ini", "count": count}
            for word, icon, count in [
                ("Hari ini", "house", None),
                ("Laporan", "list-check", None),
                ("Tim saya", "people", 3),
                ("Kalender", "calendar", None),
                ("Hasil", "receipt", None),
            ]
        ],
        "person_name": "dr. Sari Wulandari, M.Kes.",
        "unit_name": "Puskesmas Sungai Bahar",
        "instansi_name": "Kabupaten Contoh",
        "inbox_url": "#isi",
        "inbox_unread": 12,
        "is_demo": True,
        "tones": ["baik", "perhatian", "bahaya", "keterangan", "netral"],
        "paces": PACES,
        "people": PEOPLE,
        "receipt": RECEIPT,
        "marks": MARKS,
        "tree": TREE,
        "weeks": month(),
        "grid": quadrant(("sesuai", "sesuai")),
        "empty_grid": quadrant(None),
        "grades": GRADES,
        "pages": pages(),
        "form": SampleForm(),
        "wrong_form": SampleForm(WRONG, prefix="salah"),
        "moments": [now - timedelta(minutes=4), now, now - timedelta(days=1), now - timedelta(days=40)],
        "crumbs": [("Layanan", "#isi"), ("Panduan", "#isi")],
        "tabs": [
            {"url": "#isi", "label": "Harian", "current": True},
            {"url": "#isi", "label": "Mingguan", "count": 4},
            {"url": "#isi", "label": "Bulanan"},
        ],
    }
