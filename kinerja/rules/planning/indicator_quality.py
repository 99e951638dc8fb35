"""Is an indicator clear and measurable? Warnings only, each with a suggestion: people decide."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import Aspect, IndicatorFlaw, PeriodKind, Polarity, TreeLevel
from kinerja.rules.planning.achievement import Target
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PER/09/M.PAN/5/2007", in_force_from=date(2007, 1, 1), standing=Standing.KNOWN, page="3"),
    design("3"),
)

_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
ACTIVITY_VERBS = frozenset(_WORDS["activity_verbs"])
VAGUE_WORDS = frozenset(_WORDS["vague"])
_FEWEST_WORDS = 3

SUGGESTIONS = {
    IndicatorFlaw.NO_TARGET: _(
        "Target “{name}” belum berupa angka. Tuliskan berapa yang harus dicapai pada akhir periode."
    ),
    IndicatorFlaw.NO_UNIT: _(
        "Satuan “{name}” belum diisi. Tuliskan apa yang dihitung, misalnya pasien, dokumen, atau persen."
    ),
    IndicatorFlaw.NO_POLARITY: _(
        "Arah “{name}” belum dipilih. Pilih: makin tinggi, makin rendah, atau dalam rentang yang baik."
    ),
    IndicatorFlaw.NO_PERIOD: _(
        "Periode pengukuran “{name}” belum dipilih. Pilih bulanan, triwulanan, atau tahunan."
    ),
    IndicatorFlaw.ZERO_TARGET: _(
        "Target “{name}” nol, jadi capaiannya tidak dapat dihitung. Isi di atas nol atau balik arahnya."
    ),
    IndicatorFlaw.ACTIVITY_VERB: _(
        "“{name}” dimulai dengan kegiatan ({word}). Tuliskan hasil yang diharapkan dari kegiatan itu."
    ),
    IndicatorFlaw.VAGUE_WORD: _(
        "“{name}” memakai kata yang tidak terukur ({word}). Ganti dengan angka atau syarat yang jelas."
    ),
    IndicatorFlaw.TOO_SHORT: _(
        "Nama “{name}” terlalu singkat. Sebutkan apa yang diukur, untuk siapa, dan di mana."
    ),
    IndicatorFlaw.NO_BASELINE: _("Angka awal “{name}” belum diisi. Tuliskan nilai tahun lalu dan tahunnya."),
    IndicatorFlaw.NO_FORMULA: _("Rumus “{name}” belum diisi. Tuliskan pembilang dan penyebutnya."),
    IndicatorFlaw.NO_SOURCE: _(
        "Sumber data “{name}” belum diisi. Tuliskan dari catatan mana angkanya diambil."
    ),
    IndicatorFlaw.NO_OWNER: _("Penanggung jawab “{name}” belum diisi. Pilih jabatan yang menjaganya."),
    IndicatorFlaw.QUANTITY_ALONE: _(
        "“{name}” hanya mengukur jumlah. Tambahkan indikator mutu, misalnya bagian yang sesuai standar."
    ),
}


@dataclass(frozen=True, slots=True)
class IndicatorDraft:
    """What a person has filled in so far. `is_iku` asks for the fields of the manual IKU as well."""

    name: str
    unit: str = ""
    target: Target | None = None
    aspect: Aspect | None = None
    polarity: Polarity | None = None
    period: PeriodKind | None = None
    level: TreeLevel | None = None
    is_iku: bool = False
    baseline: Decimal | None = None
    formula: str = ""
    source: str = ""
    owner: str = ""


def check(draft: IndicatorDraft) -> Verdict[tuple[IndicatorFlaw, ...]]:
    """The flaws found, and for each one warning step that says what to write instead."""
    found: list[tuple[IndicatorFlaw, str]] = [(flaw, "") for flaw in _missing(draft)]
    words = re.findall(r"[a-z]+", draft.name.lower())
    is_result = draft.level is not None and draft.level.is_outcome
    if is_result and words and words[0] in ACTIVITY_VERBS:
        found.append((IndicatorFlaw.ACTIVITY_VERB, words[0]))
    vague = next((word for word in words if word in VAGUE_WORDS), None)
    if vague:
        found.append((IndicatorFlaw.VAGUE_WORD, vague))
    if len(words) < _FEWEST_WORDS:
        found.append((IndicatorFlaw.TOO_SHORT, ""))
    return _answer(draft.name, found)


def _missing(draft: IndicatorDraft) -> list[IndicatorFlaw]:
    has_zero = draft.target is not None and draft.target.high == 0 and draft.polarity is Polarity.MAXIMIZE
    asked = [
        (draft.target is None, IndicatorFlaw.NO_TARGET),
        (not draft.unit.strip(), IndicatorFlaw.NO_UNIT),
        (draft.polarity is None, IndicatorFlaw.NO_POLARITY),
        (draft.period is None, IndicatorFlaw.NO_PERIOD),
        (has_zero, IndicatorFlaw.ZERO_TARGET),
        (draft.is_iku and draft.baseline is None, IndicatorFlaw.NO_BASELINE),
        (draft.is_iku and not draft.formula.strip(), IndicatorFlaw.NO_FORMULA),
        (draft.is_iku and not draft.source.strip(), IndicatorFlaw.NO_SOURCE),
        (draft.is_iku and not draft.owner.strip(), IndicatorFlaw.NO_OWNER),
    ]
    return [flaw for is_missing, flaw in asked if is_missing]


def check_rhk(statement: str, aspects: Sequence[Aspect]) -> Verdict[tuple[IndicatorFlaw, ...]]:
    """The indicators of one RHK together: quantity alone invites quantity at any price (regulations 8.3)."""
    alone = bool(aspects) and set(aspects) == {Aspect.KUANTITAS}
    return _answer(statement, [(IndicatorFlaw.QUANTITY_ALONE, "")] if alone else [])


def _answer(name: str, found: Sequence[tuple[IndicatorFlaw, str]]) -> Verdict[tuple[IndicatorFlaw, ...]]:
    steps = tuple(
        Step(SUGGESTIONS[flaw], {"name": name, "word": word}, (design("3"),), level=Level.WARNING)
        for flaw, word in found
    )
    return Verdict(tuple(flaw for flaw, _word in found), steps, CITES)
