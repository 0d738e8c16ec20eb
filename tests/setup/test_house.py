"""The house rules that no other tool checks: sizes, names, and nothing of anybody's machine in a file."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path
    for path in (ROOT / "quizapp").rglob("*.py")
    if "versions" not in path.parts and "__pycache__" not in path.parts
)
LINES_A_MODULE = 300
LINES_A_FUNCTION = 40
VAGUE = {
    "data",
    "info",
    "handle",
    "process",
    "manager",
    "helper",
    "helpers",
    "utils",
    "util",
    "service",
    "repository",
}
TEXTS = {".py", ".md", ".toml", ".yaml", ".html", ".css", ".js", ".lock", ".svg", ".conf", ".service", ""}
ELSEWHERE = re.compile(
    "|".join(
        [r"/roo" + "t/", "/wor" + "k/", "pypi" + r"\.org", "python" + r"hosted\.org", "npm" + r"js\.org"]
    )
)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _is_vague(name: str) -> bool:
    return bool(VAGUE & {word.lower() for word in re.split(r"_|(?<=[a-z])(?=[A-Z])", name)})


def test_a_vague_name_is_found_however_it_is_written():
    assert all(map(_is_vague, ("BankHelper", "read_data", "info", "DataReader")))
    assert not any(map(_is_vague, ("Bank", "read_database", "informed", "Updated")))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_short_and_opens_by_saying_what_lives_there(path: Path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LINES_A_MODULE
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_functions_are_short_and_names_say_something(path: Path):
    problems = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if _is_vague(node.name):
                problems.append(f"{node.lineno}: {node.name} says too little")
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if not isinstance(node, ast.ClassDef) and length > LINES_A_FUNCTION:
                problems.append(f"{node.lineno}: {node.name} has {length} lines")
        name = node.arg if isinstance(node, ast.arg) else node.id if isinstance(node, ast.Name) else ""
        if _is_vague(name) and not (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)):
            problems.append(f"{node.lineno}: {name} says too little")
    if path.stem in VAGUE:
        problems.append(f"{path.stem} says too little")
    assert problems == []


def test_no_file_names_somebodys_machine_or_a_registry():
    folders = ("quizapp", "tests", "questions", "static", "deploy", ".ci")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*")] + list(ROOT.glob("*"))
    found = [
        f"{_name(path)}: {match.group()}"
        for path in files
        if path.is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts
        if (match := ELSEWHERE.search(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_the_lock_pins_every_requirement_by_hash_and_nothing_else_stands_in_it():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["postgres"],
        *project["dependency-groups"]["dev"],
    ]
    lock = (ROOT / "requirements.lock").read_text()
    pinned = set(re.findall(r"^([a-z0-9.-]+)==\S+ \\$", lock, re.MULTILINE))
    assert {re.split(r"[^A-Za-z0-9-]", name)[0].lower() for name in wanted} <= pinned
    lines = [line for line in lock.splitlines() if not line.startswith("#")]
    assert all(
        re.fullmatch(r"[a-z0-9.-]+==\S+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?|", line) for line in lines
    )


ROLLS = (
    "random.random()",
    "random.randrange(6)",
    "random.uniform(0, 1)",
    "random.getrandbits(8)",
    "random.SystemRandom()",
    "import secrets",
    "uuid.uuid1()",
    "uuid.uuid4()",
    "time.time()",
)


@pytest.mark.parametrize(("room", "forbidden"), [("services/probe", True), ("web/clock", False)])
def test_dice_and_the_clock_are_arguments_below_the_pages(room: str, forbidden: bool):
    probe = "\n".join(["import random", "import time", "import uuid", "", *ROLLS, ""])
    command = [sys.executable, "-m", "ruff", "check", "--select=TID251", "--output-format=concise"]
    command += [f"--stdin-filename=quizapp/{room}.py", "-"]
    found = subprocess.run(command, input=probe, capture_output=True, text=True, cwd=ROOT, check=False).stdout
    caught = {roll for number, roll in enumerate(ROLLS, start=5) if f":{number}:" in found}
    assert caught == (set(ROLLS) if forbidden else set()), found
