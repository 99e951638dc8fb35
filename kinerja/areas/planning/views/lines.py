"""The lines of a draft: results and indicators, with advice while an indicator is typed."""

from django.forms import BaseForm
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.areas.planning import actions
from kinerja.areas.planning.forms import IndicatorForm, RhkForm, SuccessForm, quality_of
from kinerja.areas.planning.models import Indicator, Rhk, Skp
from kinerja.areas.planning.queries.skps import support_for
from kinerja.areas.planning.views.pages import done, show, to_skp, typed_in
from kinerja.base.access.doors import Request, door


@require_http_methods(["GET", "POST"])
@door("skp.write", Skp)
def rhk_new(request: Request, skp: Skp) -> HttpResponse:
    """Tambah RHK."""
    return _rhk(request, skp, None)


@require_http_methods(["GET", "POST"])
@door("skp.write", Rhk)
def rhk_edit(request: Request, rhk: Rhk) -> HttpResponse:
    """Change an RHK."""
    return _rhk(request, rhk.skp, rhk)


def _rhk(request: Request, skp: Skp, rhk: Rhk | None) -> HttpResponse:
    if request.method == "GET":
        actions.require_writable(skp)
    support = support_for(skp, request.principal.day)
    form = RhkForm(request.POST or None, instance=rhk, skp=skp, support=support)
    saved = done(request, form, lambda typed: actions.save_rhk(skp, by=request.person, rhk=rhk, **typed))
    if saved:
        return to_skp(request, skp, _("RHK disimpan sebagai draf."), f"rhk-{saved.pk}")
    return show(request, "rhk_form", form=form, skp=skp, rhk=rhk, cause=support.cause)


@require_http_methods(["GET", "POST"])
@door("skp.write", Rhk)
def rhk_removal(request: Request, rhk: Rhk) -> HttpResponse:
    """Remove an RHK with its indicators."""
    if request.method == "POST":
        actions.remove_rhk(rhk, by=request.person)
        return to_skp(request, rhk.skp, _("RHK dihapus dari draf."))
    actions.require_writable(rhk.skp)
    return show(request, "confirm", what=rhk.statement, skp=rhk.skp)


@require_http_methods(["GET", "POST"])
@door("skp.write", Rhk)
def indicator_new(request: Request, rhk: Rhk) -> HttpResponse:
    """Add an indicator."""
    return _indicator(request, rhk, None)


@require_http_methods(["GET", "POST"])
@door("skp.write", Indicator)
def indicator_edit(request: Request, indicator: Indicator) -> HttpResponse:
    """Change an indicator."""
    return _indicator(request, indicator.rhk, indicator)


def _indicator(request: Request, rhk: Rhk, indicator: Indicator | None) -> HttpResponse:
    if request.method == "GET":
        actions.require_writable(rhk.skp)
    form: BaseForm = (
        IndicatorForm(request.POST or None, instance=indicator, unit_id=rhk.skp.unit_id)
        if rhk.skp.is_quantitative
        else SuccessForm(request.POST or None, instance=indicator)
    )
    saved = done(
        request,
        form,
        lambda typed: actions.save_indicator(rhk, by=request.person, indicator=indicator, **typed),
    )
    if saved:
        return to_skp(request, rhk.skp, _("Indikator disimpan sebagai draf."), f"rhk-{rhk.pk}")
    advice = quality_of(typed_in(form, indicator))
    return show(
        request, "indicator_form", form=form, skp=rhk.skp, rhk=rhk, indicator=indicator, advice=advice
    )


@require_http_methods(["GET", "POST"])
@door("skp.write", Indicator)
def indicator_removal(request: Request, indicator: Indicator) -> HttpResponse:
    """Remove an indicator."""
    if request.method == "POST":
        actions.remove_indicator(indicator, by=request.person)
        return to_skp(request, indicator.rhk.skp, _("Indikator dihapus dari draf."))
    actions.require_writable(indicator.rhk.skp)
    return show(request, "confirm", what=indicator.name, skp=indicator.rhk.skp)


@require_POST
@door("skp.write")
def indicator_check(request: Request) -> HttpResponse:
    """Advice on what is being typed; nothing is kept."""
    return show(request, "_quality", advice=quality_of(request.POST))
