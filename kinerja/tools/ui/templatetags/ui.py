"""`{% load ui %}`: every piece of the design system; the README of this room has an example of each."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from html import escape
from typing import Any

from django import template
from django.contrib.messages import constants as levels
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import dates
from django.utils.safestring import SafeString, mark_safe

from kinerja.tools import clock
from kinerja.tools.ui import fields, formats, frame, markup
from kinerja.tools.ui.quadrants import Quadrant

register = template.Library()


# --- words for values ------------------------------------------------------------------------------------

register.filter("angka", formats.number)
register.filter("angka_utuh", formats.in_full)
register.filter("persen", formats.percent)
register.filter("rupiah", formats.rupiah)
register.filter("inisial", markup.initials)
register.simple_tag(formats.number, name="angka")
register.simple_tag(formats.percent, name="persen")
register.simple_tag(formats.rupiah, name="rupiah")
register.simple_tag(formats.day, name="tanggal")
register.filter("tanggal", formats.day)


@register.filter
def tanggal_pendek(value: date | datetime | None) -> str:
    """`3 Mar 2026`."""
    return formats.day(value, short=True)


@register.simple_tag
def moment(value: datetime | None) -> SafeString | str:
    """`hari ini 14.05 WIB`, with the exact time in its title."""
    if value is None:
        return formats.NOTHING
    said, title = escape(formats.relative(value)), escape(formats.exact(value))
    return mark_safe(f'<time datetime="{value.isoformat(timespec="seconds")}" title="{title}">{said}</time>')


@register.simple_tag
def printed_at() -> str:
    """The moment of printing, for the foot of a printed page."""
    return formats.exact(clock.now())


@register.filter
def ways(navigation: Iterable[frame.Item] | None) -> SafeString:
    """The groups of the left column."""
    return frame.groups(navigation or ())


@register.filter
def bar(places: Iterable[frame.Item]) -> SafeString:
    """The places of the bottom bar."""
    return frame.places(places)


# --- small pieces ----------------------------------------------------------------------------------------


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture of our sprite."""
    return markup.icon(name)


@register.simple_tag
def chip(label: object, tone: str = "netral", icon: str = "") -> SafeString:
    """A status chip."""
    return markup.chip(label, tone, icon)


@register.simple_tag
def pace(
    target: float,
    achieved: float,
    expected: float | None = None,
    low: float | None = None,
    high: float | None = None,
    sentence: str = "",
    tone: str = "keterangan",
) -> SafeString:
    """A pace bar. Values in the indicator's unit; Decimals and missing variables are welcome."""
    optional = [None if value in (None, "") else float(value) for value in (expected, low, high)]
    return markup.pace(markup.Pace(float(target), float(achieved), *optional), sentence, tone)


@register.simple_tag
def button(label: str, variant: str = "primary", icon: str = "", **attributes: Any) -> SafeString:
    """A button, or with `url=` a link like one. Other arguments become attributes, `_` read as `-`."""
    url, kind = attributes.pop("url", ""), attributes.pop("type", "submit")
    variant = f"{variant} {attributes.pop('class', '')}".strip()
    named = {name.replace("_", "-"): value for name, value in attributes.items()}
    return markup.button(label, variant, icon, url, kind, named)


@register.inclusion_tag("ui/empty_state.html")
def empty_state(sentence: str, url: str = "", action: str = "", icon: str = "inbox") -> dict[str, Any]:
    """One sentence of what will be here, one button that starts it."""
    return {"sentence": sentence, "url": url, "action": action, "icon": icon}


@register.inclusion_tag("ui/refusal_box.html")
def refusal(what: str, why: str = "", do: str = "", who: str = "") -> dict[str, Any]:
    """What happened, why, what to do, who can help."""
    return {"what": what, "why": why, "do": do, "who": who}


@register.inclusion_tag("ui/copy_code.html")
def copy_code(code: str, label: str) -> dict[str, Any]:
    """A code that is shown once, with a button that copies it."""
    return {"code": code, "label": label}


@register.inclusion_tag("ui/progress.html")
def progress(value: float, maximum: float = 100, label: str = "", poll: str = "") -> dict[str, Any]:
    """A bar of work under way; with `poll=` htmx asks that address every two seconds for its next state."""
    return {"value": value, "maximum": maximum, "label": label, "poll": poll}


@register.filter
def message_tone(level: int) -> str:
    """The tone of a flash message by its level."""
    if level >= levels.ERROR:
        return "bahaya"
    if level >= levels.WARNING:
        return "perhatian"
    return "baik" if level >= levels.SUCCESS else "keterangan"


@register.inclusion_tag("ui/calendar.html")
def month_calendar(
    weeks: Sequence[Any], label: str, previous_url: str = "", next_url: str = "", legend: Sequence[Any] = ()
) -> dict[str, Any]:
    """A month, Monday first: weeks of day dicts (number, word, tone, url, today, outside, free)."""
    weekdays = [
        (short, long)
        for short, long in zip(dates.WEEKDAYS_ABBR.values(), dates.WEEKDAYS.values(), strict=True)
    ]
    shown = {"weeks": weeks, "label": label, "previous_url": previous_url, "next_url": next_url}
    return {**shown, "legend": legend, "weekdays": weekdays}


@register.inclusion_tag("ui/tree.html")
def tree(nodes: Sequence[Any], label: str = "") -> dict[str, Any]:
    """A foldable tree of results: dicts with label, url, note, status, tone, open and children."""
    return {"nodes": nodes, "label": label}


@register.inclusion_tag("ui/quadrant.html")
def quadrant(
    grid: Quadrant, caption: str = "", live_rows: str = "", live_columns: str = ""
) -> dict[str, Any]:
    """The 3 × 3 grid; `live_rows` and `live_columns` are the names of the radio groups that redraw it."""
    return {**grid.shown(), "caption": caption, "live_rows": live_rows, "live_columns": live_columns}


# --- pieces around content -------------------------------------------------------------------------------


def _drawn(name: str, context: dict[str, Any]) -> SafeString:
    """A template of ours; its own escaping has made it safe."""
    return mark_safe(render_to_string(name, context))


def _slot(content: SafeString) -> SafeString:
    """What stood in the block, without white space around it; rendering the block has escaped it."""
    return mark_safe(content.strip())


@register.simple_block_tag
def page_header(content: SafeString, title: str, lead: str = "", crumbs: Sequence[Any] = ()) -> SafeString:
    """The head of a page: way back, the one h1, and inside the block the one main action."""
    return _drawn(
        "ui/page_header.html", {"title": title, "lead": lead, "crumbs": crumbs, "actions": _slot(content)}
    )


@register.simple_block_tag
def card(content: SafeString, title: str = "", tone: str = "", level: int = 2, more: str = "") -> SafeString:
    """A card with an optional title (h2; `level=3` inside another) and an optional `more` link."""
    return _drawn(
        "ui/card.html", {"content": content, "title": title, "tone": tone, "level": level, "more": more}
    )


@register.simple_block_tag
def dialog(content: SafeString, name: str, title: str) -> SafeString:
    """A native dialog, opened by whatever carries `data-dialog-open="name"`."""
    return _drawn("ui/dialog.html", {"content": content, "name": name, "title": title})


@register.simple_block_tag
def person(
    content: SafeString,
    name: str,
    post: str = "",
    url: str = "",
    note: str = "",
    photo: str = "",
    pace: str = "",
) -> SafeString:
    """A person's line: initials, name, post, pace bar, last report; the block holds the two actions."""
    return markup.person(name, post, url, note, photo, pace, _slot(content))


@register.simple_block_tag
def receipt(
    content: SafeString,
    title: str,
    lines: Sequence[Any],
    number: str = "",
    subtitle: str = "",
    foot: str = "",
    qr: str = "",
) -> SafeString:
    """Lines are dicts: label, value, reference, reference_url, note, kind (line, sum, total)."""
    shown = {"title": title, "lines": lines, "number": number, "subtitle": subtitle, "foot": foot, "qr": qr}
    return _drawn("ui/receipt.html", {**shown, "content": _slot(content)})


# --- forms -----------------------------------------------------------------------------------------------


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, help: str = "", label: str = "") -> dict[str, Any]:
    """One field with label, help and error, tied together for screen readers."""
    return fields.described(bound, help=help, label=label)


@register.inclusion_tag("ui/form_fields.html")
def form_fields(form: BaseForm, summary: bool = True) -> dict[str, Any]:
    """Error summary, hidden and visible fields of a whole form. Also known as `{% fields form %}`."""
    return {"form": form, "summary": summary}


register.inclusion_tag("ui/form_fields.html", name="fields")(form_fields)


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """What went wrong in this form, each line a link to its field."""
    return {"form": form, "mistakes": fields.mistakes(form)}


# --- finding one's way -----------------------------------------------------------------------------------


@register.inclusion_tag("ui/tabs.html")
def tabs(items: Iterable[Any], label: str = "") -> dict[str, Any]:
    """Tabs that are links: dicts with url, label, current, count."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def pagination(context: template.Context, page: "Page[Any]", name: str = "page") -> dict[str, Any]:
    """Previous and next, keeping what else is in the address."""
    query = context["request"].GET.copy() if "request" in context else QueryDict(mutable=True)
    return {
        "page": page,
        "previous": _page_address(page, -1, query, name),
        "next": _page_address(page, 1, query, name),
    }


def _page_address(page: "Page[Any]", step: int, query: QueryDict, name: str) -> str:
    """The address of the page before or after, empty where there is none."""
    number = page.number + step
    if not 1 <= number <= page.paginator.num_pages:
        return ""
    query[name] = str(number)
    return f"?{query.urlencode()}"


@register.inclusion_tag("ui/search_box.html")
def search_box(
    value: str = "", label: str = "", name: str = "q", action: str = "", target: str = ""
) -> dict[str, Any]:
    """A search by GET; with `target=` (a CSS selector) htmx refreshes that part while typing."""
    return {"value": value, "label": label, "name": name, "action": action, "target": target}
