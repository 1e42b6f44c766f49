"""Understand the columns of a table, in steps that each leave their evidence in words.

First the exact dictionary of headers and the box codes of Russian dumps, then the words of the header; the values have
the last word and may refuse what the header promised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.layout.header import HeaderCell
from extract.layout.normal import normal, words
from extract.model import Cell, cell_text
from extract.records import header_grammar, short_names
from extract.records.value_evidence import are_prices, are_rates, name_by_values
from extract.records.values import fits
from extract.records.vocabulary import Meaning, box_codes, headers, meanings

_BOX = re.compile(
    r"^\s*(?:G?(\d{2,4}(?:[A-ZА]|SUBD|CITY|STREET)?(?:_[A-Z0-9]+)?(?:RUB)?)|(ND|STAT|USD/?KG)|G?(D[012]))"
    r"(?=[\s(]|$)(?P<rest>.*)",
    re.DOTALL,
)
# A bare number is a box only where a label follows: “2021 Пункт поставки” is one, “2021 год” and “18 624” are not.
_LABEL = re.compile(r"\W*(?!год|г\b|лет|кв|жыл|тыс|млн|мес|дн|шт)[А-ЯЁ]{2}", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^][]*\]|（[^（）]*）|\([^()]*$")
_LANGUAGES = re.compile(r"\s*[/|\n]\s*")
_SCALES = tuple(
    (re.compile(words, re.IGNORECASE), factor)
    for words, factor in (
        (
            r"\bтыс|\bтис(?:\.|яч)|\bthousands?\b|\bin 1000\b|1\s?000 usd|\(1,000\)|[’']000\b|\bмың\b|\bминг\b|\bming\b"
            r"|\bmiles (?:de|usd|us|d[oó]l|eur|mxn|cop)\b|\bmilliers\b"
            r"|\bbin (?:abd|usd|dolar|tl|avro|eur)|\bnghìn|千(?:美|人民|元|欧|卢)",
            10**3,
        ),
        (r"万(?:美|人民|元|欧)", 10**4),
        (r"\bмлн|\bмиллион|\bмільйон|\bmillions?\b|\bmln\b|\bmio\b|\bmillones\b|\bmilyon\b|\btriệu|百万", 10**6),
        (r"亿(?:美|人民|元|欧)", 10**8),
        (r"\bмлрд|\bмиллиард|\bмільярд|\bbillions?\b|\bmlrd\b|\bmilyar\b|\btỷ\b", 10**9),
    )
)
_SCALE_OF_MONEY = re.compile(r"[十百千万亿]+(?=美元|人民币|元|欧|卢|日元|港)|\bb[Iİi]n\b(?=\s)")
"""Thousands and the like that would be read as a currency, or hide the one they are tied to."""
_KILOGRAMS = re.compile(r"кг|килог|кілог|kg|kilo|公斤|千克", re.IGNORECASE)
_TONNES = re.compile(r"(?<![^\W_])(?:т|тн|тонн\w*|t|mt|tn|tons?|tonnes?|toneladas?)(?![^\W_])|吨", re.IGNORECASE)
_NO_KILOGRAMS = re.compile(
    r"(?<![^\W_])(?:lbs?|pounds?|libras?|фунт\w*|oz|г|гр|грам\w*|g|gr|grams?)(?![^\W_])|磅", re.IGNORECASE
)
_IN_TONNES = {"net_weight_kg": "net_weight_t", "gross_weight_kg": "gross_weight_t"}
_SCHEMES = {
    "инн": "inn",
    "inn": "inn",
    "бин": "bin",
    "bin": "bin",
    "бсн": "bin",
    "иин": "iin",
    "огрн": "ogrn",
    "ogrn": "ogrn",
    "едрпоу": "edrpou",
    "єдрпоу": "edrpou",
    "edrpou": "edrpou",
    "унп": "unp",
    "окпо": "okpo",
    "kvk": "kvk",
    "nit": "nit",
    "ruc": "ruc",
    "cuit": "cuit",
    "uscc": "uscc",
    "vat": "vat",
    "iec": "iec",
    "统一社会信用代码": "uscc",
}

_TAXES = ("vat", "duty")

Path = Sequence[HeaderCell]
"""The header cells over one column, from the top. One over several columns counts for each of them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column as its header was understood. ``unit``: the line above the table that names its currency and scale."""

    position: int
    header: str
    meaning: Meaning | None
    evidence: str
    row: int = 0
    currency: str | None = None
    scale: int = 1
    scheme: str | None = None
    unknown: bool = False
    unit: HeaderCell | None = None


def is_known(header: str) -> bool:
    """Tell whether a header is in the dictionary, has a box code, or is understood word by word."""
    if next(_by_header(header), None) is not None:
        return True
    short = short_names.understand(header)
    return short is not None and bool(short.columns)


def understand(position: int, path: Path, samples: Sequence[Cell]) -> Heading:
    """Name one column from its header cells; its values may refuse the name, or choose among its meanings."""
    heading = _by_words(position, path, samples)
    return heading if heading.meaning else _by_short_name(heading, path, samples) or heading


def unread(position: int, path: Path) -> Heading:
    """Name no column of a table that has too many to be one of records."""
    header, row = " / ".join(cell.text for cell in path), path[-1].row if path else 0
    return Heading(position, header, None, "one of too many columns: not looked at", row)


def _by_short_name(heading: Heading, path: Path, samples: Sequence[Cell]) -> Heading | None:
    """Let the values choose among what the short name of a field can mean."""
    short = short_names.understand(path[-1].text.rpartition("/")[2]) if path else None
    if short is None:
        return None
    for name in short.columns:
        meaning = meanings()[name]
        proven = short.names_money or meaning.kind != "amount" or are_prices(samples)
        if proven and _holds(meaning, samples):
            return _meant(heading.position, path, meaning, short.evidence)
    return None


def _by_words(position: int, path: Path, samples: Sequence[Cell]) -> Heading:
    header = " / ".join(cell.text for cell in path)
    row = path[-1].row if path else 0
    refused = ""
    for name, evidence in _candidates(path).items():
        meaning = meanings().get(name)
        if meaning is None:
            refused = refused or f"{evidence}: {name}, which no record holds"
        elif _holds(meaning, samples):
            return _meant(position, path, meaning, evidence)
        else:
            refused = refused or f"{evidence}, but the values are no {meaning.kind}: {_some(samples)}"
    return Heading(position, header, None, refused or "header not known", row, unknown=not refused)


def _holds(meaning: Meaning, samples: Sequence[Cell]) -> bool:
    """Tell whether the values can be what a header means; the header of a tax often stands over its rates."""
    return fits(meaning.kind, samples) and not (meaning.name in _TAXES and are_rates(samples))


def _meant(position: int, path: Path, meaning: Meaning, evidence: str) -> Heading:
    header = " / ".join(cell.text for cell in path)
    row = path[-1].row if path else 0
    return Heading(position, header, meaning, evidence, row, currency_in(header), scale_in(header), _scheme(header))


def by_values(heading: Heading, samples: Sequence[Cell]) -> Heading:
    """Name a column that its header leaves unnamed by its values, where they prove what they are."""
    if header_grammar.speaks_of_other(heading.header):
        return heading
    return called(heading, name_by_values(samples, header_grammar.speaks_of_money(heading.header)))


def called(heading: Heading, found: tuple[str, str] | None) -> Heading:
    """Give a heading the name that was found for it, with the evidence."""
    if found is None:
        return heading
    name, evidence = found
    return replace(heading, meaning=meanings()[name], evidence=f"{heading.evidence}; {evidence}")


def _candidates(path: Path) -> dict[str, str]:
    """Give the names that the header cells over a column may mean, each with its first evidence."""
    found: dict[str, str] = {}
    for name, evidence in _named(path):
        found.setdefault(name, evidence)
    if "period" in found:  # beside a column of years
        found.setdefault("month", found["period"])
    return found


def _named(path: Path) -> Iterator[tuple[str, str]]:
    texts = [cell.text for cell in path]
    candidates = [" ".join(texts), *reversed(texts)] if len(texts) > 1 else texts
    for text in candidates:
        yield from _by_header(text)


def _by_header(header: str) -> Iterator[tuple[str, str]]:
    """Give the names that a header may have, with the evidence, the surest first: weights by the unit it tells."""
    return ((_in_its_unit(name, header), evidence) for name, evidence in _by_words_of(header))


def _in_its_unit(name: str, header: str) -> str:
    """Tell tonnes from kilograms, which nobody would see in the figures; pounds and grams no record holds."""
    if name not in _IN_TONNES or _KILOGRAMS.search(header):
        return name
    plain = header.replace("_", " ")
    if _TONNES.search(plain):
        return _IN_TONNES[name]
    return header_grammar.OTHER if _NO_KILOGRAMS.search(plain) else name


def _by_words_of(header: str) -> Iterator[tuple[str, str]]:
    code = _box_code(header)
    if code in box_codes():
        yield box_codes()[code], f"box code {code}"
        return
    short = _short_name(header)
    for spellings in _spellings(header):
        for spelling in spellings:
            if normal(spelling) in headers():
                yield headers()[normal(spelling)], f"known header “{normal(spelling)}”"
        if short and short.is_sure:
            yield short.columns[0], short.evidence
        for spelling in spellings:
            for understood in header_grammar.understandings(spelling):
                yield understood.column, understood.evidence


def _short_name(header: str) -> short_names.ShortName | None:
    """Read the last step of a path of elements; where words stand before the slash, it parts two languages."""
    before, _, name = header.rpartition("/")
    return None if " " in before else short_names.understand(name)


def _spellings(header: str) -> Iterator[Sequence[str]]:
    """Give a header whole and without its brackets, then each of its languages; «Отправитель (тел.)» is no sender."""
    if header_grammar.speaks_of_other(" ".join(_BRACKETS.findall(header))):
        yield (header,)
        return
    yield (header, _BRACKETS.sub(" ", header), " ".join(words(header)))
    yield _LANGUAGES.split(header)


def _box_code(header: str) -> str:
    match = _BOX.match(header)
    if match is None:
        return ""
    number, plain, mark, rest = match.groups()
    if plain:
        return plain.replace("/", "")
    if not header.lstrip().startswith("G") and not _LABEL.match(rest):
        return ""
    return "G" + (number or mark).replace("А", "A")


def currency_in(header: str) -> str | None:
    """Give the currency that a header or a line above it names."""
    return header_grammar.currency_of(_SCALE_OF_MONEY.sub(" ", header))


def scale_in(text: str) -> int:
    """Give the factor that a header or a unit line names: «тыс. долларов США» is 1,000."""
    plain = text.replace("_", " ")
    return next((factor for words, factor in _SCALES if words.search(plain)), 1)


def _scheme(header: str) -> str | None:
    return next((_SCHEMES[word] for word in words(header) if word in _SCHEMES), None)


def _some(samples: Sequence[Cell]) -> str:
    return ", ".join([cell_text(cell)[:20] for cell in samples if cell not in (None, "")][:3])
