"""Cut text into casefolded words: no marks, no punctuation, Chinese runs by themselves and in modern characters."""

from __future__ import annotations

import re
import unicodedata

from resolve.han import HAN, MODERN
from resolve.lookalikes import mend_lone

_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼʹʺ`´](?=\w)|[ʹʺʼ]")
_WORD = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")


def words(text: str) -> list[str]:
    """Split text into words.

    >>> words("ООО«Аль'фа-2» 深圳科技Ltd.")
    ['ооо', 'альфа', '2', '深圳科技', 'ltd']
    """
    return _WORD.findall(_APOSTROPHES.sub("", text.lower() if text.isascii() else _unmarked(mend_lone(text))))


def _unmarked(text: str) -> str:
    # Twice, because casefolding may take letters apart that the first pass had put together.
    flat = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(char for char in flat if unicodedata.category(char) != "Mn").translate(MODERN)
