"""One bad file costs only itself: faults planted in place of readers."""

import selectors
import time
from pathlib import Path

import pytest

from unlade.limits import Limits
from unlade.pool import Pool, PoolBroken
from unlade.task import Task

LIMITS = Limits(silence=1.0, memory=300 * 1024**2)


@pytest.fixture
def run(tmp_path):
    """Run tasks given as (job, arguments) and map each number to its outcome."""

    def runner(*jobs, workers=2, limits=LIMITS):
        tasks = []
        for number, (job, arguments) in enumerate(jobs):
            (tmp_path / str(number)).mkdir()
            tasks.append(Task(job, arguments, str(tmp_path / str(number)), limits=limits))
        with Pool(workers, warm=False, module="tests.unlade.planted") as pool:
            return {int(Path(task.directory).name): outcome for task, outcome in pool.run(tasks)}

    return runner


@pytest.mark.parametrize(
    ("job", "status", "word"),
    [
        ("hang", "timeout", "1 seconds"),
        ("segfault", "crash", "SIGSEGV"),
        ("eat", "memory", "300 MiB"),
        ("ask", "memory", "300 MiB"),
        ("encrypted", "encrypted", "password"),
        ("stumble", "error", "KeyError"),
        ("leave", "crash", "no result"),
        ("patricide", "crash", "twice"),
    ],
)
def test_a_fault_costs_only_its_file(run, job, status, word):
    outcomes = run(("echo", {"say": "a"}), (job, {}), ("echo", {"say": "b"}))
    assert outcomes[1].status == status
    assert word in outcomes[1].message
    assert outcomes[1].hint or status == "error"
    assert [outcomes[n].value for n in (0, 2)] == [{"said": "a"}, {"said": "b"}]


@pytest.mark.timeout(60)
def test_a_worker_that_has_answered_before_it_is_looked_at_is_heard(run, monkeypatch):
    class Late(selectors.DefaultSelector):
        def select(self, timeout=None):
            time.sleep(1.5)
            return super().select(timeout)

    monkeypatch.setattr("unlade.pool.selectors.DefaultSelector", Late)
    outcomes = run(*[("echo", {"say": word}) for word in "abc"])
    assert [outcomes[n].value for n in range(3)] == [{"said": word} for word in "abc"]


def test_slow_but_living_is_not_stopped(run):
    assert run(("drip", {}))[0].value == "done"


def test_worker_that_dies_once_costs_nothing(run, tmp_path):
    assert run(("once", {"mark": str(tmp_path / "mark")}))[0].value == "second time"


def test_what_a_child_starts_ends_with_it(run):
    pid = run(("orphan", {}))[0].value
    deadline = time.monotonic() + 5
    while Path(f"/proc/{pid}/stat").exists() and " Z " not in Path(f"/proc/{pid}/stat").read_text():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_prints_of_a_reader_reach_nobody(run, capfd):
    outcome = run(("chatter", {}))[0]
    assert outcome.value == "quiet"
    assert outcome.log == "a warning of a library\n"
    assert capfd.readouterr() == ("", "")


def test_many_tasks_on_few_workers_all_come_back(run):
    outcomes = run(*[("echo", {"say": n}) for n in range(200)])
    assert [outcomes[n].value["said"] for n in range(200)] == list(range(200))


def test_names_that_are_no_text_go_through(run):
    assert run(("echo", {"say": "\udcff\n\u2028"}))[0].value == {"said": "\udcff\n\u2028"}


def test_worker_that_cannot_start_says_why(tmp_path):
    with Pool(1, module="tests.unlade.no_such_module") as pool, pytest.raises(PoolBroken, match="no_such_module"):
        list(pool.run([Task("echo", {}, str(tmp_path))]))


def test_drained_pool_finishes_what_it_has(tmp_path):
    tasks = [Task("echo", {"say": n}, str(tmp_path)) for n in range(50)]
    with Pool(1, warm=False, module="tests.unlade.planted") as pool:
        done = 0
        for _ in pool.run(tasks):
            done += 1
            pool.drain()
    assert done == 1
