"""JSON is read value by value."""

from pathlib import Path

import pytest

from extract.errors import Damaged
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


def test_what_only_begins_like_json_is_damaged(tmp_path: Path):
    path = tmp_path / "half.json"
    path.write_text('{"seller": "Kolibri', encoding="utf-8")
    with pytest.raises(Damaged, match="begins like JSON"):
        read(path)
