"""Points of contact: telephone numbers with their country, mail addresses, web sites.

The value is what can be compared: ``+77272501234``, ``sales@rotorwing.example`` in small letters, ``host/path`` of a
site. A number without its country's code is read as of the country that the caller names, or by the Russian and
Kazakh habit of an 8 before ten digits; else it stays the digits it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.fields.contract import FieldError, Hit
from extract.fields.glyphs import lower, plain
from extract.fields.table import rows, spellings
from extract.fields.watch import watch
from extract.fields.words import first_words, words

_MAIL = re.compile(r"[A-Za-z0-9][\w.+%-]{0,63}@(?:[A-Za-z0-9](?:[\w-]{0,61})\.)+[A-Za-z]{2,24}(?![\w@-])")
_MAIL_BEFORE = 64
_LABEL_GAP = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?\s?[:：]\s?")
_WORD = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?")
_NEXT = re.compile(r"\s?[,;/]\s?(?=[+(\d])")
_SITE = re.compile(
    r"(?:https?://|www\.)(?P<host>(?:[\w-]{1,63}\.){1,5}(?:xn--[\w-]{1,40}|[^\W\d_]{2,24}))(?::\d{2,5})?(?P<path>/[^\s<>«»\"'()]*)?",
    re.IGNORECASE,
)
_BARE_SITE = re.compile(
    r"(?P<host>(?:[\w-]{1,63}\.){1,5}(?:xn--[\w-]{1,40}|[^\W\d_]{2,24}))(?P<path>/[^\s<>«»\"'()]*)?(?![\w@])"
)
_NUMBER = re.compile(r"(?:\+|\(\+?|00)?\d(?:[ ]?[-–./()]{0,2}[ ]?\d){6,14}(?!\d)", re.ASCII)
_PARTED = re.compile(r"[;\n]|,(?!\s?(?:доб|ext|вн|x|внутр))|\s/\s")
_EXTENSION = re.compile(r"\s?(?:,|;|\()?\s?(?:доб|ext|вн|x|внутр|ішкі)\.?\s?\d{1,5}\)?", re.IGNORECASE)
_LEAD = re.compile(r"\.?(?:\s?/\s?(?:факс|fax|моб|mob)\w*\.?)?[\s:.№+(]{0,5}(?=[+(\d])|[:\s]{1,3}", re.IGNORECASE)
_DATE = re.compile(r"\d\d?[./-]\d\d?[./-]\d{4}|\d{4}[./-]\d\d?[./-]\d\d?")
_NATIONAL_8 = re.compile(r"8\d{10}")
_FEWEST = 7
_LABELS = {row["scheme"]: spellings(row["labels"]) for row in rows("contact_labels")}
_PHONE_WORDS = watch(first_words(_LABELS["phone"]))
_SITE_WORDS = watch(first_words(_LABELS["website"]))
_CJK_PHONE = re.compile("|".join(word for word in _LABELS["phone"] if not word[0].isascii() and word > "\u2e80"))


@dataclass(frozen=True, slots=True)
class Contact:
    """A point of contact. ``country``: of a telephone number, alpha-2, None where the number does not tell."""

    scheme: str
    value: str
    text: str
    country: str | None = None
    valid: bool | None = None

    def __str__(self) -> str:
        return self.value


@lru_cache(maxsize=16384)
def parse(text: str, *, country: str | None = None) -> Contact:
    """Read a cell that holds one point of contact. ``country``: where numbers without a country's code belong."""
    body = plain(text).strip(" .,;<>")
    if "@" in body:
        return _mail(body.removeprefix("mailto:"), text)
    if any(letter.isalpha() for letter in _EXTENSION.sub("", body)):
        return _site(body, text)
    return _phone(body, text, country)


def parse_all(text: str, *, country: str | None = None) -> tuple[Contact, ...]:
    """Read a cell that holds points of contact: one, or several that commas, semicolons or line ends part.

    >>> [found.value for found in parse_all("+7 727 250 12 34, 8 (727) 250-12-35")]
    ['+77272501234', '+77272501235']
    """
    pieces = [piece for piece in _PARTED.split(text) if piece.strip()]
    if len(pieces) < 2:
        return (parse(text, country=country),)
    return tuple(parse(piece.strip(), country=country) for piece in pieces)


def _mail(body: str, text: str) -> Contact:
    if not _MAIL.fullmatch(body):
        raise FieldError(f"not a mail address: {text!r}")
    return Contact("email", body.lower(), text)


def _site(body: str, text: str) -> Contact:
    match = _SITE.fullmatch(body) or _BARE_SITE.fullmatch(body)
    if match is None:
        raise FieldError(f"not a point of contact: {text!r}")
    host = lower(match["host"]).removeprefix("www.")
    return Contact("website", host + (match["path"] or "").rstrip("/.,;"), text)


def _phone(body: str, text: str, country: str | None) -> Contact:
    if not _NUMBER.fullmatch(_EXTENSION.sub("", body)):
        raise FieldError(f"not a telephone number: {text!r}")
    digits = re.sub(r"\D", "", _EXTENSION.sub("", body))
    if len(set(digits)) == 1 or _DATE.fullmatch(body):
        raise FieldError(f"one digit over and over, or a date: {text!r}")
    international = "+" in body[:2] or (body.startswith("00") and len(digits) > 10)
    if not international and country is None and _NATIONAL_8.fullmatch(digits):
        country = "RU"
    if not international and country is None:
        return Contact("phone", digits, text)
    number = f"+{digits.removeprefix('00')}" if international else digits
    return _with_country(number, text, country)


def _with_country(number: str, text: str, country: str | None) -> Contact:
    import phonenumbers

    try:
        found = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException as error:
        raise FieldError(f"not a telephone number: {text!r}") from error
    value = phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)
    home = phonenumbers.region_code_for_number(found) or phonenumbers.region_code_for_country_code(
        found.country_code or 0
    )
    known = home if home not in ("ZZ", "001") else None
    return Contact("phone", value, text, known, phonenumbers.is_valid_number(found))


def find(text: str) -> Iterator[Hit]:
    """Find mail addresses, sites, and telephone numbers behind a plus or a word for telephone."""
    taken = 0
    for start, end in sorted({*_mails(text), *_sites(text), *_phones(text)}, key=lambda span: (span[0], -span[1])):
        if start < taken:
            continue
        try:
            found = parse(text[start:end])
        except FieldError:
            continue
        taken = end
        evidence = f"a number of {found.country}" if found.country else ""
        yield Hit(
            start, end, text[start:end], found.value, scheme=found.scheme, valid=found.valid, evidence=evidence
        )  # fmt: skip


def _mails(text: str) -> Iterator[tuple[int, int]]:
    at = text.find("@")
    while at >= 0:
        around = _MAIL.finditer(text, max(0, at - _MAIL_BEFORE), at + 160)
        yield from (match.span() for match in around if match.start() < at < match.end())
        at = text.find("@", at + 1)


_SCHEMES = watch(("http", "https", "www"))


def _sites(text: str) -> Iterator[tuple[int, int]]:
    index = words(text)
    for start in index.starts(_SCHEMES):
        match = _SITE.match(text, start)
        if match:
            yield start, start + len(match.group().rstrip(".,;:"))
    for start in index.starts(_SITE_WORDS):
        lead = _LABEL_GAP.match(text, start)
        match = _BARE_SITE.match(text, lead.end()) if lead else None
        if match:
            yield match.start(), match.start() + len(match.group().rstrip(".,;:"))


def _phones(text: str) -> Iterator[tuple[int, int]]:
    body = words(text).plain
    at = body.find("+")
    while at >= 0:
        match = _NUMBER.match(body, at)
        if match and not body[at - 1 : at].isalnum():
            yield match.span()
        at = body.find("+", at + 1)
    for end in _label_ends(text):
        lead = _LEAD.match(body, end)
        yield from _numbers_from(body, lead.end() if lead else end)


def _label_ends(text: str) -> Iterator[int]:
    index = words(text)
    for start in index.starts(_PHONE_WORDS):
        match = _WORD.match(text, start)
        if match:
            yield match.end()
    yield from (match.end() for match in index.chinese(_CJK_PHONE, text))


def _numbers_from(body: str, start: int) -> Iterator[tuple[int, int]]:
    """Give the numbers behind a label, as long as nothing but a comma parts them."""
    while (match := _NUMBER.match(body, start - (body[start - 1 : start] in ("+", "(")))) is not None:
        yield match.span()
        gap = _NEXT.match(body, match.end())
        if gap is None:
            return
        start = gap.end()
