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


def _sentences(label: Any, help_text: Any, *, most: int = 1_000, rows: int = 2) -> forms.CharField:
    """A few sentences that somebody else will read: a word or two do not say enough."""
    return forms.CharField(
        label=label,
        min_length=10,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )


class AnswerForm(KinerjaForm):
    """One form for what a superior does about a warning."""

    response = forms.TypedChoiceField(
        label=_("Apa yang Anda lakukan"), choices=Response.choices, coerce=Response, widget=forms.RadioSelect
    )
    text = _sentences(
        _("Kesepakatan dan langkahnya"), _("Siapa melakukan apa. Pegawai membacanya."), most=2_000, rows=3
    )
    check_on = IndonesianDateField(label=_("Dilihat lagi pada"))

    def clean_check_on(self) -> date:
        """Between tomorrow and a year from now."""
        return soon(self.cleaned_data["check_on"])


def soon(day: date, *, earliest: int = 1) -> date:
    """A day to meet or to look again, `earliest` days from now at the soonest; refused when it is past or out of sight."""
    if not earliest <= (day - clock.today()).days <= _LONGEST_WAIT:
        raise forms.ValidationError(
            _("Pilih hari sesudah hari ini, paling lama satu tahun lagi.")
            if earliest
            else _("Pilih hari ini atau sesudahnya, paling lama satu tahun lagi.")
        )
    return day


class CloseForm(KinerjaForm):
    """Why a warning is closed although its target is still out of reach."""

    reason = _sentences(
        _("Alasan menutup"),
        _("Misalnya target yang keliru dan sedang diperbaiki, atau pekerjaan yang dihentikan."),
    )


class HelpForm(KinerjaForm):
    """What would help, in the employee's own words."""

    text = _sentences(
        _("Bantuan yang Anda perlukan"),
        _("Misalnya tambahan tenaga, barang yang habis, atau pekerjaan lain yang perlu ditunda."),
        rows=3,
    )


class TalkForm(KinerjaForm):
    """When the next talk is, and about what."""

    day = IndonesianDateField(label=_("Hari dialog"))
    subject = forms.CharField(
        label=_("Pokok pembicaraan"),
        min_length=5,
        max_length=200,
        help_text=_(
            "Misalnya capaian triwulan, hambatan di poli, atau rencana bulan depan. Pegawai membacanya."
        ),
    )

    def clean_day(self) -> date:
        """Today at the soonest."""
        return soon(self.cleaned_data["day"], earliest=0)


class HeldForm(KinerjaForm):
    """What was agreed in the talk."""

    outcome = _sentences(
        _("Yang disepakati"), _("Siapa melakukan apa, sampai kapan. Pegawai membacanya."), most=2_000, rows=4
    )


class DisplayForm(KinerjaForm):
    """What a screen is called, so that its link can be found again and taken back."""

    name = forms.CharField(
        label=_("Nama layar"), max_length=80, help_text=_("Misalnya “Ruang rapat lantai 2” atau “Lobi”.")
    )
