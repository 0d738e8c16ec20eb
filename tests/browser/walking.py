"""What tests in a browser do again and again: look a page over, and answer the question that it shows."""

import contextlib
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Page

from tests.fixtures.site import ROLES, Site
from tests.laws.test_pages import PAGES
from tests.laws.test_routes import TABLE

Axe = Callable[[Page], list[str]]
NARROW = 320

RIGHT = {
    "Which river flows past Mayadin?": "Euphrates",
    "Which of these lie on the right bank, according to the Gazetteer?": ["Mayadin", "Dura-Europos"],
    "What is the old citadel of the town called?": "Rahba",
    "When did the Syrian Army capture the city of Mayadin?": "14 Oct 2017",
    "How far is it from Deir ez-Zor?": "44 km",
    "In which order were these taken?": ["the desert", "the citadel", "the city"],
    "Who commanded whom in the town?": {"Syrian Army": "General Hassan", "Militia": "Captain Ali"},
    "The ___ at Mayadin was bombed in ___ 2016.": ["bridge", "August"],
    "About how many people lived in Mayadin before the war?": "Good",
}
"""What answers each question of every-type, as a student would give it."""


def stem_of(page: Page) -> str:
    """The question that a page asks."""
    return page.locator(".stem").last.inner_text().replace("\u00a0", " ").strip()


def answer(page: Page, right: bool = True) -> str:
    """Answer the question that a page shows with its own controls; returns its stem."""
    stem = stem_of(page)
    wanted = RIGHT[stem]
    if page.locator(".ratings, a:has-text('Show the answer')").count():
        turn_over(page)
        follow(page, page.locator(f".ratings button[value={'good' if right else 'again'}]"))
        return stem
    if page.locator(".options button").count():
        options = page.locator(".options button")
        wrong = options.filter(has_not_text=str(wanted)).first
        follow(page, options.filter(has_text=str(wanted)) if right else wrong)
        return stem
    _fill(page, wanted if right else _wrong(wanted))
    follow(page, page.get_by_role("button", name="Answer"))
    return stem


def follow(page: Page, control: Locator) -> None:
    """Press what leads on, and wait until it is there: another page, or another part of this one."""
    before = page.evaluate(STANDS)
    control.click()
    settle(page, before)


def press(page: Page, key: str) -> None:
    """Press a key that leads on, and wait until it is there."""
    before = page.evaluate(STANDS)
    page.keyboard.press(key)
    settle(page, before)


def settle(page: Page, before: str) -> None:
    """Wait until something else stands there, whole, and no answer waits for its grade."""
    until = time.monotonic() + MOST_SECONDS
    while time.monotonic() < until:
        with contextlib.suppress(PlaywrightError):  # the page is just being replaced
            now = page.evaluate(STANDS)
            if now not in ("", before) and "Checking" not in now:
                return
        page.wait_for_timeout(15)
    raise AssertionError(f"nothing else stands on {page.url} after {MOST_SECONDS} seconds")


MOST_SECONDS = 10
STANDS = """() => document.readyState !== "complete" ? "" : [
  performance.timeOrigin,
  location.href,
  document.querySelector("main [name=key]")?.value,
  document.body.innerText,
].join(" ")"""
"""What stands on a page, in a word: another document, address, question or sentence is another word."""


def turn_over(page: Page) -> None:
    """Turn a flashcard over, if that is what the page shows."""
    back = page.get_by_role("link", name="Show the answer")
    if back.count():
        follow(page, back)


def _wrong(wanted: object) -> object:
    if isinstance(wanted, dict):
        return dict(zip(wanted, reversed(wanted.values()), strict=True))
    return list(reversed(wanted)) if isinstance(wanted, list) else "quite another"


def _fill(page: Page, wanted: object) -> None:
    if isinstance(wanted, dict):
        _match(page, wanted)
    elif page.locator("ol.order, ol.places-to-give").count():
        _arrange(page, [str(item) for item in wanted])  # type: ignore[attr-defined]
    elif page.locator("input[type=checkbox]").count():
        for item in wanted:  # type: ignore[attr-defined]
            page.get_by_label(item, exact=True).check()
    else:
        texts = wanted if isinstance(wanted, list) else [wanted]
        for field, text in zip(page.locator("input[name=response]").all(), texts, strict=True):
            field.fill(str(text))


def _match(page: Page, wanted: dict[str, str]) -> None:
    """By taps, or by lists where no script runs."""
    for left, chosen in wanted.items():
        if page.locator(".pool").count():
            page.locator(".pairs li", has_text=left).locator(".slot").click()
            page.locator(f".pool button[value='{chosen}']").click()
        else:
            page.get_by_label(left, exact=True).select_option(chosen)


def _arrange(page: Page, wanted: list[str]) -> None:
    """By buttons, or by lists where no script runs."""
    for place, item in enumerate(wanted):
        if page.locator("ol.order").count():
            rows = page.locator("ol.order li .said").all_inner_texts()
            for _ in range(rows.index(item) - place):
                page.get_by_role("button", name=f"Move {item} up", exact=True).click()
        else:
            page.get_by_label(item, exact=True).select_option(str(place + 1))


def look_over(page: Page, axe: Axe) -> list[str]:
    """What axe finds on a page as it stands, and whether anything scrolls sideways on the narrowest phone."""
    where = f"{urlsplit(page.url).path} ({page.title()})"
    found = [f"{where}: {each}" for each in axe(page)]
    size = page.viewport_size or {"width": 360, "height": 740}
    page.set_viewport_size({"width": NARROW, "height": size["height"]})
    wide = page.evaluate(SIDEWAYS)
    if wide:
        found.append(f"{where}: scrolls sideways at {NARROW} px: {wide}")
    page.set_viewport_size(size)
    return found


SIDEWAYS = """() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= innerWidth) return null;
  const wide = [...document.querySelectorAll("body *")].filter(
    (each) => each.getBoundingClientRect().right > innerWidth + 0.5);
  return `${root.scrollWidth} px: ` + wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 100)).join(" | ");
}"""


def pages_of(role: str) -> list[str]:
    """The endpoints whose page is looked at as this role: each once, by the least role that sees it whole."""
    mine = []
    for endpoint in PAGES:
        allowed = [
            each for each, said in zip(ROLES, TABLE[f"GET {endpoint}"].split(), strict=True) if said == "ok"
        ]
        least = "teacher" if "teacher" in allowed and "student" not in allowed else allowed[0]
        if role == ("student" if least == "guest" else least):
            mine.append(endpoint)
    return mine


def enter_a_session(page: Page, bank: str = "every-type") -> None:
    """Begin a session on one bank, of every type unless another one is named."""
    page.goto(f"/library/{bank}")
    follow(page, page.get_by_role("button", name="Study this"))
    start = page.get_by_role("button", name="Start")
    if start.count():
        follow(page, start)


def go_on(page: Page) -> bool:
    """Leave the feedback behind; whether another question follows."""
    for name in ("Continue", "To the end"):
        if page.get_by_role("link", name=name).count():
            follow(page, page.get_by_role("link", name=name))
    return "/end" not in page.url


def site_path(site: Site, name: str) -> str:
    """The address of one of the populated site's own pages."""
    return {
        "broken draft": f"/teach/drafts/{site.broken_draft}",
        "finished": f"/study/{site.finished_session}/end",
    }[name]
