"""What a person may type in assessment, and how a mistake is answered."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from kinerja.areas.assessment.actions import Choice
from kinerja.areas.assessment.models import Review
from kinerja.areas.assessment.queries import RhkFact
from kinerja.areas.planning.models import Period
from kinerja.rules.assessment.berakhlak import VALUES
from kinerja.rules.assessment.organisation_predicate import CRITERIA
from kinerja.rules.codes import OrganisationPredicate, Rating
from kinerja.tools.ui.forms import IndonesianDateField, KinerjaForm, KinerjaModelForm

REASON = 20


def _translated(text: str) -> Any:
    """A label of the rules in the language of the reader, at the moment it is shown."""
    return lazy(gettext, str)(text)


RATINGS = [(rating.value, _translated(rating.label)) for rating in Rating]


def _reason(label: Any, least: int = REASON, **extra: Any) -> forms.CharField:
    return forms.CharField(
        label=label, min_length=least, max_length=4000, widget=forms.Textarea({"rows": 4}), **extra
    )


class ReviewForm(KinerjaModelForm):
    """A period of assessment: nama, awal, akhir, batas."""

    period = forms.ModelChoiceField(Period.objects.none(), label=_("Periode kinerja"))
    begins = IndonesianDateField(label=_("Awal"))
    ends = IndonesianDateField(label=_("Akhir"))
    fill_until = IndonesianDateField(
        label=_("Batas penilaian"), help_text=_("Hari terakhir penilai menetapkan predikat.")
    )

    class Meta:
        model = Review
        fields = ["period", "name", "begins", "ends", "fill_until"]
        labels = {"name": _("Nama")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        period = self.fields["period"]
        assert isinstance(period, forms.ModelChoiceField)
        period.queryset = Period.objects.open()

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        begins, ends, until = values.get("begins"), values.get("ends"), values.get("fill_until")
        if begins and ends and begins >= ends:
            self.add_error("ends", _("Hari terakhir harus sesudah hari pertama. Perbaiki salah satunya."))
        if ends and until and until < ends:
            self.add_error("fill_until", _("Batas penilaian tidak boleh sebelum hari terakhir periode ini."))
        return values


class CloseReviewForm(KinerjaForm):
    """Closing with people missing needs a tick and a reason; the action decides whether it does."""

    confirmed = forms.BooleanField(label=_("Tutup walaupun masih ada yang belum ditetapkan"), required=False)
    reason = forms.CharField(
        label=_("Alasan"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3})
    )


class ReopenReviewForm(KinerjaForm):
    """Why a closed review is opened again."""

    reason = _reason(_("Alasan membuka kembali"), 10)


class UnitPredicateForm(KinerjaForm):
    """The leader's choice with both inputs beside it."""

    expectation = forms.ChoiceField(
        label=_("Ekspektasi Anda atas unit ini"), choices=RATINGS, widget=forms.RadioSelect,
        help_text=_("Masukan kedua, di samping capaian perjanjian kinerja."),
    )  # fmt: skip
    predicate = forms.ChoiceField(
        label=_("Predikat unit"), widget=forms.RadioSelect,
        choices=[
            (each.predicate.value, lazy(lambda c: f"{gettext(c.predicate.label)}: {gettext(c.sentence)}", str)(each))
            for each in CRITERIA
        ],
    )  # fmt: skip
    reason = _reason(
        _("Alasan"), help_text=_("Dibaca pimpinan unit dan tercantum pada kwitansi setiap pegawainya.")
    )
    #: the row that was in force when the page was drawn
    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def chosen(self) -> dict[str, Any]:
        """The arguments of the action."""
        values = self.cleaned_data
        return {
            "predicate": OrganisationPredicate(values["predicate"]),
            "expectation": Rating(values["expectation"]),
            "reason": values["reason"],
            "seen": values["seen"],
        }


class CurveNoteForm(KinerjaForm):
    """Why the spread of predikat departs from the pattern."""

    unit = forms.UUIDField(widget=forms.HiddenInput)
    text = _reason(_("Alasan sebaran ini"))


class ReopenForm(KinerjaForm):
    """Why a signed decision is opened again."""

    reason = _reason(_("Alasan membuka lagi"), help_text=_("Dibaca pegawai yang dinilai."))


class RatingForm(KinerjaForm):
    """Two ratings, the rater's view of each RHK, what to work on, and a reason. A draft may be incomplete."""

    work = forms.ChoiceField(
        label=_("Hasil kerja"), choices=RATINGS, required=False, widget=forms.RadioSelect
    )
    behaviour = forms.ChoiceField(
        label=_("Perilaku kerja"), choices=RATINGS, required=False, widget=forms.RadioSelect
    )
    weak_values = forms.MultipleChoiceField(
        label=_("Nilai yang perlu diperbaiki"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(each.code.value, _translated(each.label)) for each in VALUES],
        help_text=_("Wajib dipilih bila perilaku kerja di bawah ekspektasi."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Alasan"), max_length=4000, required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("Wajib untuk predikat selain Baik, bila berbeda dari saran, dan bila seluruh tim dinilai sama."),
    )  # fmt: skip

    def __init__(self, *args: Any, rhks: Sequence[RhkFact] = (), **kwargs: Any) -> None:
        self._rhks = {f"rhk-{each.rhk.pk}": each for each in rhks}
        super().__init__(*args, **kwargs)
        for name, each in self._rhks.items():
            self.fields[name] = forms.ChoiceField(
                label=gettext_lazy("Penilaian RHK ini"), required=False,
                choices=[("", _("ikuti saran")), *RATINGS], initial=each.given.value if each.given else "",
                error_messages={"invalid_choice": _("Pilihan penilaian RHK itu tidak tersedia. Pilih dari daftar.")},
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if "sign" in self.data:
            for name in ("work", "behaviour"):
                if name in values and not values[name]:
                    self.add_error(
                        name, ValidationError(_("Pilih salah satu sebelum menandatangani."), "required")
                    )
        return values

    def chosen(self) -> Choice:
        """The argument of the action."""
        values = self.cleaned_data
        return Choice(
            work=values["work"],
            behaviour=values["behaviour"],
            reason=values["reason"],
            weak_values=values["weak_values"],
            rhks={each.rhk.pk: values[name] for name, each in self._rhks.items() if values[name]},
        )

    def rhk_fields(self) -> dict[UUID, Any]:
        """The bound field of each RHK, by its id."""
        return {each.rhk.pk: self[name] for name, each in self._rhks.items()}
