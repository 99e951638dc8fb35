"""What a superior may type."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinerja.areas.planning.models import Rhk
from kinerja.rules.codes import Behaviour
from kinerja.tools.ui.forms import KinerjaForm


class FeedbackForm(KinerjaForm):
    """Umpan balik: a few sentences, and what they are about."""

    about = forms.ChoiceField(label=_("Tentang"), required=False)
    text = forms.CharField(
        label=_("Umpan balik"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Sebut apa yang Anda lihat, akibatnya, dan langkah berikutnya."),
    )

    def __init__(self, *args: Any, rhks: list[Rhk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rhks = {str(rhk.pk): rhk for rhk in rhks}
        about: Any = self.fields["about"]
        about.choices = [
            ("", _("Umum")),
            (_("RHK"), [(key, rhk.statement) for key, rhk in self._rhks.items()]),
            (_("Perilaku kerja"), Behaviour.choices()),
        ]

    def reference(self) -> dict[str, Any]:
        """The result or the behaviour value the feedback is about, as the action takes it."""
        about = self.cleaned_data["about"]
        if about in self._rhks:
            return {"rhk": self._rhks[about]}
        return {"value": about}
