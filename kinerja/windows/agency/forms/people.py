"""Forms about a person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kinerja.base.organization.lookups import PersonField
from kinerja.base.organization.models import Assignment, Person, Position
from kinerja.rules.codes import Sex
from kinerja.tools.ui.forms import IndonesianDateField, KinerjaForm


class AppointForm(KinerjaForm):
    """Mutasi: into which post of the unit, from which day, by which decree."""

    position: "forms.ModelChoiceField[Position]" = forms.ModelChoiceField(
        label=_("Jabatan"), queryset=None, empty_label=None
    )
    on = IndonesianDateField(label=_("Terhitung mulai tanggal (TMT)"))
    decree = forms.CharField(label=_("Nomor SK"), max_length=100)


class HolderForm(KinerjaForm):
    """Who fills this post."""

    person = PersonField(label=_("Pegawai"))
    on = IndonesianDateField(label=_("Terhitung mulai tanggal (TMT)"))
    decree = forms.CharField(label=_("Nomor SK"), max_length=100)


class ActingForm(KinerjaForm):
    """Plt. or Plh. of this post."""

    person = PersonField(label=_("Pegawai"))
    kind = forms.ChoiceField(
        label=_("Sebagai"), choices=Assignment.Kind.choices[1:], widget=forms.RadioSelect, initial="PLT",
        help_text=_("Plt. bila jabatannya kosong, Plh. bila pejabatnya berhalangan sementara."),
    )  # fmt: skip
    begins = IndonesianDateField(label=_("Mulai"))
    ends = IndonesianDateField(
        label=_("Sampai"), required=False, help_text=_("Kosongkan bila belum ditentukan; paling baik diisi.")
    )
    decree = forms.CharField(label=_("Nomor surat perintah"), max_length=100)


class EndForm(KinerjaForm):
    """The last day, and why."""

    last = IndonesianDateField(label=_("Hari terakhir"))
    reason = forms.CharField(label=_("Alasan atau dasar"), max_length=60)


class FromForm(KinerjaForm):
    """The first day of something, and why."""

    on = IndonesianDateField(label=_("Mulai tanggal"))
    reason = forms.CharField(label=_("Alasan atau dasar"), max_length=60)


class ReasonForm(KinerjaForm):
    """Only why."""

    reason = forms.CharField(label=_("Alasan"), max_length=60)


class OfficialForm(KinerjaForm):
    """The head of government or a deputy: no ASN, so in no personnel file."""

    number = forms.CharField(
        label=_("Nomor untuk masuk"), max_length=18,
        help_text=_("6 sampai 18 huruf besar dan angka sebagai pengganti NIP, misalnya KDH1571."),
    )  # fmt: skip
    name = forms.CharField(label=_("Nama tanpa gelar"), max_length=150)
    title_before = forms.CharField(label=_("Gelar depan"), max_length=60, required=False)
    title_after = forms.CharField(label=_("Gelar belakang"), max_length=100, required=False)


class DataForm(KinerjaForm):
    """Ubah data pegawai."""

    nip = forms.CharField(label=_("NIP"), max_length=25)
    name = forms.CharField(label=_("Nama tanpa gelar"), max_length=150)
    title_before = forms.CharField(label=_("Gelar depan"), max_length=60, required=False)
    title_after = forms.CharField(label=_("Gelar belakang"), max_length=100, required=False)
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=[("", "–"), *Sex.choices()], required=False)
    birth_date = IndonesianDateField(label=_("Tanggal lahir"), required=False)
    status = forms.ChoiceField(label=_("Status kepegawaian"), choices=Person.Status.choices)
    standing = forms.CharField(label=_("Kedudukan hukum"), max_length=60, required=False)
    golongan = forms.CharField(
        label=_("Golongan"), max_length=6, required=False, help_text=_("Misalnya III/a atau IX.")
    )
    golongan_since = IndonesianDateField(label=_("TMT golongan"), required=False)
    education = forms.CharField(label=_("Pendidikan terakhir"), max_length=60, required=False)
    phone = forms.CharField(label=_("Nomor HP"), max_length=30, required=False)
    email = forms.EmailField(label=_("Surel"), required=False)
    on = IndonesianDateField(label=_("Berlaku mulai"))
    source = forms.CharField(label=_("Dasar perubahan"), max_length=60, help_text=_("Nomor SK atau surat."))


class RaterForm(KinerjaForm):
    """Tetapkan penilai khusus."""

    rater = PersonField(label=_("Pejabat penilai"))
    begins = IndonesianDateField(label=_("Mulai"))
    ends = IndonesianDateField(
        label=_("Sampai"), required=False, help_text=_("Kosongkan bila belum ditentukan.")
    )
    reason = forms.CharField(label=_("Alasan atau dasar"), max_length=300)


class SettleForm(KinerjaForm):
    """The answer to a dispute."""

    answer = forms.CharField(
        label=_("Jawaban untuk pegawai"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class LongReasonForm(KinerjaForm):
    """Why, in a sentence."""

    reason = forms.CharField(label=_("Alasan"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class CloseReviewForm(KinerjaForm):
    """Closing although somebody has no predikat yet is said on purpose, with a reason."""

    confirmed = forms.BooleanField(
        label=_("Tutup walaupun ada pegawai yang belum ditetapkan predikatnya"), required=False
    )
    reason = forms.CharField(
        label=_("Alasan, bila masih ada yang belum"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
