"""Make families of invented companies to train on: spellings of one, and sisters that must stay apart.

Seeded, so the same at every run. Words come from the matcher's own vocabulary, brands are made of syllables.
A spelling is the name in Russian, romanised in one of five ways, in English or Kazakh words, by its initials, without
its legal form or place. A sister differs by a number, a line of business, a place, a letter of its brand or its form.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import combinations

_SOUNDS = (
    "ба ве го да жи зо ка ле ми но пе ра са та у фи ха це ши эл юм ян ар ор ас тек рон лат мир тон вес бер кас сар тал"
    " нур бек жан алт кара тем гер луч щер ёл хор зим чан"
)
_CHINESE = "jin xin hua yuan hang wang yin xing long feng hai tian rui sheng da ming jia bao chang hong li zhong"
SYLLABLES, PINYIN = _SOUNDS.split(), _CHINESE.split()
FORMS = {
    "limited": (
        ("ООО", "Общество с ограниченной ответственностью"),
        ("OOO", "LLC", "Ltd", "Limited Liability Company"),
    ),
    "shares": (("АО", "Акционерное общество", "ПАО"), ("AO", "JSC", "Joint Stock Company", "PJSC")),
    "kazakh": (("ТОО", "ЖШС", "Товарищество с ограниченной ответственностью"), ("TOO", "LLP")),
}
_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_SCHEMES = (
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya",
    "a b v g d e e z z i j k l m n o p r s t u f h c c s sc - y - e ju ja",
    "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia",
    "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja",
    "a b v g d e e j z i i k l m n o p r s t u f h c ch sh sch - i - e u ya",
)
SCHEMES = tuple(
    dict(zip(_LETTERS, ("" if said == "-" else said for said in scheme.split()), strict=True)) for scheme in _SCHEMES
)
_KAZAKH = frozenset("әғқңөұүһі")


@dataclass(frozen=True)
class Word:
    """A word of a name in each language; without translation they are equal."""

    russian: str
    english: str
    kazakh: str


@dataclass(frozen=True)
class Company:
    """An invented company."""

    brand: str
    trades: tuple[Word, ...] = ()
    side: Word | None = None
    place: Word | None = None
    number: str = ""
    form: str = "limited"


@cache
def _words(*kinds: str) -> tuple[Word, ...]:
    with (files("resolve") / "vocabulary.csv").open(encoding="utf-8") as lines:
        rows = [row["spellings"].split("|") for row in csv.DictReader(lines) if row["kind"] in kinds]
    return tuple(word for row in rows if (word := _word(row)))


def _word(spellings: list[str]) -> Word | None:
    english = [said for said in spellings if said.isascii() and len(said) > 3]
    russian = [said for said in spellings if len(said) > 3 and set(said) <= set(_LETTERS + " ")]
    kazakh = [said for said in spellings if _KAZAKH & set(said)]
    return Word(russian[0], english[0], (kazakh or russian)[0]) if english and russian else None


def families(count: int, seed: int = 11) -> Iterator[tuple[list[str], list[str]]]:
    """Give families: spellings of one company, and spellings of its sisters."""
    draw = random.Random(seed)
    for _ in range(count):
        company = _company(draw)
        same = list(dict.fromkeys(_spelt(draw, company) for _ in range(draw.choice((2, 3, 4)))))
        others = [_spelt(draw, sister) for sister in _sisters(draw, company)]
        yield same, [other for other in others if other not in same]


def pairs(count: int, seed: int = 11) -> Iterator[tuple[str, str, bool]]:
    """Give labelled pairs: within a company, against its sisters, and against strangers of the same line."""
    before: list[str] = []
    for same, others in families(count, seed):
        yield from ((one, other, True) for one, other in combinations(same, 2))
        yield from ((one, other, False) for one in same for other in (*others, *before[-6:]))
        before += same


def _brand(draw: random.Random) -> str:
    if draw.random() < 0.2:
        return "".join(draw.choices(PINYIN, k=2)).capitalize()
    return "".join(draw.choices(SYLLABLES, k=draw.choice((2, 2, 3, 3, 4)))).capitalize()


def _company(draw: random.Random) -> Company:
    chance = draw.random
    return Company(
        brand=" ".join(_brand(draw) for _ in range(draw.choice((1, 1, 1, 2))))
        if chance() < 0.8
        else draw.choice(_words("word")).russian,
        trades=tuple(draw.choices(_words("industry"), k=draw.choice((0, 1, 1, 2, 3)))),
        side=draw.choice(_words("side")) if chance() < 0.3 else None,
        place=draw.choice(_words("place")) if chance() < 0.25 else None,
        number=str(draw.randint(1, 90)) if chance() < 0.1 else "",
        form=draw.choice(("limited", "limited", "shares", "kazakh")),
    )


# How often a sister differs in what.
_SISTERS = {
    "number": 3, "side": 2, "brand": 3, "form": 1, "half": 2, "swap": 1, "place": 1, "trades": 0.7, "other": 0.7,
}  # fmt: skip


def _sisters(draw: random.Random, one: Company) -> Iterator[Company]:
    changed = {
        "number": replace(one, number=str(int(one.number or 1) + draw.randint(1, 3))),
        "side": replace(one, side=draw.choice(_words("side"))),
        "place": replace(one, place=draw.choice(_words("place"))),
        "trades": replace(one, trades=(*one.trades[:-1], draw.choice(_words("industry")))),
        "brand": replace(one, brand=_misread(draw, one.brand)),
        "other": replace(one, brand=_brand(draw)),
        "form": replace(one, form=draw.choice([form for form in FORMS if form != one.form])),
        "swap": replace(one, brand=f"{one.brand.split()[0]} {_brand(draw)}"),
        "half": replace(one, brand=f"{one.brand} {draw.choice((_brand(draw), draw.choice(SYLLABLES).title()))}"),
    }
    told = draw.choices(list(_SISTERS), list(_SISTERS.values()), k=3)
    yield from (changed[kind] for kind in dict.fromkeys(told) if changed[kind] != one)


def _misread(draw: random.Random, brand: str) -> str:
    """Change one sound of a brand: another firm, not a typing error."""
    if brand.isascii():
        first = next((sound for sound in PINYIN if brand.lower().startswith(sound)), "")
        return (draw.choice(PINYIN) + brand.lower()[len(first) :]).capitalize()
    at = draw.randrange(len(brand))
    return (brand[:at] + draw.choice("абвгдзиклмнопрстуфх") + brand[at + 1 :]).capitalize()


def _spelt(draw: random.Random, company: Company) -> str:
    language = draw.choice(("russian", "russian", "roman", "roman", "english", "kazakh", "initials"))
    scheme = draw.choice(SCHEMES)
    told = "english" if language == "initials" else "russian" if language == "roman" else language
    before = [getattr(word, told) for word in (company.place,) if word and draw.random() < 0.75]
    behind = [getattr(word, told) for word in company.trades if draw.random() < 0.85]
    behind += [getattr(draw.choice(_words("house")), told)] if draw.random() < 0.1 else []
    behind += [getattr(company.side, told)] if company.side else []
    before += [getattr(draw.choice(_words("group")), told)] if draw.random() < 0.08 else []
    if language == "initials" and len(behind) > 1:
        behind = ["".join(word[0] for said in behind for word in said.split()).upper()]
    brand = [company.brand, *([company.number] if company.number else [])]
    said = " ".join([*before, *(brand + behind if draw.random() < 0.7 else behind + brand)])
    latin = language in ("roman", "english") or (language == "initials" and draw.random() < 0.5)
    return _dressed(draw, _romanised(said, scheme) if latin else said, company.form, latin)


def _dressed(draw: random.Random, said: str, form: str, latin: bool) -> str:
    said = said.title() if draw.random() < 0.6 else said.upper()
    at = draw.randrange(2, max(len(said) - 2, 3))
    if draw.random() < 0.06 and said[at : at + 2].isalpha() and at + 1 < len(said):
        said = said[:at] + draw.choice((said[at + 1], said[at] * 2, "")) + said[at + 1 :]
    if draw.random() < 0.15:
        return said
    spelling = draw.choice(FORMS[form][latin])
    return draw.choice((f"{spelling} «{said}»", f"{said} {spelling}", f"{spelling} {said}"))


def _romanised(said: str, scheme: dict[str, str]) -> str:
    return "".join(scheme.get(letter, letter) for letter in said.lower())
