"""Tally sheets as a counter keeps them: a printed form, strokes in fives, figures and signatures by hand."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw, ImageFont

from bench.duplicates.rooms import SIZE, colour

WORDS = (
    "REKAPITULASI", "PELAYANAN", "KUNJUNGAN", "HARIAN", "LOKET", "PENDAFTARAN", "IMUNISASI", "POSYANDU",
    "BULAN", "PUSKESMAS", "KELURAHAN", "KECAMATAN", "RAWAT", "JALAN", "GIGI", "LANSIA", "IBU", "ANAK", "UMUM", "SURAT",
)  # fmt: skip
_INKS = ((25, 35, 110), (20, 20, 25), (40, 50, 140), (120, 25, 30))


def sheet(form: str, kept_by: str, strokes: int) -> Image.Image:
    """The form of one service, filled by somebody: the first `strokes` marks are always the same for the same keeper."""
    printed, written = Random(f"form/{form}"), Random(f"form/{form}/{kept_by}")
    desk = Image.new("RGB", SIZE, colour(written, 60, 170))
    draw = ImageDraw.Draw(desk)
    for y in range(0, SIZE[1], 6):
        draw.line(
            (0, y + written.uniform(-3, 3), SIZE[0], y + written.uniform(-3, 3)), colour(written, 60, 170)
        )
    box = (90, 20, SIZE[0] - 90, SIZE[1] - 20)
    draw.rectangle(box, (244, 243, 238))
    rows, columns = _print(draw, printed, box)
    cells = [(row, column) for row in range(len(rows) - 1) for column in range(1, len(columns) - 1)]
    written.shuffle(cells)
    ink = written.choice(_INKS)
    for number in range(strokes):
        row, column = cells[(number // 5) % len(cells)]
        _stroke(draw, written, columns[column] + 6, rows[row] + 4, number, ink)
    _signature(draw, Random(f"hand/{kept_by}"), ink)
    return desk


def _print(
    draw: ImageDraw.ImageDraw, random: Random, box: tuple[int, int, int, int]
) -> tuple[list[int], list[int]]:
    left, top, right, bottom = box
    title, small = ImageFont.load_default(26), ImageFont.load_default(14)
    for line in range(2):
        words = " ".join(random.choice(WORDS) for _each in range(3))
        draw.text((left + random.randint(40, 120), top + 14 + 30 * line), words, (20, 20, 20), title)
    rows = list(range(top + 90, bottom - 90, random.randint(26, 42)))
    columns = [left + 20, left + random.randint(170, 230)]
    step = random.randint(70, 130)
    while columns[-1] + step < right - 20:
        columns.append(columns[-1] + step)
    for y in rows:
        draw.line((columns[0], y, columns[-1], y), (40, 40, 40), 2)
    for x in columns:
        draw.line((x, rows[0], x, rows[-1]), (40, 40, 40), 2)
    for number, y in enumerate(rows[:-1]):
        draw.text(
            (columns[0] + 5, y + 6), f"{number + 1}. {random.choice(WORDS).title()}", (30, 30, 30), small
        )
    return rows, columns


def _stroke(
    draw: ImageDraw.ImageDraw, random: Random, x: float, y: float, number: int, ink: tuple[int, int, int]
) -> None:
    place = number % 5
    if place == 4:
        ends = (x - 2, y + 18 + random.uniform(-3, 3), x + 26, y + 3 + random.uniform(-3, 3))
    else:
        at = x + 6 * place + random.uniform(-1.5, 1.5)
        ends = (at, y + random.uniform(-2, 3), at + random.uniform(-3, 3), y + 18 + random.uniform(-3, 3))
    draw.line(ends, ink, random.choice((2, 2, 3)))


def _signature(draw: ImageDraw.ImageDraw, random: Random, ink: tuple[int, int, int]) -> None:
    x, y = SIZE[0] - 290.0, SIZE[1] - 70.0
    points = [(x, y)]
    for _each in range(random.randint(9, 16)):
        x, y = x + random.uniform(-8, 22), SIZE[1] - 70 + random.uniform(-28, 28)
        points.append((x, y))
    draw.line(points, ink, 2, joint="curve")
