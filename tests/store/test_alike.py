import pytest

from resolve.model import Verdict
from store.alike import CROWD, alike
from store.case import Case
from store.name_search import names_found


@pytest.fixture
def names(tmp_path):
    """A case of names alone."""

    def filled(*texts: str) -> Case:
        from resolve.fold import fold

        case = Case.create(tmp_path / "case.db")
        for id, text in enumerate(texts, 1):
            case.db.execute(
                "INSERT INTO name(id, name, identifier, folded, facts) VALUES (?, ?, '', ?, 1)", (id, text, fold(text))
            )
        case.db.execute("INSERT INTO name_fts(rowid, name, folded) SELECT id, name, folded FROM name")
        return case

    return filled


@pytest.mark.parametrize(
    "typed",
    [
        "ТОО Алтын Канат", "Altyn Kanat LLP", "Altyn-Qanat", "ALTYN KANAT ltd", "АЛТЫНКАНАТ", "Canat Altyn LLP",
    ],
)  # fmt: skip
def test_a_company_is_found_in_other_words(names, typed) -> None:
    case = names("ЖШС «Алтын Қанат»", "ТОО «Алтын Арба»", "ООО «Воздушная Механика»")
    first, *_ = names_found(case.db, typed)
    assert first.name == "ЖШС «Алтын Қанат»"


def test_sisters_come_after_the_company_or_not_at_all(names) -> None:
    case = names("OOO Tekhnolada Plus", "ООО «Технолада»", "OOO Tekhnolada Trade")
    first, *others = names_found(case.db, "Tehnolada LLC")
    assert first.name == "ООО «Технолада»"
    assert {found.alike.verdict for found in others if found.alike} <= {Verdict.RELATED, Verdict.UNSURE}


def test_quotes_and_stars_ask_for_the_words_as_they_stand(names) -> None:
    case = names("ООО «Технолада Импорт»", "Tekhnolada LLC")
    assert [found.name for found in names_found(case.db, '"Tekhnolada Import"')] == ["ООО «Технолада Импорт»"]
    assert len(names_found(case.db, "tekhnol*")) == 2


def test_a_word_of_a_crowd_leads_nowhere_but_the_rare_one_beside_it_does(names) -> None:
    case = names(*(f"ООО «Сервис {n}»" for n in range(CROWD + 1)), "ООО «Кедровник Сервис»")
    assert [found.reason != "" for found in alike(case.db, "Kedrovnik Servis LLC")] == [True]
    assert alike(case.db, "Сервис") == []


@pytest.mark.parametrize("typed", ["", "«»", "ООО", "12", "🙂", "a" * 3_000])
def test_what_names_nobody_finds_nobody(names, typed) -> None:
    assert alike(names("ООО «Технолада»").db, typed) == []
