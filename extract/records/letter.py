"""Parties that no label names: the letterhead, the addressee, and whom the paper's own web address is called after."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.fields.contract import Hit
from extract.model import Word
from extract.profiles import load
from extract.profiles.rule import folded_words
from extract.records import name_lines
from extract.records.boxes import Sheet
from extract.records.name_lines import before_address, can_be_name, is_town, name_of, opens_address, text_of
from extract.records.passage import height
from extract.records.segments import Segment

_TOPMOST = 4
_LONGEST_BLOCK = 7
_HOST = r"(?:[\w-]+\.)*?([\w-]{3,})\.(?:com?\.|org\.|net\.)?[a-z]{2,8}(?![\w-])"
_MAIL = re.compile(rf"@{_HOST}", re.IGNORECASE)
_WEB = re.compile(rf"(?:https?://(?:www\.)?|www\.){_HOST}", re.IGNORECASE)
_BARE_WEB = re.compile(
    r"(?<![^\s(])([A-Za-z][\w-]{2,})\.(?:com|net|org|de|fr|nl|it|es|pl|ru|kz|co\.uk|eu|at|ch|be)(?!\w)"
)
_SOFTWARE = re.compile(
    r"(?i)powered by|created (?:by|with)|generated (?:by|with)|erstellt mit|software|stylesheet|\(c\)|©"
)
_MAIL_OF_MANY = frozenset(
    """gmail googlemail hotmail outlook live yahoo icloud aol gmx web t-online freenet mail yandex rambler bk inbox list
    orange wanadoo free laposte sfr libero virgilio alice wp onet interia qq example""".split()  # noqa: SIM905
)
_LONGEST_NAME = 5
_SHORTEST = 4
_SMALL = name_lines.words_of_role("small")
"""A capital on one of these does not make it part of the name: “At Quillmoor we try”."""
_LAST_LATIN = "\u024f"


@dataclass(slots=True)
class Block:
    """Pieces of line close under each other that begin at one place."""

    pieces: list[Segment] = field(default_factory=list)

    @property
    def lines(self) -> list[Sequence[Word]]:
        """Give its lines."""
        return [piece.words for piece in self.pieces]

    @property
    def is_address(self) -> bool:
        """Tell a postal address: below its first line stands a town with its code."""
        town = next((at for at, line in enumerate(self.lines) if is_town(line)), 0)
        return 0 < town < _LONGEST_BLOCK and not any(":" in word.text for line in self.lines[:town] for word in line)


Unlabelled = tuple[list[Word], str, str]
"""The words of a name, its role, and what tells that it is one."""


def unlabelled(sheet: Sheet, known: Sequence[Hit], page: str) -> Iterator[Unlabelled]:
    """Give the seller of the letterhead and the addressee, where labels named none."""
    roles = {hit.role for hit in known}
    head = _letterhead(sheet, known, page)
    sellers = {"seller", "consignor"}
    if head and not sellers & roles:
        yield head, "seller", "stands in the letterhead"
    addressee = _addressee(sheet, head, page) if "buyer" not in roles else []
    if addressee:
        yield addressee, "buyer", "stands in the address of the letter"


def _letterhead(sheet: Sheet, known: Sequence[Hit], page: str) -> list[Word]:
    """Take the topmost words that can be a name; the title of the paper may stand on the same line."""
    labels = {id(word) for label in sheet.labels for word in label.words}
    for at, piece in enumerate(sheet.pieces[:_TOPMOST]):
        follows = sheet.pieces[at + 1].words[0].text if at + 1 < len(sheet.pieces) else ""
        labelled = id(piece.words[0]) in labels or follows.startswith(":") or _is_known(piece, known)
        words = [] if labelled else without_title(before_address(piece.words))
        numbered = len(words) < len(piece.words) and any(c.isdigit() for c in text_of(words))
        if words and not numbered and can_be_name(words) and not _is_misread(words, sheet):
            return _with_next_line(sheet, piece, words, page)
    return []


def _is_known(piece: Segment, known: Sequence[Hit]) -> bool:
    printed = text_of(piece.words)
    return any(hit.start <= piece.words[0].start < hit.end or printed in hit.value for hit in known)


def _is_misread(words: Sequence[Word], sheet: Sheet) -> bool:
    """Tell letters of a script that the page hardly has elsewhere: a logo that was read as text."""
    mine, page = text_of(words), (letter for piece in sheet.pieces for word in piece.words for letter in word.text)
    scripts = Counter(letter > _LAST_LATIN for letter in page if letter.isalpha())
    return all(letter > _LAST_LATIN for letter in mine if letter.isalpha()) and scripts[True] * 5 < scripts[False]


def _with_next_line(sheet: Sheet, first: Segment, words: list[Word], page: str) -> list[Word]:
    block = next((block for block in blocks(sheet) if first in block.pieces), None)
    if block is None or len(words) != len(first.words):
        return words
    at = block.pieces.index(first)
    return name_of(block.lines[at:], page, labelled=False) or words


def without_title(words: Sequence[Word]) -> list[Word]:
    """Leave out the words that are the paper's title."""
    titles = {word for profile in load() if profile.paper for title in profile.titles for word in folded_words(title)}
    return [word for word in words if not set(folded_words(word.text)) <= titles]


def _addressee(sheet: Sheet, head: Sequence[Word], page: str) -> list[Word]:
    """Take the name of the first address without a label that is not the seller's own."""
    labelled = {id(word) for label in sheet.labels if label.rule.read == "party" for word in label.words}
    mine = folded_words(text_of(head))
    for block in blocks(sheet):
        if not block.is_address or any(id(word) in labelled for line in block.lines for word in line):
            continue
        name = name_of(block.lines, page, labelled=False)
        own = any(word in name for word in head) or folded_words(text_of(name)) == mine
        if name and not own:
            return name
    return []


def blocks(sheet: Sheet) -> list[Block]:
    """Gather the pieces of line into blocks; a line with a whole address of its own is none of a block."""
    found: list[Block] = []
    for piece in sheet.pieces:
        block = next((block for block in reversed(found[-12:]) if _continues(block.pieces[-1], piece)), None)
        if block is None or _is_whole(piece) or opens_address(piece.words):
            block = Block()
            found.append(block)
        block.pieces.append(piece)
    return found


def _continues(above: Segment, piece: Segment) -> bool:
    gap = piece.box.top - above.box.bottom
    close = -0.5 * height(piece.box) < gap < 0.9 * height(piece.box)
    return close and abs(piece.box.x0 - above.box.x0) < 2 and not _is_whole(above)


def _is_whole(piece: Segment) -> bool:
    """Tell the sender above the window of an envelope: name, street and town on one line."""
    name = before_address(piece.words)
    rest = piece.words[len(name) :]
    return len(rest) > 2 and any(is_town(rest[at:]) for at in range(len(rest)))


def called_after(sheet: Sheet, text: str) -> Iterator[Unlabelled]:
    """Give names on the page that are those of its web or mail addresses: “Azure Interior”, www.azure-interior.com."""
    wanted = {_letters(domain): domain for domain in _domains(text)}
    for piece in sheet.pieces if wanted else ():
        if _SOFTWARE.search(text_of(piece.words)):
            continue
        for words in _names_in(piece.words):
            domain = wanted.get(_letters("".join(word.text for word in words)))
            if domain is not None:
                del wanted[_letters(domain)]
                yield words, "seller", f"its web address is called after it: {domain}"


def _domains(text: str) -> Iterator[str]:
    own = (match[1] for match in _MAIL.finditer(text) if match[1].casefold() not in _MAIL_OF_MANY)
    webs = (match[1] for pattern in (_WEB, _BARE_WEB) for match in pattern.finditer(text))
    yield from (domain for domain in (*own, *webs) if len(domain) >= _SHORTEST)


def _names_in(line: Sequence[Word]) -> Iterator[list[Word]]:
    """Give the runs of words that stand apart from other names."""
    for start, word in enumerate(line):
        before = line[start - 1].text if start else ""
        if not word.text[0].isupper() or (before[:1].isupper() and before.casefold() not in _SMALL):
            continue
        for end in range(start + 1, min(len(line), start + _LONGEST_NAME) + 1):
            if end == len(line) or not line[end].text[0].isupper():
                yield list(line[start:end])


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("ß", "ss")
    return "".join(letter for letter in plain if letter.isalnum())
