"""Small pieces built as strings: a table of sixty people draws sixty pace bars, and a template each is slow.

Whatever comes from outside is escaped here, by `escape` or `format_html`; nothing else is marked safe.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import findall
from typing import Any

from django.templatetags.static import static
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kinerja.tools.ui import formats

#: the five tones and the picture each brings with it; colour never speaks alone
TONES = {
    "baik": "check-circle",
    "perhatian": "warning",
    "bahaya": "danger",
    "keterangan": "info",
    "netral": "circle",
}

SPRITE = "ui/icons.svg"

#: Bootstrap Icons' own names for what has a shorter one here
ALIASES = {
    "check-lg": "check",
    "check-circle-fill": "check-circle",
    "exclamation-triangle": "warning",
    "exclamation-triangle-fill": "warning",
    "exclamation-octagon": "danger",
    "exclamation-octagon-fill": "danger",
    "info-circle": "info",
    "info-circle-fill": "info",
    "plus-lg": "plus",
    "x-lg": "x",
    "calendar3": "calendar",
    "list": "menu",
    "link-45deg": "link",
    "file-earmark-text": "file",
    "file-earmark-arrow-up": "file-up",
    "file-earmark-check": "file-check",
    "chat-dots": "chat",
    "question-circle": "help",
    "box-arrow-right": "sign-out",
    "box-arrow-up-right": "external",
    "cash-coin": "money",
    "wallet2": "wallet",
    "mortarboard": "learning",
    "diagram-3": "tree",
    "bullseye": "target",
    "hourglass-split": "waiting",
    "arrow-repeat": "refresh",
    "printer": "print",
    "geo-alt": "place",
    "three-dots": "more",
    "arrow-counterclockwise": "undo",
    "speedometer": "gauge",
    "speedometer2": "gauge",
    "graph-up": "trend",
}


class UnknownPiece(ValueError):
    """A template asked for a tone or a picture that does not exist."""


@cache
def icon_names() -> frozenset[str]:
    """The pictures in our sprite."""
    sprite = Path(__file__).parent / "static" / SPRITE
    return frozenset(findall(r'<symbol id="([^"]+)"', sprite.read_text()))


@cache
def icon(name: str) -> SafeString:
    """A picture from the sprite, hidden from screen readers: the word beside it says the same.

    Kept after the first time: the sprite's address does not change while a process lives, and asking for it takes
    longer than all the rest.
    """
    name = ALIASES.get(name, name)
    if name not in icon_names():
        raise UnknownPiece(f"No icon named {name!r}; there are {', '.join(sorted(icon_names()))}")
    return mark_safe(f'<svg class="icon" aria-hidden="true"><use href="{static(SPRITE)}#{name}"></use></svg>')


def known_tone(tone: str) -> str:
    """The tone itself; an unknown one is a mistake of the caller and fails loudly."""
    if tone not in TONES:
        raise UnknownPiece(f"No tone named {tone!r}; one of {', '.join(TONES)}")
    return tone


def chip(label: Any, tone: str = "netral", picture: str = "") -> SafeString:
    """A status: word, picture and colour together."""
    drawn = icon(picture or TONES[known_tone(tone)])
    return mark_safe(f'<span class="chip chip-{tone}">{drawn}<span>{conditional_escape(label)}</span></span>')


@dataclass(frozen=True, slots=True)
class Pace:
    """Where somebody stands on the way to a target, in the indicator's unit; what is None is not drawn."""

    target: float
    achieved: float
    expected: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def scale(self) -> float:
        """The value at the right edge: a little beyond the largest thing drawn."""
        top = max(self.target, self.achieved, self.expected or 0, self.high or 0)
        return top * 1.04 if top > 0 else 1.0

    def at(self, value: float) -> str:
        """The place of a value as a percentage of the width."""
        return f"{min(max(value / self.scale, 0), 1) * 100:.2f}%"


def _band(way: Pace) -> str:
    if way.low is None or way.high is None:
        return ""
    width = max(way.high - way.low, way.scale * 0.004) / way.scale * 100
    return f'<rect class="pace-band" x="{way.at(way.low)}" y="3" width="{width:.2f}%" height="18" rx="3"/>'


def pace_svg(way: Pace, tone: str) -> str:
    """The line itself, 24 px high, without a viewBox so that it stretches and the marks do not.

    Hidden from screen readers: the sentence beside it is its equivalent in words.
    """
    expected = ""
    if way.expected is not None:
        place = way.at(way.expected)
        expected = (
            f'<line class="pace-expected" x1="{place}" x2="{place}" y1="4" y2="19"/>'
            f'<svg x="{place}" y="0" overflow="visible"><path class="pace-pointer" d="M-5 0h10L0 6z"/></svg>'
        )
    target = way.at(way.target)
    return (
        f'<svg class="pace pace-{tone}" aria-hidden="true" width="100%" height="24">'
        f'<rect class="pace-track" x="0" y="8" width="100%" height="8" rx="4"/>{_band(way)}'
        f'<rect class="pace-achieved" x="0" y="8" width="{way.at(way.achieved)}" height="8" rx="4"/>'
        f"{expected}"
        f'<line class="pace-target" x1="{target}" x2="{target}" y1="2" y2="22"/></svg>'
    )


def pace_words(way: Pace) -> str:
    """The same in words, for whoever gives no better sentence: `42 dari 60, seharusnya 45 hari ini`."""
    words = _("%(achieved)s dari %(target)s") % {
        "achieved": formats.number(way.achieved),
        "target": formats.number(way.target),
    }
    if way.expected is not None:
        words += ", " + _("seharusnya %(expected)s hari ini") % {"expected": formats.number(way.expected)}
    if way.low is not None and way.high is not None:
        words += "; " + _("diperkirakan %(low)s sampai %(high)s") % {
            "low": formats.number(way.low),
            "high": formats.number(way.high),
        }
    return words


def pace(way: Pace, sentence: str = "", tone: str = "keterangan") -> SafeString:
    """The pace bar with its sentence beside it."""
    drawn = mark_safe(pace_svg(way, known_tone(tone)))
    return format_html(
        '<div class="pace-line">{}<p class="pace-words">{}</p></div>', drawn, sentence or pace_words(way)
    )


def initials(name: str) -> str:
    """Two letters for the round picture: titles before a point or after a comma do not count."""
    words = [word for word in name.split(",")[0].split() if not word.endswith(".")]
    letters = [word[0].upper() for word in words if word[0].isalpha()]
    return "".join(letters[:1] + letters[-1:] if len(letters) > 1 else letters) or "?"


def button(
    label: Any, variant: str, picture: str, url: str, kind: str, attributes: Mapping[str, object]
) -> SafeString:
    """A button, or a link that looks like one; `True` as a value makes a bare attribute, empty ones are left out."""
    extra = "".join(
        f" {escape(name)}" if value is True else f' {escape(name)}="{escape(value)}"'
        for name, value in attributes.items()
        if value not in (None, "", False)
    )
    inside = (icon(picture) if picture else "") + conditional_escape(label)
    if url:
        return mark_safe(
            f'<a class="btn btn-{escape(variant)}" href="{conditional_escape(url)}"{extra}>{inside}</a>'
        )
    return mark_safe(
        f'<button class="btn btn-{escape(variant)}" type="{escape(kind)}"{extra}>{inside}</button>'
    )


def _part(css: str, content: Any, tag: str = "p") -> str:
    return f'<{tag} class="{css}">{conditional_escape(content)}</{tag}>' if content else ""


def person(
    name: str, post: str, url: str, note: Any, photo: str, pace: Any, actions: SafeString
) -> SafeString:
    """A person's line; `note`, `pace` and `actions` may be markup already."""
    face: str = (
        format_html('<img src="{}" alt="" width="40" height="40" loading="lazy">', photo)
        if photo
        else initials(name)
    )
    called: str = format_html('<a href="{}">{}</a>', url, name) if url else name
    return mark_safe(
        f'<div class="person"><span class="initials" aria-hidden="true">{conditional_escape(face)}</span>'
        f'<div class="person-who">{_part("person-name", called)}{_part("person-post", post)}</div>'
        f"{_part('person-pace', pace, 'div')}{_part('person-note', note)}{_part('person-actions', actions, 'div')}</div>"
    )
