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
from extract.fields.glyphs import fold_homoglyphs, plain
from extract.fields.placeholder import is_placeholder
from extract.fields.trie import starts_word

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
# What an address begins with. The first kind is trusted anywhere; the second only behind a whole name: firms of the
# building trade are called BUILDING, and a number behind a word may belong to the name.
_CLEAR_ADDRESS = r"""
      (?:г|гор|ул|обл|р-н|пр|пр-т|просп|пер|пос|мкрн?|стр|оф|наб|респ|вул|обл)\.\s?[\w«"]
    | (?:город|улица|область|район|проспект|микрорайон|республика|переулок|шоссе|адрес|юр\.?\s?адрес
        |қаласы|көшесі|облысы|ауданы|address|addr|add|tel|тел|fax|phone|email|e-mail)\b\s?[.:]?
    | (?:room|rm|floor|building|bldg|unit|suite|flat|block)\.?\s(?:no\.?\s?)?\d
    | p\.?\s?o\.?\s?box\b | (?:\d{1,2}\s)?bp\s?\d+
    | \d{1,5}[\-/]?\w?\s+(?:[\w'’.]+\s+){1,3}(?:street|st|road|rd|avenue|ave|lane|boulevard|blvd|drive)\b
    | [\w'’.\-]+(?:straße|strasse|str\.|weg|platz|allee|laan|straat|kade)\s*\d
"""
_LOOSE_ADDRESS = r"""
      \d{4,6}(?!\d)[,\s] | \d{1,5}[\-/]?\w?,\s
    | (?:no|room|rm|floor|building|bldg|unit|suite|flat|block|zone|p/c|c/o)\b
    | (?:rue|avenue|boulevard|place|chemin|via|calle|av|mah|cad|sok)\b\.?\s?\w
    | (?:д|кв|м|пл|ш|буд)\.\s?\w
"""
_CLEAR = re.compile(rf"[\s,;]+(?={_CLEAR_ADDRESS})|[,;]\s*(?={_LOOSE_ADDRESS})", re.IGNORECASE | re.VERBOSE)
_LOOSE = re.compile(rf"[\s,;]+(?={_CLEAR_ADDRESS}|{_LOOSE_ADDRESS})|\s*[,;]\s*(?=\S)", re.IGNORECASE | re.VERBOSE)


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
    if not any(letter.isdigit() for letter in text):
        return text.strip(" ,;\n\t"), ()
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
    return text[leading.end() :], (*found, *_of_bare(leading["first"]), *_branch(leading["second"]))


def _of_bare(number: str) -> Iterator[identifier.Identifier]:
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
    whole = next(find(first), None)
    begins = _LOOSE.search(first, whole.end) if whole and whole.start == 0 else _CLEAR.search(first)
    name, rest = (first[: begins.start()], first[begins.end() :]) if begins else (first, "")
    return name, " ".join(" ".join([rest, *lines[1:]]).split()).strip(" ,;")


def _trimmed(name: str) -> str:
    """Even out blanks and take junk and quotes off the outside, not from around a part of the name."""
    name = " ".join(plain(name).split()).strip(" ,;:*|/\\")
    while len(name) > 2 and name[0] in _QUOTES and name[-1] in _QUOTES and not any(q in _QUOTES for q in name[1:-1]):
        name = name[1:-1].strip()
    return name


_FORM = re.compile(legal_form.PATTERN)
_INNER = r"[^«»\"“”„<>\n]"
_QUOTED = (
    rf"[«\"“„‟‹<]{{1,2}}\s?{_INNER}{{1,100}}(?:[«\"“„<]{_INNER}{{1,60}}[»\"”“>])?{_INNER}{{0,60}}\s?[»\"”“›>]{{1,2}}"
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
_SMALL = (
    _JOINERS
    | _OF
    | frozenset(["with", "to", "in", "on", "by", "from", "for", "or", "as", "at", "between", "is", "are", "was"])
)
_BEFORE_OF = frozenset(
    [
        "bank",
        "university",
        "institute",
        "academy",
        "republic",
        "house",
        "group",
        "fund",
        "trust",
        "association",
        "company",
        "board",
        "chamber",
        "corporation",
        "gesellschaft",
        "verband",
        "verein",
        "société",
        "societe",
        "compagnie",
        "banque",
        "caisse",
        "groupe",
        "institut",
        "cie",
    ]
)
# Capitalised words that stand beside a legal form and are no part of a name.
_NOT_NAMES = frozenset(
    [
        "this",
        "that",
        "each",
        "such",
        "any",
        "all",
        "said",
        "copyright",
        "name",
        "firma",
        "company",
        "buyer",
        "seller",
        "shipper",
        "consignee",
        "consignor",
        "supplier",
        "customer",
        "vendor",
        "importer",
        "exporter",
        "manufacturer",
        "carrier",
        "notify",
        "party",
        "agreement",
        "verkäufer",
        "käufer",
        "kunde",
        "lieferant",
        "rechnung",
        "invoice",
        "facture",
        "société",
        "client",
        "fournisseur",
        "alıcı",
        "satıcı",
        "unvan",
        "unvanı",
        "disclosing",
        "receiving",
        "issuing",
        "merger",
        "gross",
        "net",
        "total",
        "weight",
        "brutto",
        "netto",
        "its",
        "our",
        "their",
        "contact",
        "address",
        "information",
        "date",
        "инн",
        "кпп",
        "огрн",
        "бин",
        "иин",
        "бик",
        "окпо",
        "адрес",
        "тел",
        "счет",
        "счёт",
        "банк",
        "город",
        "г",
        "дата",
        "покупатель",
        "продавец",
        "поставщик",
        "грузополучатель",
        "грузоотправитель",
        "плательщик",
        "получатель",
        "отправитель",
        "фирма",
        "компания",
        "общество",
        "директор",
        "договор",
        "контракт",
    ]
)
# Forms that are also plain English words: a comma or a bare description before them makes no name.
_PLAIN_WORDS = frozenset(["company", "corporation", "limited", "incorporated"])


def find(text: str) -> Iterator[Hit]:
    """Find companies by legal form, with quotes or without, before or after the name."""
    body = fold_homoglyphs(text)
    taken = 0
    for form in _FORM.finditer(body):
        if form.start() < taken or not _stands_alone(body, form.start()):
            continue
        span = _around(body, form, taken)
        if span is None or _COPYRIGHT.search(body, max(taken, span[0] - 40), span[0]):
            continue
        start, taken = span
        yield Hit(start, taken, text[start:taken], _trimmed(text[start:taken]), evidence=f"legal form {form.group()}")


def _stands_alone(text: str, start: int) -> bool:
    return starts_word(text, start) and (start == 0 or text[start] == "&" or text[start - 1] not in "-@_./&")


def _around(text: str, form: re.Match[str], taken: int) -> tuple[int, int] | None:
    """Find the name that belongs to a legal form: in quotes beside it, else the words before or after it."""
    window = max(taken, form.start() - _WINDOW)
    if form.group()[0] > "\u2e80":
        return _chinese(text, form, window)
    known = legal_form.parse(form.group())
    place = known.place if known else "both"
    quoted = _QUOTED_AFTER.match(text, form.end()) if place != "after" else None
    if quoted:
        return form.start(), quoted.end()
    quoted = _QUOTED_BEFORE.search(text, window, form.start())
    if quoted:
        return quoted.start(), form.end()
    start = _words_before(text, window, form) if place != "before" else None
    if start is not None:
        return start, _with_rest(text, start, form.end())
    end = _words_after(text, form.end()) if place != "after" else None
    return (form.start(), end) if end is not None else None


def _chinese(text: str, form: re.Match[str], window: int) -> tuple[int, int] | None:
    name = _CHINESE_BEFORE.search(text, window, form.start())
    if name is None:
        return None
    lead = _CHINESE_LEAD.match(name.group())
    branch = _CHINESE_BRANCH.match(text, form.end())
    return name.start() + (lead.end() if lead else 0), branch.end() if branch else form.end()


def _words_before(text: str, window: int, form: re.Match[str]) -> int | None:
    """Walk back from a legal form over the words of its name; None where there is no name."""
    plain_word = form.group().casefold() in _PLAIN_WORDS
    tokens = list(_TOKEN.finditer(text, _line_start(text, window, form.start()), form.start()))
    if tokens and tokens[-1].group() == "," and not plain_word:
        tokens.pop()
    words = [token.group() for token in tokens]
    start = _name_start(words)
    while start < len(words) and (
        words[start].isdigit() or (start < len(words) - 1 and _bare(words[start]) in _NOT_NAMES)
    ):
        start += 1
    if not _is_name(words[start:], plain_word):
        return None
    return tokens[start].start()


def _name_start(words: list[str]) -> int:
    start = len(words)
    for index in range(len(words) - 1, max(-1, len(words) - 1 - _MOST_WORDS), -1):
        if _is_name_word(words[index]):
            start = index
        elif start > index + 1 or start == len(words) or not _joins(words, index):
            break
    return start


def _is_name(words: list[str], plain_word: bool) -> bool:
    if not any(len(word) > 1 and any(letter.isalpha() for letter in word) for word in words):
        return False
    if _bare(words[0]) in ("a", "an"):
        return False
    return not plain_word or any(_bare(word) not in _NOT_NAMES and _bare(word) != "the" for word in words)


def _line_start(text: str, window: int, end: int) -> int:
    """Give where the name may begin: in this line, or in the one before where prose was wrapped."""
    line = text.rfind("\n", window, end)
    if line < 0:
        return window
    above = text.rfind("\n", max(0, line - 200), line)
    wrapped = end - line < 40 and line - above > 60
    return max(window, above + 1) if wrapped else line + 1


def _is_name_word(word: str) -> bool:
    capital = word[0].isupper() or word[0].isdigit() or word[1:2].isupper()
    odd = word.casefold() in _SMALL or _SENTENCE_END.fullmatch(word) or _LONG_NUMBER.search(word) or "@" in word
    return (capital and not odd) or word == "The"


def _joins(words: list[str], index: int) -> bool:
    """Tell whether a small word ties two parts of one name together."""
    word = words[index].casefold()
    if index == 0 or word not in _SMALL or not _is_name_word(words[index - 1]):
        return False
    if word in _OF:
        return _bare(words[index - 1]) in _BEFORE_OF
    return word in ("&", "+", "ve") or (word in _JOINERS and (index < 2 or not _is_name_word(words[index - 2])))


def _bare(word: str) -> str:
    return word.strip(".,'’").casefold()


def _with_rest(text: str, start: int, end: int) -> int:
    """Take a word that follows the form to the end of a line that begins with the name (``Kunden AG Mitte``)."""
    lead = text[text.rfind("\n", 0, start) + 1 : start].strip()
    rest = _REST_OF_NAME.match(text, end) if not lead or lead.endswith(":") else None
    return rest.end() if rest and _bare(rest.group().split()[-1]) not in _NOT_NAMES else end


def _words_after(text: str, start: int) -> int | None:
    """Walk on from a legal form over the capitalised words of its name; None where there is none."""
    end = None
    for _ in range(5):
        token = _AFTER_TOKEN.match(text, end or start)
        if token is None or not _is_name_word(token[1]) or _bare(token[1]) in _NOT_NAMES:
            break
        if end is None and not any(letter.isalpha() for letter in token[1]):
            break
        end = token.end()
    return end
