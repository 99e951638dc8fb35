"""Templates: one's own, and those the agency keeps for posts."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kinerja.areas.reporting import actions
from kinerja.areas.reporting.forms import AgencyTemplateForm
from kinerja.areas.reporting.models import Template
from kinerja.base.access.doors import door


@door("report.submit")
def own(request: HttpRequest) -> HttpResponse:
    """One's own templates, each with a way to give it up."""
    templates = Template.objects.of(request.person.pk)  # type: ignore[attr-defined]
    if request.method == "POST":
        template = templates.filter(name=request.POST.get("hapus", "")).first()
        if template is None:
            raise Http404
        actions.remove_template(template, by=request.person)  # type: ignore[attr-defined]
        return redirect("reporting:templates")
    return render(request, "reporting/templates.html", {"templates": templates})


@door("report_template.manage")
def of_agency(request: HttpRequest) -> HttpResponse:
    """The templates for posts: listed, added, replaced under the same name."""
    form = AgencyTemplateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.save_template(**form.changed(), for_posts=True, by=request.person)  # type: ignore[attr-defined]
        return redirect("reporting:post_templates")
    context = {"form": form, "templates": Template.objects.of_agency()}
    return render(request, "reporting/post_templates.html", context, status=422 if form.is_bound else 200)


@door("report_template.manage", Template)
def change(request: HttpRequest, template: Template) -> HttpResponse:
    """Change a template for posts, or give it up. Somebody's own is none of the agency's business."""
    if template.owner_id is not None:
        raise Http404
    if request.method == "POST" and "hapus" in request.POST:
        actions.remove_template(template, by=request.person)  # type: ignore[attr-defined]
        return redirect("reporting:post_templates")
    shown = {
        "name": template.name,
        "posts": template.posts,
        "lines": AgencyTemplateForm.shown([*template.lines()]),
    }
    form = AgencyTemplateForm(request.POST or None, initial=shown)
    if request.method == "POST" and form.is_valid():
        actions.change_template(template, by=request.person, **form.changed())  # type: ignore[attr-defined]
        return redirect("reporting:post_templates")
    context = {"form": form, "template": template}
    return render(request, "reporting/post_template.html", context, status=422 if form.is_bound else 200)


@door("report_template.manage")
@require_POST
def starters(request: HttpRequest) -> HttpResponse:
    """Begin with the templates that ship."""
    number = actions.add_starters(by=request.person)  # type: ignore[attr-defined]
    messages.success(request, _("%(n)d templat contoh ditambahkan.") % {"n": number})
    return redirect("reporting:post_templates")
