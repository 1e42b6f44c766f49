"""The pipeline of a language whose names are found by a grammar, with what the text repeats of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.prose import kazakh_names, ukrainian_names
from extract.prose.memory import recalled
from extract.prose.words import Words

Find = Callable[[str], Iterator[tuple[int, int]]]

GRAMMARS: dict[str, Find] = {"kk": kazakh_names.find, "uk": ukrainian_names.find}


@dataclass(frozen=True, slots=True)
class Grammar:
    """A spaCy component that sets what the grammar finds as entities."""

    find: Find

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``."""
        spans = (doc.char_span(start, end) for start, end in self.find(doc.text))
        found = recalled(doc, [(span.start, span.end) for span in spans if span is not None])
        doc.ents = [Span(doc, start, end, label="ORG") for start, end in found]
        return doc


@Language.factory("unlade_grammar")
def make(nlp: Language, name: str, language: str) -> Grammar:
    """Make the component of a language."""
    return Grammar(GRAMMARS[language])


def built(language: str) -> Language:
    """Build the pipeline of a language."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = Words(nlp.vocab)
    nlp.add_pipe("unlade_grammar", config={"language": language})
    return nlp
