"""One IKU of a unit."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.areas.planning.forms.measured import MEASURED_LABELS, SERVICE_HELP, MeasuredForm, offer
from kinerja.areas.planning.models import Iku
from kinerja.rules.codes import Polarity


class IkuForm(MeasuredForm):
    """One IKU of a unit, with the fields of the manual IKU."""

    class Meta:
        model = Iku
        fields = [
            "goal", "name", "supports", "definition", "formula", "source", "target", "target_upper", "unit_of_measure",
            "polarity", "frequency", "consolidation", "baseline", "service", "figure",
        ]  # fmt: skip
        labels = MEASURED_LABELS | {
            "goal": gettext_lazy("Sasaran strategis"),
            "name": gettext_lazy("Indikator Kinerja Utama"),
            "supports": gettext_lazy("Mendukung IKU unit di atas"),
            "definition": gettext_lazy("Definisi operasional"),
            "formula": gettext_lazy("Rumus"),
            "source": gettext_lazy("Sumber data"),
        }
        help_texts = {"service": SERVICE_HELP}
        widgets = {
            "goal": forms.Textarea(attrs={"rows": 2}),
            "name": forms.Textarea(attrs={"rows": 2}),
            "definition": forms.Textarea(attrs={"rows": 3}),
            "formula": forms.Textarea(attrs={"rows": 2}),
            "polarity": forms.RadioSelect,
        }

    def __init__(self, *args: Any, above: list[Iku], unit_id: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_services(unit_id)
        self.fields["polarity"].choices = Polarity.choices()  # type: ignore[attr-defined]
        kept = {self.instance.supports_id} - {None}
        cause = "" if above else _("Unit di atas belum menetapkan IKU untuk periode ini.")
        offer(self.fields["supports"], Iku, above, kept, cause)
