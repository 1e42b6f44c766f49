"""Read running text: which of its sentences state facts, and what they state.

A sentence is looked at closely only if it has a company and a verb of the tables, or speaks of imports and exports; all
else costs one search.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.model import Mention
from extract.prose.passage import passages
from extract.statements import chinese, comparisons, values, verbs
from extract.statements.claim import Claim
from extract.statements.parties import Parties, Party
from extract.statements.scene import Memory, Scene
from extract.statements.sentences import sentences
from extract.statements.vocabulary import LANGUAGES, triggers

_TRADE = re.compile(r"import|export|импорт|экспорт|ввоз|вывоз|імпорт|експорт|ввез|вивез|进口|出口", re.IGNORECASE)
_FEWEST_WORDS = 4
_SMALL_SHARE = 4
"""One word in so many begins with a small letter; names, numbers and labels do not."""
_STOPS = (".", "!", "?", "…")
_FEWER = 1
"""So many words less make a Kazakh sentence: «Ресейден импорт төмендеді» has no little words."""
_COLUMNS = re.compile(r"\t| {3,}|\||:\s*\n")


def read(text: str, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """Give what the sentences of a text state. ``mentions``: what was found in it, with spans."""
    ordered = sorted((m for m in mentions if m.place.span is not None), key=_start)
    if not ordered and not _TRADE.search(text):
        return
    parties = Parties.of(text, ordered)
    starts = [_start(mention) for mention in ordered]
    memory = Memory(document_date=values.document_date(text, ordered))
    for (start, end), language in _sentences(text, parties):
        inside = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        yield from _sentence(text, (start, end), language, parties.between(start, end), inside, memory)


def _sentences(text: str, parties: Parties) -> Iterator[tuple[tuple[int, int], str]]:
    """Give the sentences of a text in languages the tables know."""
    full_stops = parties.full_stops(text)
    for passage in passages(text):
        if passage.language in LANGUAGES:
            in_names = {} if passage.language == "kk" else full_stops
            for start, end in sentences(text, passage.start, passage.end, in_names):
                if _is_sentence(text[start:end], passage.language, _words_of(text, parties.between(start, end))):
                    yield (start, end), passage.language


def _words_of(text: str, parties: Sequence[Party]) -> int:
    """Count the words of names, which say nothing of whether a sentence is one."""
    return sum(len(text[party.start : party.end].split()) for party in parties)


def _is_sentence(text: str, language: str, of_names: int) -> bool:
    """Tell a sentence from a row of a table or a field of a form: words in small letters one behind another."""
    if language == "zh":
        return chinese.is_sentence(text) and not _COLUMNS.search(text)
    words, fewer = text.split(), _FEWER if language == "kk" else 0
    if len(words) < _FEWEST_WORDS - fewer or _COLUMNS.search(text):
        return False
    small = sum(word[0].islower() for word in words) * (_SMALL_SHARE + fewer)
    figures = sum(word[0].isdigit() for word in words)
    return small >= len(words) or (text.endswith(_STOPS) and small >= len(words) - of_names - figures)


def _sentence(
    text: str,
    span: tuple[int, int],
    language: str,
    parties: Sequence[Party],
    mentions: Sequence[Mention],
    memory: Memory,
) -> Iterator[Claim]:
    of_trade = _TRADE.search(text, *span) is not None
    of_parties = (parties or memory.party is not None) and triggers(language).search(text, *span) is not None
    if not of_trade and not of_parties:
        memory.pass_over(parties)
        return
    scene = Scene.of(text, span, language, parties, mentions, memory)
    compared = list(comparisons.claims(scene))
    yield from compared
    subject = None
    for claim, who in () if compared else verbs.claims(scene):
        yield claim
        subject = who or subject
    scene.remember(subject)


def _start(mention: Mention) -> int:
    assert mention.place.span is not None
    return mention.place.span[0]
