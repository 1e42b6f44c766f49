"""Organisations named in running text, found by the spaCy pipeline of the passage's language.

``find`` keeps to extract.fields.contract: hits lie inside the text, in order, and do not overlap. What a rule sees
is not looked at here: a legal form outranks every one of these, which is settled where both come together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.fields.company_mention import trimmed
from extract.fields.contract import Hit
from extract.prose.gate import running
from extract.prose.nested import WITHIN
from extract.prose.passage import Passage, passages
from extract.prose.pipeline import pipeline

if TYPE_CHECKING:
    from spacy.tokens import Span

_SENTENCES = 0.4


def find(text: str, language: str | None = None) -> Iterator[Hit]:
    """Find organisations; without a language, sentences only, each passage in its own."""
    return (hit for hit, _ in find_with_parts(text, language))


def find_with_parts(text: str, language: str | None = None) -> Iterator[tuple[Hit, list[Hit]]]:
    """Find organisations, each with those that its name names: «МВД России» in «Управление МВД России по Москве»."""
    found = _sentences(text) if language is None else [Passage(0, len(text), language)]
    for passage in found:
        yield from _in_passage(text, passage)


def _sentences(text: str) -> Iterator[Passage]:
    """Give the sentences of a text that is mostly sentences: the small print of an invoice names nobody."""
    stretches = list(running(text))
    if sum(end - start for start, end in stretches) < _SENTENCES * len(text.strip()):
        return
    for start, end in stretches:
        for passage in passages(text[start:end]):
            yield Passage(start + passage.start, start + passage.end, passage.language)


def _in_passage(text: str, passage: Passage) -> Iterator[tuple[Hit, list[Hit]]]:
    nlp = pipeline(passage.language)
    if nlp is None:
        return
    doc = nlp(text[passage.start : passage.end])
    parts = doc.spans.get(WITHIN, ())
    for entity in doc.ents:
        own = [_hit(text, passage, part) for part in parts if entity.start <= part.start and part.end <= entity.end]
        hit = _hit(text, passage, entity)
        if hit.value:
            yield hit, [part for part in own if part.value]


def _hit(text: str, passage: Passage, span: Span) -> Hit:
    start, end = passage.start + span.start_char, passage.start + span.end_char
    return Hit(start, end, text[start:end], trimmed(text[start:end]), evidence=f"named in {passage.language} text")
