import pytest

from extract.fields import party


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("by and between Ada Marsh, who resides at [ ] (“Employee”) and", "Ada Marsh", "employee"),
        ('made between Ada B.\nMarsh (the "Consultant") and', "Ada B. Marsh", "consultant"),
        ("and Harbour Bank SB (the “Harbour” or “Bank”).", "Harbour Bank SB", "lender"),
        ("and ADA B. MARSH (“Recipient”).", "ADA B. MARSH", "recipient"),
        ("and Ada Marsh, a nominee of the group (“Ms. Marsh”).", "Ada Marsh", None),
        ("and Ada B. Marsh, a director (“Marsh”).", "Ada B. Marsh", None),
    ],
)
def test_who_gets_a_partys_term_is_a_party(text: str, name: str, role: str | None) -> None:
    (hit,) = party.find(text)
    assert (hit.value, hit.role) == (name, role)
    assert text[hit.start : hit.end] == hit.text


def test_who_signs_at_a_partys_term_is_a_party() -> None:
    (hit,) = party.find("INSPIRE:\n\n\nBy: Ada Quill\nEMPLOYEE:   Ada B. Marsh\nDate: 5 May")
    assert (hit.value, hit.role) == ("Ada B. Marsh", "employee")


@pytest.mark.parametrize(
    "text",
    [
        "under the Securities Act and Exchange Act (the “Act”)",
        "and Confidential Information Agreement (the “Agreement”)",
        "and Effective Date (the “Date”)",
        "as Ada Marsh (the “Consultant”)",
    ],
)
def test_other_terms_name_no_party(text: str) -> None:
    assert list(party.find(text)) == []
