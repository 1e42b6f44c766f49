"""Names of persons: by patronymic, by initials, or behind the word for an office, an owner or a signature.

A value is the name with the family name first where the name itself tells which that is: «И.И. Иванов» and
«Иванов И. И.» are ``Иванов И.И.``. Where it does not tell (John Smith) the name is kept in its order. A firm's name
is refused: legal forms and quotes are no parts of a person's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from extract.fields import legal_form
from extract.fields.contract import FieldError, Hit, Placeholder
from extract.fields.glyphs import fold_homoglyphs, lower
from extract.fields.placeholder import is_placeholder
from extract.fields.table import rows, spellings
from extract.fields.watch import watch
from extract.fields.words import first_words, most_words, words

_ROLES = {lower(label): row["role"] for row in rows("person_labels") for label in spellings(row["labels"])}
_CJK_LABELS = re.compile("|".join(label for label in _ROLES if label >= "\u2e80"))
_LABEL_STARTS = watch(first_words(_ROLES))
_MOST_WORDS = most_words(_ROLES)

_PATRONYMICS = (
    "вич", "вна", "ична", "ьич", "мич", "вича", "вны", "ичны", "вичу", "вичем", "вной",
    "ович", "івна", "ївна", "овича", "івни", "ұлы", "қызы", "улы", "кызы", "оглы", "оглу",
    "ovich", "evich", "ovych", "yevich", "ovna", "evna", "yevna", "ivna", "ichna", "uly", "kyzy", "qyzy", "ogly",
)  # fmt: skip
"""How a father's name ends, in the cases in which documents print it."""
_FATHERS = watch(endings=_PATRONYMICS)

_UPPER = "[A-ZА-ЯЁІЇЄҐӘҒҚҢӨҰҮҺÄÖÜÇŞĞİÉÀÈ]"
_NAME = rf"{_UPPER}[^\W\d_]+(?:[-'’]{_UPPER}?[^\W\d_]+)?"
_INITIAL = rf"{_UPPER}\."
_FAMILY_FIRST = re.compile(rf"(?P<family>{_NAME}),?\s(?P<first>{_INITIAL})\s?(?P<second>{_INITIAL})?(?!\w)")
_INITIALS_FIRST = re.compile(rf"(?P<first>{_INITIAL})\s?(?P<second>{_INITIAL})?\s?(?P<family>{_NAME})(?!\w)")
_FULL = re.compile(rf"(?P<family>{_NAME})\s(?P<given>{_NAME})\s(?P<father>{_NAME})(?!\w)")
_FATHER_LAST = re.compile(rf"(?P<given>{_NAME})\s(?P<father>{_NAME})\s(?P<family>{_NAME})(?!\w)")
_WORDS = re.compile(rf"{_NAME}(?:\s(?:{_INITIAL}|{_NAME}|(?:van|von|der|del|de|da|bin|al)(?!\w))){{1,4}}(?![\w.]*@)")
_SURNAMES = "".join(row["surnames"] for row in rows("chinese_surnames") if row["script"] != "double")
_DOUBLE = "|".join(spellings(next(row["surnames"] for row in rows("chinese_surnames") if row["script"] == "double")))
_CHINESE = re.compile(rf"(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_TITLE = re.compile(r"(?:г-н|г-жа|господин|госпожа|гр\.|mr|mrs|ms|dr|herr|frau|sayın|пан|пані|м-р)\.?\s", re.IGNORECASE)
_FORM = re.compile(legal_form.PATTERN)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name. ``value``: family name first where the name tells which that is."""

    value: str
    text: str

    def __str__(self) -> str:
        return self.value


@lru_cache(maxsize=16384)
def parse(text: str) -> Person:
    """Read a cell that holds one person's name."""
    body = " ".join(fold_homoglyphs(text).split()).strip(" ,;:")
    if len(body) > _LONGEST:
        raise FieldError("longer than a name")
    if is_placeholder(text):
        raise Placeholder(f"stands for no name of its own: {text!r}")
    title = _TITLE.match(body)
    body = body[title.end() :] if title else body
    value = _value(body)
    if value is None:
        raise FieldError(f"not a person's name: {text!r}")
    return Person(value, text)


def _value(body: str) -> str | None:
    """Give the comparable name; None where the text is no name."""
    if _CHINESE.fullmatch(body):
        return body
    initials = _FAMILY_FIRST.fullmatch(body) or _INITIALS_FIRST.fullmatch(body)
    if initials:
        return f"{initials['family']} {initials['first']}{initials['second'] or ''}"
    if _FATHER_LAST.fullmatch(body) and _is_patronymic(body.split()[1]):
        given, father, family = body.split()
        return f"{family} {given} {father}"
    named = _WORDS.fullmatch(body) or _upper_words(body)
    return body if named and not _FORM.search(body) else None


def _upper_words(body: str) -> bool:
    """Tell two to four words in capitals, as registers print names."""
    return 2 <= len(body.split()) <= 4 and body.isupper() and all(word.isalpha() for word in body.split())


def _is_patronymic(word: str) -> bool:
    return lower(word).endswith(_PATRONYMICS)


def is_person(name: str) -> bool:
    """Tell a person from a firm by the name alone: a patronymic or initials; a bare pair of words tells nothing."""
    body = " ".join(name.split())
    if _FAMILY_FIRST.fullmatch(body) or _INITIALS_FIRST.fullmatch(body):
        return True
    return 2 <= len(body.split()) <= 4 and any(_is_patronymic(word) for word in body.split()[1:])


def find(text: str) -> Iterator[Hit]:
    """Find persons by patronymic, by initials, or behind the word for their office."""
    taken = 0
    for start, end, role, evidence in sorted({*_labelled(text), *_by_patronymic(text), *_by_initials(text)}, key=_rank):
        if start < taken or _FORM.fullmatch(text[start:end].split(maxsplit=1)[0]):
            continue
        try:
            person = parse(text[start:end])
        except FieldError:
            continue
        taken = end
        yield Hit(start, end, text[start:end], person.value, role=role or None, evidence=evidence)


Span = tuple[int, int, str, str]


def _rank(span: Span) -> tuple[int, bool, int]:
    start, end, role, _ = span
    return start, not role, -end


def _labelled(text: str) -> Iterator[Span]:
    """Give the names right behind the word for an office: «Директор: Иванов И.И.», «в лице директора Асанова А.»."""
    index = words(text)
    for start in index.starts(_LABEL_STARTS):
        label = _label(index.lowered, start)
        name = _name_at(text, _past_lead(text, label[0])) if label else None
        if label and name:
            yield *name, label[1], f"behind “{text[start : label[0]]}”"
    for match in index.chinese(_CJK_LABELS, text):
        chinese = _CHINESE.match(text, _past_lead(text, match.end()))
        if chinese:
            yield *chinese.span(), _ROLES[match.group()], f"behind “{match.group()}”"


def _label(lowered: str, start: int) -> tuple[int, str] | None:
    """Give the end of the longest label at a place, and its role."""
    first = _FIRST.match(lowered, start)
    most = _MOST_WORDS.get(first.group(), 0) if first else 0
    ends = [match.end() for match in islice(_LABEL_WORD.finditer(lowered, start, start + 60), most)]
    found = ((end, _ROLES.get(" ".join(lowered[start:end].split()))) for end in reversed(ends))
    return next(((end, role) for end, role in found if role), None)


_FIRST = re.compile(r"[^\W\d_]+")
_LABEL_WORD = re.compile(r"[^\W\d_]+\.?(?:-[^\W\d_]+)?")
_LEAD = re.compile(r"\s?(?:\([^()]{1,40}\))?\s?[:：—–-]?\s{0,3}(?:_{2,40}\s?[/(]?\s?)?")


def _past_lead(text: str, end: int) -> int:
    lead = _LEAD.match(text, end)
    start = lead.end() if lead else end
    title = _TITLE.match(text, start)
    return title.end() if title else start


def _name_at(text: str, start: int) -> tuple[int, int] | None:
    match = _INITIALS_FIRST.match(text, start) or _FAMILY_FIRST.match(text, start) or _WORDS.match(text, start)
    if match is None:
        return None
    line_end = text.find("\n", start, match.end())
    end = line_end if line_end > 0 else match.end()
    return (start, end) if " " in text[start:end] or "." in text[start:end] else None


def _by_patronymic(text: str) -> Iterator[Span]:
    """Give the names around a patronymic: «Иванов Иван Иванович», «Иван Иванович Иванов»."""
    for start in words(text).starts(_FATHERS):
        before = _TWO_BEFORE.search(text, max(0, start - 60), start)
        father = _NAME_WORD.match(text, start)
        if father is None:
            continue
        if before:
            yield before.start(), father.end(), "", "a patronymic"
            continue
        one, family = _ONE_BEFORE.search(text, max(0, start - 40), start), _NEXT_NAME.match(text, father.end())
        if one and family:
            yield one.start(), family.end(), "", "a patronymic"


_NAME_WORD = re.compile(rf"{_NAME}(?!\w)")
_NEXT_NAME = re.compile(rf"\s{_NAME}(?!\w)")
_ONE_BEFORE = re.compile(rf"(?<!\w){_NAME}\s$")
_TWO_BEFORE = re.compile(rf"(?<!\w){_NAME}\s{_NAME}\s$")
_CYRILLIC_INITIAL = r"[А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ]\."
_INITIALS = re.compile(rf"{_CYRILLIC_INITIAL}\s?{_CYRILLIC_INITIAL}(?!\w\w)")
"""Of Cyrillic letters only: U.S. and S.A. are none."""
_NAMED_AFTER = re.compile(r"(?:ул|пр|пр-т|пер|им|улица|улице|проспект|имени|вул|атындағы|к/т|т/х)\.?\s$", re.IGNORECASE)
"""What is called by the name of a person who has no part in the trade."""


def _by_initials(text: str) -> Iterator[Span]:
    """Give the names with two initials, before them or behind them; one initial alone is an abbreviation too often."""
    for initials in _INITIALS.finditer(text):
        before = text[initials.start() - 1 : initials.start()]
        if before.isalnum() or before == ".":
            continue
        family = _ONE_BEFORE.search(text, max(0, initials.start() - 40), initials.start())
        behind = _BEHIND_INITIALS.match(text, initials.end())
        if _NAMED_AFTER.search(text, max(0, initials.start() - 20), initials.start()):
            continue
        if behind:
            yield initials.start(), behind.end(), "", "initials"
        elif family:
            yield family.start(), initials.end(), "", "initials"


_BEHIND_INITIALS = re.compile(rf"\s?{_NAME}(?!\w)")
