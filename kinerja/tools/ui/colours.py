"""Whether two colours can be told apart, and the colour an instansi brings along.

The measure is WCAG 2.2's relative luminance and contrast ratio (success criterion 1.4.3: at least 4.5 for text).
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LEAST = 4.5

_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`: 0 for black, 1 for white."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21; the order does not matter."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def tint(colour: str) -> str:
    """A tenth of the colour in white: the ground of the current place in the navigation."""
    shares = [round(int(colour[start : start + 2], 16) * 0.1 + 255 * 0.9) for start in (1, 3, 5)]
    return "#" + "".join(f"{share:02x}" for share in shares)


def check_primary(colour: str) -> str:
    """The colour of an instansi in small letters; a ValidationError if it cannot be read on its own tint."""
    if not _HEX.fullmatch(colour):
        sentence = _("“%(colour)s” bukan kode warna. Contoh penulisan: #0b4f6c.")
        raise ValidationError(sentence, "invalid", {"colour": colour})
    ratio = contrast(colour, tint(colour))
    if ratio < LEAST:
        sentence = _(
            "Warna %(colour)s terlalu terang: kontrasnya dengan latar %(ratio)s, paling sedikit 4,5. "
            "Pilih warna yang lebih gelap agar tulisannya terbaca."
        )
        raise ValidationError(
            sentence, "too_bright", {"colour": colour, "ratio": f"{ratio:.1f}".replace(".", ",")}
        )
    return colour.lower()


def stylesheet(colour: str) -> str:
    """CSS that gives the light theme an instansi's colour; it has its own address: pages carry no inline style."""
    primary = check_primary(colour)
    ours = f"--primary: {primary}; --primary-hover: {primary}; --primary-tint: {tint(primary)};"
    return (
        f':root[data-theme="light"] {{ {ours} }}\n'
        f"@media (prefers-color-scheme: light) {{ :root:not([data-theme]) {{ {ours} }} }}\n"
    )
