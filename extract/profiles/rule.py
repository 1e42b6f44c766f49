"""One place of a form: the labels it is printed under, what stands there, where it goes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

READINGS = (
    "value",
    "nothing",
    "party",
    "firm",
    "money",
    "goods",
    "documents",
    "delivery",
    "quantity",
    "number_and_date",
    "prices",
    "pattern",
)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A labelled place. Rules are told apart by identity: they are looked up for every label of every page.

    ``field``: the field of the record. ``box``: the printed number of a numbered box. ``labels``: its spellings.
    ``read``: how its content becomes values (one of READINGS). ``item``: repeated for each item of the document.
    ``block``: the value is lines under the label, even where words stand to the right of it. ``above``: the label is
    printed under its value, as on Russian bank forms. ``pattern``: the value is the first match anywhere on the
    page, for numbers that say themselves what they are; of a group named ``value`` what it holds. A rule that reads
    ``nothing`` has no field: its labels are known so that nobody takes them for a value or for the beginning of
    another label.
    ``whole``: a figure of the whole document, which is that of an item only where there is one. ``when``: the rule
    holds only in documents of this direction, import or export: who of two is the sender may depend on it.
    ``own``: the number of the paper itself, which may stand behind its title; a day behind it is that of the paper.
    ``behind``: the label is a title, of which only what stands behind it is read.
    """

    field: str = ""
    labels: tuple[str, ...] = ()
    box: str = ""
    read: str = "value"
    item: bool = False
    block: bool = False
    above: bool = False
    pattern: str = ""
    whole: bool = False
    when: str = ""
    own: bool = False
    behind: bool = False

    @property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """Give the labels as folded words, the longest first, so that it wins over its own beginning."""
        return tuple(sorted({folded_words(label) for label in self.labels}, key=lambda words: (-len(words), words)))


_ACCENTED = map(chr, range(0xE0, 0x180))
_PLAIN = {ord(sign): unicodedata.normalize("NFD", sign)[0] for sign in _ACCENTED} | {ord("ı"): "i", ord("ё"): "е"}


def folded_words(text: str) -> tuple[str, ...]:
    """Fold case and drop everything that is no letter or digit: how printed labels are compared.

    Latin letters lose their accents, and the Turkish i is one letter with or without its dot: capitals are often
    printed so.
    """
    return tuple(re.findall(r"\w+", text.casefold().replace("i\u0307", "i").translate(_PLAIN)))
