"""What part a company, a sum or a day plays, told by the label printed before it."""

from __future__ import annotations

import re
from functools import cache

from extract.model import MentionKind
from extract.profiles import vocabulary
from extract.profiles.rule import folded_words

_REACH = 90
_FILLERS = frozenset(
    """name наименование атауы firma company компания no nr n number is the of by to and amount in
    eur usd rub kzt cny uah try руб рублей тенге долларов сша""".split()  # noqa: SIM905
)
"""Words that may stand between a label and its value."""


_CALLED = re.compile(
    r"[»”\"]?\s{0,3},?\s{0,3}(?:\(|(?:hereinafter|hereafter|именуем\w+|далее|іменован\w+|надалі|далі|бұдан әрі|ci-après"
    r"|nachstehend|nachfolgend|im folgenden|en adelante|di seguito|zwan\w+ dalej|bundan sonra)(?!\w))"
    r"(?P<rest>[^().;:]{2,60})",
    re.IGNORECASE,
)
"""How a contract goes on behind a party to say what it calls it: “Harrow Lane Ltd (the Seller)”."""


def role_behind(text: str, end: int, kind: MentionKind) -> tuple[str, str] | None:
    """Give the role a contract calls a party by, right behind its name, or nothing."""
    called = _CALLED.match(text, end)
    words = folded_words(called["rest"]) if called else ()
    roles = _roles(kind)
    for size in (2, 1):
        for at in range(len(words) - size + 1):
            role = roles.get(words[at : at + size])
            if role is not None:
                return role, f"is called “{' '.join(words[at : at + size])}” behind its name"
    return None


def role_before(text: str, start: int, kind: MentionKind) -> tuple[str, str] | None:
    """Give the role and the label that announces the value at ``start``, or nothing.

    The label stands right before the value, or, for sums, anywhere before it on its line: the nearest one counts.
    """
    line = text.rfind("\n", 0, start) + 1
    words = folded_words(text[max(line, start - _REACH) : start])
    roles = _roles(kind)
    if not words or not roles:
        return None
    ends = range(len(words), 0, -1) if kind is MentionKind.AMOUNT else [len(_without_fillers(words)), len(words)]
    for end in ends:
        for size in range(min(6, end), 0, -1):
            role = roles.get(words[end - size : end])
            if role is not None:
                return role, f"stands behind the label “{' '.join(words[end - size : end])}”"
    return None


def role_of(label: str, kind: MentionKind) -> str | None:
    """Give the role that a label alone tells."""
    return _roles(kind).get(folded_words(label))


def _without_fillers(words: tuple[str, ...]) -> tuple[str, ...]:
    end = len(words)
    while end and (words[end - 1] in _FILLERS or words[end - 1].isdigit()):
        end -= 1
    return words[:end]


@cache
def _roles(kind: MentionKind) -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for role, labels in vocabulary().get(kind.value, {}).items():
        for label in labels:
            table.setdefault(folded_words(label), role)
    return table
