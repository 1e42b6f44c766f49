"""The expected readings of the domain page, where it lies beside the repository."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extract.fields import Ambiguous, FieldError, amount, date, hs_code

_FILE = Path(__file__).parents[4] / "shared" / "domain" / "test_vectors.json"
_PLACES = (_FILE, Path(__file__).parents[5] / "shared" / "domain" / "test_vectors.json")


def _vectors(kind: str) -> list[Any]:
    found = next((path for path in _PLACES if path.exists()), None)
    return json.loads(found.read_text(encoding="utf-8"))[kind] if found else []


@pytest.mark.parametrize(("text", "expected", "currency"), _vectors("amounts"))
def test_amounts(text: str, expected: str, currency: str | None) -> None:
    if expected.startswith("AMBIGUOUS"):
        with pytest.raises(Ambiguous):
            amount.parse(text)
        return
    found = amount.parse(text)
    assert (found.value, found.currency) == (Decimal(expected.split(maxsplit=1)[0]), currency)


@pytest.mark.parametrize(("text", "expected"), _vectors("dates"))
def test_dates(text: str, expected: str) -> None:
    printed, _, context = text.partition(" (")
    if expected.startswith(("AMBIGUOUS", "INVALID")):
        with pytest.raises(FieldError):
            date.parse(printed, order=None)
    elif "declaration number" in context:
        assert date.from_ddmmyy(printed) == expected
    else:
        assert date.parse(printed, order=None, serial="serial" in context).value == expected.split(" ", maxsplit=1)[0]


@pytest.mark.parametrize(("text", "expected"), _vectors("hs"))
def test_hs_codes(text: str, expected: str) -> None:
    if not re.match(r"\d", expected) and "heading only" not in expected:
        with pytest.raises(FieldError):
            hs_code.parse(text)
        return
    digits = hs_code.restore(hs_code.parse(text))
    assert digits == ("8806" if "heading only" in expected else expected.split(" ", maxsplit=1)[0])
    assert hs_code.is_known(digits)
