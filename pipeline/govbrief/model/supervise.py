"""Owns the promise that a server never outlives govbrief; run as `python -I supervise.py PROGRAM ARG...`.

Standard input is the life line: govbrief holds its other end and never writes. However govbrief ends,
kill -9 included, the kernel closes that end, the read below returns, and the server is stopped. A file of
its own that imports nothing of govbrief: it starts in milliseconds, and works the same on Linux and macOS.
"""

import os
import signal
import subprocess
import sys
import threading

GRACE_S = 3.0
"""A server that ignores SIGTERM for this long is killed."""


def _die_with_parent() -> None:
    """Linux only: have the kernel kill the server should this supervisor itself be killed."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415  (the one platform that needs it)

        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


def _stop(server: "subprocess.Popen[bytes]") -> None:
    """Ask, then insist."""
    if server.poll() is not None:
        return
    server.terminate()
    try:
        server.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        server.kill()


def _watch(server: "subprocess.Popen[bytes]") -> None:
    """Stop the server when the life line closes."""
    while os.read(0, 64):
        pass
    _stop(server)


def supervise(command: list[str]) -> int:
    """Run the command until it ends or the life line closes; its exit status, or 128 + signal."""
    # Ctrl-C reaches the whole terminal group; govbrief decides when its server goes.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The fork happens in the main thread, before any other exists: the death signal follows the thread.
    server = subprocess.Popen(  # noqa: S603  (the command comes from govbrief, no shell)
        command,
        stdin=subprocess.DEVNULL,
        preexec_fn=_die_with_parent,  # noqa: PLW1509  (one thread so far)
    )
    signal.signal(signal.SIGTERM, lambda *_: _stop(server))
    threading.Thread(target=_watch, args=(server,), daemon=True).start()
    status = server.wait()
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(supervise(sys.argv[1:]))
