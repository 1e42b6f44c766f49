"""The sample dump says what the public case says, under stand-in names, and comes out the same on every machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from stdnum.ru import inn, ogrn

from corpus_samples.generate import documents, expected, world
from corpus_samples.generate.company import spellings
from corpus_samples.generate.customs import extract
from corpus_samples.generate.dump import files
from corpus_samples.generate.identifiers import bin_check
from corpus_samples.generate.licences import licences
from corpus_samples.generate.statistics import four_digits
from corpus_samples.generate.world import World

SAMPLES = Path(__file__).parents[1] / "corpus_samples"


@pytest.fixture(scope="module")
def case() -> World:
    return world()


def shipped(some: World) -> int:
    pairs = [(row.companies[0][1], row.companies[1][1], row) for row in extract(some)]
    return sum(int(row.quantity) for seller, buyer, row in pairs if (seller, buyer) == (some.intermediary, some.buyer))


def dollars(some: World, code: str, year: int, flow: str, partner: str | None = None) -> float:
    lines = [line for line in four_digits(some) if line.code == code and partner in (None, line.partner)]
    return sum(line.money[year, flow] or 0 for line in lines) * 1_000


def test_more_than_500_go_from_the_intermediary_to_the_buyer(case: World) -> None:
    assert shipped(case) > 500


def test_intermediary_is_registered_in_april_2022(case: World) -> None:
    assert case.intermediary.registered.startswith("2022-04")
    assert case.intermediary.number.startswith("2204")


def test_licences_are_for_more_than_18_000_at_45_million(case: World) -> None:
    own = [line for line in licences(case) if line.holder == case.intermediary]
    assert sum(line.quantity for line in own) > 18_000
    assert sum(line.value for line in own) == 45_000_000


def test_statistics_are_those_of_the_case(case: World) -> None:
    assert dollars(case, "8806", 2021, "import") == 0
    assert dollars(case, "8806", 2022, "import") == pytest.approx(5e6, rel=0.02)
    assert dollars(case, "8806", 2022, "import", "КИТАЙ") > 0.9 * dollars(case, "8806", 2022, "import")
    assert dollars(case, "8806", 2022, "export", "РОССИЯ") == pytest.approx(1_230_000)
    assert dollars(case, "8542", 2021, "import") == pytest.approx(35e6)
    assert dollars(case, "8542", 2022, "import") > 75e6
    assert dollars(case, "8542", 2021, "export", "РОССИЯ") == pytest.approx(245_000)
    assert dollars(case, "8542", 2022, "export", "РОССИЯ") == pytest.approx(18e6)


def test_decoys_move_the_same_goods_and_are_not_counted(case: World) -> None:
    senders = {row.companies[0][1].latin for row in extract(case) if row.code.startswith(case.carried.heading)}
    assert {case.group.latin, case.numbered.latin} < senders


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_another_seed_has_the_same_shape_and_no_name_in_common(seed: int, case: World) -> None:
    other = world(seed)
    assert shipped(other) == other.figures.shipped
    cast = (
        "seller",
        "maker",
        "intermediary",
        "buyer",
        "fund",
        "chip_seller",
        "chip_buyer",
        "group",
        "numbered",
        "sister",
    )
    assert not {getattr(other, role).latin for role in cast} & {getattr(case, role).latin for role in cast}
    assert other.carried.heading != case.carried.heading
    assert other.rising.heading != case.rising.heading


def test_control_world_has_no_deal_in_a_chain() -> None:
    control = world(5, control=True)
    assert expected(control) is None
    assert shipped(control) == 0
    holders = {line.holder for line in licences(control)}
    assert not holders & {row.companies[0][1] for row in extract(control)}


@pytest.mark.parametrize("seed", range(4))
def test_identifiers_have_valid_check_digits(seed: int) -> None:
    some = world(seed)
    for firm in (some.buyer, some.fund, some.sister, *some.russian):
        assert inn.is_valid(firm.number)
        assert ogrn.is_valid(firm.register_number.removeprefix("ogrn:"))
    for firm in (some.intermediary, some.group, some.numbered, *some.kazakh):
        assert bin_check(firm.number[:11]) == int(firm.number[11])


def test_names_stand_in_both_scripts_and_one_mixes_them(case: World) -> None:
    printed = {row.consignor for row in extract(case) if row.companies[0][1] == case.intermediary}
    printed |= {row.consignee for row in extract(case) if row.companies[1][1] == case.buyer}
    assert any(name.isascii() for name in printed)
    assert any("АЛТЫН" in name for name in printed)
    assert any(set("ABEKMHOPCTX") & set(name) and "ООО" in name for name in spellings(case.buyer))


def test_same_seed_gives_the_same_bytes() -> None:
    assert dict(files(world(3))) == dict(files(world(3)))


def test_committed_truth_is_what_the_generator_says() -> None:
    """The PDFs may differ by a packer's version; the truth and the plain texts may not."""
    plain = (".jsonl", ".toml", ".csv", ".txt", ".html")
    for path, data in files(world()):
        assert (SAMPLES / path).exists(), path
        if path.endswith(plain):
            assert (SAMPLES / path).read_bytes() == data, f"{path}: run python -m corpus_samples.generate"


def test_every_document_says_that_it_is_a_sample(case: World) -> None:
    for document in documents(case):
        if document.name.endswith((".csv", ".txt", ".html")):
            encoding = "cp1251" if "cp1251" in document.name else "utf-8"
            assert "invented" in document.data.decode(encoding), document.path


def test_dump_stays_small() -> None:
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 3_000_000
