"""BerAKHLAK: the seven values and their 21 behaviour guides (panduan perilaku)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Behaviour
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

_SOURCE = Citation(
    "SE MenPANRB 20/2021",
    in_force_from=date(2021, 7, 27),
    standing=Standing.SOURCE,
    sources=("S16",),
    page="1",
)
_KNOWN = Citation("SE MenPANRB 20/2021", in_force_from=date(2021, 7, 27), standing=Standing.KNOWN, page="1")
CITES = (_SOURCE, _KNOWN)


@dataclass(frozen=True, slots=True)
class Value:
    """One value with its three guides; there are no levels per tier of position."""

    code: Behaviour
    guides: tuple[str, str, str]
    cite: Citation

    @property
    def label(self) -> str:
        return self.code.label


VALUES = (
    Value(
        Behaviour.BP,
        (
            _("Memahami dan memenuhi kebutuhan masyarakat"),
            _("Ramah, cekatan, solutif, dan dapat diandalkan"),
            _("Melakukan perbaikan tiada henti"),
        ),
        _SOURCE,
    ),
    Value(
        Behaviour.AK,
        (
            _(
                "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, "
                "dan berintegritas tinggi"
            ),
            _("Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien"),
            _("Tidak menyalahgunakan kewenangan jabatan"),
        ),
        _SOURCE,
    ),
    Value(
        Behaviour.KO,
        (
            _("Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah"),
            _("Membantu orang lain belajar"),
            _("Melaksanakan tugas dengan kualitas terbaik"),
        ),
        _KNOWN,
    ),
    Value(
        Behaviour.HA,
        (
            _("Menghargai setiap orang apa pun latar belakangnya"),
            _("Suka menolong orang lain"),
            _("Membangun lingkungan kerja yang kondusif"),
        ),
        _KNOWN,
    ),
    Value(
        Behaviour.LO,
        (
            _("Memegang teguh ideologi Pancasila, UUD 1945, setia kepada NKRI serta pemerintahan yang sah"),
            _("Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara"),
            _("Menjaga rahasia jabatan dan negara"),
        ),
        _KNOWN,
    ),
    Value(
        Behaviour.AD,
        (
            _("Cepat menyesuaikan diri menghadapi perubahan"),
            _("Terus berinovasi dan mengembangkan kreativitas"),
            _("Bertindak proaktif"),
        ),
        _KNOWN,
    ),
    Value(
        Behaviour.KL,
        (
            _("Memberi kesempatan kepada berbagai pihak untuk berkontribusi"),
            _("Terbuka dalam bekerja sama untuk menghasilkan nilai tambah"),
            _("Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama"),
        ),
        _KNOWN,
    ),
)


@record
@dataclass(frozen=True, slots=True)
class ValueGuides:
    """One value and the sentences that describe it in daily work."""

    value: Behaviour
    guides: tuple[str, ...]


def guides(value: Behaviour | None = None) -> Verdict[tuple[ValueGuides, ...]]:
    """The three behaviour guides of one value, or of all seven."""
    wanted = VALUES if value is None else (value_of(value),)
    steps = []
    for each in wanted:
        steps.append(
            Step(_("{value} dijabarkan dalam tiga panduan perilaku:"), {"value": each.code}, (each.cite,))
        )
        steps += [Step(guide, cites=(each.cite,)) for guide in each.guides]
    return Verdict(tuple(ValueGuides(each.code, each.guides) for each in wanted), tuple(steps), CITES)


def value_of(code: Behaviour) -> Value:
    """The value with this code."""
    return next(each for each in VALUES if each.code is code)
