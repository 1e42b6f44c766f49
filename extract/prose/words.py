"""Cut text into words for the taggers: a number, a word with its hyphens, or one mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_PIECE = re.compile(r"\s+|\d+(?:[.,]\d+)*|[^\W\d_]+\d*(?:[-‑'’][^\W_]+)*|\w+|\.{2,}|[^\w\s]")


def pieces(text: str) -> list[str]:
    """Cut a text into its words, blanks left out."""
    return [piece for piece in _PIECE.findall(text) if not piece.isspace()]


class Words:
    """A tokenizer for spaCy. Blanks beyond the one behind a word are tokens of their own, as spaCy wants it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Cut a text into a Doc."""
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        for piece in _PIECE.findall(text):
            rest = piece
            if piece[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                rest = piece[1:]
            if rest:
                words.append(rest)
                spaces.append(False)
        return Doc(self.vocab, words, spaces)
