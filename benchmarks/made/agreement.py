"""Write the beginning of an agreement: its parties and its day in the wording of a language, wrapped as on paper."""

from __future__ import annotations

from random import Random
from textwrap import wrap

from benchmarks.made import facts
from benchmarks.made.facts import Truth, Words
from corpus_samples.generate.page import Paper

_WIDTHS = (70, 84, 96)


def agreement(seed: int, language: str) -> tuple[bytes, Truth]:
    """Write the agreement of a seed as a page."""
    random = Random(f"agreement {language} {seed}")
    text, truth = _text(random, language)
    width = random.choice(_WIDTHS)
    paper = Paper(notice=False)
    lines = [line for row in text.split("\n") for line in (wrap(row, width) if len(row) > width else [row])]
    paper.lines(60, 60, lines, 9)
    return paper.finish(), truth


def text_agreement(seed: int, language: str) -> tuple[bytes, Truth]:
    """Write the agreement of a seed as a text file, for scripts our letters do not draw."""
    text, truth = _text(Random(f"agreement {language} {seed}"), language)
    return text.encode(), truth


def _text(random: Random, language: str) -> tuple[str, Truth]:
    said = facts.words("contracts")[language]
    truth = Truth()
    a, b = _firm(random, language, said), _firm(random, language, said)
    for name in (a, b):
        truth.add("company", name)
    value = facts.day(random)
    truth.add("date", value.isoformat())
    filled = _days(random, language, value)
    begin = random.choice(said["texts"]).format(
        a=a, b=b, kind=random.choice(said["kinds"]), no=f"{random.randint(1, 99)}/{value.year}-{random.randint(1, 30)}",
        **filled, **_around(random, language),
    )  # fmt: skip
    return "\n\n".join((begin, *random.sample(said["body"], len(said["body"])))), truth


def _firm(random: Random, language: str, said: Words) -> str:
    if language in facts.words("words"):
        return facts.firm(random, language)
    return "".join(random.choice(said[key]) for key in ("places", "roots", "trades", "forms"))


def _around(random: Random, language: str) -> dict[str, str]:
    said = facts.words("words").get(language)
    if said is None:
        return {}
    people = said["people"]
    return {
        "town": random.choice(said["towns"]), "town2": random.choice(said["towns"]),
        "person": random.choice(people).removeprefix("ИП "), "person2": random.choice(people).removeprefix("ИП "),
    }  # fmt: skip


def _days(random: Random, language: str, value: object) -> dict[str, str]:
    from datetime import date

    assert isinstance(value, date)
    said = facts.words("words").get(language)
    if said is None:
        return {"day": f"{value.year}年{value.month}月{value.day}日"}
    months = said["months"]
    ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(value.day, "th")
    return {
        "day": facts.printed_day(value, random.choice(said["days"]), months),
        "dayof": f"{value.day}{ending} day of {months[value.month - 1]}, {value.year}",
    }
