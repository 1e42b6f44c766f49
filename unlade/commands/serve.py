"""``unlade serve``: the case in a browser, on this machine only."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote

import click

from unlade import interpreter
from unlade.faults import Stop
from unlade.options import case_argument, root_option
from unlade.roots import follow
from unlade.terminal import say


@click.command("serve")
@case_argument
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="Port on 127.0.0.1.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser window.")
@root_option
def command(case: Path, port: int, open_browser: bool, roots: tuple[tuple[str, str], ...]) -> NoReturn:
    """Show CASE in a browser.

    Datasette serves it on 127.0.0.1 only, with the database opened read-only.

    \b
    Example:
      unlade serve case.db
    """
    if find_spec("datasette") is None:
        raise Stop("Datasette is not installed.", "Install it with: pip install 'unlade[web]'")
    from store.case import Case
    from store.metadata import write

    follow(case, roots)
    Case.open(case).close()  # refuse what is no case, in our words
    options = ["--metadata", str(write(case)), "--host", "127.0.0.1", "--port", str(port)]
    say(f"Serving {case} on http://127.0.0.1:{port}/{quote(case.stem)}/-/start (Ctrl-C ends it)")
    options += ["--open"] if open_browser else []
    program = interpreter.command("datasette", "serve", "--immutable", str(case), *options)
    # Becomes Datasette instead of starting it: whoever stops this process stops the server, and none is left behind.
    os.execve(program[0], program, interpreter.environment())
