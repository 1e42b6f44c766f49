"""Organisations in Russian text: our tagger over the clues of words, the network's thoughts among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.prose.clues import Clue, tokens
from extract.prose.memory import recalled
from extract.prose.news_network import network
from extract.prose.tagger import Tagger, load, numbers
from extract.prose.words import Words

if TYPE_CHECKING:
    from extract.prose.news_network import Floats

MODEL = Path(__file__).with_name("models") / "ru" / "tagger.npz"


def build() -> Language:
    """Build the pipeline: words, then the tagger, then names known from elsewhere in the text."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = Words(nlp.vocab)
    nlp.add_pipe("unlade_russian_organisations")
    return nlp


@Language.factory("unlade_russian_organisations")
def make(nlp: Language, name: str) -> Organisations:
    """Load the tagger."""
    return Organisations(load(MODEL))


class Organisations:
    """A spaCy component that sets organisations as entities."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``."""
        places, clues, given = told(doc)
        if not clues:
            return doc
        found = [(places[start], places[end - 1] + 1) for start, end in spans(self.tagger.label(clues, given))]
        doc.ents = [Span(doc, start, end, label="ORG") for start, end in recalled(doc, found)]
        return doc


def told(doc: Doc) -> tuple[list[int], list[Clue], Floats | None]:
    """Give the places of the words, blanks left out, their clues, and what the network says."""
    places = [token.i for token in doc if not token.is_space]
    if not places:
        return [], [], None
    words = [doc[at].text for at in places]
    opens = [at == 0 or "\n" in doc[at - 1].text for at in places]
    states, thoughts = network().read(words)
    tags = [network().tags[row] for row in np.asarray(thoughts).argmax(axis=1)]
    return places, tokens(words, tags, opens), numbers(states, thoughts)


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the stretches that begin with B, or with an I behind O, and go on with I."""
    start: int | None = None
    for at, label in enumerate([*labels, "O"]):
        if start is not None and label != "I":
            yield start, at
            start = None
        if label == "B" or (label == "I" and start is None):
            start = at
