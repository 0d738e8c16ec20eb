"""`quizapp facts`, as a teacher types it: lines or JSON on standard output, the report on standard error."""

import json
import re
from pathlib import Path

from click.testing import CliRunner

from quizapp.cli import main

HARLOW = Path(__file__).parents[1] / "fixtures" / "articles" / "harlow-ford.txt"
KEYS = [
    *(
        "id",
        "type",
        "subject",
        "attribute",
        "value",
        "according_to",
        "date",
        "section",
        "sentence",
        "start",
        "end",
    ),
    *("rule", "confidence", "status"),
]


def test_json_gives_each_fact_with_its_keys_and_its_words_in_the_input():
    result = CliRunner().invoke(main, ["facts", str(HARLOW), "--json"])
    assert result.exit_code == 0
    facts = json.loads(result.stdout)
    assert all(list(fact) == KEYS for fact in facts)
    killed = next(fact for fact in facts if fact["id"] == "killed-side-1")
    text = HARLOW.read_text(encoding="utf-8")
    assert text[killed.pop("start") : killed.pop("end")].startswith("310+ killed")
    assert killed == {
        "id": "killed-side-1",
        "type": "casualties",
        "subject": "side 1",
        "attribute": "killed",
        "value": "at least 310 killed",
        "according_to": "the town clerk",
        "date": None,
        "section": "infobox",
        "sentence": "Casualties1",
        "rule": "losses",
        "confidence": "high",
        "status": "single",
    }


def test_the_manual_says_what_each_key_holds():
    manual = (Path(__file__).parents[2] / "questions" / "README.md").read_text(encoding="utf-8")
    table = manual.partition("**Facts as JSON.**")[2].partition("\n\n**")[0]
    assert re.findall(r"`(\w+)`", " ".join(line.split("|")[1] for line in table.splitlines()[4:])) == KEYS


def test_offsets_count_from_behind_a_byte_order_mark(tmp_path: Path):
    text = HARLOW.read_text(encoding="utf-8")
    marked = tmp_path / "marked.txt"
    marked.write_bytes(b"\xef\xbb\xbf" + text.encode())
    plain = CliRunner().invoke(main, ["facts", "--json", str(HARLOW)]).stdout
    assert CliRunner().invoke(main, ["facts", "--json", str(marked)]).stdout == plain


def test_a_date_is_written_as_edtf():
    facts = json.loads(CliRunner().invoke(main, ["facts", "--json", str(HARLOW)]).stdout)
    assert {"1712-05-03", "1712-05-05"} <= {fact["date"] for fact in facts}


def test_the_report_says_what_was_found_and_what_was_not():
    result = CliRunner().invoke(main, ["facts", str(HARLOW)])
    assert "infobox, Commander1: side 1 | commander | Ida Vane (high) [commander]" in result.stdout
    for title in ("facts, ", "not covered: ", "passed over: ", "contradictions: ", "uncertain dates: "):
        assert title in result.stderr
    assert "not covered" not in result.stdout


def test_standard_input_is_read_for_a_dash():
    result = CliRunner().invoke(
        main, ["facts", "-", "--json"], input="= A =\n\nInfobox\n- Result: Upland victory\n\n"
    )
    assert [fact["value"] for fact in json.loads(result.stdout)] == ["Upland victory"]


def test_a_missing_file_is_said_with_what_to_do():
    result = CliRunner().invoke(main, ["facts", "nowhere.txt"])
    assert result.exit_code == 1
    assert result.stderr == "Error: nowhere.txt: there is no such file; look at its name\n"
