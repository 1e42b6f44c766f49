"""Chinese characters: where they stand and how they sound."""

from __future__ import annotations

import re
from functools import lru_cache

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\ufa70-\ufad9\U00020000-\U0002a6dd"
HAN_RUN = re.compile(f"[{HAN}]+")


@lru_cache(maxsize=65_536)
def syllables(run: str) -> tuple[str, ...]:
    """Read a run of characters as pinyin without tones, one syllable a character."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(run))
