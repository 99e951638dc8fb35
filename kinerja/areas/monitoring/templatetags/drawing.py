"""The lines of the board built as strings: sixty people are sixty lines, and a template each took most of the page's time.

Whatever comes from outside is escaped here; what is repeated in every line (words, addresses) is made once.
"""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from html import escape
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kinerja.areas.monitoring.queries import Row
from kinerja.areas.monitoring.templatetags.sparks import spark
from kinerja.base.ledger import topics
from kinerja.rules.codes import PaceState
from kinerja.tools import clock
from kinerja.tools.live.templatetags.live import live_part
from kinerja.tools.ui import formats, markup
from kinerja.tools.ui.templatetags.ui import moment

_NOBODY = UUID(int=0)


@lru_cache
def _around(name: str) -> tuple[str, str]:
    """What stands before and after a person's key in an address."""
    before, _key, after = reverse(name, args=[_NOBODY]).partition(str(_NOBODY))
    return before, after


def _address(name: str, person_id: UUID) -> str:
    before, after = _around(name)
    return f"{before}{person_id}{after}"


def _button(label: str) -> tuple[str, str]:
    """What stands before and after the address in a button of a line."""
    before, _place, after = markup.button(label, "secondary btn-sm", "", "@", "submit", {}).partition("@")
    return before, after


class Words:
    """The words every line repeats, in the reader's language."""

    def __init__(self) -> None:
        self.pace, self.last, self.waiting = _("Laju"), _("Laporan terakhir"), _("Menunggu")
        self.actions, self.talk = _("Tindakan"), _("Dialog berikutnya")
        self.plan, self.overdue = _("Jadwalkan"), _("lewat")
        self.look, self.say = _button(_("Lihat bukti")), _button(_("Beri umpan balik"))
        self._chips: dict[tuple[str, int], str] = {}

    def chip(self, state: PaceState, number: int, tone: str) -> str:
        """So many results in that state; a team has few different ones."""
        drawn = self._chips.get((state.value, number))
        if drawn is None:
            drawn = self._chips[state.value, number] = markup.chip(f"{number} {_(state.label)}", tone)
        return drawn

    @cached_property
    def without_skp(self) -> SafeString:
        return markup.chip(_("Belum ada SKP disetujui"), "perhatian")

    @cached_property
    def never(self) -> str:
        return f'<span class="hint">{_("belum pernah")}</span>'


def rows(found: Iterable[Row]) -> SafeString:
    """All lines, one under the other."""
    words = Words()
    return mark_safe("".join(f"{row(each, words)}\n" for each in found))


def row(found: Row, words: Words, *, changed: bool = False) -> SafeString:
    """One person: name and post, how the results stand, the last report, what waits, the next talk, the two actions."""
    seat, sent = found.seat, found.last_sent_at
    glow = ' class="just-changed"' if changed else ""
    member = _address("monitoring:member", seat.person_id)
    say = _address("monitoring:give_feedback", seat.person_id)
    (look, looked), (speak, spoken) = words.look, words.say
    buttons = f"{look}{member}{looked}{speak}{say}{spoken}"
    return mark_safe(
        f"<tr{glow}{_listening(found)}>\n"
        f'<th scope="row"><a href="{member}">{escape(seat.name)}</a><br>'
        f'<span class="hint">{escape(seat.position_title)} · {escape(seat.unit_name)}</span></th>\n'
        f'<td data-label="{words.pace}">{_standing(found, words) if found.has_skp else words.without_skp}</td>\n'
        f'<td data-label="{words.last}">{moment(sent) if sent else words.never}</td>\n'
        f'<td class="number" data-label="{words.waiting}">{formats.number(found.waiting)}</td>\n'
        f'<td data-label="{words.talk}">{_talk(found, words)}</td>\n'
        f'<td data-label="{words.actions}"><span class="btn-row">{buttons}</span></td>\n</tr>'
    )


def _listening(found: Row) -> str:
    person_id = found.seat.person_id
    address = _address("monitoring:row", person_id)
    return f' {live_part(topics.person(person_id))} hx-get="{address}" hx-swap="outerHTML"'


def _talk(found: Row, words: Words) -> str:
    """The day of the next talk, a way to set or move it; a day that has passed says so."""
    address, day = _address("monitoring:talk", found.seat.person_id), found.beside.talk_on
    name = escape(found.seat.name)
    if day is None:
        return f'<a href="{address}">{words.plan}<span class="visually-hidden">: {name}</span></a>'
    late = f' <span class="talk-late">{words.overdue}</span>' if day < clock.today() else ""
    said = formats.day(day, short=True)
    return f'<a href="{address}" title="{escape(found.beside.talk_subject)}">{said}</a>{late}'


def _standing(found: Row, words: Words) -> str:
    """A chip for each state, and in words the result that stands worst."""
    chips = "".join(f"{words.chip(state, number, tone)} " for state, number, tone in found.counts())
    worst, said = found.worst, ""
    if worst is not None and worst.tone != "baik":
        sentence = worst.verdict.steps[0].sentence(_)
        said = f'<br><span class="hint">{escape(worst.indicator.name)}: {escape(sentence)}</span>'
    drawn = spark(worst.indicator.name, found.beside.trail) if worst and found.beside.trail else ""
    return f'<span class="pace-cell">{drawn}<span><span class="chips">{chips}</span>{said}</span></span>'
