"""``unlade doctor``: which optional parts are present."""

from __future__ import annotations

import platform
import sqlite3

import click

import unlade
from unlade.options import json_option
from unlade.terminal import put, put_json


@click.command("doctor")
@json_option
def command(as_json: bool) -> None:
    """Tell which optional parts are missing, and what for.

    \b
    Example:
      unlade doctor
    """
    from unlade.parts import PARTS

    found = [(part, part.find()) for part in PARTS]
    if as_json:
        for part, where in found:
            put_json({"part": part.name, "found": where, "without": part.without, "install": part.install})
        return
    put(f"unlade {unlade.__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    for part, where in found:
        put(
            f"ok    {part.name:18} {where}"
            if where
            else f"miss  {part.name:18} {part.without}; to get it: {part.install}"
        )
    put("Missing parts only narrow what can be read; `unlade plan DUMP` says which files that touches.")
