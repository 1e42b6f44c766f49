"""JSON is read value by value."""

import json
from pathlib import Path

import pytest

from extract.errors import LimitExceeded
from extract.fields import company
from extract.readers import json_text
from tests.extract.readers.reading import read


@pytest.mark.parametrize(
    "text",
    [
        '[{"seller": "Kolibri Trade LLC", "amount": 500, "paid": true, "to": [{"buyer": "Norden GmbH"}]}]',
        '{"seller": "Kolibri Trade LLC", "amount": 500}\n\n{"to": {"buyer": "Norden GmbH"}}\n',
    ],
)
def test_every_value_is_a_line_behind_its_key(tmp_path: Path, text: str):
    path = tmp_path / "deal.txt"
    path.write_text(text, encoding="utf-8")
    (part,), _, issues = read(path)
    assert part.text.splitlines() == ["seller: Kolibri Trade LLC", "amount: 500", "buyer: Norden GmbH"]
    assert [hit.value for hit in company.find(part.text)] == ["Kolibri Trade LLC", "Norden GmbH"]
    assert issues == []


def test_what_only_begins_like_json_is_read_as_it_stands_and_said(tmp_path: Path):
    path = tmp_path / "half.json"
    path.write_text('{"seller": "Kolibri', encoding="utf-8")
    (part,), _, issues = read(path)
    assert part.text == '{"seller": "Kolibri'
    assert [issue.kind for issue in issues] == ["damaged"]


def test_one_broken_line_costs_no_other(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n{"a": oops}\n{"a": 3}\n', encoding="utf-8")
    (part,), _, issues = read(path)
    assert part.text.splitlines() == ["a: 1", '{"a": oops}', "a: 3"]
    assert "first in line 2" in issues[0].message


def test_keys_that_come_twice_and_long_figures_are_kept(tmp_path: Path):
    path = tmp_path / "a.json"
    path.write_text('{"a": 1.50, "a": %s}' % ("9" * 9_000), encoding="utf-8")
    (part,), _, issues = read(path)
    assert part.text.splitlines() == ["a: 1.50", "a: " + "9" * 9_000]
    assert issues == []


def test_nesting_past_the_stack_is_no_crash(tmp_path: Path):
    path = tmp_path / "a.json"
    path.write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")
    _, _, issues = read(path)
    assert [issue.kind for issue in issues] == ["damaged"]


@pytest.fixture
def long_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file count as a long one, whose objects may have 2 KiB."""
    monkeypatch.setattr(json_text, "MOST_BYTES", 2_048)
    monkeypatch.setattr(json_text, "STEP", 64)


ROWS = [{"seller": f"Kolibri {n} LLC", "lines": [{"n": 10 * n, "words": "a, [b] ]} " * 5}]} for n in range(200)]


@pytest.mark.usefixtures("long_from_the_start")
@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("is_list", [True, False])
def test_a_long_file_is_read_object_by_object(tmp_path: Path, indent: int | None, is_list: bool):
    path = tmp_path / "long.json"
    path.write_text(json.dumps(ROWS, indent=indent) if is_list else "\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    parts, _, issues = read(path)
    lines = "\n".join(part.text for part in parts).splitlines()
    assert lines[:2] == ["seller: Kolibri 0 LLC", "n: 0"]
    assert [line for line in lines if line.startswith("n: ")] == [f"n: {10 * n}" for n in range(200)]
    assert issues == []


@pytest.mark.usefixtures("long_from_the_start")
@pytest.mark.parametrize("text", ['{"data": %s}', "[%s"])
def test_a_long_file_that_is_no_list_names_the_way_out(tmp_path: Path, text: str):
    path = tmp_path / "long.json"
    path.write_text(text % json.dumps({"rows": ROWS}), encoding="utf-8")
    with pytest.raises(LimitExceeded) as refusal:
        read(path)
    assert "jq -c" in refusal.value.hint


def test_an_object_on_a_line_of_two_million_characters_is_whole(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    rows = [{"words": ["слово, " * 150_000, "b"], "n": 12345}] * 2
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    parts, _, issues = read(path)
    lines = "\n".join(part.text for part in parts).splitlines()
    assert [line[:12] for line in lines] == ["words: слово", "words: b", "n: 12345"] * 2
    assert "damaged" not in {issue.kind for issue in issues}
