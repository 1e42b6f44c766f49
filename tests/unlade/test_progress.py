"""A bar for people, lines for logs."""

import os
import pty
import subprocess
import sys

from tests.unlade.conftest import environment

CODE = """
from unlade.progress import progress
with progress("Reading", 2) as step:
    step("a\\x1b[31m[red]name.pdf")
    step("last.pdf")
"""


def run(**pipes):
    return subprocess.Popen([sys.executable, "-c", CODE], env={**environment(), "TERM": "xterm"}, **pipes)


def test_a_terminal_gets_a_bar_without_the_escapes_of_a_name():
    ours, theirs = pty.openpty()
    process = run(stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            shown += os.read(ours, 65536)
        except OSError:  # the other end is closed: this is how a pseudo terminal says so
            break
    assert process.wait() == 0
    assert b"Reading" in shown
    assert b"100%" in shown or b"last.pdf" in shown
    assert b"\x1b[31m[red]" not in shown


def test_a_pipe_gets_no_bar():
    process = run(stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.communicate() == (b"", b"")
