"""What one cell means: from text, Excel number or Excel date to a value we can keep.

Every function takes the cell as the file holds it and returns the value, or raises `Wrong` with the reason
and what to do, in Indonesian. An empty cell (also `-`, `NULL`, `0000-00-00`) is no error here: whether it may
be empty is the row's business. The numbers' own rules (NIP, NIK, golongan) live in kinerja.rules.identity.
"""

import math
import re
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from kinerja.rules.identity import golongan as golongans
from kinerja.tools.tables.reading import Cell

_NOTHING = frozenset({"", "-", "--", "NULL", "null", "N/A", "#N/A", "0000-00-00", "00-00-0000", "00/00/0000"})
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_CLOCK = re.compile(r"[ T]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")
_ROUNDED = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
_EMAIL = re.compile(r"[a-z0-9._%+'-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}")
#: Excel's day 1 is 1 January 1900; with its invented 29 February 1900 the count starts here
_EXCEL_EPOCH = date(1899, 12, 30).toordinal()
_EXCEL_DAYS = range(61, 80_000)


class Wrong(Exception):
    """This cell cannot be taken: why, and what the person who sent it can do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


def text(cell: Cell) -> str:
    """The cell as one line of clean text: blanks collapsed, invisible marks and an Excel apostrophe taken
    away.
    """
    if not isinstance(cell, str):
        return _number_text(cell) if isinstance(cell, int | float) else cell.isoformat()
    if not cell.isprintable():
        cell = _INVISIBLE.sub("", cell)
    cell = " ".join(cell.split()).removeprefix("'")
    if "\ufffd" in cell:
        raise Wrong(
            _("ada huruf yang sudah rusak (�) sebelum berkas ini dibuat"),
            _("ketik ulang nilainya sesuai data asli"),
        )
    return "" if cell in _NOTHING else cell


def limited(cell: Cell, most: int) -> str:
    """Text of at most `most` characters."""
    value = text(cell)
    if len(value) > most:
        raise Wrong(
            _("isinya %(length)d huruf, paling panjang %(most)d") % {"length": len(value), "most": most},
            _("periksa apakah beberapa kolom tergabung, lalu pendekkan"),
        )
    return value


#: `limited` for columns whose few values repeat all through a file; never for what belongs to one person
repeated = lru_cache(maxsize=4096)(limited)


def digits(cell: Cell, name: str) -> str:
    """A number kept as text (NIP, NIK): blanks, dots, dashes and the Excel apostrophe taken away.

    A cell that Excel keeps as a number is refused: Excel holds 15 digits, the rest has become zeros.
    """
    if not isinstance(cell, str) or _ROUNDED.fullmatch(cell.strip()):
        raise Wrong(
            _(
                "%(name)s tersimpan sebagai angka Excel; Excel hanya menyimpan 15 digit, digit sisanya "
                "sudah berubah"
            )
            % {"name": name},
            _(
                "ubah format kolom menjadi Teks, salin ulang nilainya dari SIASN, jangan diketik dari "
                "berkas ini"
            ),
        )
    return re.sub(r"[\s.'’`-]", "", text(cell))


def _number_text(cell: float) -> str:
    return str(int(cell)) if math.isfinite(cell) and cell == int(cell) else str(cell)


def day(cell: Cell) -> date | None:
    """A date: dd-mm-yyyy, dd/mm/yyyy, ISO (a time of day behind it is dropped) or an Excel date."""
    if isinstance(cell, str):
        return _day_of_text(cell)
    if isinstance(cell, date):
        return cell
    if math.isfinite(cell) and int(cell) in _EXCEL_DAYS:
        return date.fromordinal(_EXCEL_EPOCH + int(cell))
    raise _not_a_date()


@lru_cache(maxsize=1 << 16)  # dates of appointment repeat all through a file
def _day_of_text(cell: str) -> date | None:
    value = _CLOCK.sub("", text(cell))
    if not value or value in _NOTHING:
        return None
    if found := _DAY_FIRST.fullmatch(value):
        dd, mm, yyyy = found.groups()
    elif found := _YEAR_FIRST.fullmatch(value):
        yyyy, mm, dd = found.groups()
    else:
        raise _not_a_date()
    try:
        return date(int(yyyy), int(mm), int(dd))
    except ValueError:
        raise Wrong(
            _("tanggal ini tidak ada dalam kalender (urutan yang dibaca: tanggal, bulan, tahun)"),
            _("perbaiki tanggalnya; periksa apakah bulan dan tanggal tertukar"),
        ) from None


def _not_a_date() -> Wrong:
    return Wrong(
        _("bukan tanggal yang dikenali"),
        _("tulis sebagai tanggal-bulan-tahun empat angka, misalnya 31-12-2025"),
    )


def sensible_day(cell: Cell, earliest: date, latest: date) -> date | None:
    """A date within bounds; outside them it is a slip of the keyboard (1085, 2204)."""
    value = day(cell)
    if value is not None and not earliest <= value <= latest:
        raise Wrong(
            _("tanggalnya di luar rentang wajar %(from)s sampai %(until)s")
            % {"from": earliest.strftime("%d-%m-%Y"), "until": latest.strftime("%d-%m-%Y")},
            _("periksa tahunnya"),
        )
    return value


_SEXES = {
    **dict.fromkeys(("M", "L", "1", "PRIA", "LAKI-LAKI", "LAKI LAKI", "LAKILAKI", "MALE", "LK"), "L"),
    **dict.fromkeys(("F", "P", "2", "WANITA", "PEREMPUAN", "FEMALE", "PR"), "P"),
}


@lru_cache(maxsize=256)
def sex(cell: Cell) -> str:
    """ "L" (laki-laki), "P" (perempuan) or "" when empty. `P` means perempuan, as in L/P; pria is always
    written out.
    """
    value = text(cell).upper()
    if value and value not in _SEXES:
        raise Wrong(_("jenis kelamin tidak dikenali"), _("isi dengan M atau F (SIASN), L atau P"))
    return _SEXES.get(value, "")


_STATUSES = {
    **dict.fromkeys(("P", "PNS"), "PNS"),
    **dict.fromkeys(("C", "CPNS", "CALON PNS"), "CPNS"),
    **dict.fromkeys(("K", "PPPK", "P3K"), "PPPK"),
    **dict.fromkeys(("PPPK PARUH WAKTU", "P3K PARUH WAKTU", "PPPK PW"), "PPPK_PW"),
}


@lru_cache(maxsize=256)
def status(cell: Cell) -> str:
    """ "PNS", "CPNS", "PPPK", "PPPK_PW" (paruh waktu) or "" when empty."""
    value = text(cell).upper()
    if value and value not in _STATUSES:
        raise Wrong(_("status kepegawaian tidak dikenali"), _("isi dengan P (PNS), C (CPNS) atau PPPK"))
    return _STATUSES.get(value, "")


_POSITION_KINDS = {
    **dict.fromkeys(("1", "JABATAN STRUKTURAL", "STRUKTURAL", "JABATAN MANAJERIAL"), "STRUKTURAL"),
    **dict.fromkeys(("JPT UTAMA", "JABATAN PIMPINAN TINGGI UTAMA"), "JPT_UTAMA"),
    **dict.fromkeys(("JPT MADYA", "JABATAN PIMPINAN TINGGI MADYA"), "JPT_MADYA"),
    **dict.fromkeys(("JPT PRATAMA", "JABATAN PIMPINAN TINGGI PRATAMA"), "JPT_PRATAMA"),
    **dict.fromkeys(("JABATAN ADMINISTRATOR", "ADMINISTRATOR"), "ADMINISTRATOR"),
    **dict.fromkeys(("JABATAN PENGAWAS", "PENGAWAS"), "PENGAWAS"),
    **dict.fromkeys(
        (
            "2",
            "JABATAN FUNGSIONAL",
            "FUNGSIONAL",
            "JABATAN FUNGSIONAL TERTENTU",
            "FUNGSIONAL TERTENTU",
            "JFT",
            "FUNGSIONAL",
        ),
        "FUNGSIONAL",
    ),
    **dict.fromkeys(
        ("4", "JABATAN PELAKSANA", "PELAKSANA", "JABATAN FUNGSIONAL UMUM", "FUNGSIONAL UMUM", "JFU"),
        "PELAKSANA",
    ),
}


@lru_cache(maxsize=1024)
def position_kind(cell: Cell) -> str:
    """A kind of base/organization, or "STRUKTURAL" (the echelon then tells which), or "" when empty."""
    value = text(cell).upper()
    if value and value not in _POSITION_KINDS:
        raise Wrong(
            _("jenis jabatan tidak dikenali"),
            _("isi dengan Jabatan Struktural, Jabatan Fungsional atau Jabatan Pelaksana"),
        )
    return _POSITION_KINDS.get(value, "")


_JENJANG = re.compile(r"\b(AHLI (?:PERTAMA|MUDA|MADYA|UTAMA)|PEMULA|TERAMPIL|MAHIR|PENYELIA)\b")


def jenjang(position_name: str) -> str:
    """The level of a functional post as its name tells ("Perawat Ahli Muda" → "AHLI_MUDA"), else ""."""
    found = _JENJANG.search(position_name.upper())
    return found.group(1).replace(" ", "_") if found else ""


_KINDS_OF_ECHELONS = {
    "I": "JPT_MADYA",
    "II": "JPT_PRATAMA",
    "III": "ADMINISTRATOR",
    "IV": "PENGAWAS",
    "V": "PENGAWAS",
}


def kind_of_echelon(echelon: str) -> str:
    """What a structural post of this echelon is called today (regulations, 9.3); "" when the echelon is
    unknown.
    """
    return _KINDS_OF_ECHELONS.get(echelon.partition(".")[0], "")


_ESELON = re.compile(r"(?:ESELON)?(IV|III|II|I|V|[1-5])[./ -]?([A-E]|[1-5])?")


@lru_cache(maxsize=1024)
def eselon(cell: Cell) -> str:
    """An echelon as "II.a"; also read from "IIA", "Eselon III.b" and BKN's code "21". Empty or 99/none →
    "".
    """
    value = text(cell).upper().replace(" ", "")
    if value in ("", "99", "NONESELON", "NON-ESELON", "0", "00"):
        return ""
    found = _ESELON.fullmatch(value)
    if not found:
        raise Wrong(_("eselon tidak dikenali"), _("tulis seperti II.a atau kosongkan"))
    level, letter = found.groups()
    roman = ["", "I", "II", "III", "IV", "V"][int(level)] if level.isdigit() else level
    if letter and letter.isdigit():
        letter = "abcde"[int(letter) - 1]
    return f"{roman}.{letter.lower()}" if letter else roman


@lru_cache(maxsize=1024)
def golongan(cell: Cell) -> str:
    """A rank as "III/d" (PNS) or "IX" (PPPK), as the rule of identity reads it; "" when empty."""
    value = text(cell)
    if not value:
        return ""
    verdict = golongans.parse(re.sub(r"^gol(ongan|\.)?\s+", "", value, flags=re.IGNORECASE))
    if verdict.value is None:
        raise Wrong(_("golongan tidak dikenali"), _("tulis seperti III/d untuk PNS atau IX untuk PPPK"))
    return verdict.value.code


def email(cell: Cell) -> str:
    """An address in lower case; several in one cell are refused, since we would not know which to write
    to.
    """
    value = text(cell).lower()
    if value and (len(value) > 254 or not _EMAIL.fullmatch(value)):
        raise Wrong(
            _("alamat surel tidak lengkap atau lebih dari satu"),
            _("tulis satu alamat, misalnya nama@contoh.go.id"),
        )
    return value


def phone(cell: Cell) -> str:
    """A telephone number as +62…; Excel may have eaten the leading 0."""
    value = re.sub(r"[\s().-]", "", text(cell))
    bare = re.sub(r"^(\+?62|0)", "", value)
    if value and not re.fullmatch(r"[2-9]\d{7,11}", bare):
        raise Wrong(_("nomor telepon tidak dikenali"), _("tulis satu nomor, misalnya 0812…"))
    return f"+62{bare}" if value else ""


def shown(field: str, cell: Cell) -> str:
    """The cell as a message may show it: a NIK is masked but for its last four digits, long text is cut."""
    value = " ".join(str(cell).split()) if isinstance(cell, str) else _plain_number(cell)
    if field == "nik":
        return "•" * max(len(value) - 4, 0) + value[-4:] if len(value) > 4 else "•" * len(value)
    return value if len(value) <= 80 else value[:79] + "…"


def _plain_number(cell: Cell) -> str:
    return _number_text(cell) if isinstance(cell, int | float) else str(cell)
