"""From the end of a child to the status of its file."""

import signal

import pytest

from unlade.limits import Limits
from unlade.outcome import judge
from unlade.task import End, Result, Task

LIMITS = Limits(silence=60, memory=1024**3)


@pytest.mark.parametrize(
    ("end", "status", "words"),
    [
        (End(signal=9, killed="silence"), "timeout", "nothing came out of it for 60 seconds"),
        (End(signal=signal.SIGXCPU), "timeout", "far longer"),
        (End(signal=9, killed="memory"), "memory", "1,024 MiB"),
        (End(signal=signal.SIGABRT, stderr="memory allocation of 550000000000 bytes failed"), "memory", "MiB"),
        (End(signal=signal.SIGABRT, peak_memory=1_050_000_000), "memory", "MiB"),
        (End(signal=signal.SIGKILL, peak_memory=1_050_000_000), "memory", "MiB"),
        (End(signal=signal.SIGABRT, peak_memory=800_000_000), "memory", "MiB"),
        (End(signal=signal.SIGABRT, peak_memory=800_000_000, stderr="double free or corruption"), "crash", "SIGABRT"),
        (End(signal=signal.SIGSEGV, peak_memory=800_000_000), "crash", "SIGSEGV"),
        (End(signal=signal.SIGABRT, peak_memory=200_000_000), "crash", "SIGABRT"),
        (End(signal=signal.SIGABRT), "crash", "SIGABRT"),
        (End(signal=signal.SIGSEGV), "crash", "SIGSEGV"),
        (End(signal=50), "crash", "signal 50"),
        (End(exit=1), "crash", "no result"),
        (End(exit=0), "crash", "no result"),
    ],
)
def test_an_end_without_a_result(tmp_path, end, status, words):
    outcome = judge(Task("shard", {}, str(tmp_path), limits=LIMITS), end)
    assert outcome.status == status
    assert words in outcome.message
    assert outcome.hint


def test_what_the_child_said_counts_only_when_it_ended_well(tmp_path):
    task = Task("shard", {}, str(tmp_path), limits=LIMITS)
    Result("encrypted", "A password is needed.").write(task.result_path)
    assert judge(task, End(exit=0)).status == "encrypted"
    assert judge(task, End(signal=signal.SIGSEGV)).status == "crash"


def test_a_result_that_is_none_is_a_crash(tmp_path):
    task = Task("shard", {}, str(tmp_path), limits=LIMITS)
    task.result_path.write_text('{"status": "fine"}')
    assert judge(task, End(exit=0)).status == "crash"


def test_a_large_file_may_take_its_time_and_room():
    assert LIMITS.cpu_seconds(0) == 601
    assert LIMITS.cpu_seconds(10 * 1024**3) > 600_000
    assert LIMITS.output_bytes(10 * 1024**3) > 500 * 1024**3
