"""Form fields for Indonesian input, and mistakes answered with what, why and what to do."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kinerja.tools.ui import formats

_GROUPED = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLAIN = re.compile(r"[0-9]+")
_SPACES = re.compile(r"[\s\u00a0\u202f]")

#: what to say for each code of Django's own fields; in the summary the field's label stands before it
MESSAGES = {
    "required": _("Isian ini masih kosong, padahal wajib. Isilah sebelum melanjutkan."),
    "invalid": _("Isian ini tidak dapat dibaca. Periksa penulisannya, lalu coba lagi."),
    "invalid_choice": _(
        "Pilihan itu tidak tersedia, mungkin daftarnya baru berubah. Pilih dari daftar yang tampil."
    ),
    "invalid_pk_value": _(
        "Pilihan itu tidak tersedia, mungkin daftarnya baru berubah. Pilih dari daftar yang tampil."
    ),
    "invalid_list": _("Pilihan tidak dapat dibaca. Muat ulang halaman, lalu pilih lagi."),
    "max_length": _("Teks ini %(show_value)d huruf, paling banyak %(limit_value)d. Singkatkan isinya."),
    "min_length": _(
        "Teks ini baru %(show_value)d huruf, paling sedikit %(limit_value)d. Tambahkan keterangan."
    ),
    "max_value": _("Nilainya terlalu besar, paling banyak %(limit_value)s. Periksa angkanya."),
    "min_value": _("Nilainya terlalu kecil, paling sedikit %(limit_value)s. Periksa angkanya."),
    "max_digits": _("Angkanya terlalu panjang, paling banyak %(max)s digit. Periksa angkanya."),
    "max_decimal_places": _(
        "Angka di belakang koma terlalu banyak, paling banyak %(max)s. Bulatkan angkanya."
    ),
    "max_whole_digits": _(
        "Angkanya terlalu besar, paling banyak %(max)s digit di depan koma. Periksa angkanya."
    ),
    "null_characters_not_allowed": _("Teks ini memuat tanda yang tidak dapat disimpan. Ketik ulang isinya."),
    "missing": _("Berkas tidak ikut terkirim. Pilih berkasnya sekali lagi."),
    "empty": _("Berkas ini kosong (0 bita). Pilih berkas yang berisi."),
    "contradiction": _("Ada berkas baru, tetapi juga diminta dihapus. Pilih salah satu."),
    "invalid_image": _("Berkas ini bukan gambar atau rusak. Pilih foto JPEG atau PNG."),
}

#: better words where the kind of the field is known
_BY_KIND: list[tuple[type[forms.Field], dict[str, Any]]] = [
    (forms.EmailField, {"invalid": _("Alamat surel ini tidak lengkap. Contoh: nama@instansi.go.id.")}),
    (forms.URLField, {"invalid": _("Tautan ini tidak lengkap. Contoh: https://contoh.go.id/berkas.")}),
    (forms.TimeField, {"invalid": _("Jam ini tidak dapat dibaca. Tulis jam dan menit, contoh 14.05.")}),
    (forms.IntegerField, {"invalid": _("Isian ini harus bilangan bulat, tanpa koma. Contoh: 60.")}),
]


def parse_decimal(text: str) -> Decimal:
    """Read `1.234,56`, `1234,56`, `1.234.567` and, where it can mean only one thing, `1234.56`.

    Raises ValidationError: code `ambiguous` for what could be two numbers (`1.234`: thousands or decimals?),
    `invalid` for the rest.
    """
    clean = _SPACES.sub("", text).replace("−", "-")
    sign = -1 if clean.startswith("-") else 1
    clean = clean[1:] if clean.startswith(("+", "-")) else clean
    if clean.count(",") == 1:
        whole, fraction = clean.split(",")
        if (_PLAIN.fullmatch(whole) or _GROUPED.fullmatch(whole)) and _PLAIN.fullmatch(fraction):
            return sign * Decimal(f"{whole.replace('.', '')}.{fraction}")
    elif _PLAIN.fullmatch(clean):
        return sign * Decimal(clean)
    elif clean.count(".") > 1 and _GROUPED.fullmatch(clean):
        return sign * Decimal(clean.replace(".", ""))
    elif clean.count(".") == 1:
        return sign * _with_one_point(clean)
    raise ValidationError(
        _("“%(text)s” bukan angka yang dapat dibaca. Contoh penulisan: 1.234,56."), "invalid", {"text": text}
    )


def _with_one_point(clean: str) -> Decimal:
    whole, fraction = clean.split(".")
    if not (_PLAIN.fullmatch(whole) and _PLAIN.fullmatch(fraction)):
        raise ValidationError(
            _("“%(text)s” bukan angka yang dapat dibaca. Contoh penulisan: 1.234,56."),
            "invalid",
            {"text": clean},
        )
    if len(fraction) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        raise ValidationError(
            _(
                "“%(text)s” bisa berarti %(thousands)s atau %(decimals)s. "
                "Tulis %(thousands)s bila ribuan, atau %(decimals)s bila pecahan."
            ),
            "ambiguous",
            {"text": clean, "thousands": f"{whole}{fraction}", "decimals": f"{whole},{fraction}"},
        )
    return Decimal(clean)


class DecimalInput(forms.TextInput):
    """A text box with the decimal keyboard; shows `1234,5`, without points, as a person would type it."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """A number as a person types it; what could not be read comes back unchanged."""
        if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
            return formats.in_full(value).replace(".", "").replace("−", "-")
        return None if value in (None, "") else str(value)


class IndonesianDecimalField(forms.DecimalField):
    """A number typed the Indonesian way; refuses, with a sentence, what could mean two numbers."""

    widget = DecimalInput

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """The exact decimal, or None for nothing."""
        if value in self.empty_values:
            return None
        return parse_decimal(value) if isinstance(value, str) else super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No min, max or step: those are for number inputs, which read by the browser's language."""
        return {}

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the number is another one, however it is written."""
        try:
            return bool(self.to_python(data) != self.to_python(initial))
        except ValidationError:
            return True


class DateInput(forms.DateInput):
    """The browser's own date picker, which always speaks ISO dates."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """A picker shows nothing for what is no date: then a text box, so that nothing typed is lost."""
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        if shown and not _ISO.fullmatch(shown):
            context["widget"]["type"] = "text"
        return context


class IndonesianDateField(forms.DateField):
    """A day: from the picker (2026-03-03), or typed as 03-03-2026, 3/3/2026, 3.3.2026: day before month."""

    widget = DateInput
    default_error_messages = {
        "invalid": _(
            "Tanggal ini tidak ada di kalender atau tidak dapat dibaca. Contoh penulisan: 03-03-2026."
        )
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"])
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day; years before 1900 are typing mistakes."""
        found = super().to_python(value.strip() if isinstance(value, str) else value)
        if isinstance(found, datetime):
            found = found.date()
        if found is not None and found.year < 1900:
            raise ValidationError(self.error_messages["invalid"], "invalid")
        return found


class TimeInput(forms.TimeInput):
    """The browser's own clock, which always speaks 14:05."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class IndonesianTimeField(forms.TimeField):
    """An hour of the day in WIB: from the browser's clock (14:05), or typed 14.05."""

    widget = TimeInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%H:%M", "%H:%M:%S", "%H.%M"])
        super().__init__(**kwargs)


class PhotoInput(forms.ClearableFileInput):
    """A file picker that offers the camera, shows what was picked and shrinks photos before they are sent."""

    template_name = "ui/photo_input.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": "image/*,application/pdf", **(attrs or {})})


#: what a table of 20,000 rows does not reach
MOST_TABLE_BYTES = 5_000_000


class TableFileField(forms.FileField):
    """A workbook or CSV to read rows from, of a sane size; what it holds is judged when it is read."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file. Raises ValidationError when it is too large."""
        file = super().clean(data, initial)
        if file and (file.size or 0) > MOST_TABLE_BYTES:
            raise ValidationError(
                _(
                    "Berkas lebih besar dari 5 MB. Hapus gambar di dalamnya atau bagi menjadi beberapa berkas, "
                    "lalu unggah lagi."
                )
            )
        return file


@cache
def _plain_words(kind: type[forms.Field]) -> list[tuple[str, Any, Any]]:
    """For each code: our sentence, and Django's own that it stands in for. The same for all fields of a kind."""
    ours = dict(MESSAGES)
    for parent, words in _BY_KIND:
        if issubclass(kind, parent):
            ours |= words
    defaults: dict[str, Any] = {}
    for parent in reversed(kind.__mro__):
        if parent.__module__.startswith("django."):
            defaults |= getattr(parent, "default_error_messages", {})
    return [(code, sentence, defaults.get(code)) for code, sentence in ours.items()]


def speak_plainly(field: forms.Field) -> None:
    """Give a field our sentences wherever it still has Django's own."""
    for code, sentence, default in _plain_words(type(field)):  # type: ignore[arg-type]  # classes are hashable
        if field.error_messages.get(code) is default:  # the very object: comparing would translate both
            field.error_messages[code] = sentence


class PlainSpeech:
    """Mixin for any form: every field answers mistakes with our sentences; labels carry no colon."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined]
            speak_plainly(field)


class KinerjaForm(PlainSpeech, forms.Form):
    """The form to start from."""


class KinerjaModelForm(PlainSpeech, forms.ModelForm):
    """The form over a table to start from."""
