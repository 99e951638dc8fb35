"""A photograph: held by hand, under some light, with a sensor's noise, stored by a phone. And what people do to one."""

from __future__ import annotations

import io
from random import Random

import numpy
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont

#: pixels of a photograph; a phone's are more, and are reduced before they are kept
SHOT = (760, 570)


def photograph(scene: Image.Image, moment: str, shake: float) -> Image.Image:
    """Another moment is another photograph, also of the same scene; `shake` is how far a corner moves (parts of the side)."""
    random = Random(f"photo/{moment}")
    held = _held(scene, random, shake)
    pixels = numpy.asarray(held, dtype=numpy.float32)
    height, width = pixels.shape[:2]
    across = _light(random, width)[None, :, None]
    down = _light(random, height)[:, None, None]
    tint = numpy.array([random.uniform(0.92, 1.08) for _each in range(3)], dtype=numpy.float32)
    dice = numpy.random.default_rng(random.getrandbits(64))
    noise = dice.standard_normal((height, width, 1), numpy.float32) * random.uniform(2, 7)
    lit = pixels * (random.uniform(0.75, 1.15) + across + down) * tint + noise
    shot = Image.fromarray(numpy.clip(lit, 0, 255).astype(numpy.uint8))
    return shot.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 1.3)))


def _light(random: Random, points: int) -> numpy.ndarray:
    """Brighter at one end than at the other."""
    ends = random.uniform(-0.22, 0.22), random.uniform(-0.22, 0.22)
    return numpy.linspace(*ends, points, dtype=numpy.float32)


def _held(scene: Image.Image, random: Random, shake: float) -> Image.Image:
    width, height = scene.size
    inset = 0.03 + shake
    corners = []
    for x, y in ((0, 0), (0, 1), (1, 1), (1, 0)):
        away_x = (inset + random.uniform(-shake, shake)) * width
        away_y = (inset + random.uniform(-shake, shake)) * height
        corners += [x * width + (away_x if x == 0 else -away_x), y * height + (away_y if y == 0 else -away_y)]
    return scene.transform(SHOT, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)


def stored(picture: Image.Image, quality: int = 88) -> bytes:
    """As a phone stores it."""
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def cropped(content: bytes, random: Random) -> bytes:
    """Between three fifths and nineteen twentieths of each side."""
    picture = opened(content)
    wide, tall = (int(side * random.uniform(0.6, 0.95)) for side in picture.size)
    left, top = random.randint(0, picture.width - wide), random.randint(0, picture.height - tall)
    return stored(picture.crop((left, top, left + wide, top + tall)), random.randint(70, 92))


def rescaled(content: bytes, random: Random) -> bytes:
    picture = opened(content)
    factor = random.choice((random.uniform(0.35, 0.85), random.uniform(0.35, 0.85), random.uniform(1.2, 1.6)))
    size = (int(picture.width * factor), int(picture.height * factor))
    return stored(picture.resize(size, Image.Resampling.BICUBIC), random.randint(70, 92))


def recompressed(content: bytes, random: Random) -> bytes:
    """As messengers do it, up to three times; now and then brightened on the way."""
    for _each in range(random.randint(1, 3)):
        content = stored(opened(content), random.randint(25, 60))
    if random.random() < 0.3:
        brighter = ImageEnhance.Brightness(opened(content)).enhance(random.uniform(0.85, 1.2))
        content = stored(ImageEnhance.Contrast(brighter).enhance(random.uniform(0.85, 1.2)), 80)
    return content


def screenshot(content: bytes, random: Random) -> bytes:
    """The photo as a phone shows it: bars above and below, a status line, buttons, sometimes held across."""
    picture = opened(content)
    screen = Image.new(
        "RGB", random.choice(((720, 1520), (720, 1280), (1080, 720))), random.choice(("black", "white"))
    )
    zoom = random.choice((1.0, 1.0, 1.0, random.uniform(1.05, 1.3)))
    factor = min(screen.width / picture.width, screen.height / picture.height) * zoom
    shown = picture.resize(
        (int(picture.width * factor), int(picture.height * factor)), Image.Resampling.BICUBIC
    )
    screen.paste(shown, ((screen.width - shown.width) // 2, (screen.height - shown.height) // 2))
    draw, grey = ImageDraw.Draw(screen), (128, 128, 128)
    font = ImageFont.load_default(22)
    draw.text((24, 10), f"{random.randint(7, 16):02}.{random.randint(0, 59):02}", grey, font)
    draw.text((screen.width - 130, 10), f"{random.randint(9, 99)} %", grey, font)
    for number in range(4):
        x = screen.width * (2 * number + 1) // 8
        draw.ellipse((x - 14, screen.height - 50, x + 14, screen.height - 22), outline=grey, width=3)
    return stored(screen, random.randint(75, 95))
