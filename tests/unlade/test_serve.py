"""The case in a browser."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from tests.unlade.conftest import environment


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(url):
    deadline = time.monotonic() + 60
    while True:
        try:
            return urllib.request.urlopen(url, timeout=10).read().decode()
        except urllib.error.URLError:
            assert time.monotonic() < deadline
            time.sleep(0.2)


def test_a_case_is_served_until_stopped(made, tmp_path):
    folder, _ = made
    case, port = tmp_path / "case.db", free_port()
    case.write_bytes((folder / "case.db").read_bytes())
    command = [sys.executable, "-m", "unlade", "serve", str(case), "--port", str(port)]
    process = subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, start_new_session=True)
    try:
        assert "Example Trading 1 LLC" in fetch(f"http://127.0.0.1:{port}/case/name?_size=100")
    finally:
        os.killpg(process.pid, signal.SIGINT)
        _, words = process.communicate(timeout=30)
    assert b"Traceback" not in words
    assert process.returncode in (0, 130)


def test_no_server_is_left_when_the_command_is_ended(made, tmp_path):
    folder, _ = made
    case, port = tmp_path / "case.db", free_port()
    case.write_bytes((folder / "case.db").read_bytes())
    command = [sys.executable, "-m", "unlade", "serve", str(case), "--port", str(port)]
    with subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.DEVNULL) as process:
        fetch(f"http://127.0.0.1:{port}/")
        process.terminate()
        process.wait(30)
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_without_datasette_the_way_to_it_is_told(made):
    code = (
        "import sys; sys.modules['datasette'] = None; sys.argv = ['unlade', 'serve', 'case.db']\n"
        "from unlade.cli import main; main()"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=made[0], env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "pip install 'unlade[web]'" in done.stderr
