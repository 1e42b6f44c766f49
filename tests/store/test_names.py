import pytest

from resolve.model import Entity, Evidence, Judgement, Resolution, Verdict
from store.case import Case
from store.digest import digest


@pytest.fixture
def resolved(case: Case) -> Case:
    names = {name.text: name.id for name in case.names.read()}
    left, right = names["ООО «Воздушная Механика»"], names["Vozdushnaya Mekhanika LLC"]
    others = [id for id in names.values() if id not in (left, right)]
    judgement = Judgement(left, right, Verdict.SAME, 0.97, (Evidence("fold", 0.9, "the same words in two scripts"),))
    entities = [Entity("k1", "ООО «Воздушная Механика»", (left, right), "RU", ("inn:7700000000",))]
    entities += [Entity(f"k{id}x", "other", (id,)) for id in others]
    case.names.write_resolution(Resolution(tuple(entities), (judgement,)))
    return case


def test_names_carry_country_identifier_and_number_of_places(case: Case) -> None:
    names = {name.text: name for name in case.names.read()}
    assert [(n.text, n.country, n.identifiers, n.count) for n in names.values()] == [
        ("Rotorwing Europe B.V.", "NL", (), 1),
        ("Vozdushnaya Mekhanika LLC", "NL", (), 1),
        ("ООО «Воздушная Механика»", None, ("inn:7700000000",), 4),
        ("ТОО «Алтын Канат»", "NL", (), 1),
        ("Фонд «Общее дело»", None, (), 1),
    ]


def test_an_entity_holds_its_names_and_counts_their_places(resolved: Case) -> None:
    row = resolved.db.execute("SELECT id, name, country, names_count, facts, identifiers FROM entity WHERE key = 'k1'")
    id, *rest = row.fetchone()
    assert rest == ["ООО «Воздушная Механика»", "RU", 2, 5, '["inn:7700000000"]']
    assert resolved.db.execute("SELECT count(*) FROM name WHERE entity_id = ?", (id,)).fetchone() == (2,)


def test_a_judgement_keeps_its_reason_in_words(resolved: Case) -> None:
    row = resolved.db.execute('SELECT verdict, score, reason, "by" FROM judgement').fetchone()
    assert row == ("same", 0.97, "the same words in two scripts", "rule")


def test_counting_again_changes_nothing(resolved: Case) -> None:
    before, content = digest(resolved), "\n".join(resolved.db.iterdump())
    resolved.names.count()
    assert digest(resolved) == before
    assert "\n".join(resolved.db.iterdump()) == content


def test_a_new_resolution_replaces_the_old_one(resolved: Case) -> None:
    names = tuple(name.id for name in resolved.names.read())
    resolved.names.write_resolution(Resolution((Entity("k", "all of them", names),), ()))
    assert resolved.db.execute("SELECT key, facts FROM entity").fetchall() == [("k", 8)]
    assert resolved.db.execute("SELECT count(*) FROM judgement").fetchone() == (0,)


def test_a_persons_decision_is_found_by_the_names_text(case: Case) -> None:
    case.db.execute(
        "INSERT INTO decision(left_text, right_text, verdict, by) "
        "VALUES ('Rotorwing Europe B.V.', 'ТОО «Алтын Канат»', 'different', 'anna'), ('x', 'y', 'same', 'anna')"
    )
    names = {name.text: name.id for name in case.names.read()}
    (decision,) = case.names.decisions()
    assert (decision.left, decision.right) == (names["Rotorwing Europe B.V."], names["ТОО «Алтын Канат»"])
    assert (decision.verdict, decision.by) == (Verdict.DIFFERENT, "anna")


def test_of_two_countries_as_common_the_first_by_letter_wins(case: Case) -> None:
    case.db.execute("UPDATE shipment SET consignor = 1, consignor_country = CASE WHEN id = 1 THEN 'DE' ELSE 'CN' END")
    case.db.execute("DELETE FROM shipment WHERE id = 3")
    case.names.count()
    assert case.db.execute("SELECT country FROM name WHERE id = 1").fetchone() == ("CN",)
