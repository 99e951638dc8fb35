"""The named exits: every table and every page without an instansi, each with its reason (architecture, decision 14).

`tests/architecture` reads the catalogue: a table that is neither a tenant table nor listed here fails the build.
"""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])

TABLES_WITHOUT_INSTANSI = {
    "tenancy_instansi": "the list of the tenants themselves",
    "accounts_user": "sign-in directory: read before the instansi is known",
    "accounts_activation": "single-use codes and links, read before the instansi is known; only hashes",
    "accounts_user_groups": "Django's own, unused; comes with the user model",
    "accounts_user_user_permissions": "Django's own, unused; comes with the user model",
    "account_emailaddress": "sign-in library; unused while sign-in is by NIP",
    "account_emailconfirmation": "sign-in library; unused while sign-in is by NIP",
    "auth_group": "Django's own, unused; roles live in access_rolegrant",
    "auth_group_permissions": "Django's own, unused",
    "auth_permission": "Django's own, unused",
    "django_content_type": "Django's own list of models",
    "django_migrations": "which migrations ran",
    "django_session": "sessions: read before the instansi is known",
    "kinerja_cache": "rate limits of sign-in, shared by all processes",
    "procrastinate_jobs": "queue: the worker takes a job before it knows the instansi",
    "procrastinate_events": "queue",
    "procrastinate_periodic_defers": "queue",
    "procrastinate_workers": "queue",
    "tenancy_installation": "one row about this installation: whether it is a demonstration",
}


def public(reason: str) -> Callable[[View], View]:
    """Mark a view that needs no sign-in, with its reason; `tests/architecture` lists them."""

    def decorate(view: View) -> View:
        view.door = ("public", None, reason)  # type: ignore[attr-defined]
        return view

    return decorate
