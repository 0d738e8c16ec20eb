"""quizapp/README.md shows the house as it is: every room, every package that it stands on, every file it names."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "quizapp"
README = (HOUSE / "README.md").read_text(encoding="utf-8")
TREE = README.split("```text\n")[1].split("```")[0]
INSIDE = {"versions", "__pycache__", "_shipped"}


def in_tree(depth: int) -> set[str]:
    """Names in the drawing that stand so many steps in."""
    return set(re.findall(rf"^ {{{2 * depth}}}([a-z_]+(?:/|\.py))", TREE, re.MULTILINE))


def test_every_room_is_in_the_drawing_and_nothing_else():
    rooms = {f"{path.name}/" for path in HOUSE.iterdir() if path.is_dir() and path.name not in INSIDE}
    modules = {path.name for path in HOUSE.glob("*.py")}
    assert in_tree(1) == rooms | modules


def test_every_noun_is_in_the_drawing():
    for floor in ("store", "services", "web"):
        lines = TREE.split(f"\n  {floor}/")[1].split("\n  ")
        drawn = "\n".join([lines[0], *(line for line in _inner(lines[1:]))])
        nouns = {f"{path.name}/" for path in (HOUSE / floor).iterdir() if path.is_dir()} - {"__pycache__/"}
        assert {noun for noun in nouns if noun not in drawn} == set(), floor
    templates = {f"{path.name}/" for path in (HOUSE / "templates").iterdir() if path.is_dir()}
    assert {noun for noun in templates if noun not in TREE.split("templates/")[1]} == set()


def _inner(lines: list[str]) -> list[str]:
    """The lines up to the next floor."""
    inner = []
    for line in lines:
        if not line.startswith("  "):
            break
        inner.append(line)
    return inner


def test_every_package_that_the_program_needs_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["postgres"]]
    named = set(re.findall(r"[a-z0-9-]+", README.split("## Decisions")[1]))
    assert {re.split(r"[^A-Za-z0-9-]", name)[0] for name in wanted} - named == set()


def test_every_file_that_a_recipe_names_is_there():
    recipes = README.split("## How to add")[1].split("## Decisions")[0]
    names = set(re.findall(r"`([A-Za-z_./]+\.(?:py|md|html))`", recipes))
    assert names >= {"store/__init__.py", "templates/study/shapes.html", "tests/laws/questions.py"}
    missing = [
        name
        for name in sorted(names)
        if "/" in name and not ((HOUSE / name).is_file() or (ROOT / name).is_file())
    ]
    assert missing == []


def test_the_tuples_that_it_names_are_in_the_code():
    code = "\n".join(path.read_text(encoding="utf-8") for path in HOUSE.rglob("*.py"))
    tuples = re.findall(r"`([A-Z_]{5,})`", README.split("What is many")[1].split("## How to add")[0])
    assert len(tuples) >= 6
    assert [name for name in tuples if not re.search(rf"^{name}\b.* = ", code, re.MULTILINE)] == []
