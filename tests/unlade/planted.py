"""A worker whose jobs misbehave on purpose. Run as ``python -m tests.unlade.planted`` by the pool of a test."""

import ctypes
import os
import signal
import subprocess
import sys
import time

from extract.errors import Encrypted
from unlade.worker import main


def echo(arguments, report):
    report.alive()
    return {"said": arguments["say"]}


def hang(arguments, report):
    while True:
        time.sleep(1)


def drip(arguments, report):
    """Longer than the silence that is allowed, but never silent."""
    for _ in range(15):
        time.sleep(0.1)
        report.alive()
    return "done"


def segfault(arguments, report):
    ctypes.string_at(0)


def eat(arguments, report):
    blocks = []
    while True:
        blocks.append(bytearray(os.urandom(1024)) * 16384)
        report.alive()


def ask(arguments, report):
    return len(bytearray(8 * 1024**3))


def encrypted(arguments, report):
    raise Encrypted("A password is needed.", "Give it with --passwords.")


def stumble(arguments, report):
    raise KeyError("box 31")


def leave(arguments, report):
    sys.exit(0)


def patricide(arguments, report):
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(30)


def once(arguments, report):
    """Kill the worker the first time only."""
    if os.path.exists(arguments["mark"]):
        return "second time"
    open(arguments["mark"], "w").close()
    return patricide(arguments, report)


def orphan(arguments, report):
    """Leave a grandchild behind and tell its number."""
    return subprocess.Popen(["sleep", "60"]).pid


def chatter(arguments, report):
    print("printed where a worker's answers go")
    os.write(1, b'{"exit": 0}\n')
    sys.stderr.write("a warning of a library\n")
    return "quiet"


JOBS = {
    name: f"tests.unlade.planted:{name}"
    for name in (
        "echo",
        "hang",
        "drip",
        "segfault",
        "eat",
        "ask",
        "encrypted",
        "stumble",
        "leave",
        "patricide",
        "once",
        "orphan",
        "chatter",
    )
}

if __name__ == "__main__":
    main(JOBS)
