"""What a person may type on his own pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kinerja.tools.ui.forms import KinerjaForm


class DisputeForm(KinerjaForm):
    """ "Atasan saya salah": what is wrong, in the person's own words."""

    explanation = forms.CharField(
        label=_("Apa yang keliru"), min_length=10, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Sebutkan siapa yang seharusnya menilai Anda dan sejak kapan."),
    )  # fmt: skip
