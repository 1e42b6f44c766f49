"""Which word of one name is which word of the other.

Strongest ties first: the same word in any spelling, words parted or joined, nearly the same letters, the same meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from resolve.abbreviation import clipped, heads, initials, sounds
from resolve.analysis import Analysed
from resolve.consonants import alike
from resolve.roots import one_root
from resolve.token import Token
from resolve.vocabulary import Kind, kindred


class Tie(StrEnum):
    """How two words were found to be one."""

    SAME = "same word"
    JOINED = "written together or apart"
    ENDING = "same word but for its ending"
    ROOT = "an adjective made of it"
    NEAR = "nearly the same letters"
    SOUND = "the same Chinese syllables"
    CONSONANTS = "same consonants"
    MEANING = "same meaning"
    CLIPPED = "made of the beginnings of its words"
    INITIALS = "its initials"


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens of the left that are tokens of the right, and how alike (0 to 1)."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    tie: Tie
    likeness: float

    @property
    def weight(self) -> float:
        """Weigh the match: the mean of what both sides weigh."""
        return (sum(t.weight for t in self.left) + sum(t.weight for t in self.right)) / 2

    def in_words(self) -> str:
        """Say the match as a reader would."""
        left, right = (" ".join(token.text for token in side) for side in (self.left, self.right))
        return left if left == right else f"{left} = {right}"


@dataclass(frozen=True)
class Pair:
    """Two analysed names and the alignment of their words: what a scorer looks at."""

    left: Analysed
    right: Analysed
    matches: tuple[Match, ...]
    left_over: tuple[Token, ...]
    right_over: tuple[Token, ...]

    @cached_property
    def unmatched(self) -> tuple[Token, ...]:
        """Give the words that only one of the two names has."""
        return self.left_over + self.right_over

    @cached_property
    def kindred(self) -> float:
        """Sum what the words are worth that found no partner but one of near meaning, as plant and factory are."""
        return min(_kin_worth(self.left_over, self.right_over), _kin_worth(self.right_over, self.left_over))

    @cached_property
    def literal(self) -> float:
        """Sum the weight of what agrees by letters, not by meaning alone."""
        return sum(match.weight * match.likeness for match in self.matches if match.tie is not Tie.MEANING)

    @cached_property
    def coverage(self) -> float:
        """Give the share of both names' weight that agrees, by letters or meaning."""
        total = (self.left.weight + self.right.weight) / 2
        return sum(match.weight * match.likeness for match in self.matches) / total if total else 0.0


def _kin_worth(tokens: tuple[Token, ...], others: tuple[Token, ...]) -> float:
    near = kindred()
    groups = frozenset[str]().union(*(near.get(other.concept or "", ()) for other in others))
    return sum(token.worth for token in tokens if not groups.isdisjoint(near.get(token.concept or "", ())))


def align(left: Analysed, right: Analysed) -> Pair:
    """Align two names word by word."""
    if left.compact and (left.compact == right.compact or left.written == right.written):
        return Pair(left, right, tuple(_in_step(left.core, right.core)), (), ())
    rest = _Rest(list(left.core), list(right.core), [])
    rest.take_all(_same, _sounded, _joined, _near, _meaning, _clipped, _initials)
    if rest.take_apart():
        rest.take_all(_near, _meaning, _clipped, _initials)
    return Pair(left, right, tuple(rest.matches), tuple(rest.left), tuple(rest.right))


@dataclass(slots=True)
class _Rest:
    """What is not aligned yet."""

    left: list[Token]
    right: list[Token]
    matches: list[Match]

    def take_all(self, *finds: Callable[[list[Token], list[Token]], Iterator[Match]]) -> None:
        for find in finds:
            if self.left and self.right:
                self.take(find)

    def take_apart(self) -> bool:
        """Put the words of customary phrases in their place where the phrase as a whole has found no partner."""
        if not (self.left and self.right) or not any(token.parts for token in (*self.left, *self.right)):
            return False
        self.left, self.right = _apart(self.left, self.right), _apart(self.right, self.left)
        return True

    def take(self, find: Callable[[list[Token], list[Token]], Iterator[Match]]) -> None:
        found = list(find(self.left, self.right))
        if found:
            self.matches += found
            self.left = _without(self.left, {id(token) for match in found for token in match.left})
            self.right = _without(self.right, {id(token) for match in found for token in match.right})


def _apart(tokens: list[Token], others: list[Token]) -> list[Token]:
    """Take phrases apart, and compounds whose halves both stand in the other name."""
    said = {other.concept for other in others}
    return [
        part
        for token in tokens
        for part in (token.parts if not token.names or {part.concept for part in token.parts} <= said else ())
        or (token,)
    ]


def _without(tokens: list[Token], taken: set[int]) -> list[Token]:
    return [token for token in tokens if id(token) not in taken]


def _in_step(left: tuple[Token, ...], right: tuple[Token, ...]) -> Iterator[Match]:
    if [token.key for token in left] == [token.key for token in right]:
        yield from (Match((one,), (other,), Tie.SAME, 1.0) for one, other in zip(left, right, strict=True))
    else:
        yield Match(left, right, Tie.JOINED, 0.98)


def _same(left: list[Token], right: list[Token]) -> Iterator[Match]:
    waiting: dict[str, list[Token]] = {}
    for token in right:
        waiting.setdefault(token.key, []).append(token)
    for token in left.copy():
        if others := waiting.get(token.key):
            yield Match((token,), (others.pop(0),), Tie.SAME, 1.0)


def _sounded(left: list[Token], right: list[Token]) -> Iterator[Match]:
    """Find Chinese words in Russian letters: Цзиньсин is 金星 and Jinxing."""
    waiting = {token.chinese or token.key: token for token in right if token.chinese or token.sounded}
    for token in left:
        said = token.chinese or (token.key if token.sounded else "")
        if said and said in waiting:
            yield Match((token,), (waiting.pop(said),), Tie.SOUND, 0.97)


def _joined(left: list[Token], right: list[Token]) -> Iterator[Match]:
    """Find a word of one name written as two or three words in the other."""
    for parts, whole in _runs_of(left, right):
        yield Match(parts, (whole,), Tie.JOINED, 0.98)
    for parts, whole in _runs_of(right, left):
        yield Match((whole,), parts, Tie.JOINED, 0.98)


def _runs_of(parts: list[Token], wholes: list[Token]) -> Iterator[tuple[tuple[Token, ...], Token]]:
    if len(parts) < 2:
        return
    by_key = {key: token for token in wholes if len(token.key) > 3 for key in _spellings(token)}
    at = 0
    while by_key and at < len(parts) - 1:
        run, whole = _run_from(parts, at, by_key)
        if whole is None:
            at += 1
        else:
            yield run, whole
            by_key = {key: token for key, token in by_key.items() if token is not whole}
            at += len(run)


def _spellings(token: Token) -> Iterable[str]:
    """Give a word's key, and its roots if it is an adjective: Каменск-Уральский is of Kamensk-Ural."""
    return (token.key, *token.roots) if "-" in token.roots else (token.key,)


def _run_from(parts: list[Token], at: int, by_key: dict[str, Token]) -> tuple[tuple[Token, ...], Token | None]:
    key = parts[at].key + parts[at + 1].key
    if key in by_key or at + 2 == len(parts):
        return tuple(parts[at : at + 2]), by_key.get(key)
    return tuple(parts[at : at + 3]), by_key.get(key + parts[at + 2].key)


def _near(left: list[Token], right: list[Token]) -> Iterator[Match]:
    """Tie words of nearly the same letters, the nearest first; numbers and Chinese sounds must be equal instead."""
    from rapidfuzz.distance import Indel

    found = []
    others = [other for other in right if _spelled(other)]
    for one in filter(_spelled, left) if others else ():
        shortest, longest = len(one.key) / 2, len(one.key) * 2
        for other in others:
            if one.stem == other.stem:
                found.append((-0.96, one.text, other.text, Match((one,), (other,), Tie.ENDING, 0.96)))
            elif one_root(one.roots, other.roots):
                found.append((-0.93, one.text, other.text, Match((one,), (other,), Tie.ROOT, 0.93)))
            elif one.arabic != other.arabic and alike(one.bones, other.bones):
                likeness = 0.88 if min(len(one.bones), len(other.bones)) > 2 else 0.8
                found.append((-likeness, one.text, other.text, Match((one,), (other,), Tie.CONSONANTS, likeness)))
            elif shortest < len(other.key) < longest:
                likeness = Indel.normalized_similarity(one.key, other.key, score_cutoff=0.78)
                if likeness:
                    found.append((-likeness, one.text, other.text, Match((one,), (other,), Tie.NEAR, likeness)))
    yield from _one_to_one(found)


def _spelled(token: Token) -> bool:
    return (len(token.key) > 3 or token.arabic) and not token.sounded and token.kind is not Kind.NUMBER


def _meaning(left: list[Token], right: list[Token]) -> Iterator[Match]:
    found = [
        (-0.9, one.text, other.text, Match((one,), (other,), Tie.MEANING, 0.9))
        for one in left
        for other in right
        if one.concept and one.concept == other.concept
    ]
    yield from _one_to_one(found)


def _clipped(left: list[Token], right: list[Token]) -> Iterator[Match]:
    """Find a word of one name made of the beginnings of words that stand together in the other."""
    yield from _abbreviated(left, right, _clips, Tie.CLIPPED, 0.9)


def _initials(left: list[Token], right: list[Token]) -> Iterator[Match]:
    """Find a word of one name that is the initials of words that stand together in the other."""
    yield from _abbreviated(left, right, _heads, Tie.INITIALS, 0.8)


Run = tuple[int, int]  # of tokens: the first, and the one behind the last


def _abbreviated(
    left: list[Token], right: list[Token], find: Callable[[Token, list[Token]], Run | None], tie: Tie, likeness: float
) -> Iterator[Match]:
    used: set[int] = set()
    for shorts, longs in ((left, right), (right, left)):
        if len(longs) < 2 and not (longs and " " in longs[0].text):
            continue
        for one in shorts:
            run = find(one, longs)
            if run and id(one) not in used and used.isdisjoint(map(id, longs[slice(*run)])):
                found = tuple(longs[slice(*run)])
                used.update(map(id, (one, *found)))
                yield Match((one,), found, tie, likeness) if shorts is left else Match(found, (one,), tie, likeness)


def _clips(token: Token, longs: list[Token]) -> Run | None:
    if len(token.key) < 6 or token.kind is Kind.NUMBER:
        return None
    keys = [other.key for other in longs]
    for at in range(len(keys) - 1):
        if keys[at][:3] == token.key[:3] and (taken := clipped(token.key, keys[at:])) > 1:
            return at, at + taken
    return None


def _heads(token: Token, longs: list[Token]) -> Run | None:
    """Find the tokens whose words' heads the token is; a token may hold several words, as design bureau does."""
    letters = sounds(token.text) if token.kind is not Kind.NUMBER else ""
    if not letters:
        return None
    words = [other.heads for other in longs]
    for at in range(len(longs)):
        if heads(letters[0], words[at][0]):
            ends = list(accumulate(map(len, words[at:])))
            taken = initials(letters, [word for several in words[at:] for word in several])
            if taken > 1 and taken in ends:
                return at, at + ends.index(taken) + 1
    return None


def _one_to_one(found: list[tuple[float, str, str, Match]]) -> Iterator[Match]:
    used: set[int] = set()
    for *_, match in sorted(found, key=lambda entry: entry[:3]):
        one, other = match.left[0], match.right[0]
        if id(one) not in used and id(other) not in used:
            used.update((id(one), id(other)))
            yield match
