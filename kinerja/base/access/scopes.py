"""A permission becomes a WHERE. What is outside of it does not exist for the person who asks."""

from typing import Any

from django.db.models import Model, Q, QuerySet

from kinerja.base.access.matrix import MATRIX, Scope
from kinerja.base.access.principal import Principal
from kinerja.base.access.roles import Role


class NoReach(TypeError):
    """A model is asked for by a scope but does not say how it reaches a person or a unit."""


def reach(model: type[Model], kind: str) -> str:
    """The lookup from a model to its person or unit, as the model's `reaches` says ({"person": "skp__person"})."""
    reaches = getattr(model, "reaches", {})
    if kind not in reaches:
        raise NoReach(f"{model.__name__}.reaches must say how it reaches a {kind}.")
    return str(reaches[kind])


def where(principal: Principal, action: str, model: type[Model]) -> Q | None:
    """The condition for what this person may do this to; None: nothing at all."""
    conditions: list[Q] = []
    for role, scope in MATRIX[action].items():
        if role in principal.roles:
            if scope == Scope.INSTANSI:
                return Q()
            conditions.append(_condition(principal, role, scope, model))
    if not conditions:
        return None
    joined = conditions[0]
    for condition in conditions[1:]:
        joined |= condition
    return joined


def _condition(principal: Principal, role: Role, scope: Scope, model: type[Model]) -> Q:
    if scope == Scope.OWN:
        return Q(**{reach(model, "person"): principal.person.pk})
    if scope == Scope.SUBORDINATES:
        return Q(**{f"{reach(model, 'person')}__in": principal.subordinate_ids})
    if scope == Scope.CHARGED:
        mine = Q(**{f"{reach(model, 'person')}__in": principal.subordinate_ids})
        return mine | Q(**{reach(model, "charged"): principal.person.pk})
    if scope == Scope.SEAT:
        seat = principal.unit_id
        return Q(**{f"{reach(model, 'unit')}__in": [] if seat is None else [seat]})
    if scope == Scope.HEADED:
        return Q(**{f"{reach(model, 'unit')}__in": principal.headed_ids})
    return Q(**{f"{reach(model, 'unit')}__in": principal.granted_unit_ids(role)})


def restrict(queryset: QuerySet[Any], principal: Principal, action: str) -> QuerySet[Any]:
    """Only the rows on which this person may do `action`."""
    condition = where(principal, action, queryset.model)
    return queryset.none() if condition is None else queryset.filter(condition)


def may(principal: Principal, action: str) -> bool:
    """Whether any role of this person has `action` at all (whatever the scope)."""
    return any(role in principal.roles for role in MATRIX[action])
