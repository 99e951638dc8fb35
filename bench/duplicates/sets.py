"""Forty reports of a seed: thirty-six honest ones that resemble each other, and four whose photo was used before.

Four carry a copied text. Twenty-five seeds are a set of a thousand reports, in which everything is compared with everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


def reports_of(seed: int) -> Iterator[Made]:
    """The reports of a seed in the order in which they were sent; a reused one comes after what it was taken from."""
    random = Random(f"set/{seed}")
    photos = list(_honest_photos(seed))
    texts = list(_honest_texts(seed, random))
    sources = random.sample(range(len(photos)), len(REUSED))
    copied = random.sample([n for n, (family, _text) in enumerate(texts) if family != "short routine"], 4)
    for number, ((family, photo), (kind, text)) in enumerate(zip(photos, texts, strict=True)):
        yield Made(f"{seed}/{number}", photo, family, None, text, kind, None)
    for number, (source, (family, change)) in enumerate(zip(sources, REUSED.items(), strict=True)):
        kind = COPIED[number % 2]
        text = texts[copied[number]][1]
        yield Made(
            f"{seed}/{family}", change(photos[source][1], random), family, f"{seed}/{source}",
            text if kind == "copied" else notes.touched(text, random), kind, f"{seed}/{copied[number]}",
        )  # fmt: skip


def _honest_photos(seed: int) -> Iterator[tuple[str, bytes]]:
    """Three rooms on four days, three forms kept by four people, three sheets seen four times as they fill."""
    random = Random(f"photos/{seed}")
    for number in range(12):
        place = f"{seed}/{number // 4}"
        # a phone on a stand stands still: the same room from the same point is honest too
        shake = random.choice((0.004, 0.02, 0.05))
        yield HONEST[0], _shot(rooms.room(place, str(number)), f"room/{seed}/{number}", shake, random)
    for number in range(12):
        form = f"{(seed - 1) // SEEDS_OF_A_SET}/{number % 4}"
        scene = sheets.sheet(form, f"{seed}/{number}", random.randint(30, 220))
        yield HONEST[1], _shot(scene, f"form/{seed}/{number}", random.choice((0.01, 0.03, 0.05)), random)
    for number in range(12):
        form = f"{(seed - 1) // SEEDS_OF_A_SET}/{number % 4}"
        scene = sheets.sheet(
            form, f"{seed}/kept/{number // 4}", 40 + 45 * (number % 4) + random.randint(0, 20)
        )
        yield HONEST[2], _shot(scene, f"sheet/{seed}/{number}", random.choice((0.01, 0.03, 0.05)), random)


def _shot(scene: camera.Image.Image, moment: str, shake: float, random: Random) -> bytes:
    return camera.stored(camera.photograph(scene, moment, shake), random.randint(80, 93))


def _honest_texts(seed: int, random: Random) -> Iterator[tuple[str, str]]:
    for number in range(36):
        family = HONEST_TEXTS[number % 3]
        if family == "own text":
            yield family, notes.written(f"{seed}/{number}", f"{seed}/{number}")
        elif family == "same phrases":
            yield family, notes.written(f"{seed}/office", f"{seed}/{number}")
        else:
            yield family, notes.short(random)
