"""What people type into their plans, and how a mistake is answered."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.areas.planning.models import Approach, Frequency, Iku, Indicator, Period, Rhk, Skp
from kinerja.areas.planning.queries.skps import Behaviour, Support
from kinerja.areas.planning.states import ChangeReason
from kinerja.rules.codes import Aspect, Consolidation, IndicatorFlaw, PeriodKind, Polarity, RhkKind, TreeLevel
from kinerja.rules.planning import indicator_quality
from kinerja.rules.planning.achievement import Target
from kinerja.tools.ui.forms import (
    IndonesianDateField,
    IndonesianDecimalField,
    KinerjaForm,
    KinerjaModelForm,
    parse_decimal,
)

_PERIOD_KINDS = {
    Frequency.DAILY: PeriodKind.BULANAN,
    Frequency.MONTHLY: PeriodKind.BULANAN,
    Frequency.QUARTERLY: PeriodKind.TRIWULANAN,
    Frequency.YEARLY: PeriodKind.TAHUNAN,
}


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
        _offer(self.fields["supports"], Rhk, support.rhks, kept, support.cause)
        _offer(self.fields["supports_iku"], Iku, support.ikus, kept, "")
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


def _offer(field: Any, model: Any, offered: list[Any], kept: set[Any], cause: str) -> None:
    field.queryset = model.objects.filter(pk__in={line.pk for line in offered} | kept)
    field.empty_label = _("Belum dipilih")
    if cause:
        field.help_text = cause


class _MeasuredForm(KinerjaModelForm):
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


_MEASURED_LABELS = {
    "unit_of_measure": gettext_lazy("Satuan"),
    "polarity": gettext_lazy("Arah"),
    "consolidation": gettext_lazy("Cara menggabungkan angka"),
    "frequency": gettext_lazy("Periode pengukuran"),
}


class IndicatorForm(_MeasuredForm):
    """Indikator of the quantitative approach."""

    last_year = IndonesianDecimalField(
        label=gettext_lazy("Realisasi tahun lalu"), required=False, max_digits=18, decimal_places=4
    )

    class Meta:
        model = Indicator
        fields = [
            "name", "aspect", "target", "target_upper", "unit_of_measure", "polarity", "frequency", "consolidation",
            "baseline", "last_year", "is_service",
        ]  # fmt: skip
        labels = _MEASURED_LABELS | {
            "name": gettext_lazy("Indikator kinerja individu"),
            "aspect": gettext_lazy("Aspek"),
            "is_service": gettext_lazy("Menghitung layanan kepada orang (pasien, murid, pemohon)"),
        }
        help_texts = {
            "name": gettext_lazy(
                "Apa yang diukur, untuk siapa, di mana. Contoh: Jumlah pasien dilayani sesuai standar."
            ),
            "unit_of_measure": gettext_lazy("Apa yang dihitung, misalnya orang, dokumen, atau persen."),
            "is_service": gettext_lazy(
                "Bukti dukungnya lembar hitung dengan nama tertutup, tanpa data pribadi."
            ),
        }
        widgets = {
            "name": forms.Textarea(attrs={"rows": 2}),
            "aspect": forms.RadioSelect,
            "polarity": forms.RadioSelect,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aspect"].choices = Aspect.choices()  # type: ignore[attr-defined]
        self.fields["polarity"].choices = Polarity.choices()  # type: ignore[attr-defined]


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


class IkuForm(_MeasuredForm):
    """One IKU of a unit, with the fields of the manual IKU."""

    class Meta:
        model = Iku
        fields = [
            "goal", "name", "supports", "definition", "formula", "source", "target", "target_upper", "unit_of_measure",
            "polarity", "frequency", "consolidation", "baseline",
        ]  # fmt: skip
        labels = _MEASURED_LABELS | {
            "goal": gettext_lazy("Sasaran strategis"),
            "name": gettext_lazy("Indikator Kinerja Utama"),
            "supports": gettext_lazy("Mendukung IKU unit di atas"),
            "definition": gettext_lazy("Definisi operasional"),
            "formula": gettext_lazy("Rumus"),
            "source": gettext_lazy("Sumber data"),
        }
        widgets = {
            "goal": forms.Textarea(attrs={"rows": 2}),
            "name": forms.Textarea(attrs={"rows": 2}),
            "definition": forms.Textarea(attrs={"rows": 3}),
            "formula": forms.Textarea(attrs={"rows": 2}),
            "polarity": forms.RadioSelect,
        }

    def __init__(self, *args: Any, above: list[Iku], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["polarity"].choices = Polarity.choices()  # type: ignore[attr-defined]
        kept = {self.instance.supports_id} - {None}
        cause = "" if above else _("Unit di atas belum menetapkan IKU untuk periode ini.")
        _offer(self.fields["supports"], Iku, above, kept, cause)


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


class ExpectationsForm(KinerjaForm):
    """Ekspektasi khusus pimpinan, one box for each of the seven values."""

    def __init__(self, *args: Any, behaviours: list[Behaviour], **kwargs: Any) -> None:
        super().__init__(*args, initial={each.code: each.expectation for each in behaviours}, **kwargs)
        for each in behaviours:
            self.fields[each.code] = forms.CharField(
                label=_(each.label),
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=" · ".join(_(guide) for guide in each.guides),
            )


class SendBackForm(KinerjaForm):
    """Kembalikan: a comment beside each result, and one for the whole."""

    def __init__(self, *args: Any, rhks: list[Rhk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rhks = rhks
        for rhk in rhks:
            self.fields[f"rhk_{rhk.pk}"] = self._box(_("Catatan untuk RHK ini"))
        self.fields["whole"] = self._box(_("Catatan untuk seluruh SKP"))

    @staticmethod
    def _box(label: str) -> forms.CharField:
        return forms.CharField(
            label=label, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
        )

    def lines(self) -> list[tuple[Rhk, forms.BoundField]]:
        """Each result with its box."""
        return [(rhk, self[f"rhk_{rhk.pk}"]) for rhk in self.rhks]

    def remarks(self) -> dict[UUID | None, str]:
        """The comments by result; None for the whole."""
        said: dict[UUID | None, str] = {rhk.pk: self.cleaned_data[f"rhk_{rhk.pk}"] for rhk in self.rhks}
        return said | {None: self.cleaned_data["whole"]}


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


def quality_of(typed: Any, *, owner: str = "", is_iku: bool = False) -> list[str]:
    """Advice on an indicator while it is typed, from the raw fields of a form. Advice only: it stops nobody."""
    if not typed.get("name", "").strip():
        return []
    polarity, frequency = typed.get("polarity", ""), typed.get("frequency", "")
    draft = indicator_quality.IndicatorDraft(
        name=typed["name"].strip(),
        unit=typed.get("unit_of_measure", ""),
        target=_target(typed.get("target", ""), typed.get("target_upper", "")),
        polarity=Polarity[polarity] if polarity in {each.value for each in Polarity} else None,
        period=_PERIOD_KINDS.get(Frequency(frequency)) if frequency in Frequency.values else None,
        level=TreeLevel.IMMEDIATE_OUTCOME,
        is_iku=is_iku,
        baseline=_number(typed.get("baseline", "")),
        formula=typed.get("formula", ""),
        source=typed.get("source", ""),
        owner=owner,
    )
    verdict = indicator_quality.check(draft)
    in_words = "success" in typed
    return [
        step.sentence(_)
        for flaw, step in zip(verdict.value, verdict.warnings, strict=True)
        if not (in_words and flaw in _OF_NUMBERS)
    ]


#: what the qualitative approach does not ask for
_OF_NUMBERS = frozenset({IndicatorFlaw.NO_TARGET, IndicatorFlaw.NO_UNIT, IndicatorFlaw.NO_POLARITY})


def _number(text: str) -> Decimal | None:
    try:
        return parse_decimal(text) if text.strip() else None
    except forms.ValidationError:
        return None


def _target(text: str, upper: str) -> Target | None:
    low, high = _number(text), _number(upper)
    if low is None:
        return None
    return Target.between(low, high) if high is not None and high > low else Target.of(low)
