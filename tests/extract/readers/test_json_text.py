"""JSON is read value by value."""

from pathlib import Path

import pytest

from extract.fields import company
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
