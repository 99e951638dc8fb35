"""What is printed: the receipt on one page of A4, what explains it on the back of the sheet."""

import io

import pikepdf
import pytest

from tests.pages.conftest import Window
from tests.pages.scene import Scene

pytestmark = pytest.mark.browser

#: A4 without the margins of print.css, in pixels of 96 to the inch
PAPER = {"width": 688, "height": 994}


def test_a_receipt_is_one_page_with_its_explanation_on_the_back(scene: Scene, window: Window) -> None:
    page = window("budi")
    page.set_viewport_size(PAPER)
    page.goto(scene.receipt)

    printed = pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="print")
    receipt = page.locator(".receipt").bounding_box()

    assert len(printed.pages) == 2
    assert receipt is not None
    assert receipt["y"] + receipt["height"] <= PAPER["height"]
