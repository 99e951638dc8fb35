"""What the forms of IKU and indicators share."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.rules.codes import Polarity
from kinerja.tools.ui.forms import IndonesianDecimalField, KinerjaModelForm


class MeasuredForm(KinerjaModelForm):
    """What IKU and indicators share: numbers typed the Indonesian way, range only when the direction asks for it."""

    target = IndonesianDecimalField(label=gettext_lazy("Target"), max_digits=18, decimal_places=4)
    target_upper = IndonesianDecimalField(
        label=gettext_lazy("Batas atas rentang"),
        required=False,
        max_digits=18,
        decimal_places=4,
        help_text=gettext_lazy("Hanya bila targetnya rentang: target menjadi batas bawah."),
    )
    baseline = IndonesianDecimalField(
        label=gettext_lazy("Angka awal"), required=False, max_digits=18, decimal_places=4
    )

    def clean(self) -> dict[str, Any]:
        """The upper end must lie above the target, and belongs to a range."""
        given = super().clean() or {}
        low, high = given.get("target"), given.get("target_upper")
        if low is not None and low < 0:
            self.add_error(
                "target", _("Target tidak boleh di bawah nol. Balik arahnya bila makin rendah makin baik.")
            )
        if given.get("polarity") == Polarity.STABILIZE and high is None and "target_upper" not in self.errors:
            self.add_error(
                "target_upper", _("Arah “dijaga dalam rentang” memerlukan batas atas. Isi batas atasnya.")
            )
        if low is not None and high is not None and high <= low:
            self.add_error(
                "target_upper", _("Batas atas harus lebih besar daripada target. Periksa kedua angkanya.")
            )
        return given


MEASURED_LABELS = {
    "unit_of_measure": gettext_lazy("Satuan"),
    "polarity": gettext_lazy("Arah"),
    "consolidation": gettext_lazy("Cara menggabungkan angka"),
    "frequency": gettext_lazy("Periode pengukuran"),
}


def offer(field: Any, model: Any, offered: list[Any], kept: set[Any], cause: str) -> None:
    field.queryset = model.objects.filter(pk__in={line.pk for line in offered} | kept)
    field.empty_label = _("Belum dipilih")
    if cause:
        field.help_text = cause
