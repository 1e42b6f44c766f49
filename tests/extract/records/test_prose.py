"""Running text: who, how much, when, under which number, and what part it plays."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fields.contract import Hit
from extract.model import Mention, MentionKind, Part, PartKind, Place, Source
from extract.records.first_forms import first_forms
from extract.records.pipeline import hits, pipeline, settle
from extract.records.prose import CHUNK, chunks, mentions

SOURCE = Source("s", 1, "txt")


def found(text: str) -> list[Mention]:
    return list(mentions(SOURCE, Part(Place("s", 1), PartKind.TEXT, text=text)))


def test_every_mention_quotes_the_text_at_its_place() -> None:
    text = (
        "В мае 2022 года ООО «Карвент Рус», ИНН 7707083893, купило у Brontel Drives GmbH\n"
        "24 привода за 30 500,50 евро, код ТН ВЭД 8501109900.\nОплачено 17.03.2023."
    )
    mentioned = found(text)
    for mention in mentioned:
        assert text[slice(*(mention.place.span or ()))] == mention.text
    kinds = [mention.kind for mention in mentioned]
    for kind in ("company", "identifier", "amount", "hs_code", "date"):
        assert kind in kinds


def test_a_number_beside_a_company_names_it() -> None:
    subjects = {
        m.value: m.subject for m in found("Продавец: ООО «Карвент Рус», ИНН 7707083893; покупатель: ТОО «Алма».")
    }
    assert subjects["ООО «Карвент Рус»"] == "inn:7707083893"
    assert subjects["ТОО «Алма»"] is None


@pytest.mark.parametrize("end", [".\n", ". "])
def test_a_number_that_ends_a_sentence_is_not_the_next_companys(end: str) -> None:
    (company,) = (
        m
        for m in found(f"Оплатить на счёт ИНН 7707083893{end}Копия: ООО «Ромашка», бухгалтерия")
        if m.kind == "company"
    )
    assert company.subject is None


def test_a_number_right_before_a_company_names_it() -> None:
    subjects = [m.subject for m in found("Продавец: ИНН 7707083893 ООО «Карвент Рус»") if m.kind == "company"]
    assert subjects == ["inn:7707083893"]


@pytest.mark.parametrize(
    ("text", "value", "role"),
    [
        ("Поставщик: ООО «Карвент Рус»", "ООО «Карвент Рус»", "seller"),
        ("Покупатель - ТОО «Алма»", "ТОО «Алма»", "buyer"),
        ("Rechnungsempfänger: Brontel Drives GmbH", "Brontel Drives GmbH", "buyer"),
        ("Vendeur : Brontel Drives SARL", "Brontel Drives SARL", "seller"),
        ("Gesamtbetrag: 1.530,20 EUR", "1530.20", "total"),
        ("Invoice date: 3 May 2022", "2022-05-03", "issue"),
        ("Due date: 3 June 2022", "2022-06-03", "due"),
    ],
)
def test_role_by_the_label_before(text: str, value: str, role: str) -> None:
    assert {m.value: m.role for m in found(text)}[value] == role


def test_persons_and_contact_points_are_found_and_displace_nothing() -> None:
    text = "Директор ООО «Кедр» Иванов Иван Иванович, тел. +7 727 250 11 22, office@kedr.example, счёт 100 000 рублей."
    kinds = [mention.kind for mention in found(text)]
    assert kinds == [
        MentionKind.COMPANY,
        MentionKind.PERSON,
        MentionKind.CONTACT,
        MentionKind.CONTACT,
        MentionKind.AMOUNT,
    ]


def test_an_inflected_name_has_the_name_itself_as_its_value() -> None:
    place = Place("s", 1, span=(0, 1))
    sure = Mention(place, MentionKind.COMPANY, "ТОО «Степной Мост»", "ТОО «Степной Мост»")
    printed = ["Степному Мосту", "Степной Мост", "Степной Дом"]
    named = [Mention(place, MentionKind.COMPANY, name, name, evidence="named in ru text") for name in printed]
    values = [mention.value for mention in first_forms([sure, *named])]
    assert values == ["ТОО «Степной Мост»", "ТОО «Степной Мост»", "Степной Мост", "Степной Дом"]


def test_the_stronger_sign_wins_where_two_claim_the_same_characters() -> None:
    company = (MentionKind.COMPANY, Hit(0, 20, "x", "x"))
    code = (MentionKind.HS_CODE, Hit(4, 10, "y", "y"))
    amount = (MentionKind.AMOUNT, Hit(22, 30, "z", "z"))
    assert settle([code, amount, company]) == [company, amount]


HITS = st.tuples(
    st.sampled_from([k for k in MentionKind if k is not MentionKind.PERSON]), st.integers(0, 60), st.integers(1, 9)
)


@given(st.lists(HITS, max_size=25))
def test_settled_hits_never_overlap_and_come_in_order(drawn: list[tuple[MentionKind, int, int]]) -> None:
    kept = settle((kind, Hit(start, start + size, "", "")) for kind, start, size in drawn)
    spans = [(hit.start, hit.end) for _, hit in kept]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert bool(kept) == bool(drawn)


@given(st.text("ab \n", max_size=3 * CHUNK // 2000).map(lambda text: text * 2000))
def test_chunks_are_the_whole_text_in_pieces_of_bounded_size(text: str) -> None:
    pieces = list(chunks(text))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(0 < end - start <= CHUNK for start, end in pieces)


def test_a_mention_far_into_a_long_text_has_its_true_place() -> None:
    text = "слово " * 6000 + "\nПоставщик: ООО «Карвент Рус»\n" + "слово " * 6000
    (mention,) = [m for m in found(text) if m.kind is MentionKind.COMPANY]
    assert text[slice(*(mention.place.span or ()))] == "ООО «Карвент Рус»"


def test_spans_lie_on_the_spacy_document_too() -> None:
    doc = pipeline()("Оплачено ООО «Карвент Рус» 17.03.2023.")
    assert next((span.label_, span.text) for span in doc.spans["unlade"]) == ("COMPANY", "ООО «Карвент Рус»")


def test_blank_text_gives_nothing() -> None:
    assert found(" \n ") == []


def test_words_that_were_met_are_forgotten_in_time(monkeypatch):
    monkeypatch.setattr("extract.records.pipeline._MOST_WORDS", 2_000)
    sizes = []
    for page in range(8):
        hits(" ".join(str(page * 1_000 + number) for number in range(700)))
        sizes.append(len(pipeline().vocab))
    assert max(sizes) < 3_500
    assert [hit.value for _, hit in hits("Paid to Altyn Kanat LLP")] == ["Altyn Kanat LLP"]
