"""What people write beside a figure: routine, in the phrases of their office, and sometimes somebody else's."""

from __future__ import annotations

from random import Random

_WORK = (
    "melayani {n} pasien di poli {a}", "memeriksa {n} berkas {b}", "mendampingi kegiatan {c} di {d}",
    "menyusun laporan {b} bulan {m}", "menginput {n} data {b} ke aplikasi", "menerima {n} permohonan {b} di loket {k}",
    "rapat koordinasi {c} bersama {e}", "kunjungan rumah ke {n} keluarga di {d}", "menata arsip {b} tahun {y}",
    "memberi penyuluhan {c} kepada {n} warga {d}", "menindaklanjuti {n} keluhan tentang {b}",
    "mengantar sampel {c} ke {e}", "memperbaiki {k} unit komputer di ruang {a}", "menyiapkan bahan {c} untuk {e}",
)  # fmt: skip
_ENDS = (
    "selesai pukul {h}", "sisanya {k} dilanjutkan besok", "{k} berkas dikembalikan karena belum lengkap",
    "tidak ada kendala", "antrean paling lama {n} menit", "terkendala jaringan sejak pukul {h}", "dibantu {e}",
    "hasilnya diserahkan kepada {e}", "{k} orang dirujuk", "stok {b} tinggal {n}", "dokumentasi terlampir",
)  # fmt: skip
_WORDS = {
    "a": ("umum", "gigi", "lansia", "anak", "KIA", "tata usaha", "rekam medis"),
    "b": ("KTP", "akta kelahiran", "izin usaha", "rujukan", "kartu keluarga", "aset", "surat masuk", "vaksin", "obat"),
    "c": ("posyandu", "imunisasi", "gizi", "stunting", "musrenbang", "kebersihan", "literasi", "pemutakhiran data"),
    "d": ("RT 04 Telanaipura", "Kelurahan Legok", "Desa Mekar Jaya", "Kasang Pudak", "SDN 47", "Simpang Rimbo", "RT 11"),
    "e": ("Bu Lurah", "kader", "Dinas Kesehatan", "tim gizi", "Babinsa", "Pak Camat", "bendahara", "bidan desa"),
    "m": ("Januari", "Maret", "Juli", "September", "Oktober"), "y": ("2023", "2024", "2025"),
}  # fmt: skip
SHORT = (
    "Pelayanan loket berjalan lancar.", "Kegiatan rutin sesuai jadwal.", "Nihil kendala, dokumentasi terlampir.",
    "Pelayanan pasien rawat jalan sesuai jadwal.", "Seperti kemarin.", "",
)  # fmt: skip


def _filled(phrase: str, random: Random) -> str:
    values = {key: random.choice(words) for key, words in _WORDS.items()}
    hour = f"{random.randint(8, 15)}.{random.choice(('00', '15', '30', '45'))}"
    return phrase.format(n=random.randint(3, 64), k=random.randint(1, 9), h=hour, **values)


def phrases_of(office: str) -> list[str]:
    """An office says the same things in the same order; only names and figures differ."""
    random = Random(f"office/{office}")
    return [
        *random.sample(_WORK, random.randint(3, 4)), *random.sample(_ENDS, random.randint(1, 3)),
    ]  # fmt: skip


def written(office: str, moment: str) -> str:
    """An honest text of a day: the office's phrases with this day's figures and names."""
    random = Random(f"note/{office}/{moment}")
    parts = [_filled(each, random) for each in phrases_of(office)]
    if random.random() < 0.5:
        parts.pop(random.randrange(len(parts)))
    if random.random() < 0.5:
        random.shuffle(parts)
    return "Hari ini " + ", ".join(parts) + "."


def short(random: Random) -> str:
    """The routine sentence that everybody writes; the same one on many days is honest."""
    return random.choice(SHORT)


def touched(text: str, random: Random) -> str:
    """A copy with a mask: a figure changed, a word dropped or misspelt, a greeting, other dots and capitals."""
    words = text.split()
    for _each in range(random.randint(1, 3)):
        place = random.randrange(2, len(words) - 1)
        word = words[place]
        if random.random() < 0.4:
            words[place] = (
                str(random.randint(3, 64)) if word.isdigit() else word[:-1] + random.choice("aeiou")
            )
        elif random.random() < 0.5:
            words.pop(place)
        else:
            words.insert(place, random.choice(("juga", "dan", "serta", "kembali")))
    text = " ".join(words)
    return random.choice((text, text.lower(), text.replace(",", ";"), "Selamat siang. " + text))
