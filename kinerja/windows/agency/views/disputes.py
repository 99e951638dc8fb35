""" "Atasan saya salah": the employee's page, the queue of the agency, and the answer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.base.access import actions as access
from kinerja.base.access.doors import Request, door
from kinerja.base.organization.models import RaterDispute
from kinerja.tools.refusals import Refusal
from kinerja.tools.ui import formats
from kinerja.windows.agency.forms.people import DisputeForm, SettleForm
from kinerja.windows.agency.queries import control
from kinerja.windows.agency.queries.people import line_above
from kinerja.windows.agency.views.pages import Act, act_page, asked, kinds, show, typed
from kinerja.windows.agency.views.person_acts import both

TAB = "agency:disputes"


def _address(dispute: RaterDispute) -> str:
    return reverse("agency:dispute", args=[dispute.pk])


@both
@door("rater.dispute")
def dispute_rater(request: Request) -> HttpResponse:
    """The employee's own page: who rates me and why, what is wrong, and what became of it."""
    form = DisputeForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = access.dispute_rater(
                request.person, by=request.person, link_of=_address, **form.cleaned_data
            )
        except Refusal as refusal:
            form.add_error(None, f"{refusal.sentence} {refusal.helper}".strip())
        else:
            said = _("Terkirim kepada %(owner)s, dijawab paling lambat %(day)s.")
            messages.success(request, said % {"owner": made.owner.full_name, "day": formats.day(made.due_on)})
            return redirect("agency:dispute_rater")
    return show(
        request, "dispute_rater", "", form=form, superiors=line_above(request.person, request.principal.day)[:1],
        disputes=control.disputes_of(request.person), status=422 if form.errors else 200,
    )  # fmt: skip


@require_safe
@door("agency.see")
def disputes(request: Request) -> HttpResponse:
    """The queue, soonest due first."""
    _text, kind, number = asked(request)
    choices = kinds(kind, ("", _("Menunggu")), ("selesai", _("Selesai")))
    return show(request, "disputes", TAB, page=control.disputes_page(kind, number), kinds=choices)


@both
@door("rater.settle", RaterDispute)
def dispute(request: Request, dispute: RaterDispute) -> HttpResponse:
    """One dispute: the facts beside the answer."""
    words = Act(
        title=_("%(name)s: atasan saya salah") % {"name": dispute.person.full_name}, button=_("Kirim jawaban"),
        back=reverse(TAB), said=_("Jawaban terkirim kepada pegawai."), tab=TAB,
    )  # fmt: skip
    form = SettleForm(typed(request))
    if request.method == "POST":
        link = reverse("agency:dispute_rater")
        return act_page(
            request,
            words,
            form,
            lambda given: access.settle_dispute(dispute, by=request.person, link=link, **given),
        )
    superiors = line_above(dispute.person, request.principal.day)
    return show(request, "dispute", TAB, dispute=dispute, superiors=superiors, form=form, act=words)
