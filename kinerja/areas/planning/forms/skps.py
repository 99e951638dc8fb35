"""Setting Periode, the annex, and why an agreed SKP is changed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kinerja.areas.planning.models import Approach, Period, Skp
from kinerja.areas.planning.states import ChangeReason
from kinerja.tools.ui.forms import IndonesianDateField, KinerjaForm, KinerjaModelForm


class StartForm(KinerjaForm):
    """Setting Periode: begin, end and approach of a new SKP."""

    begins = IndonesianDateField(label=gettext_lazy("Periode awal"))
    ends = IndonesianDateField(label=gettext_lazy("Periode akhir"))
    approach = forms.ChoiceField(
        label=gettext_lazy("Pendekatan"),
        choices=Approach.choices,
        widget=forms.RadioSelect,
        initial=Approach.QUANTITATIVE,
        help_text=gettext_lazy(
            "Kuantitatif: target berupa angka. Kualitatif: ukuran keberhasilan berupa kalimat."
        ),
    )
    copies_previous = forms.BooleanField(label=gettext_lazy("Salin isi SKP sebelumnya"), required=False)

    def __init__(self, *args: Any, period: Period, previous: Skp | None, **kwargs: Any) -> None:
        super().__init__(*args, initial={"begins": period.begins, "ends": period.ends}, **kwargs)
        if previous is None:
            del self.fields["copies_previous"]


class AnnexForm(KinerjaModelForm):
    """Lampiran SKP."""

    class Meta:
        model = Skp
        fields = ["support", "accountability", "consequences"]
        labels = {
            "support": gettext_lazy("Dukungan sumber daya"),
            "accountability": gettext_lazy("Skema pertanggungjawaban"),
            "consequences": gettext_lazy("Konsekuensi"),
        }
        help_texts = {
            "support": gettext_lazy("Orang, alat, anggaran, atau kewenangan yang disepakati."),
            "accountability": gettext_lazy("Kapan dan bagaimana hasilnya dilaporkan."),
            "consequences": gettext_lazy("Apa yang disepakati bila hasil tercapai atau tidak tercapai."),
        }
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in fields}


class VersionForm(KinerjaForm):
    """Why an agreed SKP is changed."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Alasan perubahan"), choices=ChangeReason.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=gettext_lazy("Penjelasan"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Apa yang berubah dan sejak kapan. Atasan membacanya sebelum menyetujui."),
    )
