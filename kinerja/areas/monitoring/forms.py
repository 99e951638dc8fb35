"""What a superior may type."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinerja.areas.monitoring.states import Response
from kinerja.areas.planning.models import Rhk
from kinerja.rules.codes import Behaviour
from kinerja.tools import clock
from kinerja.tools.ui.forms import IndonesianDateField, KinerjaForm

_LONGEST_WAIT = 366


class FeedbackForm(KinerjaForm):
    """Umpan balik: a few sentences, and what they are about."""

    about = forms.ChoiceField(label=_("Tentang"), required=False)
    text = forms.CharField(
        label=_("Umpan balik"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Sebut apa yang Anda lihat, akibatnya, dan langkah berikutnya."),
    )

    def __init__(self, *args: Any, rhks: list[Rhk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rhks = {str(rhk.pk): rhk for rhk in rhks}
        about: Any = self.fields["about"]
        about.choices = [
            ("", _("Umum")),
            (_("RHK"), [(key, rhk.statement) for key, rhk in self._rhks.items()]),
            (_("Perilaku kerja"), Behaviour.choices()),
        ]

    def reference(self) -> dict[str, Any]:
        """The result or the behaviour value the feedback is about, as the action takes it."""
        about = self.cleaned_data["about"]
        if about in self._rhks:
            return {"rhk": self._rhks[about]}
        return {"value": about}


class AnswerForm(KinerjaForm):
    """One form for what a superior does about a warning."""

    response = forms.ChoiceField(
        label=_("Apa yang Anda lakukan"), choices=Response.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Kesepakatan dan langkahnya"),
        min_length=10,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Siapa melakukan apa. Pegawai membacanya."),
    )
    check_on = IndonesianDateField(label=_("Dilihat lagi pada"))

    def clean_check_on(self) -> date:
        """Between tomorrow and a year from now."""
        day: date = self.cleaned_data["check_on"]
        if not 0 < (day - clock.today()).days <= _LONGEST_WAIT:
            raise forms.ValidationError(_("Pilih hari sesudah hari ini, paling lama satu tahun lagi."))
        return day


class CloseForm(KinerjaForm):
    """Why a warning is closed although its target is still out of reach."""

    reason = forms.CharField(
        label=_("Alasan menutup"),
        min_length=10,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Misalnya target yang keliru dan sedang diperbaiki, atau pekerjaan yang dihentikan."),
    )


class HelpForm(KinerjaForm):
    """What would help, in the employee's own words."""

    text = forms.CharField(
        label=_("Bantuan yang Anda perlukan"),
        min_length=10,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Misalnya tambahan tenaga, barang yang habis, atau pekerjaan lain yang perlu ditunda."),
    )
