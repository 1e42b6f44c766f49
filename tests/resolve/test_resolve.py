"""Names become entities."""

import pytest

from resolve import match, resolve
from resolve.model import Name, Verdict


def verdict(left, right):
    return match(Name(1, left), Name(2, right)).verdict


def clusters(resolution, names):
    text = {name.id: name.text for name in names}
    return {frozenset(text[member] for member in entity.members) for entity in resolution.entities}


def numbered(*texts):
    return [Name(at, text) for at, text in enumerate(texts, start=1)]


FAMILIES = [
    ["Rotorwing Europe B.V.", "ROTORWING EUROPE BV", "Rotorwing Europe"],
    ["ТОО «Алтын Канат»", "Altyn Kanat LLP", "«Алтын Қанат» ЖШС", "TOO ALTYN KANAT", "Алтын Канат ТОО"],
    ["ООО «Воздушная Механика»", "Vozdushnaya Mekhanika LLC", "OOO VOZDUSHNAYA MEKHANIKA", "Vozdushnaia Mekhanika"],
    ["Nebesnaya Mekhanika", "ООО «Небесная Механика»", "Nebesnaia mekhanika"],
    ["Aspan Arba", "Аспан Арба", "«Аспан Арба» ЖШС"],
    ["DJI Europe B.V.", "DJI EUROPE BV"],
]


@pytest.mark.parametrize("family", FAMILIES)
def test_spellings_of_one_company_are_the_same(family):
    assert {verdict(one, other) for one in family for other in family} == {Verdict.SAME}


def test_families_come_out_whole_and_apart():
    names = numbered(*(text for family in FAMILIES for text in family))
    assert clusters(resolve(names), names) == {frozenset(family) for family in FAMILIES}
