"""Kinds of document, as data: how a page is recognised, which labels its values stand at, which record it gives.

A kind is one TOML file beside this module (or in a folder named in ``UNLADE_PROFILES``); a later file of the same kind
replaces the earlier one. ``vocabulary.toml`` holds the labels of parties, sums and days that all commercial papers
share. A key or a field that nobody knows is an error that names the nearest known one.
"""

from __future__ import annotations

from extract.profiles.kind import Profile, recognise, told_by
from extract.profiles.load import ProfileError, load, vocabulary
from extract.profiles.rule import Rule

__all__ = ["Profile", "ProfileError", "Rule", "load", "recognise", "told_by", "vocabulary"]
