"""One page from its picture: turned upright, levelled, its rules found, its words read, its numbers read twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from extract.model import Box
from extract.readers.ocr.cells import boxes_of, words_in
from extract.readers.ocr.cleaning import cleaned
from extract.readers.ocr.digits import checked
from extract.readers.ocr.engine import Deadline, Failed, Seen, certainty, installed, orientation_of, words_of
from extract.readers.ocr.hard_words import read_again
from extract.readers.ocr.hidden_russian import hides_russian
from extract.readers.ocr.language import Choice, languages_of, missed, probed
from extract.readers.ocr.legal_forms import with_company
from extract.readers.ocr.levelling import level_heights
from extract.readers.ocr.lifting import without
from extract.readers.ocr.one_type import in_one_type
from extract.readers.ocr.picture import POINTS, Picture, ink_of, shrunk
from extract.readers.ocr.policy import POLICY, Policy
from extract.readers.ocr.ruled import rules_of, thin
from extract.readers.ocr.script import in_one_script
from extract.readers.ocr.skew import skew_of
from extract.readers.ocr.spacing import spaced
from extract.readers.ocr.two_readings import weighed
from extract.readers.ocr.type_boxes import as_type
from extract.readers.ocr.worth import without_specks, worth_keeping
from extract.readers.pdf_words import RawWord

MODE_SPARSE = 11
SMALL_DPI = 150
OSD_DPI = 200
SURE_TURN = 1.0
UPRIGHT = 0.65
TELLING = 6
POOREST = 0.45
FEWEST_INK = 60
DARK = 64
NOWHERE = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What stands on a picture. ``why`` says in words why nothing could be read; empty where that worked."""

    extent: Box = NOWHERE
    words: Sequence[RawWord] = ()
    rules: Sequence[Box] = ()
    dialect: Mapping[str, str] = field(default_factory=dict)
    why: str = ""


def unavailable() -> str:
    """Say why no page can be read here; empty if it can."""
    if not POLICY.get().on:
        return "text recognition was switched off"
    return "" if installed().languages else "Tesseract is not installed"


def recognise(draw: Callable[[], Picture]) -> Recognised:
    """Read a page; ``draw`` gives its picture."""
    policy = POLICY.get()
    deadline = Deadline(policy.seconds, policy.patience, policy.beat)
    try:
        picture = draw()
        read = _read(picture, policy, deadline)
    except Failed as failure:
        return Recognised(why=str(failure))
    return Recognised(why="is dark all over, and no word was found on it") if is_night(read, picture) else read


def _read(picture: Picture, policy: Policy, deadline: Deadline) -> Recognised:
    if is_blank(picture):
        return Recognised(picture.extent)
    stand = stood_up(cleaned(picture), deadline)
    clean, rules = stand.picture, stand.rules
    choice = asked_for(policy) if policy.languages else languages_of(clean, stand.sample, stand.script, deadline)
    if choice.missing:
        raise Failed(f"needs Tesseract's language {'+'.join(choice.missing)}, which is not installed")
    languages, read = read_in(choice.languages, clean, deadline, fixed=bool(policy.languages))
    boxes = boxes_of([thin(rule) for rule in rules], clean.extent)
    read = read_closer(read, boxes, languages, clean, deadline)
    read = worth_keeping(read_again(read, languages, clean, deadline))
    settled = checked(spaced(one_script(read, languages, clean, deadline), clean), clean, deadline)
    words = level_heights(as_type(with_company(in_one_type(settled, clean))))
    confidence = certainty(words)
    if words and confidence < POOREST:
        raise Failed(f"could not be read well enough (confidence {confidence:.2f})")
    return Recognised(
        clean.extent,
        [RawWord(word.text, clean.box(word.x0, word.y0, word.x1, word.y1)) for word in words],
        [thin(rule) for rule in rules],
        dialect(clean, languages, confidence),
    )


def read_in(
    languages: Sequence[str], picture: Picture, deadline: Deadline, fixed: bool
) -> tuple[Sequence[str], list[Seen]]:
    """Read all words of a page; once more where they show that it speaks another language too."""
    dpi = round(picture.scale * POINTS)
    words = without_specks(words_of(picture.pixels, languages, deadline, MODE_SPARSE, dpi))
    better = None if fixed else missed(words, languages)
    if better is None and not fixed and hides_russian(words, languages, picture, deadline):
        better = Choice((*languages, "rus"))
    return (languages, words) if better is None else read_in(better.languages, picture, deadline, fixed=True)


def read_closer(
    words: list[Seen], boxes: Sequence[Box], languages: Sequence[str], picture: Picture, deadline: Deadline
) -> list[Seen]:
    """Read what stands in ruled boxes once more, box by box; a page without them keeps its words."""
    if not boxes:
        return words
    closer = without_specks(words_in(boxes, picture, languages, deadline))
    inside, outside = parted(words, boxes, picture)
    return [*outside, *weighed(inside, closer)]


def parted(words: Sequence[Seen], boxes: Sequence[Box], picture: Picture) -> tuple[list[Seen], list[Seen]]:
    """Part the words in boxes from those beside them."""
    inside: list[Seen] = []
    outside: list[Seen] = []
    for word in words:
        place = picture.box(word.x0, word.y0, word.x1, word.y1)
        (inside if any(lies_in(place, box) for box in boxes) else outside).append(word)
    return inside, outside


def lies_in(place: Box, box: Box) -> bool:
    """Tell whether the middle of a place lies in a box."""
    x, y = (place.x0 + place.x1) / 2, (place.top + place.bottom) / 2
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom


def one_script(words: list[Seen], languages: Sequence[str], picture: Picture, deadline: Deadline) -> list[Seen]:
    """Settle the scripts of words, where a page was read in two."""
    return in_one_script(words, picture, deadline) if {"rus", "eng"} <= set(languages) else words


@dataclass(frozen=True, slots=True)
class Stand:
    """A page stood upright, its rules lifted, a sample of its words, and the script it seems to be in.

    ``script`` is empty where nobody asked.
    """

    picture: Picture
    rules: list[Box]
    sample: Sequence[Seen]
    script: str = ""


def stood_up(picture: Picture, deadline: Deadline) -> Stand:
    """Level a page; where its lines then make little sense, ask which way is up."""
    stand = levelled(picture, deadline)
    if len(stand.sample) >= TELLING and certainty(stand.sample) >= UPRIGHT:
        return stand
    level = stand.picture
    factor = max(1, int(level.scale * POINTS // OSD_DPI))
    said = orientation_of(shrunk(level.pixels, factor), deadline, round(level.scale * POINTS / factor))
    turn, script = int(said.get("Orientation in degrees", "0")) % 360, said.get("Script", "")
    if turn and float(said.get("Orientation confidence", "0")) >= SURE_TURN:
        stand = levelled(picture.quarter_turned(turn), deadline)
    return replace(stand, script=script)


def levelled(picture: Picture, deadline: Deadline) -> Stand:
    """Level the lines of a page, lift its rules, and read a sample of its lines."""
    skew = skew_of(picture)
    level = picture.levelled(skew) if skew else picture
    rules = rules_of(level)
    clean = without(level, rules)
    return Stand(clean, rules, probed(clean, deadline))


def asked_for(policy: Policy) -> Choice:
    """Take the languages somebody asked for, as far as they are there."""
    there = tuple(code for code in policy.languages if code in installed().languages)
    return Choice(there, () if there else policy.languages)


def is_blank(picture: Picture) -> bool:
    """Tell a page with no more ink on it than dust."""
    factor = max(1, int(picture.scale * POINTS // SMALL_DPI))
    return int(ink_of(shrunk(picture.pixels, factor)).sum()) < FEWEST_INK


def is_night(read: Recognised, picture: Picture) -> bool:
    """Tell a picture too dark for ink to show from paper with nothing on it."""
    return not read.words and float(np.median(picture.pixels)) < DARK


def dialect(picture: Picture, languages: Sequence[str], confidence: float) -> dict[str, str]:
    """Say how a page was read, in the words that are stored with it."""
    said = {"ocr": f"{installed().version} {'+'.join(languages)}", "confidence": f"{confidence:.2f}"}
    if picture.turned:
        said["turned"] = str(picture.turned)
    if picture.skew:
        said["skew"] = f"{picture.skew:.2f}"
    return said
