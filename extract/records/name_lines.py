"""Which words of a block are the name of a party: numbers above it skipped, its address cut off, broken lines joined.

A block is lines of words as they stand at a label or in a letter. What ends a name is told by how addresses are built;
what goes on in the next line, by the legal form that ends it there or by a line that had no room for the next word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from extract.fields import company, country
from extract.fields.contract import FieldError
from extract.fields.table import rows, spellings
from extract.model import Word
from extract.profiles import vocabulary
from extract.profiles.rule import folded_words
from extract.records.passage import height
from extract.records.vocabulary import company_words

Line = Sequence[Word]


def words_of_role(role: str) -> frozenset[str]:
    """Give the words of the table that play a role."""
    return frozenset(word for row in rows("address_forms") if row["role"] == role for word in spellings(row["words"]))


def _forms(role: str) -> re.Pattern[str]:
    words = sorted(words_of_role(role), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)[.:]*", re.IGNORECASE)


_OF_FIRMS, _ALONE, _OF_PEOPLE, _CONTACT = map(_forms, ("firm", "alone", "person", "contact"))
_GOES_ON, _BEGIN_NONE = words_of_role("goes_on"), words_of_role("begins_none")
_NAME_LABEL = re.compile(
    r"(?i)(?:name|firma|company(?: name)?|наименование|название|nom|raison sociale|razón social|ragione sociale|nazwa"
    r"|denominazione|ünvan|名称)\s*[:：]"
)
_LABELLED = re.compile(
    r"(?i)[^:,]{1,30}[:：](?!//)|\W*(?:gln|iln|duns|nummer|number|id|kd|lief|kunden|vat|ust|nip|nif|cif|vkn|инн|бин|унп|№)\b.*\d"
)
"""A line of a block that is a number or another thing with its own label."""
_NOT_A_NAME = re.compile(
    r"(?i)^\W*\d+\W|^[(*]|@|[:：]|https?:|www\.|^\W*$|str(?:aße|asse|\.)"
    r"|\b(?:tel|fax|phone|gln|iban|bic|vat|ust|inn|инн|кпп|бин|nummer|number|page|seite|date|datum)\b"
    r"|\b(?:street|avenue|road|rue|ул|улица|проспект|пр-т|просп|calle|avda|via|viale|piazza|г)\b"
    r"|\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{5,6}\b|^(?:[A-Z]{1,3}[- ])?\d{4,6}\s|\b\d{2}-\d{3}\b"
)
_HOUSE = re.compile(r"[^\d]+\s\d{1,4}\s?[a-zA-Z]?(?:\s?[/-]\s?\d{1,4}[a-zA-Z]?)?")
_TOWN = re.compile(
    r"^(?:[A-Z]{1,3}[- ])?(?:\d{4,6}(?: [A-Z]{2})?|\d{2}-\d{3}),? +(?:г\. ?)?[^\W\d_a-zß-ÿа-я]"
    r"|[^\W\d_]{3}(?:,| [A-Z]{2,3}) (?:[A-Z]{2,3} )?\d{4,6}(?:-\d{4})?$"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$"
)
"""A postal code and its town, as on the continent, in America and Australia, and in Britain."""
_LIKE_A_LABEL = re.compile(
    r"(?i)(?:^|\W)(?:no|nr|n|n°|nº|№|number|numéro|numero|número|numer|номер|details?|order|adres|address|info\w*|datum|date)\W*$|/$"
    r"|^(?:адрес[аи]?|address|adresse|adres[ei]?|direcci[oó]n|indirizzo|мекенжай\w*|地址)(?:$|\s)"
)
_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)|[⺀-鿿]{2}")
_APART = frozenset("·•|–—-/")
"""Marks that part the name from the address where both stand on one line."""
_LONGEST = 9
_DEEPEST = 8
_FAR = 1.2


def name_of(block: Sequence[Line], page: str = "", *, labelled: bool = True) -> list[Word]:
    """Give the words of the name in a block, none where it has none.

    ``page``: the text around it, where the name may stand once more. ``labelled``: a label says that a party follows.
    """
    for at, line in enumerate(block):
        named = _behind_name_label(line)
        if named:
            return _with_neighbours(before_address(leading(named)), block[:at], block[at + 1 :])
    whole = [line for line in block[:_DEEPEST] if not _is_labelled(line)]
    lines = _close([leading(line) for line in whole])
    fallback: list[Word] = []
    for at, line in enumerate(lines):
        contact = _CONTACT.match(text_of(line))
        if contact:
            fallback = fallback or _behind(line, contact.end())
            continue
        name = _name_at(lines[at:], page, labelled=labelled)
        if name:
            return name
        if not opens_address(line):
            break
    return fallback if can_be_name(fallback, labelled=labelled) else []


def _is_labelled(line: Line) -> bool:
    text = text_of(before_address(line))
    return _LABELLED.match(text) is not None and not _CONTACT.match(text)


def _with_neighbours(name: list[Word], above: Sequence[Line], below: Sequence[Line]) -> list[Word]:
    """Take in the lines right above and below a name that have no label: it is printed at the middle of its value."""
    lines = [line for line in (*above[-1:], name, *below[:1]) if line is name or _is_beside(name, line)]
    joined = [word for line in lines for word in line]
    return joined if len(joined) <= _LONGEST else name


def _is_beside(name: Line, line: Line) -> bool:
    first, size = line[0].box, height(name[0].box)
    near = max(first.top - name[0].box.bottom, name[0].box.top - first.bottom) < 0.6 * size
    return (
        near and abs(first.x0 - name[0].box.x0) < 2 and not _LABELLED.match(text_of(line)) and not _is_of_address(line)
    )


def is_form_of_person(line: Line) -> bool:
    """Tell a lone form of address that belongs to a person's name: “Herrn”."""
    return _OF_PEOPLE.fullmatch(text_of(line)) is not None


def opens_address(line: Line) -> bool:
    """Tell a lone form of address: a name begins under it."""
    text = text_of(line)
    return any(form.fullmatch(text) for form in (_OF_PEOPLE, _OF_FIRMS, _ALONE))


def _close(lines: Sequence[Line]) -> Sequence[Line]:
    """Take the lines that stand close under each other."""
    near = takewhile(lambda pair: _is_close(*pair), pairwise(lines))
    return [*lines[:1], *(line for _, line in near)]


def _is_close(above: Line, line: Line) -> bool:
    return line[0].box.top - above[0].box.bottom < _FAR * height(above[0].box)


def _name_at(lines: Sequence[Line], page: str, *, labelled: bool) -> list[Word]:
    """Read the name that begins in the first of some lines."""
    first = lines[0]
    if _ALONE.fullmatch(text_of(first)):
        return []
    form = _OF_FIRMS.match(text_of(first))
    if form:
        first = _behind(first, form.end())
        lines = [first, *lines[1:]] if first else lines[1:]
    if not lines:
        return []
    if _OF_PEOPLE.fullmatch(text_of(lines[0])):
        person = lines[1] if len(lines) > 1 else ()
        return [*lines[0], *person] if can_be_name(person, labelled=labelled) else []
    return _whole([before_address(lines[0]), *lines[1:]], page, labelled=labelled)


def _whole(lines: Sequence[Line], page: str, *, labelled: bool) -> list[Word]:
    """Join a name that goes on in the next lines, to its legal form."""
    name = list(lines[0])
    if not can_be_name(name, labelled=labelled) and not _begins_name(lines):
        return []
    for size in (3, 2):
        rest = [before_address(line) for line in lines[1:size]]
        joined = [*name, *(word for line in rest for word in line)]
        fits = len(rest) == size - 1 and len(joined) <= _LONGEST and not any(map(_is_of_address, rest))
        if fits and _is_one_name(name, rest, joined, lines, page):
            return joined
    return name


def _is_one_name(name: Line, rest: Sequence[Line], joined: Line, lines: Sequence[Line], page: str) -> bool:
    """Tell a name that goes on: it stands on one line elsewhere, or ends with its legal form, or breaks off."""
    if text_of(joined) in page:
        return True
    if has_form(name):
        return rest[0][0].text.casefold() in _GOES_ON and _is_all_name(joined)
    if _ends_in_form(joined):
        return not (_is_person(name) and _had_room(name, rest[0], lines))
    return len(rest) == 1 and (name[-1].text.casefold() in _GOES_ON or rest[0][0].text.casefold() in _BEGIN_NONE)


def _begins_name(lines: Sequence[Line]) -> bool:
    """Tell a line that alone is no name, but is one with the next: “ООО” above the name in quotes."""
    return len(lines) > 1 and has_form([*lines[0], *lines[1]]) and not _is_of_address(lines[0])


def _had_room(name: Line, follows: Line, lines: Sequence[Line]) -> bool:
    """Tell that the next word would have fitted into the first line: its end is no wrap, but the end of a thing."""
    right = max(word.box.x1 for line in lines for word in line)
    return name[-1].box.x1 + 0.5 * height(name[0].box) + follows[0].box.x1 - follows[0].box.x0 < right


def _is_person(line: Line) -> bool:
    words = [word.text for word in line]
    plain = all(word.replace("-", "").replace(".", "").isalpha() and word[0].isupper() for word in words)
    alike = len({word.isupper() for word in words if len(word.rstrip(".")) > 1}) == 1
    return 2 <= len(words) <= 3 and plain and alike and not any(word.casefold() in company_words() for word in words)


def has_form(line: Line) -> bool:
    """Tell a line with a whole name and its legal form."""
    return next(company.find(text_of(line)), None) is not None


def _ends_in_form(line: Line) -> bool:
    text = text_of(line).rstrip(" ,;")
    return any(hit.end >= len(text) or hit.start == 0 for hit in company.find(text))


def _is_of_address(line: Line) -> bool:
    text = text_of(line)
    return bool(_TOWN.search(text) or _NOT_A_NAME.search(text) or _HOUSE.fullmatch(text)) and not has_form(line)


def _is_all_name(line: Line) -> bool:
    text = text_of(line)
    return any((hit.start, hit.end) == (0, len(text)) for hit in company.find(text))


def is_town(line: Line) -> bool:
    """Tell the line of an address that has the postal code."""
    return _TOWN.search(text_of(line)) is not None


def before_address(line: Line) -> list[Word]:
    """Cut a line where an address begins behind the name: after a comma, or at a mark between blanks.

    What the address says once more is a place, not a name: “HARBOUR PARK, ZONE 7 HARBOUR PARK”.
    """
    text = text_of(line)
    form = next(company.find(text), None)
    least = form.end if form and form.start == 0 else 0
    seen = 0
    for at, word in enumerate(line):
        apart = word.text in _APART and at > 0
        end = seen + (0 if apart else len(word.text))
        rest = text[end:]
        if (apart or word.text.endswith((",", ";", "("))) and end >= least and any(c.isdigit() for c in rest):
            kept = list(line[: at + (not apart)])
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(",;("))
            place = text_of(kept).casefold() in rest.casefold()
            return list(line) if place else [word for word in kept if word.text]
        seen += len(word.text) + 1
    return list(line)


def can_be_name(line: Line, *, labelled: bool = False) -> bool:
    """Tell words that can be a name. At a label small words are trusted: “Les jardins de Sornac”."""
    text = text_of(line)
    if not line or len(line) > _LONGEST or not _WORD.search(text) or _is_of_address(line):
        return False
    if _NOT_A_NAME.search(text) or _LIKE_A_LABEL.search(text) or _is_country(text) or folded_words(text) in _labels():
        return False
    small = sum(word.text[0].islower() for word in line)
    return any(c.isupper() or c > "⺀" for c in text) and small < (len(line) if labelled else 2)


@cache
def _labels() -> frozenset[tuple[str, ...]]:
    """Give all labels of commercial papers: none of them is a name."""
    return frozenset(
        folded_words(label) for roles in vocabulary().values() for labels in roles.values() for label in labels
    )


def _is_country(text: str) -> bool:
    try:
        return bool(country.parse(text))
    except FieldError:
        return False


def _behind_name_label(line: Line) -> list[Word]:
    match = _NAME_LABEL.match(text_of(line))
    return _behind(line, match.end()) if match else []


def _behind(line: Line, end: int) -> list[Word]:
    """Give the words of a line that begin behind a character of its text."""
    starts = [sum(len(word.text) + 1 for word in line[:at]) for at in range(len(line))]
    return [word for word, start in zip(line, starts, strict=True) if start >= end]


def leading(line: Line) -> list[Word]:
    """Cut a line at its first wide gap: what follows is another column."""
    kept = [line[0]]
    for word in line[1:]:
        if word.box.x0 - kept[-1].box.x1 > 1.5 * height(word.box):
            break
        kept.append(word)
    return kept


def text_of(line: Line) -> str:
    """Give the words of a line as text."""
    return " ".join(word.text for word in line)
