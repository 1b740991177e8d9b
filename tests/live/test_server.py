"""The real llama-server with the real model keeps what `tests/unit/test_server.py` shows with a fake one."""
# ruff: noqa: S310  (every address is the test's own server on loopback)

import json
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from govbrief.base.settings import Settings
from govbrief.cli.doctor import Health, run_doctor
from govbrief.model import weights
from govbrief.model.server import LocalServer, find_program

pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(find_program() is None or weights.find() is None, reason="needs `make local`"),
]


def post(server: LocalServer, key: str, **body: object) -> dict:
    request = urllib.request.Request(
        f"{server.base_url}/chat/completions",
        json.dumps(body).encode(),
        {"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.load(answer)


def test_real_model_answers_within_its_schema():
    """The server answers to its key only, within the schema, and the same question the same way twice."""
    question = {
        "messages": [{"role": "user", "content": "大连市位于哪个省？"}],
        "temperature": 0,
        "max_tokens": 20,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "a", "schema": {"enum": ["辽宁省", "吉林省"]}},
        },
    }
    with LocalServer(weights.require()) as server:
        with pytest.raises(urllib.error.HTTPError, match="401"):
            post(server, "wrong", **question)
        answers = [
            post(server, server.api_key, **question)["choices"][0]["message"]["content"] for _ in range(2)
        ]
        assert server.died() is None
    assert answers == ['"辽宁省"', '"辽宁省"']


def test_real_server_is_gone_after_kill_9():
    """Killing govbrief with -9 while the model writes leaves no llama-server behind."""
    script = """
import sys, threading, time
from govbrief.model import weights
from govbrief.model.server import LocalServer
with LocalServer(weights.require()) as server:
    print(server.base_url, server.api_key, flush=True)
    time.sleep(120)
"""
    with subprocess.Popen(  # noqa: S603  (this test's own script)
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as govbrief:
        url, key = govbrief.stdout.readline().split()
        body = {"messages": [{"role": "user", "content": "从一数到一万"}], "max_tokens": 4000, "stream": True}
        request = urllib.request.Request(
            f"{url}/chat/completions",
            json.dumps(body).encode(),
            {"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=120) as answer:
            assert answer.readline()
            govbrief.send_signal(signal.SIGKILL)
            while answer.readline():
                pass  # until the connection ends, because the server did
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"{url}/models", timeout=5)


def test_doctor_finds_this_machine_able():
    """On a machine with model and program the doctor has no fault, also when it hashes the weights again."""
    checks = run_doctor(Settings(), deep=True)
    assert [check for check in checks if check.health is Health.FAULT] == []
