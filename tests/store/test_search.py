import pytest

from store.case import Case
from store.search import companies, mark, places, search, shown_places, snippet


@pytest.mark.parametrize(
    "words", ["Vozdushnaya", "Vozdushnaia", "Воздушная", "воздушная механика", "VOZDUSHNAYA mekh*"]
)
def test_one_company_is_found_in_either_script(case: Case, words: str) -> None:
    found = {hit.snippet.replace("[", "").replace("]", "") for hit in search(case, words) if hit.ref[:5] != "part:"}
    assert found == {"ООО «Воздушная Механика»", "Vozdushnaya Mekhanika LLC"}


def test_a_hit_says_where_it_stands(case: Case) -> None:
    hits = {hit.ref: hit for hit in search(case, "Воздушная")}
    assert hits["shipment:2:consignor"].where == "rows.xlsx, Лист1, cell B3"
    assert hits["mention:1"].total == 4
    page = hits["part:1"]
    assert (page.where, page.kind) == ("letters/order.pdf, page 1", "page")
    assert page.snippet == "Продавец: ООО «[Воздушная] Механика», сумма 1 234,50 USD"


def test_every_name_has_a_hit_before_any_has_two(case: Case) -> None:
    commonest, other, *_ = search(case, "Воздушная")
    assert (commonest.ref, commonest.total) == ("mention:1", 4)
    assert (other.ref, other.total) == ("shipment:2:consignor", 1)


def test_goods_are_found_once_with_their_number(case: Case) -> None:
    (hit,) = search(case, "квадрокоптер")
    assert (hit.ref, hit.total, hit.snippet) == ("shipment:1:goods_description", 3, "[Квадрокоптер], модель RW-3")


@pytest.mark.parametrize("typed", ["drone", "Drones", "БПЛА", "无人机", "дрон"])
def test_goods_are_found_by_the_words_of_other_languages(case: Case, typed: str) -> None:
    hits = [hit for hit in search(case, typed) if hit.ref == "shipment:1:goods_description"]
    assert [hit.snippet for hit in hits] == ["[Квадрокоптер], модель RW-3"]
    assert places(case, typed) == shown_places(search(case, typed))


def test_other_words_are_searched_as_they_are(case: Case) -> None:
    assert search(case, "vertolet") == []


@pytest.mark.parametrize("typed", ["7700000000", "inn:7700000000", " 7700000000 "])
def test_an_identifier_is_found_with_and_without_its_scheme(case: Case, typed: str) -> None:
    found = [hit.ref for hit in search(case, typed)]
    assert found == [f"shipment:{n}:consignee_id" for n in (1, 2, 3)]


def test_a_code_is_found_whole_with_its_zeros(case: Case) -> None:
    first, *_ = search(case, "0806229000")
    assert (first.ref, first.snippet) == ("shipment:1:hs_code", "[0806229000]")
    assert search(case, "806229000") == []


@pytest.mark.parametrize("words", ["", "   ", '"', "*", "NEAR(", "a OR", "col:x", "'); DROP TABLE name; --"])
def test_nothing_typed_into_search_is_syntax(case: Case, words: str) -> None:
    assert isinstance(search(case, words), list)
    assert places(case, words) >= 0


def test_the_limit_holds(case: Case) -> None:
    assert len(search(case, "Воздушная", limit=2)) == 2


@pytest.mark.parametrize(
    ("words", "total"), [("Воздушная", 6), ("квадрокоптер", 3), ("7700000000", 3), ("0806229000", 3), ("nobody", 0)]
)
def test_what_a_limit_cuts_is_counted(case: Case, words: str, total: int) -> None:
    assert places(case, words) == total
    assert shown_places(search(case, words, limit=50)) == total
    if total == 6:
        assert shown_places(search(case, words, limit=2)) == 2


def test_a_snippet_is_cut_around_the_word() -> None:
    cut = snippet("начало " * 100 + "Altyn Kanat " + "конец " * 100, "алтын")
    assert "[Altyn]" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) < 200


def test_marks_stand_around_the_words_that_were_meant() -> None:
    assert mark("ТОО «Алтын Канат»", "altyn") == "ТОО «[Алтын] Канат»"
    assert mark("nothing here", "altyn") == "nothing here"


def test_a_company_is_found_by_each_of_its_wordings_once_with_the_reason(case: Case) -> None:
    hits = companies(case, "Vozdushnaja Mehanika OOO", 20)
    assert [(hit.snippet.replace("[", "").replace("]", ""), hit.total) for hit in hits] == [
        ("ООО «Воздушная Механика»", 4),
        ("Vozdushnaya Mekhanika LLC", 1),
    ]
    assert all(hit.alike.startswith("same ") for hit in hits)
    assert companies(case, "Nobody at all Ltd", 20) == []
