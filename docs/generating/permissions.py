"""`docs/reference/permissions.md`: the matrix as an auditor reads it."""

from generating.writing import head, joined, table
from kinerja.base.access.matrix import MATRIX, Scope
from kinerja.base.access.roles import DERIVED, Role

SCOPES = {
    Scope.OWN: "what is about oneself",
    Scope.SUBORDINATES: "the people this person rates today",
    Scope.CHARGED: "the people this person rates today, and what was passed on to this person",
    Scope.SEAT: "the unit of this person's post",
    Scope.HEADED: "the units this person heads, and all below them",
    Scope.UNIT: "the unit named in the grant, and all below it",
    Scope.INSTANSI: "the whole government",
}
COLUMNS = list(Role)


def page() -> str:
    """The page's text."""
    lead = (
        "Who may do what, and how far. An empty cell is a no; nothing else decides. What lies outside a scope answers 404, "
        "as if it did not exist. Another government is outside of every scope."
    )
    actions = (
        [f"`{action}`", *(roles[role].value if role in roles else "" for role in COLUMNS)]
        for action, roles in MATRIX.items()
    )
    return joined(
        head("Permissions", "`kinerja/base/access/matrix.py`", lead),
        "## Scopes",
        table(["scope", "reaches"], ((f"`{scope}`", words) for scope, words in SCOPES.items())),
        "## Roles",
        table(["code", "role", "comes from"], (_role(role) for role in COLUMNS)),
        "## Actions",
        table(["action", *(f"{role.value}" for role in COLUMNS)], actions),
    )


def _role(role: Role) -> list[object]:
    origin = "what the person is: follows the post" if role in DERIVED else "a grant with dates and basis"
    return [f"`{role.value}`", role.label, origin]
