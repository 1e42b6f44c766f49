import contextlib
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from unlade.terminal import clean, put_json


def test_bytes_of_a_name_that_are_no_text_are_shown():
    assert clean("a\udcffb\x1b[2Jc\nd\u202ee") == "a\\xffb\\x1b[2Jc\\x0ad\\u202ee"


@given(st.text())
def test_nothing_that_drives_a_terminal_comes_through(text):
    shown = clean(text)
    assert all(character.isprintable() or character.isspace() or ord(character) > 0x9F for character in shown)
    shown.encode("utf-8")


def printed(value):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        put_json(value)
    return out.getvalue().removesuffix("\n")


def test_json_has_no_word_for_what_is_no_number():
    assert printed({"rows": [[1.5, float("nan")], [float("inf"), "a"]]}) == '{"rows": [[1.5, null], [null, "a"]]}'


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_json_says_the_same_and_holds_no_control(text):
    line = printed({"text": text})
    assert json.loads(line) == {"text": text}
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) <= 0x9F for c in line)
