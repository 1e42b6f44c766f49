from __future__ import annotations

import pytest

from extract.records.organisations import is_agreement


@pytest.mark.parametrize(
    "text",
    [
        "Each Party shall keep the Confidential Information secret and shall not disclose it to any third party.",
        "IN WITNESS WHEREOF, the parties hereto have executed this Agreement as of the date first written above.",
        "The Executive may terminate his employment for any reason upon notice, subject to Section 4.",
    ],
)
def test_pages_of_agreements(text: str) -> None:
    assert is_agreement(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Veldora said on Tuesday that it had stopped all sales of drones in the region. The company did not say why "
        "its dealer had gone on selling them, and a spokesman declined to comment on customers. Customs records show "
        "that the dealer imported goods worth two million dollars in the first five months of the year.",
    ],
)
def test_news_is_no_agreement(text: str) -> None:
    assert not is_agreement(text)
