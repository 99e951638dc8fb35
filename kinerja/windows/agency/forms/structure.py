"""Forms about units, posts, teams, roles, days and periods."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinerja.base.access.roles import GRANTABLE
from kinerja.base.calendar.days import Proposal
from kinerja.base.organization.lookups import PersonField, UnitField, UnitsField
from kinerja.base.organization.models import Position, Unit
from kinerja.rules.codes import Jenjang
from kinerja.tools.ui import formats
from kinerja.tools.ui.forms import IndonesianDateField, KinerjaForm


class UnitForm(KinerjaForm):
    """Bentuk unit baru."""

    name = forms.CharField(label=_("Nama unit"), max_length=200)
    kind = forms.ChoiceField(label=_("Jenis unit"), choices=Unit.Kind.choices)
    parent = UnitField(label=_("Unit atasan"), required=False)
    siasn_id = forms.CharField(
        label=_("UNOR ID"), max_length=64, required=False, help_text=_("Dari SIASN; boleh kosong.")
    )
    echelon = forms.CharField(label=_("Eselon"), max_length=10, required=False)
    on = IndonesianDateField(label=_("Berlaku mulai"))


class RenameForm(KinerjaForm):
    """Ubah nama unit."""

    name = forms.CharField(label=_("Nama baru"), max_length=200)
    on = IndonesianDateField(label=_("Berlaku mulai"))
    decree = forms.CharField(label=_("Dasar"), max_length=60, help_text=_("Nomor peraturan atau keputusan."))


class MoveForm(KinerjaForm):
    """Pindahkan unit."""

    parent = UnitField(
        label=_("Unit atasan yang baru"), required=False, help_text=_("Kosongkan bila menjadi paling atas.")
    )
    on = IndonesianDateField(label=_("Berlaku mulai"))
    decree = forms.CharField(label=_("Dasar"), max_length=60, help_text=_("Nomor peraturan atau keputusan."))


class PositionForm(KinerjaForm):
    """Bentuk jabatan baru."""

    title = forms.CharField(label=_("Nama jabatan"), max_length=200)
    kind = forms.ChoiceField(label=_("Jenis jabatan"), choices=Position._meta.get_field("kind").choices or ())
    jenjang = forms.ChoiceField(label=_("Jenjang"), choices=[("", "–"), *Jenjang.choices()], required=False)
    job_class = forms.IntegerField(label=_("Kelas jabatan"), required=False, min_value=1, max_value=17)
    is_head = forms.BooleanField(label=_("Jabatan pimpinan unit"), required=False)
    on = IndonesianDateField(label=_("Berlaku mulai"))


class ClassForm(KinerjaForm):
    """Tetapkan kelas jabatan."""

    job_class = forms.IntegerField(label=_("Kelas jabatan"), min_value=1, max_value=17)
    on = IndonesianDateField(label=_("Berlaku mulai"))
    decree = forms.CharField(label=_("Nomor keputusan"), max_length=60)


class TeamForm(KinerjaForm):
    """Bentuk tim kerja."""

    name = forms.CharField(label=_("Nama tim"), max_length=200)
    leader = PersonField(label=_("Ketua tim"))
    unit = UnitField(label=_("Unit pengampu"))
    begins = IndonesianDateField(label=_("Mulai"))
    ends = IndonesianDateField(label=_("Sampai"), required=False)
    decree = forms.CharField(label=_("Nomor SK"), max_length=100)


class MemberForm(KinerjaForm):
    """Tambah anggota tim."""

    person = PersonField(label=_("Pegawai"))
    role = forms.CharField(label=_("Peran dalam tim"), max_length=100, required=False)
    begins = IndonesianDateField(label=_("Mulai"))


class GrantForm(KinerjaForm):
    """Beri peran."""

    person = PersonField(label=_("Pegawai"))
    role = forms.ChoiceField(label=_("Peran"), choices=[(role.value, role.label) for role in GRANTABLE])
    unit = UnitField(
        label=_("Unit"),
        required=False,
        help_text=_("Hanya untuk pengelola kinerja: unit itu dan semua di bawahnya."),
    )
    begins = IndonesianDateField(label=_("Mulai"))
    ends = IndonesianDateField(label=_("Sampai"), required=False)
    decree = forms.CharField(label=_("Dasar penunjukan"), max_length=150)


class OwnDayForm(KinerjaForm):
    """Libur daerah."""

    day = IndonesianDateField(label=_("Tanggal"))
    name = forms.CharField(label=_("Nama hari"), max_length=120)
    decree = forms.CharField(label=_("Nomor keputusan"), max_length=120)


class ConfirmDaysForm(KinerjaForm):
    """Which of the proposed days the decree names."""

    days = forms.MultipleChoiceField(
        label=_("Hari libur"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Belum ada hari yang dipilih. Centang hari-hari yang ada dalam keputusan itu.")
        },
    )
    decree = forms.CharField(label=_("Nomor keputusan (SKB)"), max_length=120)

    def __init__(self, *args: Any, proposals: list[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["days"]
        field.choices = [  # type: ignore[attr-defined]
            (str(each.day), f"{formats.day(each.day, weekday=True)}: {each.name}") for each in proposals
        ]
        field.initial = [str(each.day) for each in proposals if not each.is_estimate]


class OutageForm(KinerjaForm):
    """Catat gangguan."""

    day = IndonesianDateField(label=_("Tanggal mulai"))
    hour = forms.TimeField(label=_("Jam mulai (WIB)"), input_formats=["%H:%M", "%H.%M"])
    end_day = IndonesianDateField(label=_("Tanggal selesai"))
    end_hour = forms.TimeField(label=_("Jam selesai (WIB)"), input_formats=["%H:%M", "%H.%M"])
    units = UnitsField(
        label=_("Unit yang terkena, dengan semua di bawahnya"),
        required=False,
        help_text=_(
            "Satu unit per baris. Untuk satu wilayah, tulis namanya dengan tanda *: “Danau Teluk*” berarti semua unit yang "
            "namanya memuat Danau Teluk. Kosongkan bila seluruh instansi."
        ),
    )
    reason = forms.CharField(label=_("Penjelasan"), max_length=200)


class PeriodForm(KinerjaForm):
    """Manajemen Periode, also for a period of assessment."""

    name = forms.CharField(label=_("Nama"), max_length=80)
    begins = IndonesianDateField(label=_("Awal"))
    ends = IndonesianDateField(label=_("Akhir"))
    fill_until = IndonesianDateField(label=_("Batas pengisian"))


class LedgerForm(KinerjaForm):
    """What to show of the ledger."""

    verb = forms.ChoiceField(label=_("Kejadian"), required=False)
    person = PersonField(label=_("Pegawai"), required=False, help_text=_("Yang melakukan atau yang dikenai."))
    day = IndonesianDateField(label=_("Hari"), required=False)


class ReceiptsForm(KinerjaForm):
    """Kwitansi satu periode penilaian, semua atau satu unit."""

    unit = UnitField(
        label=_("Unit"),
        required=False,
        help_text=_("Kosongkan untuk semua unit. Unit di bawahnya ikut terbawa."),
    )
