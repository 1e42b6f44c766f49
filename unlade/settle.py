"""From what a reader said and what it left to the words that stand beside a file in the case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.sources import Outcome as Settled
from unlade.outcome import Outcome
from unlade.terminal import clean

FINE = frozenset({"ok", "empty", "skipped"})
"""Statuses nobody has to look at; any other makes a run end with the code for failures."""

_HIDDEN = "Its issues say what text that is; compare it with the pages in a viewer."
_OCR = "`unlade doctor` says whether Tesseract and its languages are installed; then `unlade retry` reads it."


def settle(outcome: Outcome, parts: int) -> Settled:
    """Judge a file of which ``parts`` pages, sheets or texts came into the case."""
    if outcome.status == "ok":
        status, reason, hint = _judge_whole(outcome.told)
    elif parts and outcome.status != "changed":
        status, hint = "partial", outcome.hint
        reason = f"Only the first {_counted(parts)} came out ({outcome.status}). {outcome.message}"
    else:
        status, reason, hint = outcome.status, outcome.message, outcome.hint
    return Settled(status, reason, hint, outcome.seconds, clean(outcome.told.get("kind", "")))


def _judge_whole(told: Mapping[str, Any]) -> tuple[str, str, str]:
    """Judge a file that was read to its end: it may still have said nothing."""
    parts, pictures, found, unseen = (_number(told, key) for key in ("parts", "pictures", "found", "unseen"))
    if pictures and pictures == parts and not found:
        return "needs_ocr", f"Without text, only pictures: {_counted(parts)}.", _OCR
    if pictures:
        return "partial", f"Without text, only pictures: {pictures:,} of {_counted(parts)}.", _OCR
    if unseen and not found:
        return "partial", "All its text is hidden or lies outside its pages; it was not read.", _HIDDEN
    if not found:
        return "empty", "There is nothing in it to read.", ""
    return "ok", "", ""


def _counted(parts: int) -> str:
    return "1 page or sheet" if parts == 1 else f"{parts:,} pages or sheets"


def _number(told: Mapping[str, Any], key: str) -> int:
    number = told.get(key, 0)
    return number if isinstance(number, int) else 0
