"""Names become entities: what must be one, what must stay apart, and the laws that hold for any input."""

import random
import time
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolve import link, match, resolve
from resolve.model import Judgement, Name, Verdict
from tests.resolve.families import FAMILIES

SAME, RELATED, DIFFERENT, UNSURE = Verdict.SAME, Verdict.RELATED, Verdict.DIFFERENT, Verdict.UNSURE
ALL_SPELLINGS = sorted({text for same, others in FAMILIES.values() for text in (*same, *others)})


def numbered(texts):
    return [Name(at, text) for at, text in enumerate(texts, start=1)]


def texts_of(resolution, names):
    text = {name.id: name.text for name in names}
    return {frozenset(text[member] for member in entity.members) for entity in resolution.entities}


def verdict(left, right):
    return match(Name(1, left), Name(2, right)).verdict


@pytest.mark.parametrize(("same", "others"), FAMILIES.values(), ids=FAMILIES)
class TestFamilies:
    def test_spellings_of_one_company_are_the_same(self, same, others):
        assert {verdict(one, other) for one, other in combinations(same, 2)} == {SAME}

    def test_relatives_and_strangers_are_never_the_same(self, same, others):
        assert [(one, other) for one in same for other in others if verdict(one, other) is SAME] == []

    def test_it_comes_out_whole_and_alone(self, same, others):
        names = numbered([*same, *others])
        clusters = texts_of(resolve(names), names)
        whole = max(clusters, key=lambda cluster: len(cluster & set(same)))
        assert whole.isdisjoint(others)


def test_all_families_together_do_not_mix():
    names = numbered(ALL_SPELLINGS)
    family_of = {text: family for family, (same, _) in FAMILIES.items() for text in same}
    for cluster in texts_of(resolve(names), names):
        assert len({family_of.get(text, text) for text in cluster}) == 1 or not cluster & family_of.keys()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("深圳市旋翼科技有限公司", "SZ Rotorwing Technology Co., Ltd."),
        ("Sky Mechanics", "Небесная Механика"),
        ("Vector LLC", "Victor LLC"),
        ("Jinxing Electronics", "Yinxing Electronics"),
        ("Rotorwing Technology", "Rotorwing"),
    ],
)
def test_meaning_alone_and_single_letters_are_only_suggested(left, right):
    assert verdict(left, right) is UNSURE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ТОО «Алтын Канат»", "ООО «Алтын Канат»"),
        ("ООО «Вектор»", "АО «Вектор»"),
        ("Vostok", "Vostok-2"),
        ("TechnoTrade", "TechnoTrade Plus"),
        ("Alfa Import LLC", "Alfa Export LLC"),
        ("Vozdushnaya Mekhanika", "Vozdushnaya Logistika"),
        ("Altyn Kanat Astana", "Altyn Kanat"),
    ],
)
def test_sisters_are_shown_as_relatives(left, right):
    assert verdict(left, right) is RELATED


class TestIdentifiers:
    def test_an_equal_number_merges_whatever_the_names(self):
        found = match(Name(1, "深圳市旋翼科技有限公司", identifiers=("uscc:91440300MA5EXAMPL1",)),
                      Name(2, "SZ Rotorwing Technology", identifiers=("USCC:91440300MA5EXAMPL1",)))  # fmt: skip
        assert (found.verdict, found.score) == (SAME, 1.0)
        assert "same USCC" in found.reason

    def test_different_numbers_of_a_kind_part_equal_names(self):
        found = match(Name(1, "Altyn Kanat", identifiers=("bin:220440012345",)),
                      Name(2, "Altyn Kanat", identifiers=("bin:990140054321",)))  # fmt: skip
        assert found.verdict is RELATED

    def test_different_numbers_part_even_through_a_chain(self):
        names = [
            Name(1, "ТОО Алтын Канат", identifiers=("bin:220440012345",)),
            Name(2, "Altyn Kanat"),
            Name(3, "Altyn Kanat LLP", identifiers=("bin:990140054321",)),
        ]
        clusters = texts_of(resolve(names), names)
        assert not any({"ТОО Алтын Канат", "Altyn Kanat LLP"} <= cluster for cluster in clusters)

    def test_numbers_join_what_names_would_not(self):
        names = [
            Name(1, "ТОО Алтын Канат", identifiers=("bin:220440012345",)),
            Name(2, "Golden Wing", identifiers=("bin:220440012345",)),
            Name(3, "Unrelated", identifiers=("bin:990140054321",)),
        ]
        assert texts_of(resolve(names), names) == {
            frozenset({"ТОО Алтын Канат", "Golden Wing"}),
            frozenset({"Unrelated"}),
        }

    def test_a_placeholder_is_no_number(self):
        assert match(Name(1, "Alfa", identifiers=("inn:0000000000",)),
                     Name(2, "Omega", identifiers=("inn:0000000000",))).verdict is DIFFERENT  # fmt: skip


class TestDecisions:
    NAMES = numbered(["Altyn Kanat LLP", "Golden Wing LLP", "ТОО «Алтын Канат»", "Vostok"])

    def decided(self, left, right, verdict):
        return Judgement(left, right, verdict, 1.0, by="editor")

    def test_a_person_joins_what_rules_do_not(self):
        clusters = texts_of(resolve(self.NAMES, [self.decided(1, 2, SAME)]), self.NAMES)
        assert frozenset({"Altyn Kanat LLP", "Golden Wing LLP", "ТОО «Алтын Канат»"}) in clusters

    @pytest.mark.parametrize("apart", [DIFFERENT, RELATED])
    def test_a_person_parts_what_rules_join(self, apart):
        assert len(resolve(self.NAMES, [self.decided(1, 3, apart)]).entities) == 4

    def test_a_person_outranks_numbers(self):
        names = [Name(1, "Alfa", identifiers=("inn:7701234567",)), Name(2, "Beta", identifiers=("inn:7701234567",)),
                 Name(3, "Gamma", identifiers=("inn:7709999123",))]  # fmt: skip
        decisions = [self.decided(1, 2, DIFFERENT), self.decided(2, 3, SAME)]
        assert texts_of(resolve(names, decisions), names) == {frozenset({"Alfa"}), frozenset({"Beta", "Gamma"})}

    def test_the_later_decision_counts(self):
        decisions = [self.decided(1, 2, SAME), self.decided(2, 1, DIFFERENT)]
        assert frozenset({"Golden Wing LLP"}) in texts_of(resolve(self.NAMES, decisions), self.NAMES)

    def test_a_decision_is_told_as_it_was_made(self):
        decision = self.decided(1, 2, SAME)
        assert decision in resolve(self.NAMES, [decision]).judgements


@pytest.mark.parametrize(
    ("one", "other", "bare"),
    [
        ("ТОО «Алтын Канат»", "ООО «Алтын Канат»", "Altyn Kanat"),
        ("ООО «Вектор»", "АО «Вектор»", "Vektor"),
        ("深圳市炬航科技有限公司", "深圳市巨航科技有限公司", "Shenzhen Juhang Technology Co., Ltd."),
    ],
)
def test_a_name_that_fits_two_sisters_is_left_to_a_person(one, other, bare):
    resolution = resolve(numbered([one, other, bare]))
    assert len(resolution.entities) == 3
    suggested = {frozenset((j.left, j.right)) for j in resolution.judgements if j.verdict is UNSURE}
    assert suggested == {frozenset((1, 3)), frozenset((2, 3))}


def test_joined_names_have_a_judgement_in_words():
    names = numbered(FAMILIES["altyn kanat"][0])
    same = [judgement for judgement in resolve(names).judgements if judgement.verdict is SAME]
    assert same
    assert all("same name but for script and legal form" in judgement.reason for judgement in same)


def test_a_watch_list_is_matched_by_the_same_rules():
    found = {(j.left, j.right): j.verdict for j in link(
        numbered(["ООО «Воздушная Механика»", "Someone Else"]),
        [Name(71, "Vozdushnaia Mekhanika"), Name(72, "Vozdushnaya Mekhanika Plus"), Name(73, "Elsewhere")],
    )}  # fmt: skip
    assert found == {(1, 71): SAME, (1, 72): RELATED}


WORDS = (
    "Алтын", "Altyn", "Канат", "Kanat", "ООО", "LLP", "Трейд", "Plus", "2", "深圳", "科技", "Rotorwing", "(Beta)",
)  # fmt: skip
words = st.sampled_from(WORDS)
company_names = st.one_of(
    st.sampled_from(ALL_SPELLINGS), st.text(max_size=30), st.lists(words, min_size=1, max_size=5).map(" ".join)
)


class TestLaws:
    @given(company_names, company_names)
    def test_judging_is_symmetric(self, left, right):
        one, other = match(Name(1, left), Name(2, right)), match(Name(2, right), Name(1, left))
        assert (one.verdict, round(one.score, 9)) == (other.verdict, round(other.score, 9))

    @given(st.sampled_from(ALL_SPELLINGS))
    def test_a_name_is_certainly_itself(self, text):
        itself = match(Name(1, text), Name(2, text))
        assert itself.verdict is SAME
        assert itself.score > 0.95

    @settings(max_examples=25, deadline=None)
    @given(st.lists(company_names, max_size=15, unique=True), st.randoms(use_true_random=False))
    def test_order_changes_nothing(self, texts, chance):
        names = numbered(texts)
        shuffled = names.copy()
        chance.shuffle(shuffled)
        assert resolve(shuffled) == resolve(names)

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.sampled_from(ALL_SPELLINGS), max_size=15, unique=True))
    def test_an_unrelated_name_changes_nothing(self, texts):
        names = numbered(texts)
        alone, added = resolve(names), resolve([*names, Name(99, "Qwertz Uiop Hjkl")])
        assert set(alone.entities) <= set(added.entities)
        assert alone.judgements == added.judgements

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.sampled_from(ALL_SPELLINGS), min_size=1, max_size=8, unique=True))
    def test_keys_do_not_depend_on_ids(self, texts):
        renumbered = [Name(1_000 - at, text) for at, text in enumerate(texts)]
        assert {e.key for e in resolve(numbered(texts)).entities} == {e.key for e in resolve(renumbered).entities}

    @given(st.permutations(["Vozdushnaya", "Mekhanika", "Rotorwing"]))
    def test_the_order_of_words_does_not_part(self, shuffled):
        assert verdict("Vozdushnaya Mekhanika Rotorwing", " ".join(shuffled)) is SAME


@pytest.mark.parametrize("text", ["ООО", "OOO", "Ltd.", "有限公司", "", "😀", "«»", "ТОО ООО", "Co., Ltd."])
def test_a_legal_form_alone_never_merges(text):
    assert all(verdict(text, other) is DIFFERENT for other in ("ООО", "LLC", "", "😀", "Alfa LLC", text))


def test_endless_and_odd_names_take_bounded_time():
    names = numbered([
        "Альфа " * 2_000, "Альфа " * 1_999 + "Бета", "я" * 10_000, "A" * 10_000, "((((" * 2_000, "😀" * 5_000, "B",
        "\u202eabc\u202c ООО", "a.b." * 3_000, "深" * 10_000, " ".join(str(n) for n in range(3_000)), "\ud800 LLC",
    ])  # fmt: skip
    started = time.process_time()
    assert len(resolve(names).entities) == len(names)
    assert time.process_time() - started < 10


def test_names_that_differ_by_a_number_stay_apart():
    names = numbered([f"ООО «Восток-{n}»" for n in range(400)])
    assert len(resolve(names).entities) == 400


def test_many_spellings_of_one_name_become_one():
    chance = random.Random(3)
    texts = {"".join(chance.choice((c.upper(), c)) for c in "altyn kanat llp") for _ in range(300)}
    names = numbered(sorted(texts))
    assert len(resolve(names).entities) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("USAA", "United Services Automobile Association"),
        ("IKEA", "United Services Automobile Association"),
        ("ИЭМЗ", "Ижевский электромеханический завод"),
        ("275 Aircraft Repair Plant", "275 авиационный ремонтный завод"),
        ("Institute of Optical Chemistry", "Институт оптической химии"),
    ],
)
def test_initials_or_meaning_alone_are_left_to_a_person(left, right):
    assert match(Name(1, left), Name(2, right)).verdict is Verdict.UNSURE
