"""The room by itself: its own addresses, no middleware, no context processors of the house, no database."""

from collections.abc import Callable, Iterator

import pytest
from django.template import engines
from django.test import override_settings

from tests.journeys.visiting import page_server

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
ALONE = {"MIDDLEWARE": [], "ROOT_URLCONF": "kinerja.tools.ui.tests.urls", "TEMPLATES": TEMPLATES}

#: in the browser, with the content security policy of the house
STRICT = ["csp.middleware.CSPMiddleware"]

Draw = Callable[..., str]


@pytest.fixture(autouse=True)
def alone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test of this room sees only this room."""
    middleware = STRICT if request.node.get_closest_marker("browser") else []
    with override_settings(**ALONE | {"MIDDLEWARE": middleware}):
        yield


@pytest.fixture
def draw() -> Draw:
    """Render a line of template with `{% load ui %}` before it."""

    def drawn(source: str, **context: object) -> str:
        return engines["django"].from_string("{% load ui i18n %}" + source).render(context).strip()

    return drawn


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The style guide on a port of this machine, static files included. Its settings must not outlive the file."""
    with page_server(**ALONE | {"MIDDLEWARE": STRICT}) as address:
        yield address
