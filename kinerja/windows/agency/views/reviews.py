"""Periods of assessment: opened, closed (with a reason when somebody is missing), opened again."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.assessment import actions
from kinerja.areas.assessment.errors import ReviewIncomplete
from kinerja.areas.assessment.models import Review
from kinerja.areas.planning.models import Period
from kinerja.base.access.doors import Request, door
from kinerja.windows.agency.forms.people import CloseReviewForm, LongReasonForm
from kinerja.windows.agency.forms.structure import PeriodForm
from kinerja.windows.agency.views.pages import Act, act_page, both, typed

TAB = "agency:periods"


@both
@door("review.manage", Period)
def review_new(request: Request, period: Period) -> HttpResponse:
    """Buka periode penilaian within a performance year."""
    words = Act(
        title=_("Buka periode penilaian"), lead=period.name, button=_("Buka periode penilaian"), back=reverse(TAB),
        said=_("Periode penilaian dibuka; penilai diberi tahu."), tab=TAB,
        warning=_("Setiap penilai menerima pesan dengan batas penilaiannya."),
    )  # fmt: skip
    form = PeriodForm(typed(request))
    form.fields["fill_until"].label = _("Batas penilaian")
    return act_page(request, words, form, actions.open_review, period=period)


@both
@door("review.manage", Review)
def review_closing(request: Request, review: Review) -> HttpResponse:
    """Tutup periode penilaian; when somebody has no predikat yet it says who, and asks for a reason."""
    words = Act(
        title=_("Tutup periode penilaian"), lead=review.name, button=_("Tutup periode penilaian"), back=reverse(TAB),
        said=_("Periode penilaian ditutup."), dangerous=True, tab=TAB,
        warning=_("Sesudah ditutup predikat tidak dapat ditetapkan atau diubah lagi."),
    )  # fmt: skip
    form = CloseReviewForm(typed(request))

    def act(**given: Any) -> Review:
        try:
            return actions.close_review(review, **given)
        except ReviewIncomplete as refusal:
            named = "; ".join(f"{name}: {why}" for name, why in refusal.missing[:20])
            form.add_error("confirmed", forms.ValidationError(named))
            raise

    return act_page(request, words, form, act)


@both
@door("review.manage", Review)
def review_reopening(request: Request, review: Review) -> HttpResponse:
    """Buka kembali, with a reason."""
    words = Act(
        title=_("Buka kembali periode penilaian"), lead=review.name, button=_("Buka kembali"), back=reverse(TAB),
        said=_("Periode penilaian dibuka kembali."), tab=TAB,
    )  # fmt: skip
    form = LongReasonForm(typed(request))
    return act_page(request, words, form, actions.reopen_review, review)
