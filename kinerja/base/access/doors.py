"""The door of every view: who asks, for which instansi, on which thing. Then one transaction, then the answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from kinerja.base.access import effort, retries, scopes
from kinerja.base.access import principal as principals
from kinerja.base.access.matrix import MATRIX
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import inside
from kinerja.tools.refusals import Refusal

View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """A request that came through a door: who asks is known."""

    principal: principals.Principal
    person: Person


def door(action: str, model: type[Model] | None = None, *, param: str = "pk") -> Callable[[View], View]:
    """Let in whoever the matrix lets in.

    `action` is a row of the matrix. With `model`, the row `param` of the URL is loaded within the person's scope and
    given to the view in place of the key; out of scope is 404. The view runs inside one transaction of the person's
    instansi, with `request.principal` and `request.person`. A `Refusal` undoes it and becomes a page with its sentence.
    """
    if action not in MATRIX:
        raise LookupError(f"{action} is not in base/access/matrix.py: add its row first.")

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to_login(request)
            try:
                with inside(request.user.instansi_id):
                    return _enter(request, view, action, model, param, args, kwargs)
            except Refusal as refusal:
                return refuse(request, refusal)

        guarded.door = (action, model, param)  # type: ignore[attr-defined]
        return guarded

    return decorate


def _enter(
    request: HttpRequest,
    view: View,
    action: str,
    model: type[Model] | None,
    param: str,
    args: Any,
    kwargs: Any,
) -> HttpResponse:
    who = principals.load(cast(UUID, request.user.pk))
    if who is None or not scopes.may(who, action):
        raise Http404
    request.principal, request.person = who, who.person  # type: ignore[attr-defined]
    if model is not None:
        args = (_load(model, who, action, kwargs.pop(param)), *args)
    if request.method != "POST":
        return view(request, *args, **kwargs)
    with effort.measured(request, who.person.pk) as measure:
        key = retries.key_of(request)
        if key is None:
            response = view(request, *args, **kwargs)
        else:
            attempt, earlier = retries.claim(request, who, key)
            if earlier is not None:
                return earlier
            response = view(request, *args, **kwargs)
            retries.settle(attempt, response)
        measure(response)
    return response


def _load(model: type[Model], who: principals.Principal, action: str, key: Any) -> Model:
    manager: Any = model._default_manager
    rows = manager.for_door() if hasattr(manager, "for_door") else manager.all()
    thing: Model | None = scopes.restrict(rows, who, action).filter(pk=key).first()
    if thing is None:
        raise Http404
    return thing


def _asks_for_data(request: HttpRequest) -> bool:
    """A script of ours, not a window: it is answered in data and sent nowhere."""
    return request.headers.get("Accept") == "application/json"


def _to_login(request: HttpRequest) -> HttpResponse:
    if _asks_for_data(request):
        return JsonResponse({"person": None}, status=401)
    if request.headers.get("HX-Request"):
        response = HttpResponse(status=401)
        response["HX-Refresh"] = "true"
        return response
    return redirect_to_login(request.get_full_path())


def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The page of a refusal: what happened, why, what to do, who can help. Nothing was changed."""
    context = {"sentence": refusal.sentence, "helper": refusal.helper}
    if _asks_for_data(request):
        return JsonResponse(context, status=refusal.status)
    return render(request, "ui/refusal.html", context, status=refusal.status)
