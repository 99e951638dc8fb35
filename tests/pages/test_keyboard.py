"""The main job without a mouse: every stop is reached in order, seen and uncovered; what opens closes with Escape."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.visiting import DESK, PHONE
from tests.pages.conftest import Window
from tests.pages.scene import Scene

pytestmark = pytest.mark.browser

#: whose page, at which address
JOB = [
    ("budi", "/"),
    ("budi", "/laporan/catat/"),
    ("budi", "/laporan/kalender/2026/3/"),
    ("rina", "/rencana/skp/"),
    ("sari", "/rencana/bawahan/"),
    ("sari", "/pantau/tim/"),
    ("sari", "/pantau/persetujuan/"),
    ("ratna", "/kepegawaian/"),
]
#: the element with the focus: where it stands in the document, whether it shows that it has it, whether it is covered
STOP = """() => {
    const here = document.activeElement;
    if (!here || here === document.body) return null;
    const box = here.getBoundingClientRect();
    const style = getComputedStyle(here);
    const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 2);
    const y = Math.max(box.y + Math.min(box.height / 2, 20), Math.min(box.bottom - 4, 120)); // taller than the window
    const top = document.elementFromPoint(x, y);
    return {
        order: [...document.querySelectorAll('*')].indexOf(here),
        html: here.outerHTML.slice(0, 140),
        shown: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
        free: !!top && (here.contains(top) || top.contains(here) || !!top.closest('label')?.contains(here)),
    };
}"""


def faults_of_stops(page: Page) -> Iterator[str]:
    """Press Tab from the top to the end of the page."""
    before, at = -1, page.url
    for _stop in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["order"] <= before:
            break
        before = stop["order"]
        if not stop["shown"]:
            yield f"{at}: the focus cannot be seen on {stop['html']}"
        if not stop["free"]:
            yield f"{at}: something lies over {stop['html']}"
    else:
        yield f"{at}: Tab finds no end"
    if before < 0:
        yield f"{at}: Tab reaches nothing"


def test_tab_walks_each_page_of_the_job_in_order_and_in_sight(scene: Scene, window: Window) -> None:
    faults: list[str] = []
    for who, path in [*JOB, ("sari", scene.rating), ("budi", scene.receipt)]:
        for width in (DESK, PHONE):
            page = window(who, width)
            page.goto(path)
            faults += [f"{width}: {fault}" for fault in faults_of_stops(page)]
            page.context.close()
    assert faults == [], "\n".join(faults)


def test_the_skip_link_leads_into_the_content(window: Window) -> None:
    page = window("sari")
    page.goto("/pantau/tim/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_the_person_opens_closes_and_gives_the_focus_back(window: Window) -> None:
    page = window("budi", PHONE)
    page.goto("/")
    page.locator("[data-menu] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Profil saya")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-menu] summary")).to_be_focused()
    expect(page.get_by_role("link", name="Profil saya")).to_be_hidden()


#: where something is folded away: whose page, its address, the link from there
FOLDED = [
    ("sari", "/profil/", ""),
    ("budi", "/laporan/catat/", ""),
    ("budi", "/layanan/", "Pemeriksaan ibu hamil"),
    ("rina", "/rencana/skp/", "Detail SKP"),
    ("sari", "/rencana/perjanjian/", ""),
    ("ratna", "/kepegawaian/unit/", ""),
    ("nobody", "/rules/discipline.absence/", ""),
]
#: a summary that Enter has just opened: is its part open, what in it can be reached, and where is the focus
FOLD = """summary => {
    const fold = summary.parentElement;
    const inside = [...fold.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
    return {
        open: fold.open,
        reached: inside.filter(each => each !== summary && each.type !== "hidden" && each.checkVisibility()).length,
        within: fold.contains(document.activeElement) && document.activeElement !== summary,
    };
}"""


def faults_of_folds(page: Page, at: str) -> Iterator[str]:
    """Open with Enter, go in with Tab, close with Enter: what is closed again is passed over."""
    folds = page.locator("main summary:visible, header summary:visible").element_handles()
    if len(folds) < 2:
        yield f"{at} folds nothing: take it off the list"
    for summary in reversed(folds[:5]):  # what lies in another before that one
        name = f"{at}: {summary.inner_text().strip()!r}"
        summary.focus()
        before = summary.evaluate(FOLD)["open"]
        page.keyboard.press("Enter")
        if summary.evaluate(FOLD)["open"] is before:
            yield f"{name} does not answer to Enter"
        if before:
            page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        seen = summary.evaluate(FOLD)
        if seen["within"] != bool(seen["reached"]):
            yield f"{name} is open with {seen['reached']} stops, and Tab is {seen['within']}"
        summary.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        if summary.evaluate(FOLD)["open"] or summary.evaluate(FOLD)["within"]:
            yield f"{name} does not close"


def test_what_is_folded_away_opens_and_closes_by_keyboard(scene: Scene, window: Window) -> None:
    faults: list[str] = []
    for who, path, link in [*FOLDED, ("sari", scene.rating, "")]:
        page = window(who)
        page.set_default_timeout(5_000)
        page.goto(path)
        if link:
            page.locator("main").get_by_role("link", name=link).first.click()
            page.wait_for_load_state()
        faults += faults_of_folds(page, f"{who} {path} {link}".strip())
        page.context.close()
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize(
    ("path", "name"),
    [("/pantau/tim/", "Beri umpan balik"), ("/pantau/persetujuan/", "Kembalikan dengan catatan")],
)
def test_a_part_that_changes_by_itself_leaves_the_focus_where_it_was(
    window: Window, path: str, name: str
) -> None:
    """The board and the queue are fetched anew while somebody works on them with the keyboard."""
    page = window("sari")
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name=name).nth(1).focus()
    aim = page.evaluate("document.activeElement.getAttribute('href')")
    with page.expect_response(lambda answer: answer.request.headers.get("hx-request") == "true"):
        page.evaluate(
            "{ const part = document.activeElement.closest('[data-live]'); part.dataset.old = 1; htmx.trigger(part, 'live') }"
        )
    expect(page.locator("[data-old]")).to_have_count(0)
    expect(page.locator(f"main a[href='{aim}']", has_text=name)).to_be_focused()


def test_the_queue_takes_the_focus_from_nobody_and_moves_it_by_j(window: Window) -> None:
    page = window("sari")
    page.goto("/pantau/persetujuan/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.activeElement === document.body")
    page.locator("[data-waiting] a").first.focus()
    page.keyboard.press("j")
    expect(page.locator("[data-waiting]").nth(1)).to_be_focused()
