"""Forty reports of a seed: thirty-six honest ones that resemble each other, and four whose photo was used before.

Four carry a copied text. Twenty-five seeds are a set of a thousand reports, in which everything is compared with everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from bench.duplicates import SEEDS_OF_A_SET, camera, notes, rooms, sheets

#: what an honest report is: each of these has several of its kind beside it
HONEST = ("room another day", "form with other tallies", "sheet with more tallies")
REUSED: dict[str, Callable[[bytes, Random], bytes]] = {
    "crop": camera.cropped,
    "rescale": camera.rescaled,
    "recompress": camera.recompressed,
    "screenshot": camera.screenshot,
}
HONEST_TEXTS = ("own text", "same phrases", "short routine")
COPIED = ("copied", "copied and touched")


@dataclass(frozen=True)
class Made:
    """A report: its photo and text, to which family each belongs, and the report it was taken from, if any."""

    key: str
    photo: bytes
    photo_family: str
    photo_of: str | None
    note: str
    note_family: str
    note_of: str | None


Shot = Callable[[], bytes]


def half_of(seed: int) -> list[Made]:
    """Twenty reports of a seed, two of them with a photo used before: fifty seeds are one set of a thousand."""
    families = list(REUSED)[:2] if seed % 2 else list(REUSED)[2:]
    return list(reports_of(seed, families, honest=18))


def reports_of(seed: int, families: Sequence[str] = tuple(REUSED), honest: int = 36) -> Iterator[Made]:
    """The reports of a seed in the order in which they were sent; a reused one comes after what it was taken from.

    Fewer than all: those of these families with what they were taken from, and as many honest ones; the same as among all.
    """
    random = Random(f"set/{seed}")
    photos = list(_honest_photos(seed))
    texts = list(_honest_texts(seed, random))
    sources = random.sample(range(len(photos)), len(REUSED))
    copied = random.sample([n for n, (family, _text) in enumerate(texts) if family != "short routine"], 4)
    taken = [
        (number, source, family)
        for number, (source, family) in enumerate(zip(sources, REUSED, strict=True))
        if family in families
    ]
    kept = {source for _number, source, _family in taken} | {copied[number] for number, _s, _f in taken}
    others = [number for number in range(len(photos)) if number not in kept]
    kept |= set(Random(f"half/{seed}").sample(others, max(0, honest - len(kept))))
    for number in sorted(kept):
        (family, shot), (kind, text) = photos[number], texts[number]
        yield Made(f"{seed}/{number}", shot(), family, None, text, kind, None)
    for number, source, family in taken:
        kind, text = COPIED[number % 2], texts[copied[number]][1]
        yield Made(
            f"{seed}/{family}", REUSED[family](photos[source][1](), random), family, f"{seed}/{source}",
            text if kind == "copied" else notes.touched(text, random), kind, f"{seed}/{copied[number]}",
        )  # fmt: skip


def _honest_photos(seed: int) -> Iterator[tuple[str, Shot]]:
    """Three rooms on four days, three forms kept by four people, three sheets seen four times as they fill."""
    random = Random(f"photos/{seed}")
    for number in range(12):
        place = f"{seed}/{number // 4}"
        # a phone on a stand stands still: the same room from the same point is honest too
        shake = random.choice((0.004, 0.02, 0.05))
        yield (
            HONEST[0],
            _shot(partial(rooms.room, place, str(number)), f"room/{seed}/{number}", shake, random),
        )
    for number in range(12):
        form = f"{(seed - 1) // SEEDS_OF_A_SET}/{number % 4}"
        scene = partial(sheets.sheet, form, f"{seed}/{number}", random.randint(30, 220))
        yield HONEST[1], _shot(scene, f"form/{seed}/{number}", random.choice((0.01, 0.03, 0.05)), random)
    for number in range(12):
        form = f"{(seed - 1) // SEEDS_OF_A_SET}/{number % 4}"
        scene = partial(
            sheets.sheet, form, f"{seed}/kept/{number // 4}", 40 + 45 * (number % 4) + random.randint(0, 20)
        )
        yield HONEST[2], _shot(scene, f"sheet/{seed}/{number}", random.choice((0.01, 0.03, 0.05)), random)


def _shot(scene: Callable[[], camera.Image.Image], moment: str, shake: float, random: Random) -> Shot:
    """Taken only when somebody asks for it."""
    quality = random.randint(80, 93)
    return lambda: camera.stored(camera.photograph(scene(), moment, shake), quality)


def _honest_texts(seed: int, random: Random) -> Iterator[tuple[str, str]]:
    for number in range(36):
        family = HONEST_TEXTS[number % 3]
        if family == "own text":
            yield family, notes.written(f"{seed}/{number}", f"{seed}/{number}")
        elif family == "same phrases":
            yield family, notes.written(f"{seed}/office", f"{seed}/{number}")
        else:
            yield family, notes.short(random)
