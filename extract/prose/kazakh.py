"""Organisations in Kazakh text: a grammar of their names, and what the text repeats of them."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.prose import kazakh_names
from extract.prose.memory import recalled
from extract.prose.words import Words


def build() -> Language:
    """Build the pipeline."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = Words(nlp.vocab)
    nlp.add_pipe("unlade_kazakh_names")
    return nlp


@Language.component("unlade_kazakh_names")
def kazakh_entities(doc: Doc) -> Doc:
    """Set the organisations as entities."""
    spans = (doc.char_span(start, end, label="ORG") for start, end in kazakh_names.find(doc.text))
    found = recalled(doc, [(span.start, span.end) for span in spans if span is not None])
    doc.ents = [Span(doc, start, end, label="ORG") for start, end in found]
    return doc
