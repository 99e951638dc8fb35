"""What the superior writes: comments beside a line, expectations of behaviour."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Rhk
from kinerja.areas.planning.queries.skps import Behaviour
from kinerja.tools.ui.forms import KinerjaForm


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
