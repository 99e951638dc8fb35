"""The style guide in a real browser: accessible, light, alive."""

import gzip
import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Response, expect, sync_playwright

from tests.journeys.barriers import barriers

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for this file."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A desktop window; an error of a script or a breach of the content security policy fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=server)
    window = context.new_page()
    errors: list[str] = []
    window.on("pageerror", lambda error: errors.append(str(error)))
    window.on(
        "console", lambda message: errors.append(message.text) if "Security Policy" in message.text else None
    )
    yield window
    context.close()
    assert errors == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_style_guide_is_accessible(browser: Browser, server: str, width: int, theme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme)  # type: ignore[arg-type]
    window = context.new_page()
    window.goto(server)
    window.wait_for_timeout(1200)  # the glow of the changed row is over
    assert barriers(window) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("name", ["404", "403", "403_csrf", "409", "500"])
def test_error_pages_are_accessible(page: Page, name: str) -> None:
    page.goto(f"/galat/{name}/")
    assert barriers(page) == []


def test_words_on_buttons_can_be_read(page: Page) -> None:
    page.goto("/")
    pairs = page.evaluate(
        "[...document.querySelectorAll('.btn')].map(getComputedStyle).map(s => [s.color, s.backgroundColor])"
    )
    assert pairs
    assert not [pair for pair in pairs if pair[0] == pair[1]]


def test_text_at_twice_its_size_needs_no_sideways_scrolling(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 800})
    window = context.new_page()
    window.goto(server)
    window.evaluate("document.documentElement.style.fontSize = '200%'")
    assert window.evaluate("document.documentElement.scrollWidth") <= 640
    context.close()


def test_a_cold_page_weighs_less_than_100_kb_in_12_requests(page: Page) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    bodies = {answer.url: answer.body() for answer in answers}
    zipped = sum(len(gzip.compress(body, 9)) for body in bodies.values())
    assert len(bodies) <= 12
    assert zipped <= 100_000


def test_the_top_bar_says_how_the_stream_stands(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_text("Langsung", exact=True)).to_be_hidden()
    page.evaluate("document.documentElement.dataset.stream = 'on'")
    expect(page.get_by_text("Langsung", exact=True)).to_be_visible()
    page.evaluate("document.documentElement.dataset.stream = 'off'")
    expect(page.get_by_text("Sambungan langsung terputus", exact=True)).to_be_visible()
    expect(page.get_by_text("Halaman ini memeriksa perubahan sendiri")).to_be_visible()
    assert barriers(page) == []


def test_the_policy_of_the_house_is_in_force(page: Page) -> None:
    answer = page.goto("/")
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_the_quadrant_follows_the_two_choices(page: Page) -> None:
    page.goto("/")
    marked = page.locator(".quadrant [aria-current]")
    expect(marked).to_have_text("Baik")
    page.check("input[name=contoh_hasil][value=di_atas]")
    page.check("input[name=contoh_perilaku][value=di_atas]")
    expect(marked).to_have_text("Sangat Baik")
    expect(page.locator("[data-quadrant-words]")).to_have_text("Predikat: Sangat Baik")
    marked.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".quadrant [data-row=di_atas][data-column=sesuai]")).to_be_focused()


def test_a_dialog_opens_closes_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/")
    opener = page.locator("[data-dialog-open=contoh]")
    opener.click()
    expect(page.locator("dialog")).to_be_visible()
    assert barriers(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    page.locator("[data-dialog-close=tidak]").click()
    expect(page.locator("dialog")).to_be_hidden()


def test_the_theme_can_be_switched_and_is_remembered(page: Page) -> None:
    page.goto("/")
    page.locator("[data-menu] summary").click()
    page.locator("[data-theme-switch]").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "theme"] == ["dark"]


def test_the_person_menu_closes_with_escape_and_outside(page: Page) -> None:
    page.goto("/")
    summary = page.locator("[data-menu] summary")
    summary.click()
    expect(page.locator(".menu-sheet")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".menu-sheet")).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    page.locator("h1").click()
    expect(page.locator(".menu-sheet")).to_be_hidden()


def test_the_whole_navigation_opens_on_the_phone_without_javascript(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    window = context.new_page()
    window.goto(server)
    expect(window.locator(".side-nav")).to_be_hidden()
    window.locator(".top-menu").click()
    expect(window.locator(".side-nav")).to_be_visible()
    window.locator(".side-close").click()
    expect(window.locator(".side-nav")).to_be_hidden()
    context.close()


def test_the_first_stop_of_the_keyboard_skips_the_navigation(page: Page) -> None:
    page.goto("/galat/404/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()


def test_mistakes_of_a_form_are_read_first(page: Page) -> None:
    page.goto("/")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.locator(".error-summary a").first.click()
    expect(page.locator("[name=salah-amount]")).to_be_focused()


def photograph(width: int, height: int) -> bytes:
    """A noisy camera picture, so that it is heavy."""
    kept = io.BytesIO()
    Image.effect_noise((width, height), 80).convert("RGB").save(kept, "JPEG", quality=95)
    return kept.getvalue()


def test_a_camera_photo_is_made_small_before_it_is_sent(page: Page) -> None:
    page.goto("/")
    heavy = photograph(3000, 2000)
    page.set_input_files(
        "[name=evidence]", {"name": "foto.png.jpg", "mimeType": "image/jpeg", "buffer": heavy}
    )
    preview = page.locator("[data-photo-preview]").first
    expect(preview).to_be_visible()
    expect(preview).to_contain_text("Foto diperkecil")
    size = page.evaluate(
        "async () => { const f = document.querySelector('[name=evidence]').files[0];"
        " const b = await createImageBitmap(f);"
        " return [f.size, b.width, b.height, f.name, f.type] }"
    )
    assert size[0] <= 400_000 < len(heavy)  # pure noise: the heaviest picture there is
    assert size[1:] == [1024, 683, "foto.png.jpg", "image/jpeg"]


def test_a_document_is_sent_as_it_is(page: Page) -> None:
    page.goto("/")
    page.set_input_files(
        "[name=evidence]", {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 x"}
    )
    expect(page.locator("[data-photo-preview]").first).to_contain_text("surat.pdf (1 KB)")
    assert page.evaluate("document.querySelector('[name=evidence]').files[0].size") == 10


def test_a_broken_picture_is_sent_as_it_is(page: Page) -> None:
    page.goto("/")
    page.set_input_files(
        "[name=evidence]", {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"}
    )
    expect(page.locator("[data-photo-preview]").first).to_contain_text("Berkas dipilih: x.jpg")


def test_a_refusal_is_shown_above_and_the_content_stays(page: Page) -> None:
    page.goto("/bertanya/")
    page.get_by_role("button", name="tolak").click()
    expect(page.locator("[data-refusals]")).to_contain_text("Laporan sudah diterima.")
    expect(page.locator("#sasaran")).to_have_text("lama")


def test_trouble_on_the_way_is_said_and_forgotten(page: Page) -> None:
    page.goto("/bertanya/")
    page.get_by_role("button", name="rusak").click()
    expect(page.locator("[data-trouble]")).to_be_visible()
    page.get_by_role("button", name="baru").click()
    expect(page.locator("[data-trouble]")).to_be_hidden()


def test_a_changed_row_glows_once(page: Page) -> None:
    page.goto("/bertanya/")
    page.get_by_role("button", name="baru").click()
    fresh = page.locator("[data-fresh]")
    expect(fresh).to_have_class("just-changed")
    expect(fresh).not_to_have_class("just-changed", timeout=3000)


def test_print_shows_no_navigation_and_says_who_printed(page: Page) -> None:
    page.goto("/")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".side-nav")).to_be_hidden()
    expect(page.locator(".top-bar")).to_be_hidden()
    expect(page.locator(".print-foot")).to_contain_text("Dicetak oleh dr. Sari Wulandari")
    expect(page.locator(".print-demo")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_table_stays_a_table_on_paper(page: Page) -> None:
    page.set_viewport_size({"width": 688, "height": 990})
    page.goto("/")
    cell = "getComputedStyle(document.querySelector('.table-list td')).display"
    assert page.evaluate(cell) == "grid"
    page.emulate_media(media="print")
    assert page.evaluate(cell) == "table-cell"


def test_a_folded_branch_opens_by_keyboard(page: Page) -> None:
    page.goto("/")
    branch = page.locator(".tree summary").nth(1)
    expect(page.get_by_text("Kelas ibu hamil")).to_be_visible()
    branch.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kelas ibu hamil")).to_be_hidden()
