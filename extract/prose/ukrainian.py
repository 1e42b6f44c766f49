"""Organisations in Ukrainian text: a grammar of their names, and what the text repeats of them."""

from __future__ import annotations

from spacy.language import Language

from extract.prose.grammar import built


def build() -> Language:
    """Build the pipeline."""
    return built("uk")
