"""What sentences state: direction by grammar, denial and hearsay kept, and nothing the sentence does not say."""

from __future__ import annotations

from typing import Any

import pytest

from extract.statements.vocabulary import LANGUAGES, frames, triggers
from tests.extract.statements.articles_score import claims_of, score


def said(text: str) -> list[dict[str, Any]]:
    return [{name: field.value for name, field in claim.fields.items()} for claim in claims_of(text)]


def only(text: str) -> dict[str, Any]:
    (claim,) = said(text)
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "In May 2022 the trader Acme Ltd supplied 40 pumps to the plant Borea LLC in the north.",
        "In May 2022 the 40 pumps were supplied by Acme Ltd to the plant Borea LLC in the north.",
        "In May 2022 the plant Borea LLC bought 40 pumps from the trader Acme Ltd in the north.",
        "In May 2022 the plant Borea LLC received 40 pumps from the trader Acme Ltd in the north.",
    ],
)
def test_who_supplied_whom_is_told_by_grammar_not_by_order(text: str) -> None:
    found = only(text)
    assert (found["predicate"], found["subject"], found["object"]) == ("supplied", "Acme Ltd", "Borea LLC")
    assert (found["quantity"], found["product"], found["date"]) == (40, "pumps", "2022-05")


@pytest.mark.parametrize(
    "text",
    [
        "В мае 2022 года ООО «Северный Ключ» поставило «Степному Мосту» 40 насосов.",
        "В мае 2022 года «Степному Мосту» поставило 40 насосов ООО «Северный Ключ».",
        "В мае 2022 года 40 насосов были поставлены «Северным Ключом» «Степному Мосту».",
        "В мае 2022 года «Степной Мост» купил у «Северного Ключа» 40 насосов.",
    ],
)
def test_russian_cases_tell_who_supplied_whom(text: str) -> None:
    (found,) = said(f"{text} Это были ТОО «Степной Мост» и ООО «Северный Ключ».")
    assert (found["subject"], found["object"]) == ("ООО «Северный Ключ»", "ТОО «Степной Мост»")
    assert (found["predicate"], found["quantity"], found["date"]) == ("supplied", 40, "2022-05")


@pytest.mark.parametrize(
    "text",
    [
        "Then Borea LLC sent 500 Acme drones to Russia, the report of the customs says. Acme LLC is silent.",
        "При этом 500 дронов «Алтын Каната» отправило в Россию ООО «Вяз». ТОО «Алтын Канат» молчит.",
    ],
)
def test_goods_named_by_a_company_leave_the_direction_open(text: str) -> None:
    found = said(text)[0]
    assert found.keys().isdisjoint({"subject", "object"})
    assert found.keys() >= {"party", "other_party"}
    assert (found["to_country"], found["quantity"]) == ("RU", 500)


@pytest.mark.parametrize(
    "text",
    [
        "The trader Acme Ltd never supplied any pumps to the plant Borea LLC.",
        "The trader Acme Ltd denied that it had supplied pumps to the plant Borea LLC.",
        "Завод АО «Кедр» не поставлял насосы компании ООО «Вяз» и в Россию.",
    ],
)
def test_a_denial_is_kept_as_one(text: str) -> None:
    assert [claim["negated"] for claim in said(text)] == [1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to the customs service, Acme Ltd supplied 40 pumps to Borea LLC.", "the customs service"),
        ("Acme Ltd supplied 40 pumps to Borea LLC, customs records show.", "customs records"),
        ("По данным таможни, ООО «Вяз» поставило 40 насосов в Россию.", "таможни"),
        ("ООО «Вяз» поставило 40 насосов в Россию, заявил представитель завода.", "представитель завода"),
    ],
)
def test_hearsay_keeps_its_source(text: str, who: str) -> None:
    assert only(text)["attribution"] == who


def test_doubt_is_kept() -> None:
    assert only("Acme Ltd allegedly sold 40 pumps to the plant Borea LLC.")["hedge"] == "allegedly"


@pytest.mark.parametrize(
    "text",
    [
        "It was registered in April 2022 and nobody knows by whom it was done.",
        "Acme Ltd and Borea LLC met on 5 May 2022 in Vilnius to talk about the weather.",
        "Acme Ltd met Borea LLC. It was registered in April 2022, the people of the town say.",
        "Who sold the pumps is not known to the customs of Lithuania.",
        "Acme Ltd sold its reputation.",
    ],
)
def test_what_is_not_said_is_not_stated(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Acme Ltd, which was set up in Malta in May 2021, sold 40 pumps to the plant Borea LLC.",
        "Acme Ltd, registered in Malta in May 2021, sold 40 pumps to the plant Borea LLC.",
        "ООО «Вяз», созданное в Омске в мае 2021 года, поставило 40 насосов заводу АО «Кедр».",
        "ТОВ «Вяз», створене в Омську у травні 2021 року, постачало насоси заводу ТОВ «Кедр». Це їхній договір.",
    ],
)
def test_what_stands_in_brackets_is_said_apart(text: str) -> None:
    registered, supplied = said(text)
    assert (registered["predicate"], registered["date"]) == ("registered", "2021-05")
    assert registered["subject"] == supplied["subject"]
    assert (supplied["predicate"], supplied["object"][-5:].strip("»")) in (("supplied", "a LLC"), ("supplied", "Кедр"))
    assert "date" not in supplied


@pytest.mark.parametrize(
    "text",
    [
        "Acme Ltd and Cobalt GmbH supplied the plant Borea LLC with pumps in May 2022.",
        "The pumps were supplied to the plant Borea LLC by Acme Ltd and Cobalt GmbH in May 2022.",
    ],
)
def test_each_company_of_a_list_is_said_to_have_done_it(text: str) -> None:
    assert {claim["subject"] for claim in said(text)} == {"Acme Ltd", "Cobalt GmbH"}


@pytest.mark.parametrize(
    ("text", "subject", "object_"),
    [
        ("The shipments by Acme Ltd to the plant Borea LLC went on for a year.", "Acme Ltd", "Borea LLC"),
        ("Поставки ООО «Вяз» в адрес АО «Кедр» шли весь год без перерыва.", "ООО «Вяз»", "АО «Кедр»"),
    ],
)
def test_a_noun_states_what_its_verb_would(text: str, subject: str, object_: str) -> None:
    found = only(text)
    assert (found["predicate"], found["subject"], found["object"]) == ("supplied", subject, object_)


@pytest.mark.parametrize(
    "text",
    [
        "The European Union sanctioned Borea LLC in July 2022, officials said.",
        "Borea LLC was placed on the EU sanctions list in July 2022.",
        "В июле 2022 года Евросоюз внёс АО «Кедр» в санкционный список.",
        "АО «Кедр» в июле 2022 года попало под санкции Евросоюза.",
        "АТ «Кедр» у липні 2022 року потрапило під санкції Євросоюзу.",
    ],
)
def test_a_sanction_is_stated_of_its_target(text: str) -> None:
    found = only(text)
    assert (found["predicate"], found["date"]) == ("sanctioned", "2022-07")
    assert found["object"] in ("Borea LLC", "АО «Кедр»", "АТ «Кедр»")


def test_without_a_case_nobody_is_said_to_have_sold_or_bought() -> None:
    found = only("В мае 2022 года 200 насосов были проданы ООО «Вяз» на севере.")
    assert found.keys().isdisjoint({"subject", "object"})


def test_a_participle_behind_a_name_tells_its_case() -> None:
    found = said("В мае 2022 года 200 насосов были проданы ООО «Вяз», принадлежащему жене Ивана Белова.")
    assert [claim.get("object") for claim in found if claim["predicate"] == "supplied"] == ["ООО «Вяз»"]
    assert not any("person" in claim for claim in found)


def test_we_is_the_company_whose_words_they_are() -> None:
    found = only('"We did not ship a single pump to Borea LLC," Acme Ltd wrote in a letter.')
    assert (found["subject"], found["object"], found["negated"]) == ("Acme Ltd", "Borea LLC", 1)


def test_a_company_of_another_country_is_no_pronoun() -> None:
    found = said("Acme Ltd продала 5 насосов в мае 2022 года. Киргизская фирма поставила 40 насосов заводу АО «Кедр».")
    assert [claim.get("subject") for claim in found] == ["Acme Ltd", None]


def test_a_full_stop_inside_a_name_ends_no_sentence() -> None:
    found = only("In May 2022 the plant Borea Sdn. Bhd. delivered 40 pumps to Acme Ltd for a price of $2 million.")
    assert (found["subject"], found["object"], found["quantity"]) == ("Borea Sdn. Bhd.", "Acme Ltd", 40)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("ООО «Вяз» принадлежит Азамату Усенову и никому больше.", "Азамат Усенов"),
        ("Суд допросил директора ООО «Вяз» Ивана Белова в мае.", "Иван Белов"),
        ("ТОВ «Вяз» на 70% належить Віктору Бондаренку з Києва.", "Віктор Бондаренко"),
    ],
)
def test_persons_are_named_in_their_first_form(text: str, person: str) -> None:
    assert only(text)["person"] == person


def test_a_pronoun_means_the_one_company_of_the_sentence_before() -> None:
    found = said("Acme Ltd is a newcomer in the trade. In May 2022 it paid 500,000 euros to Borea LLC for the pumps.")
    assert [(claim["subject"], claim["object"]) for claim in found] == [("Acme Ltd", "Borea LLC")]


def test_last_year_is_a_date_only_where_the_text_has_one() -> None:
    text = "Last year the trader Acme Ltd sold 75 pumps to the plant Borea LLC."
    assert only(text)["time_said"] == "Last year"
    dated = only(f"News of the day\n\n3 October 2024\n\n{text}")
    assert (dated["date"], "time_said" in dated) == ("2023", False)


def test_the_quote_and_every_field_stand_in_the_text() -> None:
    text = "An intro.\nAcme Ltd supplied\n40 pumps worth $2 million to Borea LLC in May 2022, customs records show."
    (claim,) = claims_of(text)
    cut = {name: text[field.start : field.end] for name, field in claim.fields.items()}
    assert cut["quote"].startswith("Acme Ltd supplied\n40 pumps")
    assert cut["predicate"] == "supplied"
    assert (cut["subject"], cut["object"], cut["amount"], cut["date"]) == (
        "Acme Ltd",
        "Borea LLC",
        "$2 million",
        "May 2022",
    )


@pytest.mark.parametrize("article", ["drones_en", "drones_ru"])
def test_the_seed_article_says_all_its_statements(article: str) -> None:
    result = score(article)
    assert [wanted["id"] for wanted in result.missed] == []
    assert result.wrong == []
    assert {wanted["id"] for wanted in result.right} == {f"S{number}" for number in range(1, 14)}


@pytest.mark.parametrize(
    ("article", "recall", "precision"),
    [
        ("bearings_en", 0.95, 0.95),
        ("pumps_ru", 0.95, 0.95),
        ("lathes_en", 0.93, 0.95),
        ("chips_ru", 0.93, 0.95),
        ("engines_en", 0.88, 0.88),  # the last two were written after all rules and are as they were first read
        ("valves_ru", 0.9, 0.95),
        ("gearboxes_kk", 0.95, 0.95),
        ("valves_zh", 0.95, 0.95),
    ],
)
def test_other_articles(article: str, recall: float, precision: float) -> None:
    result = score(article)
    assert result.recall >= recall, result.missed
    assert result.precision >= precision, result.wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_verbs(language: str) -> None:
    assert triggers(language).pattern.count("|") > len(frames(language)) > 5


def test_a_ukrainian_sentence() -> None:
    (claim,) = claims_of("У травні 2022 року ТОВ «Дністер» придбало у Valtrebbia Pompe S.p.A. 64 верстати.")
    assert {name: claim.fields[name].value for name in ("predicate", "subject", "object", "quantity")} == {
        "predicate": "supplied", "subject": "Valtrebbia Pompe S.p.A.", "object": "ТОВ «Дністер»", "quantity": 64,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "«Ақсу Трейд» ЖШС «Болат» АҚ-дан 40 станок сатып алды.",
            {"predicate": "supplied", "subject": "«Болат» АҚ", "object": "«Ақсу Трейд» ЖШС", "quantity": 40},
        ),
        (
            "2022 жылғы шілдеде «Ақсу Трейд» ЖШС «Болат» АҚ-ға 3 млн долларды аударған жоқ.",
            {"predicate": "paid", "subject": "«Ақсу Трейд» ЖШС", "object": "«Болат» АҚ", "amount": "3000000",
             "amount_currency": "USD", "date": "2022-07", "negated": 1},
        ),
        (
            "青岛海运有限公司由北方控股有限公司拥有。",
            {"predicate": "owns", "subject": "北方控股有限公司", "object": "青岛海运有限公司"},
        ),
        (
            "青岛海运进出口有限公司从未向北方控股有限公司出售40台机床。",
            {"predicate": "supplied", "subject": "青岛海运进出口有限公司", "object": "北方控股有限公司", "quantity": 40,
             "negated": 1},
        ),
    ],
)  # fmt: skip
def test_kazakh_and_chinese_sentences(text: str, wanted: dict[str, Any]) -> None:
    (claim,) = claims_of(text)
    assert {name: claim.fields[name].value for name in wanted} == wanted
    assert ("negated" in claim.fields) == ("negated" in wanted)


@pytest.mark.parametrize(
    "text",
    [
        "«Ақсу Трейд» ЖШС пен «Болат» АҚ Алматы қаласында кездесті.",
        "供应商：青岛海运有限公司\n出口商：北方控股有限公司",
        "青岛海运进出口有限公司，北方控股有限公司。",
        "青岛海运有限公司的注册资本为500万美元。",
    ],
)
def test_kazakh_and_chinese_texts_that_state_nothing(text: str) -> None:
    assert claims_of(text) == []
