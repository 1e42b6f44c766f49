"""Organisations in Russian text: our tagger over the clues of words, the network's thoughts among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.prose import edges
from extract.prose.clues import Clue, tokens
from extract.prose.known import known
from extract.prose.memory import recalled
from extract.prose.nested import WITHIN, within
from extract.prose.news_network import network
from extract.prose.tagger import Tagger, load, numbers
from extract.prose.words import Words

if TYPE_CHECKING:
    from extract.prose.news_network import Floats

MODEL = Path(__file__).with_name("models") / "ru" / "tagger.npz"

Stretch = tuple[int, int]


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
        """Set ``doc.ents``, and the names inside of names as ``doc.spans[WITHIN]``."""
        places, clues, given = told(doc)
        if not clues:
            return doc
        words, tags = [clue.word for clue in clues], [clue.tag for clue in clues]
        found = named(words, tags, spans(self.tagger.label(clues, given)))
        doc.ents = _entities(doc, recalled(doc, [(places[start], places[end - 1] + 1) for start, end in found]))
        order = {place: at for at, place in enumerate(places)}
        names = [(order[entity.start], order[entity.end - 1] + 1) for entity in doc.ents]
        inside = within(words, tags, names)
        doc.spans[WITHIN] = _entities(doc, ((places[start], places[end - 1] + 1) for start, end in inside))
        return doc


def named(words: Sequence[str], tags: Sequence[str], found: Iterable[Stretch]) -> list[Stretch]:
    """Give the names among what the tagger found, and those that everybody knows."""
    own = [name for stretch in found if (name := edges.trimmed(words, tags, stretch))]
    taken = {at for start, end in own for at in range(start, end)}
    return sorted([*own, *(one for one in known(words) if taken.isdisjoint(range(*one)))])


def _entities(doc: Doc, stretches: Iterable[Stretch]) -> list[Span]:
    return [Span(doc, start, end, label="ORG") for start, end in stretches]


def told(doc: Doc) -> tuple[list[int], list[Clue], Floats | None]:
    """Give the places of the words, blanks left out, their clues, and what the network says."""
    places = [token.i for token in doc if not token.is_space]
    if not places:
        return [], [], None
    words = [doc[at].text for at in places]
    opens = [at == 0 or "\n" in doc[at - 1].text for at in places]
    states, thoughts = network().read(words)
    tags = [network().tags[row] for row in np.asarray(thoughts).argmax(axis=1)]
    return places, tokens(words, tags, opens, network().grouped(words)), numbers(states, thoughts)


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the stretches that begin with B, or with an I behind O, and go on with I."""
    start: int | None = None
    for at, label in enumerate([*labels, "O"]):
        if start is not None and label != "I":
            yield start, at
            start = None
        if label == "B" or (label == "I" and start is None):
            start = at
