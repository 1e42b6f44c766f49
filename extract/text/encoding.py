"""Which encoding a text was written in, by evidence and never by the file's name.

The order: a byte order mark, UTF-16 and UTF-32 by where zero bytes stand, plain ASCII, UTF-8, and only then
statistics: chardet first, charset-normalizer second, between the Cyrillic code pages the frequency of letters, and
where all that is hardly a guess the alphabets of the languages in Latin letters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from extract.text.cyrillic import CODE_PAGES, likelihood
from extract.text.latin import best_latin_page
from extract.text.wide import wide_encoding

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 50_000
LETTERS = 10_000
LONG_SAMPLE = 1 << 18
# A sign repeated, and a sign between blanks: what frames of tables are drawn with.
DRAWN = re.compile(rb"([\x80-\xff])\1{3,}|(?<![^\s])[\x80-\x9f\xb0-\xdf]{1,2}(?![^\s])")
WRONG_TO_RIGHT = 10
_WEAK_GUESS = 0.4
_HARDLY_A_GUESS = 0.1
_ONE_ALPHABET = 0.9
# What pages mean that declare the older name: browsers read them so.
MEANT = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.I)
DECLARED_WITHIN = 4096
# Of a standard and its maker's extension, the standard, as long as nothing of the extension is used.
NARROWER = {"cp932": "shift_jis", "cp949": "euc_kr"}


@dataclass(frozen=True, slots=True)
class Encoding:
    """A Python codec name, how sure (0 to 1) and why."""

    name: str
    confidence: float
    evidence: str

    @property
    def said(self) -> dict[str, str]:
        """Put the decision into words, as the dialect of a part."""
        return {"encoding": self.name, "confidence": f"{self.confidence:.2f}", "evidence": self.evidence}


def detect_encoding(data: bytes) -> Encoding:
    """Decide the encoding of a sample (which may end inside a character)."""
    return by_mark(data) or by_form(data) or by_statistics(data) or Encoding("cp1252", 0.1, "nothing fits")


def declared_or_seen(data: bytes) -> Encoding:
    """Decide the encoding of HTML or XML: what it declares if that decodes it, else what its bytes show."""
    sample = data[:LONG_SAMPLE]
    seen = detect_encoding(sample)
    declared = DECLARED.search(data[:DECLARED_WITHIN])
    if declared is None or seen.confidence == 1.0:
        return seen
    name = declared[1].decode()
    if not decodes(sample, name):
        return seen
    return Encoding(MEANT.get(codec(name), codec(name)), 0.95, "declared in the text")


def by_mark(data: bytes) -> Encoding | None:
    """Trust a byte order mark."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return Encoding(name, 1.0, "byte order mark")
    return None


def by_form(data: bytes) -> Encoding | None:
    """Recognise encodings that no other bytes imitate."""
    wide = by_zero_bytes(data)
    if wide is not None:
        return wide
    if data.isascii() and b"\x1b" not in data:
        return Encoding("utf-8", 1.0, "plain ASCII")
    if decodes(data, "utf-8"):
        return Encoding("utf-8", 0.99, "valid UTF-8")
    return damaged_utf8(data)


def damaged_utf8(data: bytes) -> Encoding | None:
    """Recognise UTF-8 with a few bytes that are none."""
    text = data[:LONG_SAMPLE].decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    right = sum(letter > "\x7f" for letter in text) - wrong
    if right < WRONG_TO_RIGHT * wrong:
        return None
    return Encoding("utf-8", 0.9, f"valid UTF-8 but for {wrong} in {wrong + right} characters")


def by_zero_bytes(data: bytes) -> Encoding | None:
    """Recognise UTF-16 and UTF-32 without a mark."""
    name = wide_encoding(data)
    if name is None or not decodes(data[: SAMPLE // 4 * 4], name):
        return None
    return Encoding(name, 0.95, "zero bytes stand where it has them")


def by_statistics(data: bytes) -> Encoding | None:
    """Ask the two detectors; let letters decide between Cyrillic code pages."""
    data = telling(data)
    guess = ask_chardet(data) or ask_normalizer(data)
    cyrillic = best_code_page(data)
    if guess is None or (cyrillic and codec(guess.name) in CODE_PAGES):
        return cyrillic
    if cyrillic and cyrillic.confidence > (0.9 if guess.confidence >= _WEAK_GUESS else 0.6):
        return cyrillic
    return _by_alphabet(data, guess)


def _by_alphabet(data: bytes, guess: Encoding) -> Encoding:
    """Let the letters of one language overrule a guess that is hardly one."""
    if guess.confidence > _HARDLY_A_GUESS:
        return guess
    score, page, language = best_latin_page(data[:LETTERS])
    return Encoding(page, round(score, 2), f"letters of {language}") if score >= _ONE_ALPHABET else guess


def telling(data: bytes) -> bytes:
    """Take from a sample the first lines with bytes beyond ASCII, of which alone the statistics can tell.

    Lines of UTF-8 among others were put there from elsewhere; drawn lines are no letters of any page.
    """
    data = DRAWN.sub(b" ", DRAWN.sub(b" ", data))
    beyond = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    foreign = [line for line in beyond if not decodes(line, "utf-8")]
    if len(data) <= SAMPLE and len(foreign) == len(beyond):
        return data
    return b"".join(foreign or beyond)[:SAMPLE] or data[:SAMPLE]


def best_code_page(data: bytes) -> Encoding | None:
    """Pick the Cyrillic code page whose letters look most like language."""
    sample = data[:LETTERS]
    score, page = max(((likelihood(sample, page), page) for page in CODE_PAGES), key=lambda scored: scored[0])
    if score <= 0:
        return None
    return Encoding(page, min(0.99, score), "frequency of Cyrillic letters")


def ask_chardet(data: bytes) -> Encoding | None:
    """Ask chardet, whose single-byte models are the better ones."""
    import chardet

    answer = chardet.detect(data)
    name = answer["encoding"]
    if not name or not decodes(data, name):
        return None
    narrow = NARROWER.get(codec(name), "")
    exact = narrow if narrow and decodes(data, narrow) else codec(name)
    return Encoding(exact, round(float(answer["confidence"]), 2), "chardet")


def ask_normalizer(data: bytes) -> Encoding | None:
    """Ask charset-normalizer, which also tries what chardet has no model for."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        return None
    return Encoding(codec(best.encoding), round(1.0 - best.chaos, 2), "charset-normalizer")


def codec(name: str) -> str:
    """Give Python's own name of an encoding."""
    return codecs.lookup(name).name


def decodes(data: bytes, name: str) -> bool:
    """Tell whether a sample decodes strictly, an incomplete character at its end forgiven."""
    try:
        codecs.getincrementaldecoder(name)("strict").decode(data, final=False)
    except (UnicodeDecodeError, LookupError):
        return False
    return True
