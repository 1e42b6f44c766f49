from datetime import date

import pytest

from extract.records.value_evidence import is_lost, name_by_values


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ([date(2022, 5, 12), "12.05.2022"], "document_date"),
        (["8806210009", "805100000"], "hs_code"),
        (["ООО «Север»", "Altyn Kanat LLP", "NULL"], "company"),
    ],
)
def test_values_that_prove_what_they_are_name_a_column(cells, name):
    found = name_by_values(cells, may_be_money=False)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize("cells", [[], ["", None], ["7719242192", "7811475777"], ["GERMANY", "CHINA"], [1.5, 2.25]])
def test_values_that_prove_nothing_name_nothing(cells):
    assert name_by_values(cells, may_be_money=False) is None


def test_numbers_with_cents_are_money_only_where_that_was_to_be_expected():
    assert name_by_values([1.5, 2.25], may_be_money=True)[0] == "value"


@pytest.mark.parametrize(("header", "lost"), [("C12", True), ("Unnamed: 3", True), ("", True), ("HS_CODE", False)])
def test_headers_that_only_count_are_lost(header, lost):
    assert is_lost(header) is lost


def test_sentences_about_companies_are_no_column_of_names():
    cells = ["Letter to Kolibri Trade LLC about 500 USD", "Letter to Norden GmbH on 2022-01-05"]
    assert name_by_values(cells, False) is None
