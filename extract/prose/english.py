"""Organisations in English text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.prose import english_names
from extract.prose.english_persons import without_persons

_MODEL = Path(__file__).with_name("models") / "en"
_ORGANISATION = "ORG"


def build() -> Language:
    """Build the pipeline: our model (training.english_model), then the shapes of names."""
    nlp = spacy.load(_MODEL)
    nlp.add_pipe("unlade_english_names")
    return nlp


@Language.component("unlade_english_names")
def english_entities(doc: Doc) -> Doc:
    """Keep organisations, not persons; add public bodies, short names that the text defines, names that come again."""
    found = ((one.start_char, one.end_char) for one in doc.ents if one.label_ == _ORGANISATION)
    seen = list(english_names.without_terms(doc.text, without_persons(doc.text, found)))
    named = [*seen, *english_names.bodies(doc.text)]
    short = english_names.short_names(doc.text, named)
    again = english_names.repeated(doc.text, [*short, *(doc.text[start:end] for start, end in seen)])
    doc.ents = spacy.util.filter_spans(_spans(doc, [*named, *again]))
    return doc


def _spans(doc: Doc, places: Iterable[tuple[int, int]]) -> list[Span]:
    found = (doc.char_span(start, end, label=_ORGANISATION, alignment_mode="expand") for start, end in places)
    return [span for span in found if span is not None]
