"""Read profiles from TOML and refuse what nobody would ever look at."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from extract.model import RECORDS, specs
from extract.profiles.kind import Profile
from extract.profiles.rule import READINGS, Rule

HERE = Path(__file__).parent
VOCABULARY = "vocabulary.toml"
FURTHER = "UNLADE_PROFILES"
PROFILE_KEYS = (
    "kind",
    "title",
    "titles",
    "sheets",
    "record",
    "required",
    "paper",
    "sums",
    "opens",
    "numbers_tell",
    "like",
    "neighbours",
    "rule",
)
RULE_KEYS = tuple(f.name for f in dataclass_fields(Rule))
LISTS = ("titles", "sheets", "required", "neighbours", "labels")


class ProfileError(ValueError):
    """A profile says something that has no meaning; the message names the file, the fault and the nearest word."""


def load(folders: tuple[Path, ...] = ()) -> tuple[Profile, ...]:
    """Load the profiles of unlade and those of further folders, which replace ours of the same kind.

    Folders named in the environment variable ``UNLADE_PROFILES`` are further folders of every run.
    """
    named = os.environ.get(FURTHER, "").split(os.pathsep)
    return _load((*(Path(folder) for folder in named if folder), *folders))


@cache
def _load(folders: tuple[Path, ...]) -> tuple[Profile, ...]:
    files = (path for folder in (HERE, *folders) for path in sorted(folder.glob("*.toml")) if path.name != VOCABULARY)
    return tuple({profile.kind: profile for profile in map(read_profile, files)}.values())


@cache
def vocabulary() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Give the labels that commercial papers share: kind of mention -> role -> labels."""
    tables = tomllib.loads((HERE / VOCABULARY).read_text(encoding="utf-8"))
    return {kind: {role: tuple(labels) for role, labels in roles.items()} for kind, roles in tables.items()}


def read_profile(path: Path) -> Profile:
    """Read one profile. ProfileError for a broken file, an unknown key, record, reading or field."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"{path.name}: not a TOML file: {error}") from error
    _known(path, "key", data, PROFILE_KEYS)
    data["rule"] = _with_base(path, data.get("rule", []), data.pop("like", None))
    record = data.get("record")
    if record is not None:
        _known(path, "record", [record], RECORDS)
    rules = tuple(_rule(path, entry, record) for entry in data.pop("rule", []))
    rules += tuple(_behind_title(rule, data.get("titles", ())) for rule in rules if rule.own)
    _known(path, "required field", data.get("required", []), [rule.field for rule in rules])
    profile: Profile = _build(path, Profile, data, rules=rules)
    return profile


def _behind_title(rule: Rule, titles: Iterable[str]) -> Rule:
    """Let the number of a paper stand behind its title: CERTIFICATE OF ORIGIN No. 118."""
    return replace(rule, labels=tuple(titles), pattern="", behind=True)


def _with_base(path: Path, own: list[dict[str, Any]], like: str | None) -> list[dict[str, Any]]:
    """Add the rules of the profile this one is like; a rule of the same place gives its labels to ours."""
    if like is None:
        return own
    base = path.with_name(f"{like}.toml")
    if not base.exists():
        raise ProfileError(f"{path.name}: like {like!r}, but there is no {base.name} beside it")
    inherited = tomllib.loads(base.read_text(encoding="utf-8"))["rule"]
    places = {_place(entry) for entry in own} - {""}
    merged = [entry | {"labels": [*entry.get("labels", ()), *_labels_of(inherited, entry)]} for entry in own]
    return merged + [entry for entry in inherited if _place(entry) not in places]


def _place(entry: Mapping[str, Any]) -> str:
    """Name the place a rule is about: its box, else its field; what tells nothing has neither."""
    return str(entry.get("box") or entry.get("field", ""))


def _labels_of(inherited: Iterable[Mapping[str, Any]], entry: Mapping[str, Any]) -> list[str]:
    place, field = _place(entry), entry.get("field")
    same = (one for one in inherited if place and _place(one) == place and one.get("field") == field)
    return [label for one in same for label in one.get("labels", ())]


def _rule(path: Path, entry: dict[str, Any], record: str | None) -> Rule:
    _known(path, "key of a rule", entry, RULE_KEYS)
    rule: Rule = _build(path, Rule, entry)
    _known(path, "reading", [rule.read], READINGS)
    if record is not None and rule.read != "nothing":
        _known(path, "field", [rule.field], [spec.name for spec in specs(record)])
    try:
        re.compile(rule.pattern)
    except re.error as error:
        raise ProfileError(f"{path.name}: field {rule.field}: pattern does not compile: {error}") from error
    return rule


def _build(path: Path, cls: type, data: Mapping[str, Any], **more: Any) -> Any:
    try:
        return cls(**{key: tuple(value) if key in LISTS else value for key, value in data.items()}, **more)
    except TypeError as error:
        raise ProfileError(f"{path.name}: {error}") from error


def _known(path: Path, what: str, given: Iterable[str], known: Iterable[str]) -> None:
    names = list(known)
    for name in given:
        if name not in names:
            near = get_close_matches(name, names, n=1, cutoff=0.0)
            raise ProfileError(f"{path.name}: unknown {what} {name!r}; did you mean {near[0]!r}?")
