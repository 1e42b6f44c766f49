"""What a name says, worked out once: its legal form, and its words with their kind and weight.

A name such as «Алтын Канат (Altyn Kanat LLP)» is read twice: once as each of its aliases.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from resolve.han import HAN, HAN_RUN, syllables
from resolve.identifiers import Numbers, numbers
from resolve.legal_form import LegalForm, split_forms, split_han_form, undotted
from resolve.model import Name
from resolve.rarity import rarity
from resolve.skeleton import skeleton, stem
from resolve.vocabulary import Concept, Kind, concepts, han_concepts, han_words, spelled_out, spelling_key
from resolve.words import words

_LONGEST = 400
_MOST_TOKENS = 40
_MOST_ALIASES = 8
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_NUMERAL = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_WEIGHT = {
    Kind.PLAIN: 1.0, Kind.WORD: 0.9, Kind.NUMBER: 0.7, Kind.PLACE: 0.5,
    Kind.SIDE: 0.45, Kind.INDUSTRY: 0.45, Kind.FILLER: 0.05,
}  # fmt: skip
_WORTH = {
    Kind.PLAIN: 1.0, Kind.WORD: 0.9, Kind.NUMBER: 0.6, Kind.PLACE: 0.6, Kind.SIDE: 0.5, Kind.INDUSTRY: 0.6,
    Kind.FILLER: 0.05,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name. ``key`` is its skeleton; ``sounded`` when it is Chinese and the key its sound.

    ``weight`` is what it counts by its kind alone, ``worth`` by its kind and how rare it is.
    """

    text: str
    key: str
    stem: str
    kind: Kind
    weight: float
    concept: str | None = None
    sounded: bool = False

    @property
    def worth(self) -> float:
        """Weigh the word by its rarity and its kind."""
        return _worth(self.stem, self.kind)

    @property
    def words(self) -> tuple[str, ...]:
        """Give the skeletons of its words: «design bureau» is one token of two words."""
        return tuple(map(skeleton, self.text.split())) if " " in self.text else (self.key,)


@lru_cache(maxsize=262_144)
def _worth(stem: str, kind: Kind) -> float:
    return rarity(stem) * _WORTH[kind]


@dataclass(frozen=True)
class Analysed:
    """One reading of a name: tokens in order and legal forms."""

    name: Name
    text: str
    tokens: tuple[Token, ...]
    forms: tuple[LegalForm, ...]

    @cached_property
    def core(self) -> tuple[Token, ...]:
        """Leave out words that say nothing (company, of), unless there is nothing else."""
        return tuple(token for token in self.tokens if token.kind is not Kind.FILLER) or self.tokens

    @cached_property
    def compact(self) -> str:
        """Write the core without gaps, for people part and join words at will."""
        return "".join(token.key for token in self.core)

    @cached_property
    def ordered(self) -> str:
        """Write the words of the core in alphabetic order."""
        return " ".join(sorted(token.key for token in self.core))

    @cached_property
    def sounded(self) -> str:
        """Give what of the core is Chinese, compared by sound."""
        return "".join(token.text for token in self.core if token.sounded)

    @cached_property
    def written(self) -> str:
        """Write all of it without gaps, words that say nothing too."""
        return "".join(token.key for token in self.tokens)

    @cached_property
    def classes(self) -> frozenset[str]:
        """Give the classes of its legal forms."""
        return frozenset[str]().union(*(form.classes for form in self.forms))

    @cached_property
    def countries(self) -> frozenset[str]:
        """Give the countries its legal forms belong to, none when they are used everywhere."""
        bound = [form.countries for form in self.forms if form.countries]
        return frozenset[str].intersection(*bound) if bound else frozenset()

    @cached_property
    def numbers(self) -> Numbers:
        """Give its registration numbers by scheme."""
        return numbers(self.name.identifiers)

    @cached_property
    def weight(self) -> float:
        """Sum the weights of the core."""
        return sum(token.weight for token in self.core)

    @cached_property
    def worth(self) -> float:
        """Sum what the words of the core are worth."""
        return sum(token.worth for token in self.core)


def analyse(name: Name) -> tuple[Analysed, ...]:
    """Read a name: first as it stands, then each alias printed inside it."""
    return tuple(_reading(name, alias) for alias in _aliases(name.text))


_PARENTHESES = re.compile(r"\(([^()]*)\)")
# «AO GOZ, JSC GOZ, Obukhov Plant»: registers list the spellings of one company in one field, each with its form.
_LISTED = re.compile(r"[,;] *(?=(?:АО|ПАО|ОАО|ЗАО|ООО|ТОО|AO|PAO|OAO|ZAO|OOO|TOO|JSC|PJSC|OJSC|LLC)\b[ «“\"‘'])")
_ALSO = re.compile(r"\b(?:a\.?\s?k\.?\s?a\.?|also known as|formerly|ранее|он же|бывш\.)\s", re.IGNORECASE)


def _aliases(text: str) -> tuple[str, ...]:
    """Split «X (Y)» and «X a.k.a. Y» when both sides carry a distinctive word; «X (Almaty)» stays whole."""
    if len(text) > _LONGEST:
        return (text,)
    listed = _LISTED.split(text)
    if len(listed) > 1 and all(map(_distinctive, listed)):
        return tuple(listed[:_MOST_ALIASES])
    inside = " ".join(_PARENTHESES.findall(text))
    parts = [_PARENTHESES.sub(" ", text), inside] if inside else _ALSO.split(text, maxsplit=1)
    if len(parts) > 1 and all(map(_distinctive, parts)):
        return tuple(parts)
    return (text,)


def _distinctive(text: str) -> bool:
    rest, _ = split_forms(words(undotted(text)))
    return any(token.kind in (Kind.PLAIN, Kind.WORD) and len(token.key) > 2 for token in _tokens(rest))


_JOINTS = re.compile(
    r"(?<=[a-zа-яё]{3})(?=[A-ZА-ЯЁ][a-zа-яё]{2})"  # TechnoTrade
    r"|(?<=[a-zа-яё])(?=(?:AG|GmbH|LLC|BV)\b)"  # SiemensAG
    r"|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])"  # 275АРЗ
)


# «им. А. Я. Березняка», «R.E. Alekseev»: whoever writes a name leaves a person's initials out at will.
_INITIALS_BEFORE = re.compile(r"(?<!\w)(?:[^\W\d_a-zа-яё]\. ?){1,2}(?=[^\W\d_a-zа-яё][^\W\d_]{3})")


def _reading(name: Name, text: str) -> Analysed:
    apart = _JOINTS.sub(" ", undotted(_INITIALS_BEFORE.sub("", text[:_LONGEST])))
    rest, forms = split_forms(words(apart))
    rest = spelled_out(rest)
    cut = [split_han_form(word) if HAN_RUN.match(word) else (word, None) for word in rest]
    tokens = [*_tokens([word for word, _ in cut if word])][:_MOST_TOKENS]
    if len(text) > _LONGEST:
        tokens.append(_remainder(text[_LONGEST:]))
    return Analysed(name, text.strip(), tuple(tokens), (*forms, *(form for _, form in cut if form)))


def _remainder(text: str) -> Token:
    """Stand for the unread tail of an endless name: equal tails are equal, nothing else is known of them."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Token("…", digest, digest, Kind.PLAIN, 1.0)


def _tokens(name: list[str]) -> Iterator[Token]:
    keys = [skeleton(word) for word in name]
    spellings = [spelling_key(word) for word in name]
    at = 0
    while at < len(name):
        if HAN_RUN.match(name[at]):
            yield from _han_tokens(name[at])
        elif name[at] in _ROMAN:
            yield _number(name[at], _ROMAN[name[at]])
        elif hit := concepts().starting(spellings, at):
            length, concept = hit
            yield _known(" ".join(name[at : at + length]), "".join(keys[at : at + length]), concept)
            at += length - 1
        elif keys[at]:
            yield from _plain(name[at], keys[at])
        at += 1


_CITY = re.compile(f"([{HAN}]{{2,3}})[市省县区]")


@cache
def _district() -> re.Pattern[str]:
    """Match a known place with the word for city, province or county behind it."""
    places = [piece for piece, concept in han_concepts().items() if concept.kind is Kind.PLACE and len(piece) > 1]
    return re.compile("(" + "|".join(sorted(places, key=lambda place: (-len(place), place))) + ")[市省县区]")


def _han_tokens(run: str) -> Iterator[Token]:
    """Cut a Chinese run at known words; what lies between is a brand, kept by its sound."""
    city = _CITY.match(run)
    if city and not han_words().match(run):
        yield _sounded(city[1], Kind.PLACE)
        run = run[city.end() :]
    for piece in filter(None, han_words().split(_district().sub(r"\1", run))):
        concept = han_concepts().get(piece)
        yield _known(piece, _sound(piece), concept, sounded=True) if concept else _sounded(piece, Kind.PLAIN)


def _sounded(piece: str, kind: Kind) -> Token:
    key = _sound(piece)
    return Token(piece, key, key, kind, _WEIGHT[kind], sounded=True)


def _sound(piece: str) -> str:
    return skeleton("".join(syllables(piece)))


def _known(text: str, key: str, concept: Concept, *, sounded: bool = False) -> Token:
    if concept.kind is Kind.NUMBER:
        return _number(text, _NUMERAL[concept.name])
    return Token(text, key, stem(key), concept.kind, _WEIGHT[concept.kind], concept.name, sounded)


# Words of business that are glued to names (Казсервис, TechnoTrade), by skeleton, in every spelling met.
_GLUED = re.compile(
    "(?<=[a-z]{3})(service|servis|trade|treid|treding|invest|eksport|import|logistik|grup|holding|stroi|market"
    "|snab|energo|komplekt|mash|torg|bank)$"
)


def _plain(text: str, key: str) -> Iterator[Token]:
    if key.isdigit():
        yield _number(text, key)
        return
    glued = _GLUED.search(key)
    concept = concepts().starting([stem(glued[0])], 0) if glued else None
    if glued and concept:
        yield _word(text, key[: glued.start()])
        yield _known(text, glued[0], concept[1])
    else:
        yield _word(text, key)


def _word(text: str, key: str) -> Token:
    # A long word is rarer than a short one; two letters are hardly a name.
    return Token(text, key, stem(key), Kind.PLAIN, min(0.4 + 0.1 * len(key), 1.2))


def _number(text: str, value: str) -> Token:
    value = value.lstrip("0") or "0"
    return Token(text, value, value, Kind.NUMBER, _WEIGHT[Kind.NUMBER])
