"""Pictures with something on them: the same seed draws the same room of boxes."""

import io
from random import Random

from PIL import Image, ImageDraw


def drawing(seed: int, size: tuple[int, int] = (800, 600)) -> Image.Image:
    random = Random(seed)  # noqa: S311 - a picture that anybody can draw again
    picture = Image.new("RGB", size, "#e8e4da")
    pen = ImageDraw.Draw(picture)
    for _each in range(90):
        x, y = random.randrange(size[0]), random.randrange(size[1])
        width, height = random.randint(10, 90), random.randint(10, 90)
        ink = (random.randrange(256), random.randrange(256), random.randrange(256))
        draw = random.choice((pen.rectangle, pen.ellipse))
        draw((x, y, x + width, y + height), ink, (20, 20, 20))
    return picture


def jpeg(picture: Image.Image, quality: int = 85) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def on_a_screen(picture: Image.Image) -> Image.Image:
    """As a phone shows it, with bars above and below and the hour."""
    screen = Image.new("RGB", (720, 1280), "black")
    shown = picture.resize((720, 720 * picture.height // picture.width))
    screen.paste(shown, (0, (1280 - shown.height) // 2))
    ImageDraw.Draw(screen).text((24, 10), "08.15", "#808080")
    return screen
