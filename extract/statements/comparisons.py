"""Read what a sentence says of trade between countries: imports rose from … to …, goods did not appear in the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.statements.claim import Claim, Said
from extract.statements.colour import colours
from extract.statements.countries import Country
from extract.statements.marks import country_marks
from extract.statements.scene import Scene
from extract.statements.values import Money, goods_of
from extract.statements.vocabulary import word

_CHANGES = ("rose", "fell")
_FLOWS = ("imports", "exports")
_FROM = re.compile(r"(?:\bfrom|(?<!\w)со?|(?<!\w)(?:з|із|зі))\s+(?:[\w]+\s+){0,2}$")
_TIME_FIRST = frozenset(("kk", "zh"))
_WORDS_OF_NUMBER = {
    "doubl": 2.0,
    "tripl": 3.0,
    "quadr": 4.0,
    "удвои": 2.0,
    "вдвое": 2.0,
    "утрои": 3.0,
    "втрое": 3.0,
    "вдвіч": 2.0,
    "втрич": 3.0,
    "вчетв": 4.0,
    "впят": 5.0,
    "fourf": 4.0,
    "fivef": 5.0,
    "sixf": 6.0,
    "sevenf": 7.0,
    "eightf": 8.0,
    "ninef": 9.0,
    "tenf": 10.0,
    " два": 2.0,
    " дві": 2.0,
    " три": 3.0,
    " четыр": 4.0,
    " чотир": 4.0,
    " пять": 5.0,
    " п'ять": 5.0,
    " п’ять": 5.0,
    " шесть": 6.0,
    " шіст": 6.0,
    " семь": 7.0,
    " сім": 7.0,
    " восемь": 8.0,
    " вісім": 8.0,
    " девят": 9.0,
    " дев": 9.0,
    " десят": 10.0,
    "twofo": 2.0,
    "threef": 3.0,
}
_GOODS_BEHIND = re.compile(
    r"\s+([а-яёіїє]{4,}(?:\s[а-яёіїє]{4,})?)(?=\s(?:в|во|на|из|у|з|до|вырос|увелич|сократ|снизил|упал|зр))"
)
_GOODS_BEFORE = {
    "en": re.compile(r"(?:\d{4}\s|^|,\s)(?:the\s|any\s)?([A-Za-z][a-z-]+(?:\s[a-z-]+)?)\s$"),
    "ru": re.compile(r"(?:году\s|года\s|^|,\s)([А-Яа-яё][а-яё-]+(?:\s[а-яё-]+)?)\s$"),
    "uk": re.compile(r"(?:році\s|року\s|^|,\s)([А-Яа-яіїє][а-яіїє-]+(?:\s[а-яіїє-]+)?)\s$"),
}


def claims(scene: Scene) -> Iterator[Claim]:
    """Read comparisons and absences of a sentence that speaks of imports or exports."""
    flow = _flow(scene)
    if flow is None:
        return
    for change in _CHANGES:
        trigger = scene.said(change)
        if trigger is not None:
            yield from _change(scene, flow, f"{flow[0]}_{change}", trigger)
            return
    absent = scene.said("absent")
    if absent is not None:
        yield from _absence(scene, flow[0], absent)


def _flow(scene: Scene) -> tuple[str, Said] | None:
    found = [(said.start, flow, said) for flow in _FLOWS if (said := scene.said(flow)) is not None]
    return min(found)[1:] if found else None


def _change(scene: Scene, flow: tuple[str, Said], predicate: str, trigger: Said) -> Iterator[Claim]:
    fields = {"predicate": Said(predicate, trigger.start, trigger.end), **_countries(scene, flow[0])}
    product = _product(scene, flow[1], trigger)
    if product is not None:
        fields["product"] = product
    fields.update(_figures(scene))
    if not fields.keys() & {"country", "from_country", "to_country", "product"}:
        return
    fields.update(colours(scene, scene.start, (trigger.start, trigger.end)))
    yield Claim({**fields, "quote": scene.quote})


def _figures(scene: Scene) -> Iterator[tuple[str, Said]]:
    """Give the earlier and the later sum with their times, and how many times more it is."""
    ratio = word("times", scene.language).search(scene.text, scene.start, scene.end)
    if ratio is not None:
        number = (
            float(ratio["number"].replace(",", "."))
            if ratio["number"]
            else next(value for stem, value in _WORDS_OF_NUMBER.items() if stem in ratio["word"].casefold())
        )
        yield "ratio", Said(number, *ratio.span())
    before = _before(scene)
    later = next(
        (m for m in scene.sums if m is not before and (before is None or m.said.start > before.said.start)), None
    )
    if before is not None and later is not None:
        yield "amount_before", before.said
        yield from _dated("date_before", scene, before, later.said.start)
    if later is not None:
        yield "amount", later.said
        yield "amount_currency", Said(later.currency, later.said.start, later.said.end)
        if later.bound is not None:
            yield "amount_bound", later.bound
        yield from _dated("date", scene, later, scene.end)
    if later is None and len(scene.times) == 1:
        yield "date", scene.times[0]


def _before(scene: Scene) -> Money | None:
    """Give the earlier of two sums: behind “from”; where times stand before their sums, the first."""
    if scene.language in _TIME_FIRST:
        return scene.sums[0] if len(scene.sums) > 1 else None
    return next((m for m in scene.sums if _FROM.search(scene.text, scene.start, m.said.start)), None)


def _dated(field: str, scene: Scene, money: Money, right: int) -> Iterator[tuple[str, Said]]:
    if scene.language in _TIME_FIRST:
        yield from ((field, time) for time in [t for t in scene.times if t.end <= money.said.start][-1:])
        return
    behind = [time for time in scene.times if money.said.end <= time.start < right]
    if behind:
        yield field, behind[0]


def _countries(scene: Scene, flow: str) -> dict[str, Said]:
    """Say which country's trade it is, and with which: imports go into it, exports come from it."""
    marked: dict[str, Country] = {}
    for country in scene.countries:
        for mark in country_marks(scene.text, scene.start, country, scene.language):
            marked.setdefault(mark, country)
    own = marked.get("of") or marked.get("in") or marked.get("nom")
    into, out_of = marked.get("to"), marked.get("from")
    if flow == "imports":
        roles = {"country": own or into, "from_country": out_of}
    else:
        roles = {"country": own or out_of, "to_country": into}
    return {field: Said(c.code, c.start, c.end) for field, c in roles.items() if c is not None}


def _product(scene: Scene, flow: Said, trigger: Said) -> Said | None:
    if scene.language == "en":
        return goods_of(scene.text, flow.end, max(trigger.start, flow.end))
    match = _GOODS_BEHIND.match(scene.text, flow.end, scene.end)
    return Said(match[1], *match.span(1)) if match else None


def _absence(scene: Scene, flow: str, absent: Said) -> Iterator[Claim]:
    before = _GOODS_BEFORE[scene.language].search(scene.text[scene.start : absent.start])
    if before is None:
        return
    start = scene.start + before.start(1)
    fields = {
        "predicate": Said(f"{flow}_absent", absent.start, absent.end),
        "product": Said(before[1], start, start + len(before[1])),
        **_countries(scene, flow),
        **({"date": scene.times[0]} if scene.times else {}),
        **{name: said for name, said in colours(scene, scene.start, (absent.start, absent.start)) if name != "negated"},
    }
    yield Claim({**fields, "quote": scene.quote})
