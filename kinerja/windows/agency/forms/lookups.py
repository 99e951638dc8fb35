"""People and units are typed, not picked from a list of ten thousand: a NIP, a UNOR ID, or a name that is clear."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kinerja.base.organization.models import Person, Unit
from kinerja.tools import clock
from kinerja.windows.agency.queries.people import found_by, units_found_by


class PersonField(forms.CharField):
    """A person in service, by NIP or name."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 150)
        kwargs.setdefault("help_text", lazy("Ketik NIP, atau nama yang jelas merujuk satu orang."))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Person | None:
        text = super().clean(value)
        if not text:
            return None
        found = found_by(text, clock.today())
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(_("Tidak ada pegawai dengan NIP atau nama itu. Periksa penulisannya."))
        choices = "; ".join(f"{person.full_name} ({person.nip})" for person in found)
        raise ValidationError(
            _("Ada lebih dari satu orang. Tulis NIP salah satu: %(choices)s.") % {"choices": choices}
        )


class UnitField(forms.CharField):
    """An existing unit, by UNOR ID or name."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("help_text", lazy("Ketik nama unit atau UNOR ID."))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Unit | None:
        text = super().clean(value)
        if not text:
            return None
        found = units_found_by(text)
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(_("Tidak ada unit dengan nama atau UNOR ID itu. Periksa penulisannya."))
        choices = "; ".join(f"{unit.name} ({unit.siasn_id})" for unit in found)
        raise ValidationError(
            _("Ada lebih dari satu unit. Tulis UNOR ID salah satu: %(choices)s.") % {"choices": choices}
        )
