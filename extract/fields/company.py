"""Company names: in a cell with number and address beside them, or in running text by legal form and quotes.

A name is given as printed, with its legal form; only blanks are evened out and quotes around the whole taken off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.fields import identifier, legal_form
from extract.fields.contract import FieldError, Hit, Placeholder
from extract.fields.glyphs import plain
from extract.fields.placeholder import is_placeholder

_QUOTES = "\"“”„‟«»‹›'‘’`<>"
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Party:
    """A company as a cell names it. ``address`` is what follows the name, "" where nothing does."""

    name: str
    identifiers: tuple[identifier.Identifier, ...]
    address: str
    text: str


_LEADING_NUMBERS = re.compile(
    r"(?P<first>\d{8,15})(?:\s*[/\\,; ]\s*(?P<second>\d{9}))?(?=[\s,;/:\"«]|$)[\s,;/:\-]*", re.ASCII
)
_ADDRESS = re.compile(
    r"""[\s,;]+(?=
      (?:\d{5,6}(?!\d)\s?[,\s]) | (?:(?:г|гор|ул|обл|р-н|пр|пр-т|просп|пер|пос|мкрн?|д|стр|оф|кв|пл|наб|респ|вул)\.
         \s?[\w«"])
    | (?:город|улица|область|район|проспект|микрорайон|республика|переулок|шоссе|адрес|юр\.?\s?адрес|м\.\s?[А-ЯЇІЄ]|
         қаласы|көшесі|облысы|ауданы|address|addr\.?|add\s?:|tel|тел|fax|phone|no\.?\s?\d|room|rm\.?\s|floor|building|bldg|unit\s\d|suite|flat|block
        )\b
    | (?:\d{1,5}[\-/]?\w?\s+[\w'’.]+\s+(?:street|st|road|rd|avenue|ave|lane|boulevard|blvd|drive)\b)
    | (?:[\w'’.\-]+(?:straße|strasse|str\.|weg|platz|allee|laan|straat|kade)\s*\d)
    | (?:(?:rue|avenue|boulevard|place|chemin|via|calle|mah\.|cad\.|sok\.)\s+\w)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=65536)
def parse(text: str) -> Party:
    """Take a cell that names a company apart: identifiers, name, address. Refuses placeholders."""
    if len(text) > _LONGEST:
        raise FieldError("longer than a name with its address")
    if is_placeholder(text):
        raise Placeholder(f"stands for no name of its own: {text!r}")
    body, found = _take_identifiers(text)
    name, address = _split_address(body)
    name = _trimmed(name)
    if not any(letter.isalpha() for letter in name):
        raise FieldError(f"no name in {text!r}")
    if is_placeholder(name):
        raise Placeholder(f"stands for no name of its own: {text!r}")
    return Party(name, found, address, text)


def _take_identifiers(text: str) -> tuple[str, tuple[identifier.Identifier, ...]]:
    hits = [hit for hit in identifier.find(text) if hit.evidence.startswith("after")]
    found = [identifier.Identifier(hit.scheme or "", hit.value, hit.valid) for hit in hits]
    for hit in reversed(hits):
        cue = hit.evidence.removeprefix("after ")
        start = text.rfind(cue, 0, hit.start)
        text = text[: max(start, 0)].rstrip(" ,;(") + " , " + text[hit.end :].lstrip(" ,;)")
    text = text.strip(" ,;\n\t")
    leading = _LEADING_NUMBERS.match(text)
    if leading is None:
        return text, tuple(found)
    return text[leading.end() :], (*found, *_bare(leading["first"]), *_branch(leading["second"]))


def _bare(number: str) -> Iterator[identifier.Identifier]:
    """Say which scheme a number in front of a name is of, where its check says so."""
    schemes = {
        8: ("edrpou", "okpo"),
        9: ("unp",),
        10: ("inn",),
        12: ("bin", "iin", "inn"),
        13: ("ogrn",),
        15: ("ogrnip",),
    }
    for scheme in schemes.get(len(number), ()):
        found = identifier.parse(number, scheme)
        if found.valid:
            yield found
            return


def _branch(number: str | None) -> Iterator[identifier.Identifier]:
    if number:
        yield identifier.Identifier("kpp", number, None)


def _split_address(body: str) -> tuple[str, str]:
    lines = [line.strip() for line in body.splitlines() if line.strip(" ,;")]
    first = lines[0] if lines else ""
    address = _ADDRESS.search(first)
    name, rest = (first[: address.start()], first[address.end() :]) if address else (first, "")
    return name, " ".join(" ".join([rest, *lines[1:]]).split()).strip(" ,;")


def _trimmed(name: str) -> str:
    """Even out blanks and take junk and quotes off the outside, not from around a part of the name."""
    name = " ".join(plain(name).split()).strip(" ,;:*|/\\")
    while len(name) > 2 and name[0] in _QUOTES and name[-1] in _QUOTES and not any(q in _QUOTES for q in name[1:-1]):
        name = name[1:-1].strip()
    return name


_INNER = r"[^«»\"“”„<>\n]"
_NESTED = rf"(?:[«\"“„<]{_INNER}{{1,60}}[»\"”“>])?"
_QUOTED = rf"[«\"“„‟‹<]{{1,2}}\s?{_INNER}{{1,100}}{_NESTED}{_INNER}{{0,60}}\s?[»\"”“›>]{{1,2}}"
_FORM_QUOTED = re.compile(
    rf"(?P<form>{legal_form.BEFORE})\s{{0,2}}(?:(?:{legal_form.BEFORE}|[\w-]{{2,20}})\s{{0,2}})?{_QUOTED}"
)
_QUOTED_AFTER = re.compile(rf"\s{{0,2}}(?:(?:{legal_form.PATTERN}|[А-Яа-яЁё-]{{2,20}})\s{{0,2}})?{_QUOTED}")
_QUOTED_BEFORE = re.compile(rf"{_QUOTED}[\s,]{{0,3}}$")
_CHINESE_BEFORE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）()·]{2,40}$")
_CHINESE_LEAD = re.compile(r".*(?:[与和由从给是及向为]|采购|公司|名称)(?=..)")
_CHINESE_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,6}分公司")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[^\n]{0,30}$")
_TOKEN = re.compile(r"[^\s,;:()\"«»“”„]+|[,;:()\"«»“”„]")
_AFTER_TOKEN = re.compile(r"[ \u00a0]{1,2}([^\s,;:()\"«»“”„]+)")
_REST_OF_NAME = re.compile(
    r"[ \u00a0](?:(?:Zweign|N)iederlassung |Filiale |Branch )?[A-ZÄÖÜ][a-zäöüß]{2,}(?=[ \t]*(?:\n|$))"
)
_SENTENCE_END = re.compile(r".*[^\W\d_]{4,}[.!?]|\d+\.(?:\d+\.?)*\w*")
_LONG_NUMBER = re.compile(r"\d{4}")
_WINDOW = 100
_MOST_WORDS = 9
# Small words inside names: those that join two parts, and those that follow a word such as Bank.
_JOINERS = frozenset(["&", "+", "and", "und", "et", "y", "e", "i", "и", "та"])
_OF = frozenset(
    ["of", "de", "du", "des", "der", "la", "le", "les", "van", "von", "het", "the", "für", "fur", "pour", "do", "di"]
)
_WORD = r"[A-ZÀ-ÞŁŚŽŠČĞİŞА-ЯЁЇІЄҐӘҒҚҢӨҰҮҺ0-9][\w&'’.\-+/]*"
_GLUE = r"(?:\s{0,2}&\s{0,2}|,?\s|\s(?:and|und|et|of|de|der|für|van|and the|for|e|y|ve|du|des|la|le|pour|the|i|и)\s)"
_NAME_BEFORE = re.compile(rf"(?<![\w]){_WORD}(?:{_GLUE}{_WORD}){{0,7}}[,\s]{{0,2}}$")
_NAME_AFTER = re.compile(rf"\s{{1,2}}(?P<name>{_WORD}(?:[ \-&]{{1,3}}{_WORD}){{0,5}})")
_WINDOW = 90


def find(text: str) -> Iterator[Hit]:
    """Find companies by legal form, with quotes or without, before or after the name."""
    taken = 0
    for start, end, evidence in sorted(_spans(text), key=lambda span: (span[0], -span[1])):
        if start < taken:
            continue
        taken = end
        printed = text[start:end]
        yield Hit(start, end, printed, _trimmed(printed), evidence=evidence)


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern, evidence in (
        (_FORM_QUOTED, "legal form before quotes"),
        (_QUOTED_FORM, "legal form after quotes"),
        (_CHINESE, "Chinese legal form"),
    ):
        for match in pattern.finditer(text):
            yield *match.span(), evidence
    for match in _FORM.finditer(text):
        form = legal_form.parse(match.group())
        if form and form.place != "before":
            yield from _named_before(text, match)
        if form and form.place != "after":
            yield from _named_after(text, match)


def _named_before(text: str, form: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    window = max(0, form.start() - _WINDOW, text.rfind("\n", 0, form.start()) + 1)
    name = _NAME_BEFORE.search(text[window : form.start()])
    if name:
        yield window + name.start(), form.end(), f"legal form {form.group()}"


def _named_after(text: str, form: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    name = _NAME_AFTER.match(text, form.end())
    if name:
        yield form.start(), name.end(), f"legal form {form.group()}"
