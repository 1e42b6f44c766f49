from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.prose import english_names, english_persons
from extract.prose.organisations import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Trade and Integration said so.", ["Ministry of Trade and Integration"]),
        ("set by the Board of Governors of the Central Reserve.", ["Board of Governors of the Central Reserve"]),
        ("opinions of the Cost Accounting Standards Board.", ["Cost Accounting Standards Board"]),
        ("In the National Aviation Agency nobody knew.", ["National Aviation Agency"]),
        ("a study of Port Larkmoor University", ["Port Larkmoor University"]),
        ("The Board met, and the Committee agreed with the Bank.", []),
        ("Bank for Borrower; an Office; the Court", []),
    ],
)
def test_public_bodies_by_their_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in english_names.bodies(text)] == expected


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ('Larkmoor Avionics Ltd. (the "Larkmoor") flies', {"Larkmoor"}),
        ("Larkmoor Avionics Ltd, a company of Riga (“LA”), flies", {"LA"}),
        ('Larkmoor Avionics Ltd (" Larkmoor Avionics ", a firm) flies', {"Larkmoor Avionics"}),
        ('Larkmoor Avionics Ltd (the "Borrower") flies', set()),
        ('Larkmoor Avionics Ltd flies. A loan (the "Larkmoor Loan") was paid', set()),
    ],
)
def test_short_names_stand_for_the_name_before_them(text: str, short: set[str]) -> None:
    end = text.index(" Ltd") + len(" Ltd")
    assert english_names.short_names(text, [(0, end)]) == short


def test_a_term_is_written_in_small_letters_elsewhere_but_the_bank_of_an_agreement_is_a_bank() -> None:
    text = "The Schedule and Veldora are in this schedule. Bank is a bank."
    places = [(4, 12), (17, 24), (47, 51)]
    assert [text[start:end] for start, end in english_names.without_terms(text, places)] == ["Veldora", "Bank"]


def test_a_country_is_no_organisation() -> None:
    text = "Kazakhstan and Veldora; a Kazakh firm of Germans, Turks"
    places = [(0, 10), (15, 22), (26, 32), (41, 48), (50, 55)]
    assert [text[start:end] for start, end in english_names.without_terms(text, places)] == ["Veldora"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Reuters reported on Monday that Siemens had paid the Ministry of Trade through a bank in Riga.",
            ["Reuters", "Siemens", "Ministry of Trade"],
        ),
        (
            'This Agreement is between LARKMOOR AVIONICS (" Larkmoor ") and Veldora Bank. Borrower repays Larkmoor.',
            ["LARKMOOR AVIONICS", "Larkmoor", "Veldora Bank", "Larkmoor"],
        ),
        ("Borrower shall pay Bank the principal of each Equipment Advance on the Maturity Date.", ["Bank"]),
        ("He said prices had doubled since last year and that buyers in Almaty were waiting for weeks.", []),
        ("John Smith and Anna Kovalenko met in London in May and flew on to Istanbul.", []),
    ],
)
def test_names_in_sentences(text: str, expected: list[str]) -> None:
    assert [hit.text for hit in find(text, "en")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Orlin denied it. Orlin left.", {"Orlin"}),
        ("its director Elena Brandt and her brother Paul K. Brandt", {"Elena Brandt", "Paul K. Brandt"}),
        ("Li Wei, a company spokesman, and Veldora, who", {"Li Wei", "Veldora"}),
        ("sold by Aidar Karimov to Tarrin Systems in Tambov", {"Aidar Karimov"}),
        ("Concern Karimov, the owner of Veldora, paid the director. Tarrin Systems", set()),
    ],
)
def test_persons_by_the_words_beside_them(text: str, expected: set[str]) -> None:
    assert english_persons.persons(text) == expected


def test_a_person_is_no_organisation_nor_is_the_family_name_alone() -> None:
    text = "Aidar Karimov sold Veldora. Karimov paid. Mr Brandt left Brandt Systems; Brandt grew."
    names = ("Aidar Karimov", "Veldora", "Karimov", "Brandt Systems", "Brandt")
    places = [(text.rindex(name), text.rindex(name) + len(name)) for name in names]
    kept = [text[start:end] for start, end in english_persons.without_persons(text, places)]
    assert kept == ["Veldora", "Brandt Systems", "Brandt"]


def test_persons_and_peoples_are_not_named_as_organisations() -> None:
    text = "Igor Petrenko met Marat Orazbayev. Turks and Christians bought drones of Veldora. Orazbayev told Reuters."
    assert [hit.text for hit in find(text, "en")] == ["Veldora", "Reuters"]


def test_a_name_is_found_wherever_it_stands_as_a_word() -> None:
    text = "Veldora sold it. Veldoras did not; mail@Veldora.com and veldora neither. Veldora paid."
    assert list(english_names.repeated(text, {"Veldora"})) == [(0, 7), (73, 80)]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(("Ministry", "of", "the", "Trade", "(“", "”)", "Bank", "Veldora", ",", ".", "\n", "a")))
)
def test_hits_lie_inside_the_text_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = list(find(text, "en"))
    assert all(text[hit.start : hit.end] == hit.text for hit in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_the_small_print_of_a_paper_is_not_read() -> None:
    small_print = "The goods remain the property of Veldora Bank until they are paid for by the buyer."
    table = "12 Ball bearings 4,50 54,00\n" * 20
    assert [hit.text for hit in find(small_print)] == ["Veldora Bank"]
    assert list(find(table + small_print)) == []
