"""How an SKP's state and an indicator's target are said on every page."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Agreement, Period, Skp
from kinerja.areas.planning.models.measured import Measured
from kinerja.areas.planning.states import AgreementState, PeriodState, SkpState
from kinerja.tools.ui import formats, markup

register = template.Library()

_SKP_TONES = {
    SkpState.DRAFT: ("netral", "pencil"),
    SkpState.PROPOSED: ("keterangan", "clock"),
    SkpState.RETURNED: ("perhatian", "undo"),
    SkpState.AGREED: ("baik", "check"),
    SkpState.REPLACED: ("netral", "clock-history"),
}
_PERIOD_TONES = {PeriodState.DRAFT: "netral", PeriodState.OPEN: "baik", PeriodState.CLOSED: "netral"}


@register.simple_tag
def skp_chip(skp: Skp | None) -> SafeString:
    """The state of an SKP; "Belum dibuat" when there is none."""
    if skp is None:
        return markup.chip(_("Belum dibuat"), "bahaya", "")
    tone, icon = _SKP_TONES[SkpState(skp.state)]
    return markup.chip(skp.get_state_display(), tone, icon)


@register.simple_tag
def period_chip(period: Period) -> SafeString:
    """The state of a period."""
    return markup.chip(period.get_state_display(), _PERIOD_TONES[PeriodState(period.state)], "")


@register.simple_tag
def agreement_chip(agreement: Agreement) -> SafeString:
    """The state of a Perjanjian Kinerja."""
    tone = "baik" if agreement.state == AgreementState.SIGNED else "netral"
    return markup.chip(agreement.get_state_display(), tone, "")


@register.filter
def target(measured: Measured) -> str:
    """`2.400 orang`, or `80 sampai 90 persen` for a range."""
    low = formats.in_full(measured.target)
    if measured.target_upper is not None:
        low = _("%(low)s sampai %(high)s") % {"low": low, "high": formats.in_full(measured.target_upper)}
    return f"{low} {measured.unit_of_measure}"


@register.filter
def shown(value: object) -> str:
    """A value in a table of changes: numbers and days as Indonesians write them, an empty one as a dash."""
    if value in (None, ""):
        return formats.NOTHING
    if hasattr(value, "year"):
        return formats.day(value)  # type: ignore[arg-type]
    return formats.in_full(value) if hasattr(value, "quantize") else str(value)  # type: ignore[arg-type]
