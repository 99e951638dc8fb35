"""A screen on a wall in a browser: it asks by itself, says when its figures are old, goes dark when its link is taken back."""

import pytest
from playwright.sync_api import expect

from tests.pages.conftest import Window
from tests.pages.scene import Scene

pytestmark = pytest.mark.browser


def test_a_wall_says_when_its_figures_are_old_and_forgets_it_when_they_are_new(
    scene: Scene, window: Window
) -> None:
    page = window("nobody", 1920)
    page.clock.install()
    page.goto(f"/pantau/layar/{scene.keys['words']['display']}/")
    page.wait_for_load_state("networkidle")
    old = page.get_by_role("alert").filter(has_text="Angka ini sudah lama")
    expect(old).to_be_hidden()
    assert (
        page.evaluate("parseFloat(getComputedStyle(document.querySelector('tbody th, dd')).fontSize)") >= 32
    )

    page.context.set_offline(True)
    page.clock.fast_forward(100_000)
    expect(old).to_be_visible()
    page.context.set_offline(False)
    with page.expect_response(lambda answer: answer.request.headers.get("hx-request") == "true"):
        page.clock.fast_forward(70_000)
        page.clock.run_for(2_000)
    expect(old).to_be_hidden()
