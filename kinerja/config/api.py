"""The one API, assembled from the rooms' `api.py`; its description is `/api/v1/openapi.json`.

There is no page of documentation beside it: the library's loads its scripts from elsewhere, which the content policy refuses.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError

from kinerja.areas.service_quality.api import router as services
from kinerja.base.access.systems import answer
from kinerja.base.tenancy.exits import public
from kinerja.windows.rules.api import router as rules

api = NinjaAPI(
    title="Kinerja",
    version="1",
    description=(
        "Rules as code: list, description, answer. Volumes of services, for connected systems with a token. "
        "Sentences are Indonesian, English with `Accept-Language: en`."
    ),
    docs_url=None,
    urls_namespace="api-1",
)
api.add_router("/rules", rules)
api.add_router("/services", services)


@api.exception_handler(AuthenticationError)
def without_token(request: HttpRequest, error: Exception) -> HttpResponse:
    """No token at all, said as every other refusal."""
    return answer(401, _("Token tidak ikut terkirim. Kirim tajuk “Authorization: Bearer …”."))


def _urls() -> tuple[list[Any], str, str]:
    """The library's addresses, each with the door of its operation; an operation without a door stops the start."""
    made: Any = api.urls
    patterns, app_name, namespace = made
    doors = {
        each.url_name: each.view_func.door  # type: ignore[attr-defined]
        for _prefix, router in api._routers
        for path in router.path_operations.values()
        for each in path.operations
    }
    for pattern in patterns:
        if pattern.name in doors:
            pattern.callback.door = doors[pattern.name]
        else:
            public("the description of the open interface")(pattern.callback)
    return patterns, app_name, namespace


urls = _urls()
