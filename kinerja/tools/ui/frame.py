"""The navigation of the frame, built as strings: it stands on every page and took a third of its time as templates.

Groups are dicts of `label` and `items`; an item is a dict of `url`, `label`, `icon`, `current` and `count`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from kinerja.tools.ui import formats, markup

Item = Mapping[str, Any]


def link(item: Item, css: str) -> str:
    """One way in; the current one says so to screen readers, a count of zero is not shown."""
    current = ' aria-current="page"' if item.get("current") else ""
    count = f'<span class="count">{formats.number(item["count"])}</span>' if item.get("count") else ""
    picture = markup.icon(item.get("icon") or "circle")
    return (
        f'<a class="{css}" href="{escape(item["url"])}"{current}>{picture}'
        f"<span>{escape(item['label'])}</span>{count}</a>"
    )


def groups(navigation: Iterable[Item]) -> SafeString:
    """The left column: each group a labelled list."""
    pieces = []
    for number, group in enumerate(navigation, 1):
        label, named = group.get("label"), ""
        if label:
            pieces.append(f'<p class="nav-group" id="nav-{number}">{escape(label)}</p>')
            named = f' aria-labelledby="nav-{number}"'
        lines = "".join(f"<li>{link(item, 'nav-item')}</li>" for item in group["items"])
        pieces.append(f'<ul class="nav-list"{named}>{lines}</ul>')
    return mark_safe("".join(pieces))


def places(items: Iterable[Item]) -> SafeString:
    """The bottom bar of the phone: five at most, what comes after is only in the navigation."""
    return mark_safe("".join(link(item, "place") for item in list(items)[:5]))
