import pytest

from extract.model import Mention, MentionKind, Part, PartKind, Place, Source
from store.case import Case
from store.facts import fact
from store.spot import spot
from tests.store.conftest import add

TOP_LEFT = "(points from the upper left corner)"


@pytest.mark.parametrize(
    ("ref", "where"),
    [
        ("mention:1", {"box": f"x0 10, top 20, x1 110, bottom 32 {TOP_LEFT}"}),
        ("payment:1:amount", {"box": f"x0 100, top 50, x1 150, bottom 60 {TOP_LEFT}", "row": "1", "column": "Сумма"}),
        ("payment:1:date", {"row": "1"}),
        ("shipment:2:consignor", {"row": "3", "column": "G001"}),
        ("shipment:3:consignee", {"row": "2", "column": "G002"}),
    ],
)
def test_a_fact_is_found_with_a_finger(case: Case, ref: str, where: dict[str, str]) -> None:
    assert spot(case, fact(case, ref)) == where


def test_in_a_text_line_and_characters_are_counted(case: Case) -> None:
    source = Source("e" * 64, 10, "txt")
    text = "Первая строка\nсумма 5 USD сегодня\n"
    start = text.index("5 USD")
    place = Place(source.sha256, 1, None, (start, start + 5))
    items = [
        Part(Place(source.sha256, 1), PartKind.TEXT, text=text),
        Mention(place, MentionKind.AMOUNT, "5 USD", "5", currency="USD"),
    ]
    add(case, case.path.parent, "note.txt", source, items)
    assert spot(case, fact(case, "mention:3")) == {"line": "2, characters 7 to 11"}
