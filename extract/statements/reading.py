"""Read running text: which of its sentences state facts, and what they state.

A sentence is looked at closely only if it names a company or speaks of imports and exports; all else costs one search.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.model import Mention
from extract.prose.passage import passages
from extract.statements import comparisons, values, verbs
from extract.statements.claim import Claim
from extract.statements.parties import Parties, Party
from extract.statements.persons import Persons
from extract.statements.scene import Memory, Scene
from extract.statements.sentences import sentences
from extract.statements.vocabulary import LANGUAGES

_TRADE = re.compile(r"import|export|импорт|экспорт|ввоз|вывоз|імпорт|експорт|ввез|вивез", re.IGNORECASE)
_FEWEST_WORDS = 3
_LISTED = re.compile(r"\n\s*\n|\t| {3,}|\|")


def read(text: str, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """Give what the sentences of a text state. ``mentions``: what was found in it, with spans."""
    ordered = sorted((m for m in mentions if m.place.span is not None), key=_start)
    if not ordered and not _TRADE.search(text):
        return
    parties = Parties.of(text, ordered)
    starts = [_start(mention) for mention in ordered]
    for passage in passages(text):
        memory = Memory(document_date=values.document_date(text, ordered), persons=Persons())
        if passage.language not in LANGUAGES:
            continue
        for start, end in sentences(text, passage.start, passage.end):
            inside = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
            here = parties.between(start, end)
            if _is_prose(text, start, end):
                yield from _sentence(text, (start, end), passage.language, here, inside, memory)


def _sentence(
    text: str,
    span: tuple[int, int],
    language: str,
    parties: Sequence[Party],
    mentions: Sequence[Mention],
    memory: Memory,
) -> Iterator[Claim]:
    if not parties and memory.party is None and not _TRADE.search(text, *span):
        return
    scene = Scene.of(text, span, language, parties, mentions, memory)
    compared = list(comparisons.claims(scene))
    yield from compared
    subject = None
    for claim, who in () if compared else verbs.claims(scene):
        yield claim
        subject = who or subject
    scene.remember(subject)


def _is_prose(text: str, start: int, end: int) -> bool:
    """Refuse rows of a table and lists of fields: a sentence is words behind one another."""
    return text.count(" ", start, end) >= _FEWEST_WORDS and not _LISTED.search(text, start, end)


def _start(mention: Mention) -> int:
    assert mention.place.span is not None
    return mention.place.span[0]
