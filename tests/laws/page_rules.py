"""What every page keeps to, read from its HTML: `problems` says what is wrong, one line a finding."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
DRAWN = {"circle", "path", "line", "rect", "polyline", "polygon", "use", "ellipse", "stop"}
LABELLED = {"input", "select", "textarea"}
UNLABELLED = {"hidden", "submit", "button", "image", "reset"}
LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "use": "href"}
NAMED = {"a", "button", "summary", "label", "legend", "h1", "h2", "h3", "th", "title"}
REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
FORBIDDEN = {"style", "iframe", "object", "embed", "base", "marquee", "font"}


class Page(HTMLParser):
    """The elements of a page in their order, with what they say."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.elements: list[tuple[str, dict[str, str], tuple[str, ...], list[str]]] = []
        self._open: list[int] = []
        self.starts_right = html.lstrip().lower().startswith("<!doctype html>")
        self.feed(html)
        self.close()
        self.wrong += [f"<{self.elements[place][0]}> is never closed" for place in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.wrong.append(f"<{tag}> says something twice: {names}")
        path = tuple(self.elements[place][0] for place in self._open)
        self.elements.append((tag, {name: value or "" for name, value in attrs}, path, []))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self.elements[self._open[-1]][0] != tag:
            self.wrong.append(
                f"</{tag}> closes <{self.elements[self._open[-1]][0] if self._open else 'nothing'}>"
            )
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for place in self._open:
            self.elements[place][3].append(data)

    def all(self, *tags: str) -> list[tuple[str, dict[str, str], tuple[str, ...], str]]:
        """The elements with one of these names; all of them without one."""
        return [
            (tag, attributes, path, " ".join("".join(said).split()))
            for tag, attributes, path, said in self.elements
            if not tags or tag in tags
        ]


def problems(html: str) -> list[str]:
    """Say what is wrong with a page."""
    page = Page(html)
    return [
        *page.wrong,
        *([] if page.starts_right else ["it does not begin with <!doctype html>"]),
        *_check_head(page),
        *_check_names(page),
        *_check_labels(page),
        *_check_what_is_loaded(page),
        *_check_forms(page),
    ]


def _check_head(page: Page) -> list[str]:
    found = []
    heads = [said for _, _, _, said in page.all("h1")]
    if len(heads) != 1:
        found.append(f"{len(heads)} h1: {heads}")
    titles = [said for _, _, path, said in page.all("title") if "head" in path]
    if len(titles) != 1 or not titles[0].removesuffix("Quizapp").strip(" ·"):
        found.append(f"title: {titles}")
    if [attributes.get("lang", "") for _, attributes, _, _ in page.all("html")] not in (["en"], ["de"]):
        found.append("html has no lang")
    if len(page.all("main")) != 1:
        found.append(f"{len(page.all('main'))} main")
    first = [said for _, attributes, _, said in page.all() if "first" in attributes.get("class", "").split()]
    if len(first) > 1:
        found.append(f"{len(first)} primary buttons: {first}")
    return found


def _check_names(page: Page) -> list[str]:
    found = []
    for tag, attributes, _, said in page.all(*NAMED):
        if not said and not attributes.get("aria-label"):
            found.append(f"<{tag} {attributes}> says nothing")
    ids = [attributes["id"] for _, attributes, _, _ in page.all() if "id" in attributes]
    found += [f"the id {each} stands twice" for each in sorted(set(ids)) if ids.count(each) > 1]
    for tag, attributes, _, _ in page.all():
        for name in REFERRING:
            found += [
                f"<{tag} {name}> names {each}, which is not there"
                for each in attributes.get(name, "").split()
                if each not in ids
            ]
    return found


def _check_labels(page: Page) -> list[str]:
    labelled = {attributes.get("for", "") for _, attributes, _, _ in page.all("label")}
    found = []
    for tag, attributes, path, _ in page.all(*LABELLED):
        if attributes.get("type", "text") in UNLABELLED and tag == "input":
            continue
        if attributes.get("aria-hidden") == "true" and attributes.get("tabindex") == "-1":
            continue
        named = {"aria-label", "aria-labelledby"} & set(attributes)
        if not named and "label" not in path and attributes.get("id", "?") not in labelled:
            found.append(f"<{tag} name={attributes.get('name')}> has no label")
    return found


def _check_what_is_loaded(page: Page) -> list[str]:
    found = [f"<{tag}>" for tag, _, _, _ in page.all(*FORBIDDEN)]
    for tag, attributes, _, said in page.all():
        found += [f"<{tag} {name}=…>" for name in attributes if name == "style" or name.startswith("on")]
        if tag == "script" and (said or not attributes.get("src")):
            found.append("a script inside the page")
        loaded = attributes.get(LOADED.get(tag, ""), "")
        if loaded and not loaded.startswith("/static/"):
            found.append(f"<{tag}> loads {loaded}")
        for name in ("href", "src", "action", "formaction"):
            address = urlsplit(attributes.get(name, ""))
            if address.scheme not in ("", "https", "http"):
                found.append(f"<{tag} {name}={attributes[name]}>")
            if (address.netloc or address.scheme) and (
                tag != "a" or "noreferrer" not in attributes.get("rel", "")
            ):
                found.append(f"<{tag} {name}={attributes[name]}> leads out of the site")
    return found


def _check_forms(page: Page) -> list[str]:
    found = []
    changing = [
        attributes for _, attributes, _, _ in page.all("form") if attributes.get("method", "") == "post"
    ]
    tokens = [
        each for _, each, _, _ in page.all("input") if each.get("name") == "csrf_token" and each.get("value")
    ]
    if len(tokens) != len(changing):
        found.append(f"{len(changing)} forms that change something, {len(tokens)} tokens")
    for _, attributes, path, _ in page.all("form"):
        if "form" in path:
            found.append("a form inside a form")
        if attributes.get("method", "get") not in ("post", "get"):
            found.append(f"a form with the method {attributes['method']}")
    return found
