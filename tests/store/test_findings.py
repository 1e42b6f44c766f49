"""Findings by SQL over facts: the facts are put in directly, as if extraction and resolution were perfect."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from corpus_samples.generate import Document, World, documents, world
from corpus_samples.generate.company import other_romanisation
from extract.model import RECORDS
from store.case import Case
from store.findings import Finding, findings
from store.questions import QUESTIONS
from store.schema import party_fields
from store.summary import build

Fact = dict[str, Any]


class Facts:
    """Puts records and companies into a case; the same key is the same company, however it is spelled."""

    def __init__(self, case: Case) -> None:
        self.db = case.db
        self.entities: dict[str, int] = {}
        self.numbers = count(1)
        self.db.execute("INSERT INTO source(id, name, status) VALUES (1, 'made.csv', 'ok')")
        self.db.execute("INSERT INTO part(id, source_id, number, kind) VALUES (1, 1, 1, 'sheet')")

    def table(self) -> int:
        number = next(self.numbers)
        self.db.execute(
            "INSERT INTO table_found(id, source_id, part_id, number, kind) VALUES (?, 1, 1, ?, 'made')",
            (number, number),
        )
        return number

    def company(self, name: str, key: str, country: str | None = None) -> int:
        if key not in self.entities:
            row = (name, country, key)
            cursor = self.db.execute("INSERT INTO entity(name, country, key) VALUES (?, ?, ?)", row)
            self.entities[key] = cursor.lastrowid or 0
        entity = self.entities[key]
        self.db.execute(
            "INSERT OR IGNORE INTO name(name, country, entity_id) VALUES (?, ?, ?)", (name, country, entity)
        )
        return int(self.db.execute("SELECT id FROM name WHERE name = ?", (name,)).fetchone()[0])

    def add(self, kind: str, table: int, keys: dict[str, str], **fields: Any) -> None:
        for party in party_fields(kind):
            if fields.get(party) is not None:
                name = fields[party]
                fields[party] = self.company(name, keys.get(name, name), fields.get(f"{party}_country"))
        columns = ("source_id", "table_id", "row", *fields)
        marks = ", ".join("?" * len(columns))
        names = ", ".join(f'"{column}"' for column in columns)
        self.db.execute(
            f"INSERT INTO {kind}({names}) VALUES ({marks})", (1, table, next(self.numbers), *fields.values())
        )


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "made.db") as made:
        yield made


@cache
def rendered(some: World) -> list[Document]:
    return documents(some)


def load(case: Case, some: World) -> list[Finding]:
    """Put what every document of a world says into a case and ask."""
    facts = Facts(case)
    for document in rendered(some):
        table = facts.table()
        for record in document.records:
            fields = {field: value for field, value in record.items() if field != "record"}
            facts.add(record["record"], table, dict(document.names), **fields)
    build(case)
    return findings(case)


def test_every_question_begins_with_its_words() -> None:
    for question in QUESTIONS:
        assert question.words.endswith("?")
        assert question.evidence.startswith("-- ")


@pytest.mark.parametrize("seed", [0, 1, 2, 3])
def test_the_chain_and_the_rise_come_out_first_whatever_the_names(case: Case, seed: int) -> None:
    some = world(seed)
    chain, rise, third, *_ = load(case, some)
    for company in (some.seller, some.intermediary, some.buyer):
        usual, passport = company.latin.casefold(), other_romanisation(company.latin).casefold()
        assert usual in chain.title.casefold() or passport in chain.title.casefold()
    assert f"{some.figures.licensed:,} " in chain.sentence.replace(" from", " ")
    assert f"passed on {some.figures.shipped:,} " in chain.sentence
    assert some.intermediary.registered in chain.sentence
    before, after = some.figures.rising_exports
    assert f"({some.rising.heading})" in rise.title
    assert (
        f"{before:,} USD in {some.base} to {after / 1e6:.4g} million USD in {some.year} (x{after / before:.1f})"
        in rise.title
    )
    assert third.score > 0


def test_facts_of_the_chain_add_up_to_its_figures(case: Case) -> None:
    some = world(0)
    chain = load(case, some)[0]
    moved = [ref.split(":")[1] for ref in chain.refs if ref.startswith("shipment:")]
    row = case.db.execute(
        f"SELECT sum(quantity) FROM shipment WHERE id IN ({','.join(moved)}) AND destination_country = 'RU'"
    ).fetchone()
    assert row[0] == some.figures.shipped
    permitted = [ref.split(":")[1] for ref in chain.refs if ref.startswith("licence:")]
    row = case.db.execute(
        f"SELECT sum(value), sum(quantity) FROM licence WHERE id IN ({','.join(permitted)})"
    ).fetchone()
    assert row == (some.figures.licensed_value, some.figures.licensed)


@pytest.mark.parametrize("seed", [0, 5])
def test_a_world_without_pattern_gives_no_lead(case: Case, seed: int) -> None:
    assert load(case, world(seed, control=True)) == []


def test_every_finding_says_it_is_no_proof_and_rests_on_facts_that_exist(case: Case) -> None:
    for finding in load(case, world(0)):
        assert "not proof" in finding.sentence
        assert finding.refs
        for ref in finding.refs:
            kind, number, field = ref.split(":")
            assert kind in RECORDS
            assert case.db.execute(f'SELECT "{field}" FROM {kind} WHERE id = ?', (number,)).fetchone()[0] is not None


def test_money_that_reaches_the_buyer_is_told(case: Case) -> None:
    some = world(0)
    (paid,) = (finding for finding in load(case, some) if finding.kind == "payments_into_chains")
    assert "«Общее дело» paid 799,000 RUB to" in paid.title
    assert some.buyer.latin in paid.title
    assert paid.title.endswith("on 2023-02-09")


def test_asking_again_changes_nothing(case: Case) -> None:
    first = load(case, world(0))
    build(case)
    assert findings(case) == first
    assert findings(case, limit=2) == first[:2]


def statistics(case: Case, *series: tuple[str, int, str | None], code: str = "8542") -> list[Finding]:
    """Ask of statistics alone: (period, value, partner)."""
    facts = Facts(case)
    table = facts.table()
    for period, value, partner in series:
        line = {"reporter": "KZ", "partner": partner, "flow": "export", "hs_code": code, "value_currency": "USD"}
        facts.add("statistic", table, {}, period=period, value=value, **line)
    build(case)
    return findings(case)


def test_months_do_not_add_to_their_year(case: Case) -> None:
    months = [(f"2022-{month:02}", 250_000, "RU") for month in range(1, 13)]
    (rise,) = statistics(case, ("2021", 1_000_000, "RU"), ("2022", 3_000_000, "RU"), *months)
    assert "to 3 million USD in 2022 (x3.0)" in rise.title


def test_a_year_told_in_part_is_no_base(case: Case) -> None:
    months = [(f"2022-{month:02}", 1_000_000, "RU") for month in range(1, 13)]
    assert statistics(case, ("2021-12", 1_000_000, "RU"), *months) == []


def test_a_flow_silent_in_some_months_of_a_year_told_whole_is_a_base(case: Case) -> None:
    others = [(f"2021-{month:02}", 10_000, "CN") for month in range(1, 13)]
    months = [(f"2022-{month:02}", 1_000_000, "RU") for month in range(1, 13)]
    (rise,) = statistics(case, ("2021-12", 1_000_000, "RU"), *others, *months)
    assert "from 1 million USD in 2021 to 12 million USD in 2022" in rise.title


def test_total_over_partners_is_not_added_to_them(case: Case) -> None:
    (rise,) = statistics(
        case,
        *(("2021", 1_000_000, partner) for partner in ("RU", "CN")),
        *(("2022", 4_000_000, partner) for partner in ("RU", "CN")),
        ("2021", 2_000_000, None),
        ("2022", 8_000_000, None),
    )
    assert "from 2 million USD in 2021 to 8 million USD in 2022" in rise.title


def test_a_printed_total_is_not_added_to_its_parts_nor_taken_for_a_partner(case: Case) -> None:
    facts = Facts(case)
    table = facts.table()
    for year, value in (("2021", 1_000_000), ("2022", 4_000_000)):
        for partner, many, total_of in (("CN", 1, None), ("TR", 1, None), ("World", 2, "partners")):
            line = {
                "reporter": "KZ",
                "flow": "import",
                "hs_code": "8542",
                "value_currency": "USD",
                "total_of": total_of,
            }
            facts.add("statistic", table, {}, period=year, partner=partner, value=value * many, **line)
    build(case)
    (rise,) = findings(case)
    assert "from 2 million USD in 2021 to 8 million USD in 2022" in rise.title
    facts_of = "FROM finding_fact f JOIN statistic s ON f.fact = 'statistic:' || s.id || ':value'"
    assert case.db.execute(f"SELECT count(*), count(total_of) {facts_of}").fetchone() == (4, 0)


def test_a_code_absent_before_is_told_with_a_caution(case: Case) -> None:
    facts = Facts(case)
    facts.add(
        "statistic", facts.table(), {}, reporter="KZ", flow="export", hs_code="0805", period="2021", value=5_000_000
    )
    line = {"reporter": "KZ", "partner": "RU", "flow": "export", "hs_code": "8806", "value_currency": "USD"}
    facts.add("statistic", facts.table(), {}, period="2022", value=1_230_000, **line)
    build(case)
    (rise,) = findings(case)
    assert "near zero" in rise.title
    assert "may be new in the nomenclature" in rise.sentence


def deal(facts: Facts, seller: str, buyer: str, day: str, quantity: float, **more: Any) -> None:
    line = {
        "consignor": seller,
        "consignee": buyer,
        "declaration_date": day,
        "quantity": quantity,
        "quantity_unit": "pcs",
    }
    facts.add("shipment", facts.table(), {}, **(line | {"hs_code": "8806220009"} | more))


def test_row_counts_that_look_like_declaration_numbers_do_not_swallow_deals(case: Case) -> None:
    facts = Facts(case)
    deal(facts, "Seller", "Middle", "2022-05-01", 100, **ARRIVAL)
    for month in (6, 7):
        deal(facts, "Middle", "Buyer", f"2022-0{month}-01", 40, declaration_number="1", item_number=1, **RESALE)
    build(case)
    assert "passed on 80 pcs to Buyer" in findings(case)[0].sentence


ARRIVAL = {"consignor_country": "NL", "consignee_country": "KZ"}
RESALE = {"consignor_country": "KZ", "consignee_country": "RU"}


def test_a_twin_file_does_not_double_the_figure(case: Case) -> None:
    facts = Facts(case)
    deal(facts, "Seller", "Middle", "2022-05-01", 100, **ARRIVAL)
    for _ in range(2):
        deal(facts, "Middle", "Buyer", "2022-06-01", 40, declaration_number="1/010622/1", item_number=1, **RESALE)
    build(case)
    (chain,) = findings(case)
    assert "passed on 40 pcs to Buyer" in chain.sentence


@pytest.mark.parametrize(
    ("resale", "why"),
    [
        ({"declaration_date": "2022-04-01"}, "before anything arrived"),
        ({"hs_code": "0805100000"}, "other goods"),
        ({"consignee_country": "KZ"}, "inside the country"),
        ({"consignee": "Seller"}, "back to where they came from"),
    ],
)
def test_no_chain(case: Case, resale: Fact, why: str) -> None:
    facts = Facts(case)
    deal(facts, "Seller", "Middle", "2022-05-01", 100, **ARRIVAL)
    line = {"consignee": "Buyer", "declaration_date": "2022-06-01"} | RESALE | resale
    deal(facts, "Middle", line.pop("consignee"), line.pop("declaration_date"), 40, **line)
    build(case)
    assert findings(case) == [], why


def permit(facts: Facts, quantity: float, unit: str, value: float, currency: str | None) -> None:
    line = {"holder": "Middle", "counterparty": "Seller", "direction": "import", "issue_date": "2022-04-01"}
    price = {"value": value, "value_currency": currency, "quantity": quantity, "quantity_unit": unit}
    facts.add("licence", facts.table(), {}, hs_code="8806220009", **line, **price)


def resell(facts: Facts, quantity: float, unit: str | None, value: float, currency: str | None) -> None:
    money = {"invoice_value": value, "invoice_currency": currency}
    deal(facts, "Middle", "Buyer", "2022-06-01", quantity, quantity_unit=unit, **money, **RESALE)


def answer(case: Case, table: str) -> list[Fact]:
    build(case)
    cursor = case.db.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]


def test_units_and_currencies_of_a_chain_are_never_added_up(case: Case) -> None:
    facts = Facts(case)
    permit(facts, 120, "pcs", 1_100, "USD")
    permit(facts, 7_000, "kg", 95_000, "RUB")
    resell(facts, 100, "pcs", 1_000, "USD")
    resell(facts, 5_000, "kg", 90_000, "RUB")
    (row,) = answer(case, "chains")
    assert (row["unit"], row["licensed"], row["passed_on"]) in [("kg", 7_000, 5_000), ("pcs", 120, 100)]
    assert (row["currency"], row["licensed_value"], row["passed_on_value"]) in [
        ("RUB", 95_000, 90_000),
        ("USD", 1_100, 1_000),
    ]
    assert row["passed_on_by_unit"] == "5000 kg, 100 pcs"
    (chain,) = findings(case)
    assert "held licences to buy 7,000 kg from Seller for 95,000 RUB" in chain.sentence
    assert "passed on 5,000 kg (by unit: 5000 kg, 100 pcs) to Buyer" in chain.sentence


def test_a_chain_is_told_in_the_unit_that_both_legs_share(case: Case) -> None:
    facts = Facts(case)
    permit(facts, 120, "pcs", 1_100, "USD")
    resell(facts, 100, "pcs", 1_000, "USD")
    for _ in range(3):
        resell(facts, 5_000, "kg", 90_000, "RUB")
    (row,) = answer(case, "chains")
    assert (row["unit"], row["licensed"], row["passed_on"], row["currency"]) == ("pcs", 120, 100, "USD")


@pytest.mark.parametrize("unit", ["kg", None])
def test_legs_in_different_units_are_each_told_in_their_own(case: Case, unit: str | None) -> None:
    facts = Facts(case)
    permit(facts, 120, "pcs", 1_100, "USD")
    deal(facts, "Seller", "Middle", "2022-05-01", 9, quantity_unit="l", **ARRIVAL)
    resell(facts, 5_000, unit, 90_000, "RUB")
    (row,) = answer(case, "chains")
    assert (row["licensed"], row["licensed_unit"], row["licensed_currency"]) == (120, "pcs", "USD")
    assert (row["arrived"], row["arrived_unit"]) == (9, "l")
    assert (row["passed_on"], row["unit"], row["currency"]) == (5_000, unit, "RUB")
    (chain,) = findings(case)
    assert "buy 120 pcs from Seller for 1,100 USD and received 9 l from Seller" in chain.sentence
    assert f"passed on 5,000{' kg' if unit else ''} to Buyer" in chain.sentence


def test_the_largest_chain_of_each_unit_is_told_before_the_second_of_any(case: Case) -> None:
    facts = Facts(case)
    deal(facts, "Seller", "Middle", "2022-05-01", 100, **ARRIVAL)
    for buyer, quantity, unit in (("A", 9_000, "kg"), ("B", 8_000, "kg"), ("C", 40, "pcs")):
        deal(facts, "Middle", buyer, "2022-06-01", quantity, quantity_unit=unit, **RESALE)
    assert [row["buyer"] for row in answer(case, "chains")] == ["A", "C", "B"]


@pytest.mark.parametrize("other", ["RUB", None])
def test_two_currencies_in_one_unit_give_no_value(case: Case, other: str | None) -> None:
    facts = Facts(case)
    permit(facts, 120, "pcs", 1_100, "USD")
    resell(facts, 100, "pcs", 1_000, "USD")
    resell(facts, 20, "pcs", 90_000, other)
    (row,) = answer(case, "chains")
    assert (row["passed_on"], row["passed_on_value"], row["currency"]) == (120, None, None)
    sold = {(deal["currency"], deal["value"]) for deal in answer(case, "deals") if deal["kind"] == "shipment"}
    assert sold == {("USD", 1_000), (other, 90_000)}


@pytest.mark.parametrize(("unit", "licensed"), [("pcs", 300), ("kg", None)])
def test_licences_beyond_imports_add_no_units_up(case: Case, unit: str, licensed: float | None) -> None:
    facts = Facts(case)
    permit(facts, 100, "pcs", 2_000_000, "USD")
    permit(facts, 200, unit, 3_000_000, "USD")
    imports(facts, "USD")
    (row,) = answer(case, "licensed_beyond_imports")
    assert (row["licensed"], row["licensed_value"]) == (licensed, 5_000_000)


@pytest.mark.parametrize("currency", ["EUR", None])
def test_licences_are_compared_with_imports_in_a_currency_both_name(case: Case, currency: str | None) -> None:
    facts = Facts(case)
    permit(facts, 100, "pcs", 9_000_000, currency)
    imports(facts, "USD" if currency else None)
    assert answer(case, "licensed_beyond_imports") == []


def imports(facts: Facts, currency: str | None) -> None:
    line = {"reporter": "KZ", "flow": "import", "hs_code": "8806", "period": "2022"}
    facts.add("statistic", facts.table(), {}, value=100_000, value_currency=currency, **line)


def test_a_finding_says_how_many_places_it_does_not_list(case: Case) -> None:
    facts = Facts(case)
    deal(facts, "Seller", "Middle", "2022-05-01", 100, **ARRIVAL)
    for number in range(501):
        deal(facts, "Middle", "Buyer", "2022-06-01", 40, declaration_number=f"10/{number}", **RESALE)
    build(case)
    (chain,) = findings(case)
    assert len(chain.refs) == 500
    assert "It rests on the 500 places listed and 2 more." in chain.sentence


def rename(case: Case, company: str, label: str, *spellings: str) -> None:
    """Give a company another label and more spellings, as a resolver might."""
    key = case.db.execute("SELECT id FROM entity WHERE key = ?", (company,)).fetchone()[0]
    case.db.execute("UPDATE entity SET name = ? WHERE id = ?", (label, key))
    case.db.execute("UPDATE name SET name = ? WHERE entity_id = ?", (label, key))
    case.db.executemany("INSERT INTO name(name, entity_id) VALUES (?, ?)", [(name, key) for name in spellings])


@pytest.mark.parametrize(
    ("label", "spellings", "told"),
    [
        ('{"name": "Middle LLP', (), "a company whose name is unclear"),
        ('Middle LLP", "country', ("Middle LLP",), "Middle LLP"),
        ("Мидл", ('"name": "Middle LLP', "Middle LLP"), "Middle LLP (Мидл)"),
        ("Мидл", ('Middle", "KZ',), "Мидл"),
        ('"Мидл": "ТОО', ("ТОО Мидл",), "ТОО Мидл"),
        ('ТОО "Мидл"', ('LLP "Middle"',), 'LLP "Middle" (ТОО "Мидл")'),
    ],
)
def test_no_title_is_built_from_debris(case: Case, label: str, spellings: tuple[str, ...], told: str) -> None:
    facts = Facts(case)
    deal(facts, "Seller", "Middle", "2022-05-01", 100, **ARRIVAL)
    deal(facts, "Middle", "Buyer", "2022-06-01", 40, **RESALE)
    rename(case, "Middle", label, *spellings)
    build(case)
    (chain,) = findings(case)
    assert chain.title.startswith(f"Seller -> {told} -> Buyer: ")
    assert chain.sentence.startswith(f"{told} (Kazakhstan)")
