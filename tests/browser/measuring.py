"""What a page measures in a real browser: the size of its targets, and how much fixed parts cover."""

from urllib.parse import urlsplit

from playwright.sync_api import Page

LEAST_TARGET = (
    44  # pixels, each way: the issue; WCAG 2.5.8 wants 24 with the same exception for links in a sentence
)
MOST_COVERED = 0.5  # of the window, by what does not scroll along

TARGETS = """(least) => {
  const inSentence = (each) => {
    if (each.tagName !== "A") return false;
    const block = each.closest("p, li, td, dd, q, blockquote, span, small");
    return Boolean(block) && block.innerText.trim().length > each.innerText.trim().length + 1;
  };
  const target = (each) => (each.matches("input, select") && each.closest("label")) || each;
  const isThere = (each) => each.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })
    && !each.matches("[type=hidden], [aria-hidden=true], :disabled") && each.tabIndex >= 0;
  const found = new Set();
  for (const each of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (!isThere(each) || inSentence(each)) continue;
    const box = target(each).getBoundingClientRect();
    if (box.bottom < 0 || box.right < 0) continue;  // a link to skip to the page waits above it
    if (box.height < least - 0.5 || box.width < least - 0.5) {
      found.add(`${Math.round(box.width)} x ${Math.round(box.height)}: ${each.outerHTML.slice(0, 110)}`);
    }
  }
  return [...found];
}"""

COVERED = """() => {
  const fixed = [...document.querySelectorAll("body *")].filter(
    (each) => ["fixed", "sticky"].includes(getComputedStyle(each).position) && each.checkVisibility());
  const heights = fixed.map((each) => {
    const box = each.getBoundingClientRect();
    return Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
  });
  return heights.reduce((sum, each) => sum + each, 0) / innerHeight;
}"""


def small_targets(page: Page) -> list[str]:
    """What is to be hit with a finger and is smaller than 44 px either way; links in a sentence are excepted."""
    return [f"{where(page)}: {each}" for each in page.evaluate(TARGETS, LEAST_TARGET)]


def covered(page: Page) -> list[str]:
    """Whether what stays in place while the page scrolls takes more than half of the window."""
    share = page.evaluate(COVERED)
    return [f"{where(page)}: {share:.0%} of the window is covered"] if share > MOST_COVERED else []


def where(page: Page) -> str:
    """The page in a word."""
    return f"{urlsplit(page.url).path} ({page.title()})"
