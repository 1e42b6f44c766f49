from __future__ import annotations

import subprocess
import sys

import pytest

NO_NETWORK = """
import socket
def refuse(*given, **named):
    raise AssertionError("a model was looked for on the network")
socket.socket.connect = refuse
socket.create_connection = refuse
from extract.prose.organisations import find
print([hit.value for hit in find({text!r}, {language!r})])
"""


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Об этом сообщило Министерство торговли.", "Министерство торговли"),
        ("kk", "Бұл туралы Үкімет отырысында айтылды.", "Үкімет"),
    ],
)
def test_pipelines_need_no_network(language: str, text: str, name: str) -> None:
    code = NO_NETWORK.format(text=text, language=language)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert name in done.stdout


def test_models_are_loaded_only_when_text_is_read() -> None:
    code = "import sys, unlade.cli; print([name for name in sys.modules if name.split('.')[0] in ('spacy', 'numpy')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
