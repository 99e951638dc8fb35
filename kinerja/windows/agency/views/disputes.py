""" "Atasan saya salah": the queue of the agency, and the answer. What the employee says stands on his profile (home)."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.base.access import actions as access
from kinerja.base.access.doors import Request, door
from kinerja.base.organization.models import RaterDispute
from kinerja.windows.agency.forms.people import SettleForm
from kinerja.windows.agency.queries import control
from kinerja.windows.agency.queries.people import line_above
from kinerja.windows.agency.views.pages import Act, act_page, asked, both, kinds, show, typed

TAB = "agency:disputes"


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
        link = reverse("home:profile")
        return act_page(request, words, form, access.settle_dispute, dispute, link=link)
    superiors = line_above(dispute.person, request.principal.day)
    return show(request, "dispute", TAB, dispute=dispute, superiors=superiors, form=form, act=words)
