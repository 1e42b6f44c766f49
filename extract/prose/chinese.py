"""Organisations in Chinese text."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.prose import chinese_names


def build() -> Language:
    """Build the pipeline: characters as tokens, names by ``extract.prose.chinese_names``."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("unlade_chinese_names")
    return nlp


@Language.component("unlade_chinese_names")
def chinese_entities(doc: Doc) -> Doc:
    """Set the organisations as entities."""
    spans = (doc.char_span(one.start, one.end, label="ORG") for one in chinese_names.find(doc.text))
    doc.ents = [span for span in spans if span is not None]
    return doc
