"""Which word is which."""

import pytest

from resolve.alignment import Tie, align
from resolve.analysis import analyse
from resolve.model import Name


def aligned(left, right):
    return align(analyse(Name(1, left))[0], analyse(Name(2, right))[0])


@pytest.mark.parametrize(
    ("left", "right", "ties"),
    [
        ("Алтын Канат", "Altyn Kanat", {"алтын = altyn": Tie.SAME, "канат = kanat": Tie.SAME}),
        ("Акжол Беркут", "Ak Zhol Сункар", {"акжол = ak zhol": Tie.JOINED}),
        ("Небесная", "Sky", {"небесная = sky": Tie.MEANING}),
        ("Polluks Stroi", "Pollaks Stroi", {"polluks = pollaks": Tie.NEAR, "stroi": Tie.SAME}),
        ("Воздушный Беркут", "Воздушная Сункар", {"воздушный = воздушная": Tie.ENDING}),
        ("Alfa 2", "Beta 3", {}),
    ],
)
def test_words_find_their_partners(left, right, ties):
    assert {match.in_words(): match.tie for match in aligned(left, right).matches} == ties


def test_what_has_no_partner_is_left_over():
    pair = aligned("Altyn Kanat", "Altyn Berkut")
    assert [token.text for token in pair.unmatched] == ["kanat", "berkut"]
    assert 0 < pair.coverage < 1
