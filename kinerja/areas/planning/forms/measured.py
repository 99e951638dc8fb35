"""What the forms of IKU and indicators share."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.areas.service_quality.queries import linkable
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

    def offer_services(self, unit_id: UUID) -> None:
        """Which services may feed it: those of its unit and of the units below."""
        field: Any = self.fields["service"]
        field.queryset = linkable(unit_id, self.instance.service_id)
        field.label_from_instance = lambda service: f"{service.name} ({service.unit.name})"
        field.empty_label = _("Tidak, angkanya dilaporkan orang")
        self.fields["figure"].required = False

    def clean(self) -> dict[str, Any]:
        """The upper end must lie above the target, and belongs to a range."""
        given = super().clean() or {}
        low, high = given.get("target"), given.get("target_upper")
        if given.get("service") is None:
            given["figure"] = ""
        elif not given.get("figure"):
            self.add_error("figure", _("Layanan sudah dipilih. Pilih pula angka mana yang dihitung darinya."))
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


SERVICE_HELP = gettext_lazy("Bila dipilih, kemajuannya mengikuti volume layanan itu dan tidak diketik lagi.")
MEASURED_LABELS = {
    "unit_of_measure": gettext_lazy("Satuan"),
    "polarity": gettext_lazy("Arah"),
    "consolidation": gettext_lazy("Cara menggabungkan angka"),
    "frequency": gettext_lazy("Periode pengukuran"),
    "service": gettext_lazy("Dihitung dari volume layanan"),
    "figure": gettext_lazy("Angka yang dihitung"),
}


def offer(field: Any, model: Any, offered: list[Any], kept: set[Any], cause: str) -> None:
    field.queryset = model.objects.filter(pk__in={line.pk for line in offered} | kept)
    field.empty_label = _("Belum dipilih")
    if cause:
        field.help_text = cause
