"""What people type about services, and how a mistake is answered."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kinerja.areas.service_quality.actions.counting import Figures
from kinerja.areas.service_quality.intake import MOST_A_DAY
from kinerja.areas.service_quality.models import Delivery, Service, Standard
from kinerja.base.organization.models import Person
from kinerja.rules.service_quality.codes import HealthService
from kinerja.tools import clock
from kinerja.tools.keys import uuid7
from kinerja.tools.ui.forms import IndonesianDateField, KinerjaForm, TableFileField


class StandardForm(KinerjaForm):
    """What is promised from a day on."""

    begins = IndonesianDateField(label=lazy("Berlaku mulai"), initial=clock.today)
    standard = forms.CharField(
        label=lazy("Standar yang diikuti"),
        max_length=300,
        help_text=lazy("Peraturan atau SOP yang menjadi acuan. Contoh: PMK 6/2024, SOP Poli Umum 2026."),
    )
    requirements = forms.CharField(
        label=lazy("Persyaratan"), max_length=2000, widget=forms.Textarea({"rows": 3})
    )
    duration = forms.IntegerField(label=lazy("Waktu penyelesaian"), min_value=1, max_value=10_000)
    span = forms.ChoiceField(label=lazy("Satuan waktu"), choices=Standard.Span.choices)
    cost = forms.CharField(
        label=lazy("Biaya"),
        max_length=200,
        help_text=lazy("Contoh: Gratis bagi peserta JKN; umum Rp10.000 (Perda tarif)."),
    )
    product = forms.CharField(label=lazy("Produk layanan"), max_length=300)
    promise = forms.CharField(
        label=lazy("Maklumat pelayanan"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=lazy("Janji kepada warga, dengan kalimat yang dimengerti warga."),
    )


class ServiceForm(StandardForm):
    """A new service with its first standard."""

    code = forms.CharField(
        label=lazy("Kode layanan"),
        max_length=40,
        help_text=lazy("Untuk berkas impor dan sistem lain, tidak dapat diubah. Contoh: PKM01-RJ."),
    )
    name = forms.CharField(
        label=lazy("Nama layanan"),
        max_length=200,
        help_text=lazy("Contoh: Kunjungan pasien rawat jalan."),
    )
    unit_of_measure = forms.CharField(label=lazy("Satuan"), max_length=60, help_text=lazy("Contoh: orang."))
    spm = forms.ChoiceField(
        label=lazy("Pelayanan SPM kesehatan"),
        required=False,
        help_text=lazy(
            "Pilih bila layanan ini salah satu dari pelayanan dasar SPM. Sasarannya diisi sesudahnya."
        ),
    )
    has_standard = forms.BooleanField(
        label=lazy("Hitung juga yang dilayani sesuai standar"), required=False, initial=True
    )
    field_order = ["code", "name", "unit_of_measure", "spm", "has_standard"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(code, _(label)) for code, label in HealthService.choices()]
        self.fields["spm"].choices = [("", _("Bukan pelayanan SPM")), *choices]  # type: ignore[attr-defined]


class PopulationForm(KinerjaForm):
    """Who must be served in a year."""

    year = forms.IntegerField(label=lazy("Tahun"), min_value=2000, max_value=2100)
    people = forms.IntegerField(label=lazy("Sasaran setahun (orang)"), max_value=10**8)
    source = forms.CharField(
        label=lazy("Sumber data"),
        max_length=200,
        help_text=lazy("Contoh: SK Kepala Dinas Kesehatan 440/12/2026."),
    )
    reason = forms.CharField(
        label=lazy("Alasan perubahan"),
        max_length=300,
        required=False,
        help_text=lazy("Wajib bila sasaran tahun itu sudah pernah ditetapkan."),
    )


class ClosingForm(KinerjaForm):
    """The last day of a service."""

    last = IndonesianDateField(label=lazy("Hari terakhir layanan diberikan"), initial=clock.today)
    reason = forms.CharField(label=lazy("Alasan"), max_length=300)


class VolumeForm(KinerjaForm):
    """Figures of one service, by a named officer or without a name."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    officer = forms.ModelChoiceField(
        Person.objects.none(), label=lazy("Petugas"), required=False, empty_label=lazy("Tanpa nama petugas")
    )
    served = forms.IntegerField(label=lazy("Dilayani"), min_value=0, max_value=MOST_A_DAY)
    to_standard = forms.IntegerField(
        label=lazy("Di antaranya sesuai standar"), min_value=0, max_value=MOST_A_DAY
    )

    def __init__(self, *args: Any, service: Service, staff: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        officer: Any = self.fields["officer"]
        officer.queryset = Person.objects.filter(pk__in=[person.pk for person in staff]).order_by("name")
        officer.label_from_instance = lambda person: person.full_name
        self.fields["served"].label = _("Dilayani (%(unit)s)") % {"unit": service.unit_of_measure}
        if not service.has_standard:
            del self.fields["to_standard"]

    def figures(self) -> Figures:
        """What was typed, as the acts take it."""
        return Figures(self.cleaned_data["served"], self.cleaned_data.get("to_standard"))


class CounterForm(VolumeForm):
    """So many more than before; a minus takes back what was pressed too often."""

    served = forms.IntegerField(min_value=-MOST_A_DAY, max_value=MOST_A_DAY, initial=0)
    to_standard = forms.IntegerField(
        label=lazy("Di antaranya sesuai standar"), min_value=-MOST_A_DAY, max_value=MOST_A_DAY, initial=0
    )


class CorrectionForm(VolumeForm):
    """The figures of a day as they should be."""

    reason = forms.CharField(
        label=lazy("Alasan perbaikan"),
        max_length=300,
        help_text=lazy("Tersimpan dalam riwayat. Contoh: lembar hitung loket 2 baru diterima."),
    )


class UploadForm(KinerjaForm):
    """A file of volumes; its content is judged when it is read."""

    file = TableFileField(
        label=lazy("Berkas"),
        help_text=lazy(
            "CSV atau XLSX, paling besar 5 MB dan 20.000 baris. Tidak ada yang berubah sebelum Anda melihat pratinjaunya."
        ),
    )


class ApplyForm(KinerjaForm):
    """Why stored figures change, asked only when some do."""

    reason = forms.CharField(
        label=lazy("Alasan mengganti angka yang sudah tercatat"),
        max_length=300,
        help_text=lazy("Tersimpan dalam riwayat."),
    )

    def __init__(self, *args: Any, delivery: Delivery, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not delivery.result.get("changed"):
            self.fields["reason"].required = False
            self.fields["reason"].widget = forms.HiddenInput()
