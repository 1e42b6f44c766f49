"""Identifiers of companies, accounts, ships, containers and papers.

A scheme is a row of SCHEMES: its shape, its check where it has one, the words that announce it. A check digit alone
proves little (one in ten random numbers passes as an INN), so in running text only long shapes with letters and a
good check stand alone; all others need their word before them. Invalid ones are given, and said to be invalid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module

from extract.fields import checksum
from extract.fields.contract import FieldError, Hit
from extract.fields.glyphs import lower, plain, to_latin
from extract.fields.phrases import Phrases
from extract.fields.trie import starts_word
from extract.fields.words import words

Check = Callable[[str], bool]


def _stdnum(module: str) -> Check:
    """Take a check of python-stdnum, loaded when first used."""
    return lambda number: bool(import_module(f"stdnum.{module}").is_valid(number))


def _vat(number: str) -> bool:
    """Check a number of the value-added tax of a European country; a Dutch one may go without its country."""
    if number.startswith(("GB", "CH")):
        return _stdnum("gb.vat" if number.startswith("GB") else "ch.uid")(number)
    return _stdnum("eu.vat")(f"NL{number}" if number[0].isdigit() else number)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A kind of identifier. ``alone``: its shape and check suffice; ``labelled``: only its label tells."""

    name: str
    shape: str
    cues: tuple[str, ...] = ()
    check: Check | None = None
    alone: bool = False
    labelled: bool = False


SCHEMES = (
    Scheme("declaration_number", r"\d{2,8}/\d{6}/[0-9A-ZА-Я]{5,7}(?:/\d{1,3})?", ("ГТД", "№ ДТ"), alone=True),
    Scheme("iban", r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", ("IBAN", "ИИК", "ЖСК"), _stdnum("iban"), alone=True),
    Scheme("lei", r"[0-9A-Z]{18}\d{2}", ("LEI",), _stdnum("lei"), alone=True),
    Scheme("mrn", r"\d{2}[A-Z]{2}[A-Z0-9]{13}\d", ("MRN",), checksum.mrn, alone=True),
    Scheme(
        "uscc", r"[0-9A-HJ-NPQRTUWXY]{18}", ("统一社会信用代码", "社会信用代码", "USCC"), _stdnum("cn.uscc"), alone=True
    ),
    Scheme("container", r"[A-Z]{3}[UJZR]\d{7}", ("Container", "Контейнер", "CNTR"), _stdnum("iso6346"), alone=True),
    Scheme("account", r"\d{20}",
           ("р/с", "р/сч", "расчетный счет", "расчётный счёт", "к/с", "корр. счет", "счет №", "сч. №", "Account")),
    Scheme("cn_entry", r"\d{18}", ("海关编号", "报关单号")),
    Scheme("ogrnip", r"[34]\d{14}", ("ОГРНИП", "OGRNIP"), checksum.ogrnip),
    Scheme("siret", r"\d{14}", ("SIRET",), _stdnum("fr.siret")),
    Scheme("kg_inn", r"\d{14}", ("ИНН КР",)),
    Scheme("ogrn", r"[1-9]\d{12}", ("ОГРН", "OGRN", "PSRN"), _stdnum("ru.ogrn")),
    Scheme("bin", r"\d{12}", ("БИН", "BIN", "БСН"), lambda n: checksum.bin_shape(n) and checksum.kazakh(n)),
    Scheme("iin", r"\d{4}[0-3]\d[0-6]\d{5}", ("ИИН", "IIN", "ЖСН"), checksum.kazakh),
    # The taxpayer's number of Kazakhstan before 2013; nobody checks it any more.
    Scheme("rnn", r"\d{12}", ("РНН", "RNN", "СТН")),
    Scheme("inn", r"\d{12}|\d{10}", ("ИНН", "INN"), _stdnum("ru.inn")),
    Scheme("awb", r"\d{11}", ("AWB", "MAWB", "HAWB", "Air Waybill", "Авианакладная"), checksum.air_waybill),
    Scheme("rntrc", r"\d{10}", ("РНОКПП", "ІПН", "ДРФО", "RNTRC"), _stdnum("ua.rntrc"), labelled=True),
    Scheme("vkn", r"\d{10}", ("VKN", "Vergi No", "Vergi Kimlik No", "V.D.No"), _stdnum("tr.vkn")),
    Scheme("unp", r"\d{9}", ("УНП", "UNP"), _stdnum("by.unp")),
    Scheme("kpp", r"\d{4}[0-9A-Z]{2}\d{3}", ("КПП", "KPP")),
    Scheme("bik", r"04\d{7}", ("БИК", "BIK")),
    Scheme("siren", r"\d{9}", ("SIREN", "RCS"), _stdnum("fr.siren")),
    # Without checks, so that no number is taken for one without its label.
    Scheme("nit", r"\d{8,10}", ("NIT",)),
    Scheme("ruc", r"\d{11}|\d{13}", ("RUC",)),
    Scheme("cuit", r"\d{11}", ("CUIT",)),
    Scheme("uz_inn", r"\d{9}", ("STIR", "СТИР")),
    Scheme("edrpou", r"\d{8}", ("ЄДРПОУ", "ЕДРПОУ", "EDRPOU", "код ЄДРПОУ"), _stdnum("ua.edrpou")),
    Scheme("kvk", r"\d{8}", ("KvK", "K.v.K.")),
    Scheme("okpo", r"\d{10}|\d{8}", ("ОКПО", "OKPO"), checksum.okpo),
    Scheme("imo", r"\d{7}", ("IMO", "ИМО"), _stdnum("imo")),
    Scheme("eori", r"[A-Z]{2}[A-Z0-9]{5,15}", ("EORI",)),
    Scheme("bic", r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", ("SWIFT", "BIC", "S.W.I.F.T", "СВИФТ", "БСК"),
           _stdnum("bic")),
    Scheme("vat", r"[A-Z]{2}[A-Z0-9+*]{8,12}|\d{9}B\d{2}",
           ("VAT", "USt-IdNr", "USt-ID", "UID", "TVA", "BTW", "BTW-id", "VAT ID", "N° TVA"), _vat),
)  # fmt: skip
_BY_NAME = {scheme.name: scheme for scheme in SCHEMES}
# Kazakh columns and labels say БИН/ИИН for both; the fifth digit tells them apart.
_SIBLINGS = {"bin": "iin", "iin": "bin"}
# What БИК calls a bank by in Russia is nine digits, in Kazakhstan a SWIFT code.
_NAMESAKES = {"bik": ("bic",), "bic": ("bik",)}
_SEPARATORS = re.compile(r"[ .\-]")


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier without blanks. ``valid`` None: its scheme has no check."""

    scheme: str
    value: str
    valid: bool | None

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


@cache
def _shape(name: str) -> re.Pattern[str]:
    return re.compile(_BY_NAME[name].shape, re.ASCII if name != "declaration_number" else 0)


@lru_cache(maxsize=65536)
def parse(text: str, scheme: str | None = None) -> Identifier:
    """Read a cell that holds one identifier. Without ``scheme`` it must pass the check of exactly one it fits."""
    body = _compact(text)
    if scheme is not None and scheme not in _BY_NAME:
        raise FieldError(f"no such scheme: {scheme!r}")
    if scheme is not None:
        return _as(body, scheme, text)
    if _shape("declaration_number").fullmatch(body):
        return Identifier("declaration_number", body, None)
    valid = [entry for entry in SCHEMES if not entry.labelled and _is_valid(body, entry.name)]
    strong = [
        entry for entry in valid if entry.alone or entry.name == "bin" or (entry.name == "inn" and len(body) == 12)
    ]
    if len(strong or valid) != 1:
        raise FieldError(f"not an identifier of one known scheme: {text!r}")
    return Identifier((strong or valid)[0].name, body, True)


def _compact(text: str) -> str:
    body = plain(text).strip().removesuffix(".0")
    if "/" in body:
        return body.replace(" ", "").upper()
    return to_latin(_SEPARATORS.sub("", body).upper())


def _as(body: str, scheme: str, text: str) -> Identifier:
    sibling = _SIBLINGS.get(scheme)
    if sibling and _is_valid(body, sibling) and not _is_valid(body, scheme):
        return Identifier(sibling, body, True)
    check = _BY_NAME[scheme].check
    if not _shape(scheme).fullmatch(body):
        body = _with_lost_zeros(body, scheme)
    if not body:
        raise FieldError(f"not of the shape of {scheme}: {text!r}")
    return Identifier(scheme, body, check(body) if check else None)


def _is_valid(body: str, scheme: str) -> bool:
    """Tell whether a number has the scheme's shape and passes its check; False where the scheme has none."""
    check = _BY_NAME[scheme].check
    return check is not None and bool(_shape(scheme).fullmatch(body)) and check(body)


def _with_lost_zeros(body: str, scheme: str) -> str:
    """Give a number the zeros a spreadsheet took from its front, where only then its check is right; else ""."""
    if not (body.isascii() and body.isdigit()):
        return ""
    longer = (body.zfill(len(body) + zeros) for zeros in (1, 2))
    return next((number for number in longer if _is_valid(number, scheme)), "")


def bin_registration(value: str) -> str | None:
    """Give the month of registration that a Kazakh БИН begins with (``2022-04``)."""
    if not re.fullmatch(r"[0-9]{12}", value) or not checksum.bin_shape(value):
        return None
    year = int(value[:2])
    return f"{2000 + year if year < 91 else 1900 + year}-{value[2:4]}"


_BY_CUE = {lower(cue): scheme for scheme in reversed(SCHEMES) for cue in scheme.cues}
_CUES = Phrases(_BY_CUE)
_LEAD = re.compile(
    r"(?:[ \t-]?(?:/ ?[A-ZА-ЯЁІЇЄҚӘ]{2,8}|code|no|nr|number|номер|коды?|n°|№|ID)\.?)?[\s:#№=.)]{0,6}", re.IGNORECASE
)
_VALUE = re.compile(r"[A-ZА-Я0-9](?:(?:[ \-/]|\.(?=\d{3}|\d\d\.\d{3}|B\d\d))?[A-ZА-Я0-9]){3,45}(?!\w)")
# «ИНН/КПП 7707083893/770701001»: the second label means the second number.
_FIRST_OF_TWO = re.compile(r"[0-9]+ ?/ ?")
_WORD_END = re.compile(r"[A-ZА-Я0-9](?![A-ZА-Я0-9])")
_ALONE = re.compile(
    r"[A-Z0-9](?:(?<=\d)\d{1,7}/\d{6}/[0-9A-ZА-Я]{5,7}(?:/\d{1,3})?|[A-Z]{2}[UJZR] ?\d{6}[ -]?\d|"
    r"[A-Z]\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?|[A-Z0-9]{17}(?:\d\d)?)(?![\w/-])",
    re.ASCII,
)
"""It begins with one set of letters, at which the engine is quick; what stands before it is asked afterwards."""


_TIES = frozenset("/-_")
_KEPT = 4


def find(text: str) -> Iterator[Hit]:
    """Find identifiers: those announced by their word, and long checked shapes that stand alone."""
    return iter(_found(text))


@lru_cache(maxsize=_KEPT)
def _found(text: str) -> tuple[Hit, ...]:
    """Keep what was found in the last texts: commodity codes must not be looked for where identifiers are."""
    return tuple(_look_for(text))


def _look_for(text: str) -> Iterator[Hit]:
    taken = 0
    for start, end, found, evidence in sorted([*_labelled(text), *_alone(words(text).plain)], key=_rank):
        if start >= taken:
            taken = end
            yield Hit(
                start, end, text[start:end], found.value, scheme=found.scheme, valid=found.valid, evidence=evidence
            )


def _rank(item: tuple[int, int, Identifier, str]) -> tuple[int, int, bool]:
    """Order by place; of two readings of one number the valid one first."""
    start, end, found, _ = item
    return start, -end, not found.valid


def _labelled(text: str) -> Iterator[tuple[int, int, Identifier, str]]:
    index = words(text)
    body = index.plain
    for cue in _CUES.find(index, index.lowered):
        scheme = _BY_CUE.get(" ".join(cue.group().split()))
        if scheme is None or not starts_word(body, cue.start()):
            continue
        lead = _LEAD.match(body, cue.end())
        start = lead.end() if lead else cue.end()
        first = _FIRST_OF_TWO.match(body, start) if body[cue.start() - 1 : cue.start()] == "/" else None
        value = _VALUE.match(body, first.end() if first else start)
        for name in (scheme.name, *_NAMESAKES.get(scheme.name, ())):
            end, number = _fitting(value, name) if value else (0, "")
            if value and number:
                yield value.start(), end, _as(number, name, number), f"after {body[slice(*cue.span())]}"
                break


def _fitting(value: re.Match[str], scheme: str) -> tuple[int, str]:
    """Cut a run of letters and digits to the longest beginning of the scheme's shape; give its end and the number."""
    run, shape = value.group(), _shape(scheme)
    run = run if "/" in _BY_NAME[scheme].shape else to_latin(run)
    for end in reversed([match.end() for match in _WORD_END.finditer(run)]):
        number = _SEPARATORS.sub("", run[:end])
        if shape.fullmatch(number):
            return value.start() + end, number
    return 0, ""


def _alone(body: str) -> Iterator[tuple[int, int, Identifier, str]]:
    for match in _ALONE.finditer(body):
        before = body[match.start() - 1 : match.start()]
        if before.isalnum() or before in _TIES:
            continue
        try:
            found = parse(match.group())
        except FieldError:
            continue
        if _BY_NAME[found.scheme].alone and not found.value.isdigit():
            yield *match.span(), found, "its shape and check digits"
