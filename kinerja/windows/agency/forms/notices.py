"""The switches of an instansi for what leaves the house."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kinerja.base.inbox import channels
from kinerja.base.inbox.models import NoticeRule
from kinerja.tools.ui.forms import KinerjaForm

HOURS = ("quiet_from", "quiet_until", "digest_at")


class NoticeRuleForm(KinerjaForm):
    """Which channels, and own hours; empty hours are the product's."""

    on = forms.MultipleChoiceField(
        label=lazy("Kanal yang dinyalakan"), required=False, widget=forms.CheckboxSelectMultiple
    )
    quiet_from = forms.TimeField(label=lazy("Jam tenang mulai"), required=False)
    quiet_until = forms.TimeField(label=lazy("Jam tenang sampai"), required=False)
    digest_at = forms.TimeField(
        label=lazy("Ringkasan harian pukul"), required=False,
        help_text=lazy("Kosongkan ketiganya untuk memakai jam bawaan."),
    )  # fmt: skip
    reason = forms.CharField(label=lazy("Alasan"), max_length=200)

    def __init__(self, *arguments: Any, held: NoticeRule | None, **options: Any) -> None:
        known: dict[str, Any] = {"on": held.channels if held else []}
        for name in HOURS:
            value = getattr(held, name) if held else None
            known[name] = None if value is None else time(value // 60, value % 60)
        super().__init__(*arguments, initial=known, **options)
        self.fields["on"].choices = [(each.name, each.label) for each in channels.configured()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for name in HOURS:
            value = given.get(name)
            given[name] = None if value is None else value.hour * 60 + value.minute
        return given
