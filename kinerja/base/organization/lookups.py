"""People and units are typed, not picked from a list of ten thousand: a NIP, a UNOR ID, or a name that is clear."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kinerja.base.organization.models import Person, Unit
from kinerja.tools import clock

MOST = 5


def people_meant_by(text: str, day: date) -> list[Person]:
    """People a typed NIP or name could mean; exactly one when it is certain. Officials outside the civil service have a
    number of another shape: it too is only taken whole.
    """
    clean = " ".join(text.split())
    digits = "".join(character for character in clean if character.isdigit())
    serving = Person.objects.serving(day)
    if len(digits) == 18:
        return list(serving.filter(nip=digits))
    exact = list(serving.filter(Q(name__iexact=clean) | Q(nip__iexact=clean))[:MOST])
    return exact or list(serving.filter(name__icontains=clean).order_by("name")[:MOST])


def units_meant_by(text: str) -> list[Unit]:
    """Units a typed name or UNOR ID could mean; exactly one when it is certain."""
    clean = " ".join(text.split())
    exact = list(Unit.objects.existing().filter(name__iexact=clean)[:MOST])
    return exact or list(Unit.objects.existing().search(clean).order_by("name")[:MOST])


class PersonField(forms.CharField):
    """A person in service, by NIP or name. `names_others`: may the answer to an unclear name list people with their NIP?

    A NIP holds the day of birth, so only those who may read people are told it.
    """

    def __init__(self, *, names_others: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 150)
        kwargs.setdefault("help_text", lazy("Ketik NIP, atau nama yang jelas merujuk satu orang."))
        self.names_others = names_others
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Person | None:
        text = super().clean(value)
        if not text:
            return None
        found = people_meant_by(text, clock.today())
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(_("Tidak ada pegawai dengan NIP atau nama itu. Periksa penulisannya."))
        if not self.names_others:
            raise ValidationError(_("Ada lebih dari satu orang. Tulis nama lengkapnya, atau NIP-nya."))
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
        found = units_meant_by(text)
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(_("Tidak ada unit dengan nama atau UNOR ID itu. Periksa penulisannya."))
        choices = "; ".join(f"{unit.name} ({unit.siasn_id})" for unit in found)
        raise ValidationError(
            _("Ada lebih dari satu unit. Tulis UNOR ID salah satu: %(choices)s.") % {"choices": choices}
        )


#: units that one word may stand for
MOST_BY_WORD = 200


class UnitsField(forms.CharField):
    """Several existing units: one a line; a line that ends with * stands for all whose name holds what is before it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 4_000)
        kwargs.setdefault("widget", forms.Textarea({"rows": 3}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> list[Unit]:
        """The units, each once; raises ValidationError naming the line that means none or more than one."""
        found: dict[Unit, None] = {}
        for line in filter(None, map(str.strip, super().clean(value).splitlines())):
            found |= dict.fromkeys(_all_named(line) if line.endswith("*") else [_unit_named(line)])
        return list(found)


def _all_named(line: str) -> list[Unit]:
    words = " ".join(line.rstrip("*").split())
    found = list(Unit.objects.existing().filter(name__icontains=words)[: MOST_BY_WORD + 1]) if words else []
    if not found:
        raise ValidationError(
            _("Tidak ada unit yang namanya memuat “%(line)s”. Periksa penulisannya.") % {"line": words}
        )
    if len(found) > MOST_BY_WORD:
        raise ValidationError(
            _("Lebih dari %(most)d unit memuat “%(line)s”. Tulis kata yang lebih jelas.")
            % {"most": MOST_BY_WORD, "line": words}
        )
    return found


def _unit_named(line: str) -> Unit:
    try:
        unit = UnitField().clean(line)
    except ValidationError as refused:
        raise ValidationError(f"{line}: {refused.messages[0]}") from refused
    assert unit is not None  # an empty line was left out
    return unit
