"""Words that multiply: thousand, млн, 万, мың."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.fields.trie import pattern

_WORDS = {
    3: "тысячам тысячах тысячи тысяча тысяч тысячу тыс. тыс тис. тис мың "
    "thousand thousands tsd. tsd k mille bin mil 千",
    4: "万 萬",
    6: "миллионов миллиона миллион млн. млн мільйонів мільйон million millions mln. mln mio. mio mn. mn m "
    "millionen milyon millones 百万",
    8: "亿 億",
    9: "миллиардов миллиарда миллиард млрд. млрд мільярдів мільярд billion billions bln. bln bn. bn mrd. mrd mld. mld "
    "milliarden milliards milliard milyar 十亿",
    12: "триллионов триллиона триллион трлн. трлн trillion trillions trln 万亿",
}
_FACTORS = {word: Decimal(10**zeros) for zeros, words in _WORDS.items() for word in words.split()}
# «т.р.»: the т is a thousand only before р.
_THOUSAND_ROUBLES = r"[тТ]\.?(?=\s?[рР]\.?(?![^\W\d_]))"


_FORMS = {form for word in _FACTORS for form in (word, word.upper(), word.capitalize())}
MATCHER = re.compile(f"{pattern(_FORMS)}|{_THOUSAND_ROUBLES}")


def factor(word: str) -> Decimal:
    """Give the factor of a word that MATCHER matched."""
    return _FACTORS.get(word.lower(), Decimal(1000))
