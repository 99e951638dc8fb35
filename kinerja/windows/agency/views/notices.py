"""What leaves the house: the instansi's switches and hours, and how many notices went where, in totals."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.base.access.doors import Request, door
from kinerja.base.inbox import addresses, channels, hours, records, switching
from kinerja.base.inbox.models import State
from kinerja.windows.agency.forms.notices import NoticeRuleForm
from kinerja.windows.agency.views.pages import Act, act_page, both, show, typed

TAB = "agency:notices"


@dataclass(frozen=True, slots=True)
class Row:
    """A channel in totals of thirty days."""

    label: Any
    is_on: bool
    listeners: int
    paused: int
    sent: int
    waiting: int
    failed: int


def _rows() -> list[Row]:
    held, totals, heard = addresses.rule(), records.totals(), records.listeners()
    rows = []
    for channel in channels.configured():
        counts = totals.get(channel.name, {})
        listeners, paused = heard.get(channel.name, (0, 0))
        waiting = counts.get(State.WAITING, 0) + counts.get(State.SENDING, 0)
        failed = sum(counts.get(state, 0) for state in (State.FAILED, State.GAVE_UP, State.UNSURE))
        is_on = addresses.usable(channel.name, held) is not None
        rows.append(Row(channel.label, is_on, listeners, paused, counts.get(State.SENT, 0), waiting, failed))
    return rows


@require_safe
@door("notices.manage")
def notices(request: Request) -> HttpResponse:
    """Every channel of this installation, whether it is on here, and what went through it."""
    return show(request, "notices", TAB, rows=_rows(), hours=hours.hours_of(addresses.rule()))


@both
@door("notices.manage")
def notices_change(request: Request) -> HttpResponse:
    """Atur saklar."""
    words = Act(
        title=_("Atur pemberitahuan di luar"), button=_("Simpan"), back=reverse(TAB), said=_("Pengaturan disimpan."),
        tab=TAB,
        lead=_("Yang keluar hanya satu kalimat tetap, jumlah, dan tautan. Tiap pegawai memilih dan mengonfirmasi sendiri."),
    )  # fmt: skip
    form = NoticeRuleForm(typed(request), held=addresses.rule())
    return act_page(request, words, form, switching.set_rule)
