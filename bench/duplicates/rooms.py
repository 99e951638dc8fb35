"""Rooms as a service has them: a wall, a floor, furniture that stays and things that are moved every day."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw

SIZE = (960, 720)
Colour = tuple[int, int, int]


def colour(random: Random, low: int = 40, high: int = 230) -> Colour:
    return random.randint(low, high), random.randint(low, high), random.randint(low, high)


def room(place: str, day: str) -> Image.Image:
    """The same place has the same walls and cupboards; the day moves chairs, papers and people."""
    fixed, moved = Random(f"room/{place}"), Random(f"room/{place}/{day}")
    width, height = SIZE
    picture = Image.new("RGB", SIZE, colour(fixed, 150, 235))
    draw = ImageDraw.Draw(picture)
    floor = fixed.randint(430, 520)
    draw.rectangle((0, floor, width, height), colour(fixed, 70, 180))
    _tiles(draw, fixed, floor)
    for _each in range(fixed.randint(4, 7)):
        _standing(draw, fixed, floor)
    for _each in range(moved.randint(3, 7)):
        _chair(draw, moved, floor)
    for _each in range(moved.randint(2, 5)):
        _person(draw, moved, floor)
    for _each in range(moved.randint(6, 14)):
        _thing(draw, moved, floor)
    return picture


def _tiles(draw: ImageDraw.ImageDraw, random: Random, floor: int) -> None:
    grey = colour(random, 60, 150)
    for x in range(-400, SIZE[0] + 400, random.randint(70, 130)):
        draw.line((480 + (x - 480) * 0.6, floor, x, SIZE[1]), grey, 2)
    for step in (0.15, 0.4, 0.75):
        y = floor + (SIZE[1] - floor) * step
        draw.line((0, y, SIZE[0], y), grey, 2)


def _standing(draw: ImageDraw.ImageDraw, random: Random, floor: int) -> None:
    """A window, a notice board, a shelf of folders or a cupboard."""
    x, wide = random.randint(0, SIZE[0] - 120), random.randint(110, 260)
    kind = random.choice(("window", "board", "shelf", "cupboard"))
    top = random.randint(40, 180)
    bottom = floor + 20 if kind in ("shelf", "cupboard") else top + random.randint(110, 200)
    draw.rectangle((x, top, x + wide, bottom), colour(random), colour(random, 20, 90), 4)
    if kind == "window":
        draw.line((x + wide // 2, top, x + wide // 2, bottom), colour(random, 20, 90), 5)
        draw.line((x, (top + bottom) // 2, x + wide, (top + bottom) // 2), colour(random, 20, 90), 5)
    elif kind == "board":
        for _each in range(random.randint(4, 9)):
            left, up = x + random.randint(5, wide - 45), top + random.randint(5, max(6, bottom - top - 60))
            draw.rectangle(
                (left, up, left + random.randint(20, 40), up + random.randint(25, 50)), colour(random)
            )
    elif kind == "shelf":
        for shelf in range(top + 50, bottom, 60):
            draw.line((x, shelf, x + wide, shelf), colour(random, 20, 90), 5)
            at = x + 4
            while at < x + wide - 16:
                thick = random.randint(8, 18)
                draw.rectangle((at, shelf - random.randint(28, 44), at + thick, shelf - 3), colour(random))
                at += thick + random.randint(0, 5)
    else:
        draw.line((x + wide // 2, top, x + wide // 2, bottom), colour(random, 20, 90), 3)
        draw.ellipse((x + wide // 2 + 6, (top + bottom) // 2, x + wide // 2 + 16, (top + bottom) // 2 + 10),
                     colour(random, 20, 90))  # fmt: skip


def _chair(draw: ImageDraw.ImageDraw, random: Random, floor: int) -> None:
    x, y, tall = random.randint(10, SIZE[0] - 90), floor + random.randint(-10, 120), random.randint(60, 120)
    tint = colour(random, 30, 200)
    draw.rectangle((x, y - tall, x + 50, y - tall // 2), tint, colour(random, 10, 80), 3)
    draw.polygon(
        [(x, y - tall // 2), (x + 50, y - tall // 2), (x + 66, y - tall // 3), (x + 14, y - tall // 3)], tint
    )
    for leg in (2, 48, 64):
        draw.line((x + leg, y - tall // 3, x + leg, y + 20), colour(random, 10, 80), 4)


def _person(draw: ImageDraw.ImageDraw, random: Random, floor: int) -> None:
    """A figure without a face: evidence should not show one."""
    x, y, tall = random.randint(40, SIZE[0] - 80), floor + random.randint(20, 150), random.randint(170, 260)
    draw.rounded_rectangle((x - 30, y - tall + 50, x + 30, y - 60), 18, colour(random))
    draw.ellipse((x - 20, y - tall, x + 20, y - tall + 48), colour(random, 90, 190))
    draw.rectangle((x - 24, y - 64, x - 4, y), colour(random, 20, 120))
    draw.rectangle((x + 4, y - 64, x + 24, y), colour(random, 20, 120))


def _thing(draw: ImageDraw.ImageDraw, random: Random, floor: int) -> None:
    x, y, size = random.randint(0, SIZE[0] - 60), floor + random.randint(-30, 180), random.randint(10, 46)
    if random.random() < 0.5:
        draw.rectangle((x, y, x + size, y + size * random.uniform(0.4, 1.4)), colour(random), colour(random))
    else:
        draw.ellipse((x, y, x + size, y + size * random.uniform(0.5, 1.2)), colour(random), colour(random))
