"""Which of the words beside a legal form are the company's name.

The words themselves stand in tables/name_words.csv: those that join two parts of a name, those that only follow a word
such as Bank (``Bank of …``), and capitalised words that stand beside names without belonging to them.
"""

from __future__ import annotations

import re

from extract.fields.table import rows, spellings


def _words(*roles: str) -> frozenset[str]:
    return frozenset(word for row in rows("name_words") if row["role"] in roles for word in spellings(row["words"]))


_JOINERS = _words("joiner")
_OF = _words("of")
_SMALL = _words("joiner", "of", "other_small")
_BEFORE_OF = _words("before_of")
_BESIDE = _words("beside", "measure")
_NO_NAMES = _BESIDE | _SMALL | _words("describing")
_MEASURES = _words("measure")
# Forms that are plain English words too: a comma or a bare description before them makes no name.
_PLAIN_FORMS = _words("plain_form")

_ADJECTIVES = frozenset(("limited", "incorporated"))
"""Those that a joiner before them shows to be nothing but words: “NON-DISCLOSURE AND LIMITED USE”."""
_TOKEN = re.compile(r"[^\s,;:()\"«»“”„]+|[,;:()\"«»“”„]")
_NEXT_TOKEN = re.compile(r"[ \u00a0]{1,2}([^\s,;:()\"«»“”„]+)")
_SENTENCE_END = re.compile(r".*[^\W\d_]{4,}[.!?]|\d+\.(?:\d+\.?)*\w*")
_LONG_NUMBER = re.compile(r"\d{4}")
_CODE = re.compile(r"(?=.*\d(?:.*\d|[A-Z]))(?=.*[A-Z])[A-Z\d]{6,}")
_NO_WORD_OF_NAMES = re.compile(r".*\d.*|[·•|/–—-]")
_OF_PLACE = re.compile(r"(?<=(?:ATION|MPANY)) OF(?: [A-Z]{3,}){1,3}(?![a-z])")
_PLACE_AFTER = re.compile(
    r"[ \u00a0](?:Niederlassung |Zweigniederlassung |Filiale |Branch )?[A-ZÄÖÜ][a-zäöüß]{2,}(?=[ \t]*(?:\n|$))"
)
_MOST_WORDS = 9
_MOST_WORDS_AFTER = 5
_WRAPPED_LINE = 60


def before(text: str, window: int, form_start: int, form: str) -> int | None:
    """Walk back from a legal form, not beyond ``window``; give where the name begins, None where there is none."""
    plain_form = form.casefold() in _PLAIN_FORMS
    tokens = list(_TOKEN.finditer(text, _earliest(text, window, form_start), form_start))
    if tokens and tokens[-1].group() == "," and not plain_form:
        tokens.pop()
    words = [token.group() for token in tokens]
    if words and form.casefold() in _ADJECTIVES and words[-1].casefold() in ("and", "or"):
        return None
    start = _behind_address(text, tokens, _first_word(words))
    while start < len(words) and _is_lead(words, start):
        start += 1
    return tokens[start].start() if _is_name(words[start:], plain_form) else None


def after(text: str, start: int) -> int | None:
    """Walk on from a legal form; give where the name behind it ends, None where there is none."""
    end = None
    for _ in range(_MOST_WORDS_AFTER):
        token = _NEXT_TOKEN.match(text, end or start)
        if token is None or not _may_stand_in_name(token[1]) or _bare(token[1]) in _BESIDE:
            break
        if end is None and not _has_letter(token[1]):
            break
        end = token.end()
    return end


def _behind_address(text: str, tokens: list[re.Match[str]], start: int) -> int:
    """Leave out the town that ends the line above (“69811 Valmorin”): no name goes on from it."""
    if not 0 < start < len(tokens) or not _NO_WORD_OF_NAMES.fullmatch(tokens[start - 1].group()):
        return start
    line = text.rfind("\n", tokens[start].start(), tokens[-1].start())
    return next((at for at in range(start, len(tokens)) if tokens[at].start() > line), start)


def with_place(text: str, start: int, end: int) -> int:
    """Take what belongs to the name behind its form: ``FABRIC CORPORATION OF FALL RIVER``, ``Kunden AG Mitte``.

    The latter is one word that ends a line which begins with the name.
    """
    of_place = _OF_PLACE.match(text, end)
    if of_place:
        return of_place.end()
    lead = text[text.rfind("\n", 0, start) + 1 : start].strip()
    if lead and not lead.endswith(":"):
        return end
    place = _PLACE_AFTER.match(text, end)
    return place.end() if place and _bare(place.group().split()[-1]) not in _BESIDE else end


def _earliest(text: str, window: int, end: int) -> int:
    """Give where a name may begin: in its own line, or in the line above where prose was wrapped."""
    line = text.rfind("\n", window, end)
    if line < 0:
        return window
    above = text.rfind("\n", max(0, line - 200), line)
    wrapped = end - line < 40 and line - above > _WRAPPED_LINE
    return max(window, above + 1) if wrapped else line + 1


def _first_word(words: list[str]) -> int:
    start = len(words)
    for index in range(len(words) - 1, max(-1, len(words) - 1 - _MOST_WORDS), -1):
        if _may_stand_in_name(words[index]) or _is_brand(words, index):
            start = index
        elif start != index + 1 or not _joins(words, index):
            break
    return start


def _is_brand(words: list[str], index: int) -> bool:
    """Tell a name in capitals that is a small word too, with other words behind it: “ON Semiconductor”."""
    word, behind = words[index], words[index + 1 : index + 2]
    first = index == 0 or not words[index - 1][0].isupper()
    small = word.casefold() in _JOINERS
    return len(word) > 1 and word.isupper() and not small and first and bool(behind) and not behind[0].isupper()


def _is_lead(words: list[str], index: int) -> bool:
    """Tell a word in front of the name from its first word. The last word left may be the name, unless it measures."""
    word = _bare(words[index])
    return word.isdigit() or word in _MEASURES or (index < len(words) - 1 and word in _BESIDE)


def _is_name(words: list[str], plain_form: bool) -> bool:
    if not any(len(word) > 1 and _has_letter(word) for word in words) or _bare(words[0]) in ("a", "an"):
        return False
    return not plain_form or any(_bare(word) not in _NO_NAMES for word in words)


def _may_stand_in_name(word: str) -> bool:
    if word == "The":
        return True
    capital = word[0].isupper() or word[0].isdigit() or word[1:2].isupper()
    if not capital or word.casefold() in _SMALL:
        return False
    return not (_SENTENCE_END.fullmatch(word) or _LONG_NUMBER.search(word) or _CODE.fullmatch(word) or "@" in word)


def _joins(words: list[str], index: int) -> bool:
    """Tell whether a small word ties two parts of one name together."""
    word = words[index].casefold()
    if index == 0 or not _may_stand_in_name(words[index - 1]):
        return False
    if word in _OF:
        return _bare(words[index - 1]) in _BEFORE_OF
    if word in ("&", "+", "ve"):
        return True
    return word in _JOINERS and (index < 2 or not _may_stand_in_name(words[index - 2]))


def _has_letter(word: str) -> bool:
    return any(letter.isalpha() for letter in word)


def _bare(word: str) -> str:
    return word.strip(".,'’").casefold()
