"""What a name says, worked out once: its legal form, and its words with their kind and weight.

A name such as «Алтын Канат (Altyn Kanat LLP)» is read twice: once as each of its aliases.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from resolve.aliases import aliases
from resolve.consonants import bare
from resolve.han import HAN, HAN_RUN, syllables
from resolve.identifiers import Numbers, numbers
from resolve.legal_form import LegalForm, split_forms, split_han_form, undotted
from resolve.model import Name
from resolve.skeleton import skeleton, stem
from resolve.token import Token, known, number, plain
from resolve.vocabulary import Concept, Kind, concepts, han_concepts, han_words, spelled_out, spelling_key
from resolve.words import words

_LONGEST = 400
_MOST_TOKENS = 40
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_NUMERAL = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip


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
    said = (name.text,) if len(name.text) > _LONGEST else aliases(name.text, _distinctive)
    return tuple(_reading(name, alias) for alias in dict.fromkeys(said))


def _distinctive(text: str) -> bool:
    rest, _ = split_forms(words(undotted(text)))
    return any(token.names and len(token.key) > 2 for token in _tokens(rest))


_JOINTS = re.compile(
    r"(?<=[a-zа-яё]{3})(?=[A-ZА-ЯЁ][a-zа-яё]{2})"  # TechnoTrade
    r"|(?<=[a-zа-яё])(?=(?:AG|GmbH|LLC|BV)\b)"  # SiemensAG
    r"|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])"  # 275АРЗ
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|TH|ND|ST|RD|[-‑](?:й|я|е|ой|ый|ая|ое|го|ти?|летия))\b")


# «им. А. Я. Березняка», «R.E. Alekseev»: whoever writes a name leaves a person's initials out at will; A.B.C. is none.
_INITIALS_BEFORE = re.compile(
    r"(?<!\w)(?<!\b\w\.)(?<!\b\w\. )(?:[^\W\d_a-zа-яё]\. ?){1,2}(?=[^\W\d_a-zа-яё][^\W\d_]{3})"
)


def _reading(name: Name, text: str) -> Analysed:
    apart = _JOINTS.sub(" ", undotted(_INITIALS_BEFORE.sub("", _ORDINAL.sub("", text[:_LONGEST]))))
    rest, forms = split_forms(words(apart))
    rest = spelled_out(rest)
    cut = [split_han_form(word) if HAN_RUN.match(word) else (word, None) for word in rest]
    tokens = _honoured([*_tokens([word for word, _ in cut if word])][:_MOST_TOKENS])
    if len(text) > _LONGEST:
        tokens.append(_remainder(text[_LONGEST:]))
    return Analysed(name, text.strip(), tuple(tokens), (*forms, *(form for _, form in cut if form)))


_NAMED = "named"
_LONGEST_HONOUR = 3  # words: named after the 60th anniversary, after Academician Andrei Kolmogorov


def _honoured(tokens: list[Token]) -> list[Token]:
    """Tell whom a firm is named after from what it is called, if it is called anything: «НПО «Сплав» им. Ганичева»."""
    after = next((at for at, token in enumerate(tokens) if token.concept == _NAMED), len(tokens))
    told = [token for token in tokens[:after] if token.kind is not Kind.FILLER]
    if len(told) < 2 and not any(token.names for token in told):
        return tokens
    whom, rest = tokens[after + 1 :][:_LONGEST_HONOUR], tokens[after + 1 :][_LONGEST_HONOUR:]
    return [*tokens[: after + 1], *map(_honour, whom), *rest]


def _honour(token: Token) -> Token:
    return plain(token.text, token.key, kind=Kind.HONOUR) if token.kind is Kind.PLAIN else token


def _remainder(text: str) -> Token:
    """Stand for the unread tail of an endless name: equal tails are equal, nothing else is known of them."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return plain("…", digest)


def _tokens(name: list[str]) -> Iterator[Token]:
    keys = [skeleton(bare(word)) for word in name]
    spellings = [spelling_key(word) for word in name]
    at = 0
    while at < len(name):
        if HAN_RUN.match(name[at]):
            yield from _han_tokens(name[at])
        elif name[at] in _ROMAN:
            yield number(name[at], _ROMAN[name[at]])
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
    for piece in _brands_whole(filter(None, han_words().split(_district().sub(r"\1", run)))):
        concept = han_concepts().get(piece)
        yield _known(piece, _sound(piece), concept, sounded=True) if concept else _sounded(piece, Kind.PLAIN)


def _brands_whole(pieces: Iterable[str]) -> Iterator[str]:
    """Put together what stands for a sound: 南 is South in 南方, but in 皖南 beside an unknown character it is not."""
    brand = list[str]()
    for piece in pieces:
        concept = han_concepts().get(piece)
        if concept is None or (len(piece) == 1 and concept.kind is Kind.WORD):
            brand.append(piece)
            continue
        yield from _brand(brand)
        brand = []
        yield piece
    yield from _brand(brand)


def _brand(pieces: list[str]) -> Iterable[str]:
    return pieces if all(piece in han_concepts() for piece in pieces) else ("".join(pieces),)


def _sounded(piece: str, kind: Kind) -> Token:
    key = _sound(piece)
    return plain(piece, key, kind=kind, sounded=True)


def _sound(piece: str) -> str:
    return skeleton("".join(syllables(piece)))


def _known(text: str, key: str, concept: Concept, *, sounded: bool = False) -> Token:
    if concept.kind is Kind.NUMBER:
        return number(text, _NUMERAL[concept.name])
    return known(text, key, concept, sounded=sounded)


# Words of business that are glued to names (Казсервис, TechnoTrade), by skeleton, in every spelling met.
_GLUED = re.compile(
    "(?<=[a-z]{3})(service|servis|trade|treid|treding|invest|eksport|import|logistik|grup|holding|stroi|market"
    "|snab|energo|komplekt|mash|torg|bank)$"
)


def _plain(text: str, key: str) -> Iterator[Token]:
    if key.isdigit():
        yield number(text, key)
        return
    glued = _GLUED.search(key)
    concept = concepts().starting([stem(glued[0])], 0) if glued else None
    if glued and concept:
        yield plain(text, key[: glued.start()])
        yield _known(text, glued[0], concept[1])
    else:
        yield plain(text, key)
