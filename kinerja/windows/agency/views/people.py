"""People: the list, and one person with everything that is known."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.base.access.doors import Request, door
from kinerja.base.organization.models import Person
from kinerja.windows.agency.queries import control
from kinerja.windows.agency.queries import people as queries
from kinerja.windows.agency.views.pages import asked, kinds, show


@require_safe
@door("person.read")
def people(request: Request) -> HttpResponse:
    """Found by name, NIP or unit."""
    text, kind, number = asked(request)
    page = queries.people_page(text, kind, number, request.principal.day)
    choices = (("", _("Bertugas")), ("tanpa-jabatan", _("Tanpa jabatan")), ("berhenti", _("Berhenti")))
    return show(request, "people", "agency:people", page=page, q=text, kinds=kinds(kind, *choices))


@require_safe
@door("person.read", Person)
def person(request: Request, person: Person) -> HttpResponse:
    """Data, posts, line of superiors with why, roles, account, disputes, changes."""
    day = request.principal.day
    return show(
        request, "person", "agency:people", subject=person, account=queries.account_of(person.pk),
        posts=queries.posts_of(person), superiors=queries.line_above(person, day), grants=queries.grants_of(person),
        overrides=queries.overrides_of(person, day), disputes=control.disputes_of(person),
        changes=queries.changes_of(person.pk),
    )  # fmt: skip
