"""Addresses: where one begins in a cell that holds a name too, what it is compared by, and those in running text.

The key of an address is what is left of it in any spelling: its words without those for street, house or town, in
Latin letters and in order of the alphabet, so that «г. Алматы, ул. Абая, д. 10» and «Abay st. 10, Almaty» meet. It
says that two addresses are worth a look, never that they are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.fields import country
from extract.fields.contract import FieldError, Hit, Placeholder
from extract.fields.glyphs import fold_homoglyphs, lower, plain
from extract.fields.placeholder import is_placeholder
from extract.fields.table import rows, spellings
from extract.fields.watch import watch
from extract.fields.words import first_words, words

# What an address begins with. The first kind is trusted anywhere; the second only behind a whole name: firms of the
# building trade are called BUILDING, and a number behind a word may belong to the name.
_CLEAR_ADDRESS = r"""
      (?:г|гор|ул|обл|р-н|пр|пр-т|просп|пер|пос|мкрн?|стр|оф|наб|респ|вул|обл)\.\s?[\w«"]
    | (?:город|улица|область|район|проспект|микрорайон|республика|переулок|шоссе|адрес|юр\.?\s?адрес
        |қаласы|көшесі|облысы|ауданы|address|addr|add|tel|тел|fax|phone|email|e-mail)\b\s?[.:]?
    | (?:room|rm|floor|building|bldg|unit|suite|flat|block)\.?\s(?:no\.?\s?)?\d
    | p\.?\s?o\.?\s?box\b | (?:\d{1,2}\s)?bp\s?\d+
    | \d{1,5}[\-/]?\w?\s+(?:[\w'’.]+\s+){1,3}(?:street|st|road|rd|avenue|ave|lane|boulevard|blvd|drive)\b
    | [\w'’.\-]+(?:straße|strasse|str\.|weg|platz|allee|laan|straat|kade)\s*\d
"""
_LOOSE_ADDRESS = r"""
      \d{4,6}(?!\d)[,\s] | \d{1,5}[\-/]?\w?,\s
    | (?:no|room|rm|floor|building|bldg|unit|suite|flat|block|zone|p/c|c/o)\b
    | (?:rue|avenue|boulevard|place|chemin|via|calle|av|mah|cad|sok)\b\.?\s?\w
    | (?:д|кв|м|пл|ш|буд)\.\s?\w
"""
_ANYWHERE = re.compile(rf"[\s,;]+(?={_CLEAR_ADDRESS})|[,;]\s*(?={_LOOSE_ADDRESS})", re.IGNORECASE | re.VERBOSE)
_BEHIND_NAME = re.compile(rf"[\s,;]+(?={_CLEAR_ADDRESS}|{_LOOSE_ADDRESS})|\s*[,;]\s*(?=\S)", re.IGNORECASE | re.VERBOSE)
# “Branch in the city of …” is a name: the place goes on behind the preposition.
_IN_A_PLACE = re.compile(r"\b(?:в|во|по|у|in|at|de|до)$", re.IGNORECASE)


def split(line: str, name_end: int | None) -> tuple[str, str]:
    """Split a line into name and address ("" where it has none). ``name_end``: where a whole name is known to end."""
    found = _ANYWHERE.finditer(line) if name_end is None else _BEHIND_NAME.finditer(line, name_end)
    begins = next((match for match in found if not _IN_A_PLACE.search(line, 0, match.start())), None)
    return (line[: begins.start()], line[begins.end() :]) if begins else (line, "")


@dataclass(frozen=True, slots=True)
class Address:
    """An address as printed. ``key``: what it is compared by; ``postcode`` and ``country`` where it names them."""

    value: str
    key: str
    text: str
    postcode: str | None = None
    country: str | None = None

    def __str__(self) -> str:
        return self.value


_LONGEST = 300
_KIND_OF_PART = frozenset(lower(form) for row in rows("address_words") for form in spellings(row["forms"]))
_TOKEN = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*|№")
_POSTCODE = re.compile(r"(?<![\w/-])(?:\d{5,6}|[A-Z]\d{2}[A-Z]\d[A-Z]\d|\d{4}\s?[A-Z]{2})(?![\w/-])")
_PIECE = re.compile(r"[,;\n]")
_CJK = re.compile("[\u4e00-\u9fff]{5}")


@lru_cache(maxsize=16384)
def parse(text: str) -> Address:
    """Read a cell that holds one address."""
    body = " ".join(plain(text).split()).strip(" ,;")
    if is_placeholder(text):
        raise Placeholder(f"stands for no address of its own: {text!r}")
    if len(body) > _LONGEST:
        raise FieldError("longer than an address")
    tokens = _TOKEN.findall(body)
    if not any(not token.isdigit() for token in tokens) or (len(tokens) < 2 and not _CJK.search(body)):
        raise FieldError(f"not an address: {text!r}")
    code = _POSTCODE.search(body)
    named, rest = _country(_POSTCODE.sub(" ", body))
    return Address(body, _key(rest), text, code.group().replace(" ", "") if code else None, named)


def _country(body: str) -> tuple[str | None, str]:
    """Give the country that a piece of the address names, the last one first, and the address without it."""
    pieces = [piece.strip() for piece in _PIECE.split(body)]
    for at in reversed(range(len(pieces))):
        if len(pieces[at]) < 2 or pieces[at].isdigit():
            continue
        try:
            found = country.parse(pieces[at])
        except FieldError:
            continue
        return found, ", ".join(pieces[:at] + pieces[at + 1 :])
    return None, body


def _key(body: str) -> str:
    from anyascii import anyascii

    tokens = (lower(token) for token in _TOKEN.findall(fold_homoglyphs(body)))
    kept = (_plain_word(anyascii(token).lower()) for token in tokens if token not in _KIND_OF_PART)
    return " ".join(sorted({word for word in kept if word and word not in _KIND_OF_PART}))


def _plain_word(word: str) -> str:
    """Take the last vowel off a word that declines with what stands before it: Abaya street, улица Абай."""
    word = word.strip("-/ \"'")
    return word.rstrip("aeiou") if len(word) > 4 and word.isalpha() else word


_LABELS = {lower(label): row["role"] for row in rows("address_labels") for label in spellings(row["labels"])}
_LABEL_STARTS = watch(first_words(_LABELS))
_CJK_LABELS = re.compile("|".join(sorted((label for label in _LABELS if label >= "\u2e80"), key=len, reverse=True)))
_LABEL_WORD = re.compile(r"[^\W\d_]+\.?(?:-[^\W\d_]+)?")
_BEHIND_LABEL = re.compile(r"\s?[:：]\s{0,3}|(?<=\sat)\s")
_CONTINUED = re.compile(
    r"[^\n]{5,200}?(?=(?<=[^\W\d_]{4})\.\s|(?<=\d)\.\s[^\W\d_a-zа-яё]|;|\s\(|\n|$|\.$|"
    r",?\s(?i:тел|tel|phone|факс|fax|e-?mail|инн|бин|iin|bin|иин|р/с|огрн|the|which|который)\b|。)"
)


def find(text: str) -> Iterator[Hit]:
    """Find addresses behind a word for one, to the end of the line or to the next label in it."""
    taken = 0
    for start, label, role in sorted(_announced(text)):
        match = _CONTINUED.match(text, start) if start >= taken else None
        if match is None:
            continue
        printed = match.group().rstrip(" ,.;")
        try:
            found = parse(printed)
        except FieldError:
            continue
        taken = start + len(printed)
        named = f"; compared as “{found.key}”"
        yield Hit(start, taken, printed, found.value, role=role, evidence=f"behind “{label}”{named}")


def _announced(text: str) -> Iterator[tuple[int, str, str]]:
    """Give where the value behind each label begins, the label, and its role."""
    index = words(text)
    for start in index.starts(_LABEL_STARTS):
        ends = [match.end() for match in _LABEL_WORD.finditer(index.lowered, start, start + 60)][:3]
        named = ((end, _LABELS.get(" ".join(index.lowered[start:end].split()))) for end in reversed(ends))
        end, role = next(((end, role) for end, role in named if role), (0, None))
        lead = _BEHIND_LABEL.match(text, end) if role else None
        if role and lead:
            yield lead.end(), text[start:end], role
    for match in index.chinese(_CJK_LABELS, text):
        if text[match.end() : match.end() + 1] in "：:":
            yield match.end() + 1, match.group(), _LABELS[match.group()]
