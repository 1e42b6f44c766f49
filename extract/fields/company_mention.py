"""Company names in running text: a legal form with the name beside it, or quotes after a word such as firm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.fields import legal_form, name_words
from extract.fields.contract import Hit
from extract.fields.trie import starts_word
from extract.fields.watch import watch
from extract.fields.words import Words, words

_QUOTES = "\"“”„‟«»‹›'‘’`<>"
_INNER = r"[^«»\"“”„<>\n]"
# Quotes within quotes may share their last mark: «Торговый дом «Заря», "Торговый дом "Заря".
_NESTED = rf"(?:[«\"“„<]{_INNER}{{1,60}}[»\"”“>])?"
_SHARED = rf"\"(?!\s?[,:;]){_INNER}{{1,60}}\s\"\w{_INNER}{{1,60}}\"{{1,2}}"
# A straight quote before a small letter, a mark or a bracket that closes ends a quotation rather than begins a name.
_OPENING = r"(?:[«“„‟‹<]|\"(?!\s?[a-zа-яё,:;)])){1,2}"
_QUOTED = rf"(?:{_SHARED}|{_OPENING}\s?{_INNER}{{1,100}}{_NESTED}{_INNER}{{0,60}}\s?[»\"”“›>]{{1,2}})"
# Words that say a company follows; a name in quotes behind them, or in Latin letters behind a Russian one, is one.
_CUE = (
    r"(?:[Кк]омпани[яиюей]{1,2}|[Фф]ирм[аыуеой]{1,2}|[Кк]орпораци[яиюей]{1,2}|[Хх]олдинг[ауеом]{0,2}|[Фф]онд[ауеом]{0,2}|"
    r"[Зз]авод[ауеом]{0,2}|[Бб]анк[ауеом]{0,2}|[Кк]онцерн[ауеом]{0,2}|[Пп]редприяти[еяюм]{1,2}|[Кк]омпані[яюїєй]{1,2}|"
    r"[Кк]омпаниясы|[Фф]ормасы|company|firm|fund|Firma|société|şirketi)"
)
_BEHIND_WORD = re.compile(rf"{_CUE}(?P<cue>\s{{1,2}})(?=[«\"“„A-Z])")
_CUE_STEMS = watch(
    stems=("компани", "фирм", "корпораци", "холдинг", "фонд", "завод", "банк", "концерн", "предприяти", "компані",
           "формасы", "company", "firm", "fund", "société", "şirketi")
)  # fmt: skip
_FORM = re.compile(legal_form.PATTERN)
_QUOTED_NAME = re.compile(_QUOTED)
_WRAPPED = r"«[^«»\n]{1,60}\n[^«»\n]{1,60}»"
# A second form or a word such as фирма may stand between: ООО ТД «Заря».
_QUOTED_AFTER = re.compile(rf"\s{{0,2}}(?:[А-Яа-яЁё-]{{2,20}}\s{{0,2}})?(?:{_QUOTED}|{_WRAPPED})")
_QUOTED_BEFORE = re.compile(rf"{_QUOTED}[\s,]{{0,3}}$")
# Of two names in a row a form that stands on either side belongs to the first: «Ақсу» ЖШС «Болат» АҚ-дан.
_QUOTED_RIGHT_BEFORE = re.compile(rf"{_QUOTED}\s?$")
_LATIN_NAME = re.compile(r"[A-Z][\w&.-]*(?: (?:[A-Z]|&)[\w&.-]*){0,4}")
_CHINESE_BEFORE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）()·]{2,40}$")
_CHINESE_LEAD = re.compile(r".*(?:[与和由从给是及向为归被了]|采购|购买|持有|拥有|收购|通过|公司|名称)(?=..)")
_CHINESE_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,6}分公司")
_FIRST_CJK = "\u2e80"
# The maker of a template signs it; that is no party to the trade.
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[^\n]{0,30}$")
_COUNTY = re.compile(r", ?(?:Co\.|CO\.) [A-Z]")
# A law on firms is no firm: “the Investment Company Act of 1940”.
_LAW = re.compile(r"\s(?:Act|Law|Code)\b")
# Zones of a tariff are no legal form: «4 Fahrten Karte Berlin AB».
_TICKET = re.compile(r"(?:[Kk]arte|[Ff]ahrt(?:en)?|[Tt]icket|[Ff]ahrschein|[Zz]one)\b.{0,40}\sAB$")
# The end of a British postcode looks like a form: LS1 4AB.
_POSTCODE = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? ?\d(?=[A-Z]{2}(?!\w))")
_POSTCODE_LENGTH = 6
_IN_SENTENCE = re.compile(r"[a-z]{2,}\s$")
_WINDOW = 100
_BEHIND_CUE = 40

Span = tuple[int, int]


def find(text: str) -> Iterator[Hit]:
    """Find companies by legal form, with quotes or without, before or after the name; and quotes after a cue word."""
    index = words(text)
    body = index.folded
    taken = 0
    for match in sorted([*_forms(index), *_cues(index)], key=re.Match.start):
        if match.start() < taken or not _stands_alone(body, match.start()) or _ends_postcode(body, match.start()):
            continue
        is_form = match.re is not _BEHIND_WORD
        span = _around(body, match, taken) if is_form else _behind_cue(body, match)
        if (
            span is None
            or _TICKET.search(body, *span)
            or _COPYRIGHT.search(body, max(taken, span[0] - 40), span[0])
            or _LAW.match(body, span[1])
        ):
            continue
        start, taken = span
        reason = f"legal form {match.group()}" if is_form else f"after {match.group().strip()}"
        yield Hit(start, taken, text[start:taken], trimmed(text[start:taken]), evidence=reason)


def _forms(index: Words) -> Iterator[re.Match[str]]:
    return legal_form.PHRASES.find(index, index.folded)


def _cues(index: Words) -> Iterator[re.Match[str]]:
    """Give the words that say a company follows."""
    found = (_BEHIND_WORD.match(index.folded, start) for start in index.starts(_CUE_STEMS))
    return (match for match in found if match)


_PAIR = 2


def trimmed(name: str) -> str:
    """Even out blanks and take junk and quotes off the outside, not from around a part of the name."""
    name = " ".join(name.split()).strip(" ,;:|/\\")
    if name.count("*") != _PAIR or name.startswith("*"):  # a program that writes *Name* for «Name»
        name = name.strip(" ,;:*|/\\")
    while len(name) > 2 and name[0] in _QUOTES and name[-1] in _QUOTES and not any(q in _QUOTES for q in name[1:-1]):
        name = name[1:-1].strip()
    return name


def _stands_alone(text: str, start: int) -> bool:
    return starts_word(text, start) and (start == 0 or text[start] == "&" or text[start - 1] not in "-@_./&")


def _ends_postcode(text: str, start: int) -> bool:
    if not text[start - 1 : start].isdigit():
        return False
    return any(code.end() == start for code in _POSTCODE.finditer(text, max(0, start - _POSTCODE_LENGTH), start + 2))


def _around(text: str, form: re.Match[str], taken: int) -> Span | None:
    """Find the name that belongs to a legal form: in quotes beside it, else the words before or after it."""
    window = max(taken, form.start() - _WINDOW)
    if form.group() >= _FIRST_CJK:
        return _chinese(text, form, window)
    known = legal_form.parse(form.group())
    place = known.place if known else "both"
    if _COUNTY.match(text, max(0, form.start() - 2)):
        return None
    quoted = _QUOTED_RIGHT_BEFORE.search(text, window, form.start()) if place == "both" else None
    if quoted:
        return quoted.start(), form.end()
    quoted = _QUOTED_AFTER.match(text, form.end()) if place != "after" else None
    if quoted or place == "quoted":
        return (form.start(), quoted.end()) if quoted else None
    quoted = _QUOTED_BEFORE.search(text, window, form.start())
    if quoted:
        return quoted.start(), form.end()
    start = name_words.before(text, window, form.start(), form.group()) if place != "before" else None
    if start is not None:
        return start, name_words.with_place(text, start, form.end())
    end = name_words.after(text, form.end()) if place != "after" else None
    if end is not None:
        return form.start(), end
    return _with_russian_form(text, form, window) if place == "before" and form.group().isascii() else None


def _with_russian_form(text: str, form: re.Match[str], window: int) -> Span | None:
    """Find an English sentence's name with a Russian form behind it: “sent to Uralremont AO”."""
    start = name_words.before(text, window, form.start(), form.group())
    return (start, form.end()) if start is not None and _IN_SENTENCE.search(text, window, start) else None


def _chinese(text: str, form: re.Match[str], window: int) -> Span | None:
    name = _CHINESE_BEFORE.search(text, window, form.start())
    if name is None:
        return None
    lead = _CHINESE_LEAD.match(name.group())
    branch = _CHINESE_BRANCH.match(text, form.end())
    return name.start() + (lead.end() if lead else 0), branch.end() if branch else form.end()


def _behind_cue(text: str, cue: re.Match[str]) -> Span | None:
    quoted = _QUOTED_NAME.match(text, cue.end())
    if quoted:
        return quoted.start(), _with_form_behind(text, quoted.end())
    name = None if cue.group().isascii() else _LATIN_NAME.match(text, cue.end())
    return _with_form(text, *name.span()) if name else None


def _with_form_behind(text: str, end: int) -> int:
    """Go on to a legal form right behind the quotes, «Ертіс» ЖШС, unless it begins the next name."""
    form = _FORM.match(text, end + 1) if text[end : end + 1] == " " else None
    known = legal_form.parse(form.group()) if form else None
    if form is None or known is None or known.place not in ("after", "both") or _QUOTED_AFTER.match(text, form.end()):
        return end
    return form.end()


def _with_form(text: str, start: int, end: int) -> Span:
    """Go on to the legal form that ends the name, in the next line too where the text was wrapped there."""
    forms = _FORM.finditer(text, start, end + _BEHIND_CUE)
    form = next((match for match in forms if _stands_alone(text, match.start())), None)
    whole = _around(text, form, start) if form else None
    return (start, whole[1]) if whole and not text[end : whole[0]].strip() else (start, end)
