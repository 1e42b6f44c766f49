"""Names of registers and records are found again in running text, once they were judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Box, Item, Mention, MentionKind, Part, PartKind, Place, Source
from resolve import resolve
from store.case import Case
from store.digest import digest
from store.facts import Fact, facts
from store.known_mentions import EVIDENCE, forget, mark
from tests.store.conftest import add

REGISTER, NEWS = Source("c" * 64, 100, "csv"), Source("d" * 64, 400, "txt")
TEXT = (
    "Партию беспилотников перевозчик забрал у Небесной Механики ещё весной, и она была доставлена на склад.\n"
    "Позже о «Северном Пути» и о Небесной Механике\nуже не говорили, а ООО «Заря» из сделки вышло."
)


def register(*names: tuple[str, str | None]) -> list[Item]:
    place = Place(REGISTER.sha256, 1, Box(0, 0, 1, 1))
    part = Part(Place(REGISTER.sha256, 1), PartKind.SHEET, name="register")
    return [part, *(Mention(place, MentionKind.COMPANY, n, n, subject=number) for n, number in names)]


def news() -> list[Item]:
    start = TEXT.index("ООО «Заря»")
    place = Place(NEWS.sha256, 1, Box(0, 2, 20, 3), (start, start + 10))
    found = Mention(place, MentionKind.COMPANY, "ООО «Заря»", "ООО «Заря»", evidence="legal form ООО")
    return [Part(Place(NEWS.sha256, 1), PartKind.TEXT, text=TEXT), found]


def end_of_run(case: Case) -> None:
    with case.transaction():
        forget(case.db)
        case.names.count()
        case.names.write_resolution(resolve(list(case.names.read()), case.names.decisions()))
        mark(case.db)


def found(case: Case) -> list[Fact]:
    return [fact for fact in facts(case) if fact.details.get("evidence") == EVIDENCE]


@pytest.fixture
def case(tmp_path: Path):
    with Case.create(tmp_path / "case.db") as made:
        add(made, tmp_path, "news.txt", NEWS, news())
        yield made


def test_a_name_of_a_register_is_found_in_every_case_and_over_a_line_end(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, "register.csv", REGISTER, register(("ООО «Небесная Механика»", "inn:7700000000")))
    end_of_run(case)
    places = [(fact.raw, fact.value, fact.place.span and TEXT[slice(*fact.place.span)]) for fact in found(case)]
    name = "ООО «Небесная Механика»"
    assert places == [
        ("Небесной Механики", name, "Небесной Механики"),
        ("Небесной Механике", name, "Небесной Механике"),
    ]
    assert [fact.place.box for fact in found(case)] == [Box(41, 0, 58, 1), Box(28, 1, 45, 2)]
    entity = {fact.entity for fact in found(case)}
    assert len(entity) == 1
    assert None not in entity


def test_what_the_text_itself_showed_is_not_found_twice(case: Case) -> None:
    end_of_run(case)
    assert found(case) == []


def test_a_bare_name_of_two_companies_leads_to_neither(case: Case, tmp_path: Path) -> None:
    two = register(("ООО «Северный Путь»", "inn:7700000000"), ("ТОО «Северный Путь»", "bin:220440000000"))
    add(case, tmp_path, "register.csv", REGISTER, two)
    end_of_run(case)
    (fact,) = found(case)
    assert (fact.raw, fact.entity) == ("Северном Пути", None)


def test_a_second_run_finds_the_same_and_counts_once(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, "register.csv", REGISTER, register(("ООО «Небесная Механика»", None)))
    end_of_run(case)
    first, counted = digest(case), "SELECT facts FROM name WHERE name LIKE '%Небесная%'"
    assert case.db.execute(counted).fetchone() == (3,)
    end_of_run(case)
    assert digest(case) == first
    assert case.db.execute(counted).fetchone() == (3,)
    assert case.db.execute("SELECT mentions FROM source WHERE kind = 'txt'").fetchone() == (3,)


def test_what_only_a_model_took_for_a_company_is_looked_for_nowhere(case: Case, tmp_path: Path) -> None:
    place = Place(REGISTER.sha256, 1, Box(0, 0, 1, 1))
    guess = Mention(place, MentionKind.COMPANY, "Северный Путь", "Северный Путь", evidence="named in ru text")
    add(case, tmp_path, "press.txt", REGISTER, [Part(Place(REGISTER.sha256, 1), PartKind.TEXT, text="x" * 60), guess])
    end_of_run(case)
    assert found(case) == []
