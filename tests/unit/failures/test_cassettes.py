"""Recording over a real socket and replaying without one; a request that was not recorded is a loud miss."""

import json

import pytest
import yaml

from govbrief.base.errors import InputError
from govbrief.methods import load_set
from govbrief.model.cassettes import cassette_path, read_cassettes, request_key
from tests.support.bad_server import always, ctrl_c, refusal, saying, where
from tests.unit.failures.conftest import FUNCTIONS, ONE_PASS, REPORT, read_brief


@pytest.fixture
def recorded(summarize, serve, prompts, tmp_path, monkeypatch):
    """A recording of the report, made with a key from a server that is gone by now; gives its folder."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    server = serve()
    done = summarize(server, "--prompts", prompts, "--record", tmp_path / "tapes", "--out", tmp_path / "out")
    assert done.code == 0
    monkeypatch.delenv("OPENAI_API_KEY")
    return tmp_path / "tapes"


@pytest.fixture
def replay(govbrief, report, prompts, tmp_path):
    """Replay the report from a folder into `again`."""

    def run(folder, *arguments, sources=None):
        options = ("--replay", folder, "--prompts", prompts, "--out", tmp_path / "again", "--quiet")
        return govbrief("summarize", *(sources or (report,)), "--model", "m", *options, *arguments)

    return run


def test_replay_gives_the_recorded_brief(recorded, replay, tmp_path):
    """The same brief comes out without any server, all requests at once."""
    assert replay(recorded, "--concurrency", 8)[0:3:2] == (0, "")
    first, again = read_brief(tmp_path / "out"), read_brief(tmp_path / "again")
    for part in ("report", "summary", "figures", "items", "coverage", "failures"):
        assert again[part] == first[part]
    assert again["provenance"]["replayed"]
    assert again["provenance"]["tokens_in"] == first["provenance"]["tokens_in"]


def test_cassette_is_readable_and_holds_no_secret(recorded, report):
    """Chinese as Chinese on lines of its own; method, path, body and the content type, and nothing else."""
    text = cassette_path(recorded, "mine", str(report)).read_text(encoding="utf-8")
    assert '"zh": "部分单位法治意识不强' in text.replace('\\"', '"')
    assert "\\u" not in text
    for secret in ("sk-secret", "uthorization", "ookie", "req-1", "127.0.0.1", "stainless", "chatcmpl-"):
        assert secret not in text
    tape = yaml.safe_load(text)
    for entry in tape["interactions"]:
        assert set(entry["request"]) == {"method", "uri", "headers", "body"}
        assert entry["request"]["headers"] == {"content-type": ["application/json"]}
        assert list(entry["response"]["headers"]) == ["content-type"]
        assert "\n" in entry["request"]["body"]


def test_recording_twice_gives_the_same_bytes(recorded, summarize, serve, prompts, tmp_path):
    """Two recordings of the same answers can be compared line by line."""
    assert summarize(serve(), "--prompts", prompts, "--record", tmp_path / "more").code == 0
    paths = [cassette_path(folder, "mine", "report.txt") for folder in (recorded, tmp_path / "more")]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_one_byte_of_a_prompt_is_a_loud_miss(recorded, replay, prompts, report, tmp_path):
    """Exit 4 names report, chunk, cassette and set, the nearest request, and where it differs."""
    _change(prompts, "items.md", lambda text: text.replace("Issuer:", "Aussteller:"))
    done = replay(recorded)
    assert done.code == 4
    message, hint, *rest = done.err.splitlines()
    assert message.startswith(
        f"govbrief: {report} items 1: {recorded}/mine/report.yaml holds no answer to this request "
        "of prompt set 'mine': the nearest is 99."
    )
    assert f"% alike: request {_place_of(recorded, FUNCTIONS)} there, “Report: 某市司法局2023年" in message
    assert "…”; asked “…" in message
    assert "Aussteller: " in message.partition("asked")[2].partition("recorded")[0]
    assert "Issuer: " in message.partition("recorded")[2]
    assert hint.startswith("  the prompt set, the text or the model changed since the recording: ")
    assert rest == []
    assert not list((tmp_path / "again").iterdir())


def _change(prompts, file, change):
    """Give the set a message of its own, made from the one that it has or extends."""
    (prompts / file).write_text(change(load_set(str(prompts)).texts[file]), encoding="utf-8")


def _place_of(folder, words):
    """Which of the recorded requests, counted from 1, asks about `words` first."""
    keys = read_cassettes(cassette_path(folder, "mine", "report.txt"))
    return next(n for n, key in enumerate(keys, 1) if words in key)


@pytest.mark.parametrize(
    ("file", "where"),
    [("system.md", "items 1"), ("items.md", "items 1"), ("whole.md", "summary")],
)
def test_one_byte_of_any_message_is_a_loud_miss(recorded, replay, prompts, file, where):
    """Whichever message it is, what was being asked, the set and the nearest request are named."""
    _change(prompts, file, lambda text: f"{text.rstrip()}!")
    done = replay(recorded)
    assert (done.code, done.out) == (4, "")
    assert f" {where}: " in done.err
    assert " of prompt set 'mine': the nearest is 99." in done.err
    assert " there, “" in done.err
    assert "!" in done.err.partition("asked “")[2].partition("recorded")[0]


def test_another_model_is_a_loud_miss(recorded, replay):
    """An answer of one model is not replayed as that of another."""
    done = replay(recorded, "--model", "another")
    assert done.code == 4
    assert '"model": "another' in done.err


def test_miss_in_one_report_does_not_lose_the_other(recorded, replay, report, tmp_path):
    """The recorded report is briefed; the other one is named; exit 5."""
    other = tmp_path / "other.txt"
    other.write_text(REPORT.replace("2023", "2022").replace("市司法局", "县司法局"), encoding="utf-8")
    done = replay(recorded, sources=(other, report))
    assert done.code == 5
    assert done.err.startswith(f"govbrief: {other} items 1: {recorded}/mine holds no answer")
    assert len(read_brief(tmp_path / "again")["items"]) == 4


def test_recording_again_asks_only_for_what_is_missing(recorded, summarize, serve, prompts):
    """With `--replay` and `--record` a changed prompt costs its own requests; the cassette is whole again."""
    _change(prompts, "whole.md", lambda text: f"{text}\nBe brief.\n")
    server = serve()
    options = ("--prompts", prompts, "--replay", recorded, "--record", recorded)
    assert summarize(server, *options).code == 0
    assert ["Be brief." in body["messages"][-1]["content"] for _, _, body in server.requests] == [True]
    assert len(read_cassettes(cassette_path(recorded, "mine", "report.txt"))) == 5


@pytest.mark.parametrize(
    "end", [where("Write the head", refusal(500)), ctrl_c(2)], ids=["failed", "interrupted"]
)
def test_broken_off_recording_loses_nothing(recorded, summarize, serve, prompts, replay, end):  # noqa: PLR0913, PLR0917
    """What the cassette held before stays, until all is asked again."""
    assert summarize(serve(end), "--prompts", prompts, "--record", recorded).code == 5
    assert len(read_cassettes(cassette_path(recorded, "mine", "report.txt"))) == 5
    assert replay(recorded).code == 0


def test_errors_are_not_recorded(summarize, serve, tmp_path):
    """A recording holds answers only, so that a replay does not repeat an outage."""
    done = summarize(serve(always(refusal(500))), "--record", tmp_path / "tapes")
    assert done.code == 4
    assert not list((tmp_path / "tapes").rglob("*.yaml"))


def test_reports_of_one_name_share_a_cassette(summarize, serve, govbrief, tmp_path):
    """Two reports whose cassette has one name do not overwrite each other's answers."""
    paths = [tmp_path / way / "report.txt" for way in ("a", "b")]
    for path, year in zip(paths, ("2022", "2023"), strict=True):
        path.parent.mkdir()
        path.write_text(REPORT.replace("2023", year).replace("市司法局", f"{year}局"), encoding="utf-8")
    english = saying("Report of the Office for 2022 and 2023")
    tapes = tmp_path / "tapes"
    assert summarize(serve(english), "--record", tapes, sources=tuple(paths)).code in {0, 1}
    done = govbrief(
        "summarize",
        *paths,
        "--replay",
        tapes,
        "--model",
        "m",
        "--prompts",
        ONE_PASS,
        "--out",
        tmp_path / "o",
        "--quiet",
    )
    assert done.code in {0, 1}


@pytest.mark.parametrize(
    "text",
    [
        "interactions: 7",
        "[",
        "\x07",
        "interactions:\n- request: {method: POST, uri: 'http://x/v1', body: '{}'}\n",
        "interactions:\n- request: {method: P, uri: 'http://x', body: ''}\n  response: {status: {code: x}}\n",
    ],
)
def test_unreadable_cassette_is_named(tmp_path, text):
    """A cassette that somebody broke is an error with its name, never an empty one."""
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_cassettes(path)
    assert str(caught.value).startswith(f"{path}: not a readable cassette (")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("folder", "reason"), [("none", "no such folder of cassettes"), ("empty", "no cassettes (*.yaml) here")]
)
def test_folder_without_cassettes(replay, tmp_path, folder, reason):
    """Exit 3 names the folder and says how to record."""
    (tmp_path / "empty").mkdir()
    done = replay(tmp_path / folder)
    assert done.code == 3
    assert done.err.startswith(f"govbrief: {tmp_path}/{folder}: {reason}\n  record ")


QUIET = """\
青河县2025年法治政府建设情况报告

一、主要工作
全县建成便民服务站12个。
制定政府规章3件，修订1件。

二、下一步计划
健全行政执法监督机制。
"""


def test_a_report_that_asks_nothing_is_replayed(govbrief, tmp_path, serve):
    """Its recording is an empty folder, and the replay of that gives the same brief."""
    quiet, cassettes, server = tmp_path / "quiet.txt", tmp_path / "cassettes", serve()
    quiet.write_text(QUIET, encoding="utf-8")
    told = ("summarize", quiet, "--prompts", "embedded", "--quiet", "--out")
    asked = ("--base-url", server.url, "--model", "m", "--record", cassettes)
    assert govbrief(*told, tmp_path / "a.json", *asked).code == 0
    assert server.requests == []
    assert not list(cassettes.rglob("*.yaml"))
    done = govbrief(*told, tmp_path / "b.json", "--replay", cassettes)
    assert done.code == 0, done.err
    first, again = (
        json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in ("a.json", "b.json")
    )
    assert first["items"] == again["items"]


def test_request_is_known_by_its_values():
    """Order of keys and spaces do not matter; method, path and every value do."""
    key = request_key("POST", "/v1/chat", '{"a": 1, "b": "中"}')
    assert key == request_key("POST", "/v1/chat", rb'{"b":"\u4e2d","a":1}')
    for other in (("GET", "/v1/chat", '{"a": 1, "b": "中"}'), ("POST", "/v2/chat", '{"a": 1, "b": "中"}')):
        assert request_key(*other) != key
    assert request_key("POST", "/v1/chat", '{"a": 1, "b": "中 "}') != key
