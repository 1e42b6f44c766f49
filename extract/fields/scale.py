"""Words that multiply: thousand, млн, 万, мың."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.fields.trie import pattern

_WORDS = {
    3: "тысячам тысячах тысячи тысяча тысяч тысячу тыс. тыс тисяча тисячі тисяч тис. тис мың "
    "thousand thousands tsd. tsd k mille bin mil 千",
    4: "万 萬",
    6: "миллионов миллиона миллион млн. млн мільйонів мільйон million millions mln. mln mio. mio mn. mn m "
    "millionen milyon millones 百万",
    8: "亿 億",
    9: "миллиардов миллиарда миллиард млрд. млрд мільярдів мільярд billion billions bln. bln bn. bn mrd. mrd mld. mld "
    "milliarden milliards milliard milyar 十亿",
    12: "триллионов триллиона триллион трлн. трлн trillion trillions trln 万亿",
}
_FIRST_CJK = "\u2e80"
_FACTORS = {word: Decimal(10**zeros) for zeros, words in _WORDS.items() for word in words.split()}
# «т.р.»: the т is a thousand only before р.
_THOUSAND_ROUBLES = r"[тТ]\.?(?=\s?[рР]\.?(?![^\W\d_]))"


FORMS = frozenset(form for word in _FACTORS for form in (word, word.upper(), word.capitalize()))
MATCHER = re.compile(f"{pattern(FORMS)}|{_THOUSAND_ROUBLES}")
WORDS_PATTERN = pattern(word for word in _FACTORS if len(word) > 1 or word >= _FIRST_CJK)
"""The words in small letters but for the single letters, which beside a unit are units themselves: 5 m."""


def factor(word: str) -> Decimal:
    """Give the factor of a word that MATCHER matched."""
    return _FACTORS.get(word.lower(), Decimal(1000))


def times(value: Decimal, word: str) -> Decimal:
    """Multiply by a word, and write a whole number as one: 1.2 times 万 is 12000."""
    product = value * factor(word)
    return product.to_integral() if product == product.to_integral() else product
