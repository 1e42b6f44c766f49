"""Scores: each rule on documents small enough to count by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unlade.evaluate import Figure, evaluate, fallen, of_names, plain, recordable

TRUTH = {
    "doc": "a/docs/a.pdf",
    "status": "ok",
    "fields": {"company": [{"value": "Kron Ltd"}, {"value": "Velt GmbH"}], "date": [{"value": "2022-05-12"}]},
    "closed": ["company"],
    "records": [
        {"record": "shipment", "item_number": 1, "hs_code": "0805100000", "quantity": 40},
        {"record": "shipment", "item_number": 2, "hs_code": "8806220009", "quantity": 7},
    ],
    "counts": {"shipment": 2},
}


def found(**changes: object) -> dict[str, object]:
    return {**TRUTH, **changes}


def test_truth_scored_as_a_prediction_is_perfect() -> None:
    for figure in evaluate([TRUTH], [TRUTH]).values():
        assert (figure.precision, figure.recall) == (1, 1)


def test_nothing_found_has_no_recall() -> None:
    figures = evaluate([], [TRUTH])
    assert figures["company"] == Figure(0, 0, 2)
    assert figures["shipment.quantity"] == Figure(0, 0, 2)
    assert figures["status"].recall == 0


def test_values_beyond_an_open_truth_do_not_count_as_wrong() -> None:
    fields = {
        "company": [{"value": "Kron Ltd"}, {"value": "Nobody"}],
        "date": [{"value": "2022-05-12"}, {"value": "2001-01-01"}],
    }
    figures = evaluate([found(fields=fields)], [TRUTH])
    assert figures["company"] == Figure(1, 2, 2)
    assert figures["date"] == Figure(1, 1, 1)


def test_records_pair_by_agreement_not_by_order() -> None:
    records = [{**TRUTH["records"][1], "quantity": 70}, TRUTH["records"][0]]  # type: ignore[index]
    figures = evaluate([found(records=records)], [TRUTH])
    assert figures["shipment.hs_code"] == Figure(2, 2, 2)
    assert figures["shipment.quantity"] == Figure(1, 2, 2)


def test_rows_too_many_cost_precision() -> None:
    records = [*TRUTH["records"], {"record": "shipment", "hs_code": "99"}]  # type: ignore[misc]
    assert evaluate([found(records=records)], [TRUTH])["shipment rows"] == Figure(2, 3, 2)


@pytest.mark.parametrize(
    ("left", "right"),
    [("400800.00", 400800), (37.8, "37.800"), ("ООО  «Аист»", "ооо «аист»"), ("0805100000", "0805100000")],
)
def test_spellings_of_one_value(left: object, right: object) -> None:
    assert plain(left) == plain(right)


@pytest.mark.parametrize(("left", "right"), [("0805100000", "805100000"), ("100", "1000"), ("10.5", "105")])
def test_values_that_differ(left: str, right: str) -> None:
    assert plain(left) != plain(right)


def test_names_are_scored_by_pairs() -> None:
    truth = {"Kron": "1", "KRON LTD": "1", "Крон": "1", "Velt": "2"}
    clusters = [("Kron", 7), ("KRON LTD", 7), ("Velt", 7), ("Крон", 8), ("unknown", 7)]
    assert of_names(clusters, truth) == Figure(right=1, found=3, wanted=3)


def test_a_fall_is_said_in_words_and_a_missing_figure_has_fallen() -> None:
    recorded = {"company": {"precision": 0.5, "recall": 0.5}, "gone": {"recall": 0.9}}
    assert fallen({"company": Figure(1, 2, 4)}, recorded) == [
        "company: recall 0.2500, recorded 0.5000",
        "gone: recall 0.0000, recorded 0.9000",
    ]


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_what_is_recorded_can_be_met_again(right: int, found: int, wanted: int) -> None:
    figures = {"any": Figure(right, right + found, right + wanted)}
    assert fallen(figures, recordable(figures)) == []
