"""A result is a claim of a process that read a stranger's file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unlade.task import BadResult, End, Result, Task, read_result


def test_task_end_and_result_go_through_their_line(tmp_path):
    task = Task("shard", {"path": "/a\udcff"}, str(tmp_path), 7)
    assert Task.decode(task.encode()) == task
    end = End(None, 11, "memory", 5, 0.5, "words\n")
    assert End.decode(end.encode()) == end
    Result("error", "why", "what to do", {"kind": "pdf"}, [1]).write(task.result_path)
    assert read_result(task.result_path) == Result("error", "why", "what to do", {"kind": "pdf"}, [1])


def test_no_file_is_no_result(tmp_path):
    assert read_result(tmp_path / "result.json") is None


@pytest.mark.parametrize(
    "forged",
    ["", "{", "[]", "null", '{"status": "ok"}', "[" * 100_000]
    + [
        json.dumps({"status": "ok", "message": "", "hint": "", "told": {}, "value": None, "version": "1", **change})
        for change in ({"status": "fine"}, {"message": 5}, {"told": []}, {"more": 1}, {"status": ["ok"]})
    ],
)
def test_a_forged_result_is_refused(tmp_path, forged):
    path = tmp_path / "result.json"
    path.write_text(forged)
    with pytest.raises(BadResult):
        read_result(path)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_result_or_refused(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_bytes(data)
    with pytest.raises(BadResult):
        read_result(path)
