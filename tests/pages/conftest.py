"""The scene, and windows of its people at the product."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Page

from kinerja.areas.assessment.tests.factories import AFTER
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from tests.journeys.visiting import DESK, NO_WORKER, chromium
from tests.pages.house import open_house
from tests.pages.scene import Scene

ClientOf = Callable[[Person], Client]
Window = Callable[..., Page]


@pytest.fixture
def scene(cast: Cast, client_of: ClientOf) -> Scene:
    return Scene(cast, client_of)


@pytest.fixture
def window(scene: Scene) -> Iterator[Window]:
    """Opens a window of somebody. The browser starts last: while it runs this thread may not ask the database."""
    with open_house(AFTER) as address, chromium() as browser:

        def opened(who: str, width: int = DESK) -> Page:
            context = browser.new_context(
                base_url=address,
                locale="id-ID",
                reduced_motion="reduce",
                viewport={"width": width, "height": 780},
            )
            context.add_init_script(NO_WORKER)
            jar = scene.people[who].cookies
            context.add_cookies([{"name": name, "value": jar[name].value, "url": address} for name in jar])
            return context.new_page()

        yield opened
