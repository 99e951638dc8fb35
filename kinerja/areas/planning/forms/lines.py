"""The lines of an SKP and the IKU of a unit: results, indicators in numbers or in words."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.areas.planning.forms.measured import MEASURED_LABELS, SERVICE_HELP, MeasuredForm, offer
from kinerja.areas.planning.models import Iku, Indicator, Rhk, Share, Skp
from kinerja.areas.planning.queries.skps import Support
from kinerja.rules.codes import Aspect, Consolidation, Polarity, RhkKind
from kinerja.tools.ui.forms import IndonesianDecimalField, KinerjaModelForm


class RhkForm(KinerjaModelForm):
    """Tambah RHK: statement, kind, what it supports or who assigned it."""

    class Meta:
        model = Rhk
        fields = [
            "statement",
            "kind",
            "perspective",
            "supports",
            "supports_iku",
            "assigned_from",
            "assigned_note",
        ]
        labels = {
            "statement": gettext_lazy("Rencana hasil kerja"),
            "kind": gettext_lazy("Jenis"),
            "perspective": gettext_lazy("Perspektif"),
            "supports": gettext_lazy("RHK pimpinan yang diintervensi"),
            "supports_iku": gettext_lazy("IKU unit yang didukung"),
            "assigned_from": gettext_lazy("Penugasan dari"),
            "assigned_note": gettext_lazy("Keterangan penugasan"),
        }
        help_texts = {
            "statement": gettext_lazy(
                "Tuliskan hasilnya, bukan kegiatannya. Contoh: Pasien poli umum dilayani sesuai standar."
            ),
            "kind": gettext_lazy(
                "Utama: tugas jabatan. Tambahan: penugasan di luar tugas jabatan, termasuk Plt."
            ),
            "assigned_from": gettext_lazy("Diisi bila tidak ada RHK pimpinan yang diintervensi."),
            "assigned_note": gettext_lazy("Misalnya nomor surat tugas atau nama tim kerja."),
        }
        widgets = {"statement": forms.Textarea(attrs={"rows": 3}), "kind": forms.RadioSelect}

    def __init__(self, *args: Any, skp: Skp, support: Support, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = {self.instance.supports_id, self.instance.supports_iku_id} - {None}
        offer(self.fields["supports"], Rhk, support.rhks, kept, support.cause)
        offer(self.fields["supports_iku"], Iku, support.ikus, kept, "")
        self.fields["kind"].choices = RhkKind.choices()  # type: ignore[attr-defined]
        if not skp.is_head:
            del self.fields["perspective"], self.fields["supports_iku"]

    def clean(self) -> dict[str, Any]:
        """A team or a directive must be named; otherwise nobody can look it up."""
        given = super().clean() or {}
        if given.get("assigned_from") and not given.get("assigned_note", "").strip():
            self.add_error(
                "assigned_note",
                _("Penugasan sudah dipilih tetapi belum dijelaskan. Tuliskan tim, surat, atau arahannya."),
            )
        return given


class IndicatorForm(MeasuredForm):
    """Indikator of the quantitative approach."""

    last_year = IndonesianDecimalField(
        label=gettext_lazy("Realisasi tahun lalu"), required=False, max_digits=18, decimal_places=4
    )

    class Meta:
        model = Indicator
        fields = [
            "name", "aspect", "target", "target_upper", "unit_of_measure", "polarity", "frequency", "consolidation",
            "baseline", "last_year", "is_service", "service", "figure", "share",
        ]  # fmt: skip
        labels = MEASURED_LABELS | {
            "name": gettext_lazy("Indikator kinerja individu"),
            "aspect": gettext_lazy("Aspek"),
            "is_service": gettext_lazy("Menghitung layanan kepada orang (pasien, murid, pemohon)"),
            "share": gettext_lazy("Volume yang dihitung untuk pegawai ini"),
        }
        help_texts = {
            "name": gettext_lazy(
                "Apa yang diukur, untuk siapa, di mana. Contoh: Jumlah pasien dilayani sesuai standar."
            ),
            "unit_of_measure": gettext_lazy("Apa yang dihitung, misalnya orang, dokumen, atau persen."),
            "is_service": gettext_lazy(
                "Bukti dukungnya lembar hitung dengan nama tertutup, tanpa data pribadi."
            ),
            "service": SERVICE_HELP,
            "share": gettext_lazy(
                "Bila beberapa orang melayani bersama, semua dapat memakai volume unit; yang atas nama petugas "
                "hanya menghitung yang dicatat di loket atau berkas dengan namanya."
            ),
        }
        widgets = {
            "name": forms.Textarea(attrs={"rows": 2}),
            "aspect": forms.RadioSelect,
            "polarity": forms.RadioSelect,
            "share": forms.RadioSelect,
        }

    def __init__(self, *args: Any, unit_id: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aspect"].choices = Aspect.choices()  # type: ignore[attr-defined]
        self.fields["polarity"].choices = Polarity.choices()  # type: ignore[attr-defined]
        self.offer_services(unit_id)
        self.fields["share"].required = False

    def clean_share(self) -> str:
        """Nothing said: the whole unit."""
        return self.cleaned_data["share"] or Share.UNIT


class SuccessForm(KinerjaModelForm):
    """Ukuran keberhasilan of the qualitative approach: in words; progress is the percentage that is done."""

    success = forms.CharField(
        label=gettext_lazy("Ukuran keberhasilan"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Tuliskan keadaan yang diharapkan, sehingga kedua pihak dapat melihat apakah sudah tercapai."
        ),
    )

    class Meta:
        model = Indicator
        fields = ["name", "aspect", "success", "frequency", "is_service"]
        labels = IndicatorForm.Meta.labels
        help_texts = {"name": gettext_lazy("Sebutan singkat. Contoh: Pedoman triase puskesmas.")}
        widgets = {"name": forms.Textarea(attrs={"rows": 2}), "aspect": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aspect"].choices = Aspect.choices()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The measure in numbers is always the same: how much of it is done, out of 100 persen."""
        given = super().clean() or {}
        return given | {
            "target": Decimal(100),
            "target_upper": None,
            "unit_of_measure": "persen",
            "polarity": Polarity.MAXIMIZE,
            "consolidation": Consolidation.TAKE_LAST_KNOWN,
        }
