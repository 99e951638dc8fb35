"""What the agency types about a template for posts."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kinerja.areas.reporting.models.templates import TemplateRow
from kinerja.tools.ui.forms import KinerjaForm, parse_decimal

MOST_ROWS = 8


class AgencyTemplateForm(KinerjaForm):
    """A name, for which posts, and one row a line: `pasien, kunjungan | 10 | Pelayanan poli umum`."""

    name = forms.CharField(
        label=_("Nama templat"), max_length=60, help_text=_("Misalnya Mengajar, Piket, Posyandu.")
    )
    posts = forms.CharField(
        label=_("Untuk jabatan"),
        max_length=200,
        required=False,
        help_text=_("Kata dalam nama jabatan, dipisah koma: perawat, bidan. Kosongkan bila untuk semua."),
    )
    lines = forms.CharField(
        label=_("Baris laporan"),
        max_length=2_000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_(
            "Satu baris satu isian: kata dalam nama atau satuan indikator | angka biasanya (boleh kosong) | catatan. "
            "Contoh: pasien, kunjungan | | Pelayanan poli umum"
        ),
    )

    def clean_lines(self) -> list[TemplateRow]:
        """Each line as a row; a line that cannot be read is named."""
        written = [line for line in self.cleaned_data["lines"].splitlines() if line.strip()]
        if len(written) > MOST_ROWS:
            raise forms.ValidationError(
                gettext("Satu templat memuat paling banyak %(most)d baris. Bagi menjadi dua templat.")
                % {"most": MOST_ROWS}
            )
        return [self._row(number, line) for number, line in enumerate(written, 1)]

    def _row(self, number: int, line: str) -> TemplateRow:
        parts: list[Any] = [part.strip() for part in line.split("|")] + ["", ""]
        words = tuple(word.strip() for word in parts[0].split(",") if word.strip())
        if not words:
            raise forms.ValidationError(
                gettext("Baris %(row)d belum menyebut kata indikatornya. Tulis misalnya: pasien, kunjungan.")
                % {"row": number}
            )
        if parts[1]:
            parse_decimal(parts[1])
        return TemplateRow(None, words, parts[1], parts[2])

    def changed(self) -> dict[str, Any]:
        """What the acts take."""
        data = self.cleaned_data
        return {"name": data["name"], "rows": data["lines"], "posts": data["posts"]}

    @staticmethod
    def shown(rows: list[TemplateRow]) -> str:
        """Rows as they are typed."""
        return "\n".join(f"{', '.join(row.words)} | {row.value} | {row.note}" for row in rows)
