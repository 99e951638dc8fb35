"""Every page of the product in a real browser, on a phone and on a desk, as the people who may see it."""

import re
from collections.abc import Iterator

import pytest
from django.utils.html import strip_tags
from playwright.sync_api import Browser, Page

from kinerja.areas.assessment.tests.factories import AFTER
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock
from tests.journeys.barriers import barriers
from tests.journeys.visiting import DESK, NO_WORKER, PHONE, chromium
from tests.pages.house import open_house
from tests.pages.opening import Asked, ask_everything, bones, patterns
from tests.pages.scene import Scene

pytestmark = pytest.mark.browser

#: addresses that answer GET with something else than a page of their own, each with its reason
NO_PAGE = {
    "account_set_password": "sends on to accounts:new_password",
    "siasn:progress": "a part of siasn:import, fetched again and again",
    "siasn:problems": "a workbook, a file of the disk",
    "service_quality:problems": "a workbook",
    "service_quality:sample": "a workbook",
    "monitoring:row": "a part of monitoring:team, the changed row",
    "monitoring:together": "of reports that were chosen: test_evidence_walk.py walks it",
    "reporting:workbook": "a workbook",
    "reporting:week_recap": "a file",
    "reporting:month_recap": "a file",
    "reporting:import_faults": "a workbook",
    "reporting:evidence": "a picture or a document",
    "reporting:preview": "a picture",
    "reporting:queue_sending": "data for the script of the queue",
    "reporting:queue_plan": "data for the script of the queue",
    "whatsapp": "WhatsApp calls it, signed",
    "worker": "a script",
    "manifest": "data",
    "assessment:receipt-json": "data",
}
#: English that has no place on an Indonesian page; words that both languages have are left out
ENGLISH = re.compile(
    r"\b(the|and|with|your|you|please|this field|enter|required|choose|select|save|delete|cancel|search|submit|"
    r"back|next|previous|sign in|sign out|log ?in|log ?out|password|error|page|none|true|false|january|february|"
    r"march|may|june|july|august|october|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
LOOK = """() => ({
    h1: document.querySelectorAll('h1').length,
    title: document.title,
    lang: document.documentElement.lang,
    wide: document.documentElement.scrollWidth,
})"""


class Looking:
    """One Chromium: a window a person, the pages one after another."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address

    def look_at(self, who: str, cookies: dict[str, str], paths: dict[str, tuple[int, ...]]) -> Iterator[str]:
        context = self.browser.new_context(
            base_url=self.address,
            locale="id-ID",
            reduced_motion="reduce",
            viewport={"width": DESK, "height": 780},
        )
        context.add_init_script(NO_WORKER)
        context.add_cookies([{"name": n, "value": v, "url": self.address} for n, v in cookies.items()])
        page, said = context.new_page(), []
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda told: said.append(told.text) if told.type in {"error", "warning"} else None)
        for path, widths in paths.items():
            page.set_viewport_size({"width": PHONE, "height": 780})
            page.goto(path)
            for fault in [*self._faults(page, widths), *said]:
                yield f"{who} {path}: {fault}"
            said.clear()
        context.close()

    def _faults(self, page: Page, widths: tuple[int, ...]) -> Iterator[str]:
        for width in widths:
            page.set_viewport_size({"width": width, "height": 780})
            seen = page.evaluate(LOOK)
            yield from (f"{width} px: {rule} {html[0][:160]}" for rule, html in barriers(page))
            if seen["wide"] > width:
                yield f"is {seen['wide']} px wide in {width}"
        if seen["h1"] != 1:
            yield f"has {seen['h1']} h1"
        if seen["lang"] != "id" or not seen["title"].partition(" · ")[0].strip():
            yield f"is called {seen['title']!r} in {seen['lang']!r}"


def different(asked: list[Asked]) -> dict[str, dict[str, tuple[int, ...]]]:
    """Who → path → widths: of each address one page of every build; another person's copy of it has the same barriers.

    The first build is looked at on both; what differs for others stands in `main`, and is looked at where it is tight.
    """
    chosen: dict[str, dict[str, tuple[int, ...]]] = {}
    for each in asked:
        seen: set[str] = set()
        for (who, path), page in each.pages.items():
            if bones(page) not in seen:
                chosen.setdefault(who, {})[path] = (PHONE,) if seen else (PHONE, DESK)
                seen.add(bones(page))
    return chosen


def test_no_reason_is_left_for_an_address_that_is_gone() -> None:
    assert NO_PAGE.keys() <= {name for name, _pattern in patterns()}


def english(page: str) -> set[str]:
    body = re.sub(
        r"<(script|style|svg|code|kbd|var)\b.*?</\1>|<[^>]+lang=\"en\".*?</[^>]+>", " ", page, flags=re.DOTALL
    )
    return {found.group().lower() for found in ENGLISH.finditer(strip_tags(body))}


@pytest.mark.parametrize("part", [0, 1], ids=["one half", "the other"])  # a worker each
def test_every_page_opens_without_a_barrier(scene: Scene, cast: Cast, part: int) -> None:
    names = sorted({name for name, _pattern in patterns()})[part::2]
    with clock.at(AFTER):
        asked = ask_everything(cast.kota.pk, names, scene.keys, scene.people)

    closed = {each.name for each in asked if not each.pages and 405 not in each.statuses}
    assert closed == NO_PAGE.keys() & set(names), (
        "Make the row that opens it in scene.py, or say in NO_PAGE why it is no page."
    )
    leaks = {
        f"{who} {path}": found
        for each in asked
        for (who, path), page in each.pages.items()
        if (found := english(page))
    }
    assert leaks == {}
    cookies = {
        who: {name: each.value for name, each in client.cookies.items()}
        for who, client in scene.people.items()
    }
    with open_house(AFTER) as address, chromium() as browser:
        looking = Looking(browser, address)
        wrong = [
            fault
            for who, paths in different(asked).items()
            for fault in looking.look_at(who, cookies[who], paths)
        ]
    assert wrong == []
