"""One spaCy pipeline a language, built from what is installed when the first text in it is read; nothing is fetched."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

BUILDERS = {
    "en": "extract.prose.english",
    "kk": "extract.prose.kazakh",
    "ru": "extract.prose.russian",
    "uk": "extract.prose.ukrainian",
    "zh": "extract.prose.chinese",
}
"""A module for each language; its ``build()`` gives a pipeline that sets ``doc.ents`` with the label ``ORG``."""


@cache
def pipeline(language: str) -> Language | None:
    """Give the pipeline of a language, None where there is none."""
    module = BUILDERS.get(language)
    if module is None:
        return None
    nlp: Language = import_module(module).build()
    nlp.max_length = 10_000_000
    return nlp
