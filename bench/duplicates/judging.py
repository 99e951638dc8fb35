"""A set compared with itself as the product compares: words, marks, pixels; shingles. What was found, what was wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from multiprocessing import Pool
from uuid import UUID

from bench.duplicates import sets
from kinerja.tools.evidence.likeness import photos, texts

SPACE = UUID(int=1)


@dataclass
class Tables:
    """Per family: how many there were, and how many were named with a report they come from, or with one they do not."""

    there: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def rows(self, reused: Iterable[str]) -> list[str]:
        """Reused families with their recall, honest ones with their false hints; sums last."""
        named = list(reused)
        honest = [family for family in self.there if family not in named]
        lines = [self._row(family, [family], "recall") for family in named]
        lines += [self._row("**all reused**", named, "recall")]
        lines += [self._row(family, [family], "false") for family in sorted(honest)]
        return [*lines, self._row("**all honest**", honest, "false")]

    def _row(self, name: str, families: list[str], kind: str) -> str:
        there = sum(self.there[each] for each in families)
        hit = sum((self.right if kind == "recall" else self.wrong)[each] for each in families)
        return f"| {name} | {there} | {kind} | {hit} | {100 * hit / max(there, 1):.1f} % |"


def judge(seeds: Iterable[int]) -> tuple[Tables, Tables]:
    """Photos and notes of one set, everything against everything that came before."""
    with Pool(2) as pool:
        parts = pool.map(_printed, seeds, chunksize=5)
    made = [each for part in parts for each in part]
    return _photos(made), _notes([each for each, _print in made])


def _printed(seed: int) -> list[tuple[sets.Made, photos.Print]]:
    return [(each, photos.printed(each.photo, SPACE)) for each in sets.half_of(seed)]


def _photos(made: list[tuple[sets.Made, photos.Print]]) -> Tables:
    index: dict[int, list[int]] = defaultdict(list)
    tables = Tables()
    for place, (report, mine) in enumerate(made):
        shared = Counter(other for word in mine.tries for other in index[word])
        found = []
        for other, number in shared.most_common(photos.MOST):
            fit = photos.lies_on(mine, made[other][1].places) if number >= photos.SHARED else None
            if fit and photos.likeness(mine, made[other][0].photo, fit) >= photos.FROM:
                found.append(made[other][0])
        origins = {each.photo_of or each.key for each in found}
        _count(tables, report.photo_family, report.photo_of, origins)
        for word in mine.words:
            index[word].append(place)
    return tables


def _notes(made: list[sets.Made]) -> Tables:
    index: dict[int, list[int]] = defaultdict(list)
    tables = Tables()
    for place, report in enumerate(made):
        words = texts.words_of(report.note, SPACE)
        shared = Counter(other for word in words for other in index[word])
        near = [made[other] for other, number in shared.most_common(texts.MOST) if number >= texts.SHARED]
        found = [each for each in near if texts.likeness(report.note, each.note) >= texts.FROM]
        origins = {each.note_of or each.key for each in found}
        _count(tables, report.note_family, report.note_of, origins)
        for word in words:
            index[word].append(place)
    return tables


def _count(tables: Tables, family: str, origin: str | None, found: set[str]) -> None:
    tables.there[family] += 1
    tables.right[family] += origin in found
    tables.wrong[family] += bool(found - {origin})
