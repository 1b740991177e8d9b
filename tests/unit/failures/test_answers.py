"""What a user sees when answers come, but not the ones that were asked for."""

import json
import re

import pytest

from govbrief.model.faults import Cause
from govbrief.model.faultwords import WORDS
from tests.support.bad_server import Reply, always, completion, first, good, refusal, saying
from tests.unit.failures.conftest import failed_parts, read_brief

JSON = {"Content-Type": "application/json"}
MISFITS = {
    "prose": (completion("Sure! Here."), "it is no JSON, or breaks off"),
    "misfit": (completion('{"items": 7}'), "items is no list"),
    "half a surrogate": (completion('{"items": "\\ud83d"}'), "it is no JSON, or breaks off"),
}


@pytest.mark.parametrize(("reply", "problem"), MISFITS.values(), ids=MISFITS)
def test_answer_that_does_not_fit_is_told(summarize, serve, report, reply, problem):
    """What is wrong with an answer is told in words, with the fix; each section is tried, twice."""
    server = serve(always(reply))
    done = summarize(server)
    assert done.code == 4
    told = f"{server.url} did not answer in the form that was asked for, twice: {problem}"
    assert done.err.startswith(f"govbrief: {report} items 1: {told}\n  {WORDS[Cause.MISFIT].hint.en}\n")
    assert len(server.requests) == 2 * 5  # four sections and the head


BLANKS = {
    "empty": completion(""),
    "no content": Reply(body=b'{"choices": [{"message": {"content": null}}]}', headers=JSON),
    "nothing but thoughts": completion('<think>{"items": []}</think>'),
}


@pytest.mark.parametrize("reply", BLANKS.values(), ids=BLANKS)
def test_blank_answer_is_asked_for_again_unchanged(summarize, serve, report, reply):
    """A blank answer may be no blank the next time; for ever blank, it is told as what it is."""
    server = serve(always(reply))
    done = summarize(server)
    assert done.code == 4
    assert f"govbrief: {report} items 1: {server.url} answered without a word, tried 3 times\n" in done.err
    assert server.requests[0][2] == server.requests[1][2] == server.requests[2][2]
    assert len(server.requests) == 3 * 5
    assert summarize(serve(first(reply, reply))).code == 0


NO_CHOICES = "no choices in it"
NO_COMPLETIONS = {
    "no choices": (Reply(body=b'{"choices": []}', headers=JSON), NO_CHOICES),
    "null choices": (Reply(body=b'{"choices": null}', headers=JSON), NO_CHOICES),
    "null": (Reply(body=b"null", headers=JSON), NO_CHOICES),
    "an error with 200": (Reply(body=b'{"error": "no"}', headers=JSON), "no"),
    "a page": (
        Reply(body=b"<html>login</html>", headers={"Content-Type": "text/html"}),
        "<html>login</html>",
    ),
    "broken JSON": (Reply(body=b'{"choices', headers=JSON), '{"choices'),
}


@pytest.mark.parametrize(("reply", "problem"), NO_COMPLETIONS.values(), ids=NO_COMPLETIONS)
def test_what_is_no_completion_is_told(summarize, serve, report, reply, problem):
    """Something answers there, but no chat model: asked again, then the address is to be looked at."""
    server = serve(always(reply))
    done = summarize(server)
    assert done.code == 4
    told = f"{server.url} gave something else than a chat completion, tried 3 times: {problem}"
    assert done.err.startswith(f"govbrief: {report} items 1: {told}\n  {WORDS[Cause.STRANGE].hint.en}\n")
    assert summarize(serve(first(reply, reply))).code == 0


def test_misfit_is_shown_to_the_model_once(summarize, serve, tmp_path):
    """A model that mends its answer when it sees what was wrong costs a retry, not a section."""
    server = serve(first(completion("no"), then=good))
    assert summarize(server, "--out", tmp_path / "out").code == 0
    assert len(server.requests[1][2]["messages"]) > len(server.requests[0][2]["messages"])
    assert read_brief(tmp_path / "out")["provenance"]["calls"] == len(server.requests)


def test_cut_answer_is_asked_for_with_more_room(summarize, serve, tmp_path):
    """An answer cut at the token limit is asked for once more, with room for twice as much."""
    server = serve(first(completion('{"items": [', finish="length")))
    assert summarize(server, "--out", tmp_path / "out").code == 0
    first_body, again = server.requests[0][2], server.requests[1][2]
    assert again == {**first_body, "max_tokens": 2 * first_body["max_tokens"]}
    assert read_brief(tmp_path / "out")["provenance"]["retries"] == 1


def test_answers_cut_for_ever(summarize, serve, report):
    """Cut again with four times the room, the section is given up; other sections are still asked."""
    server = serve(always(completion('{"items": [', finish="length")))
    done = summarize(server)
    assert done.code == 4
    assert done.err == (
        f"govbrief: {report} items 1: the answer was cut at 24000 tokens, again and again\n"
        "  raise max_tokens in the prompt set's set.toml, or lower chunk_chars\n"
        f"  {report} items 1：回答屡次在24000个词元处被截断。"
        "请调高提示词集 set.toml 中的 max_tokens，或调低 chunk_chars\n"
    )
    assert len(server.requests) == 3 * 5


def test_findings_to_review_end_with_1(summarize, serve, tmp_path):
    """A number that the source does not hold is marked in every format, and the exit code tells."""
    server = serve(saying("The office closed 999 cases in all districts and towns of the city this year."))
    done = summarize(server, "--out", tmp_path / "out")
    assert (done.code, done.err) == (1, "")
    doubtful = [item for item in read_brief(tmp_path / "out")["items"] if "999" in item["en"]]
    assert doubtful
    assert all(item["findings"] for item in doubtful)
    for text in (done.out, (tmp_path / "out" / "report.md").read_text(encoding="utf-8")):
        assert re.search(r"999[^.]{0,20}⚠", text)


def test_strict_leaves_out_what_fails_the_check_and_says_so(summarize, serve, tmp_path):
    """Nothing with a doubt stands in a strict brief, and its reader is told how much was left out."""
    server = serve(saying("The office closed 999 cases in all districts and towns of the city this year."))
    loose = summarize(server, "--out", tmp_path / "loose")
    assert "999" in loose.out
    done = summarize(server, "--strict", "--out", tmp_path / "out")
    brief = read_brief(tmp_path / "out")
    assert "999" not in done.out + json.dumps(brief)
    assert not [item for item in brief["items"] if item["findings"]]
    left_out = brief["provenance"]["left_out"]
    doubtful = [item for item in read_brief(tmp_path / "loose")["items"] if item["findings"]]
    assert left_out >= len(doubtful) > 0
    assert f"{left_out} statements left out for failing the check." in " ".join(done.out.split())


@pytest.mark.parametrize("option", ["max_tokens", "temperature", "seed"])
def test_option_that_a_model_refuses_is_left_out(summarize, serve, tmp_path, option):
    """Models that take no temperature, or count tokens under another name, are asked again without it, once."""
    no = refusal(400, f"Unsupported parameter: '{option}' is not supported with this model.")
    server = serve(lambda n, body: no if option in body else good(n, body))
    assert summarize(server, "--out", tmp_path / "out", "--record", tmp_path / "tapes").code == 0
    bodies = [body for _, _, body in server.requests]
    assert [option in body for body in bodies] == [True, *[False] * (len(bodies) - 1)]
    assert ("max_completion_tokens" in bodies[1]) is (option == "max_tokens")
    assert read_brief(tmp_path / "out")["provenance"]["retries"] == 1
    assert summarize("http://127.0.0.1:9/v1", "--replay", tmp_path / "tapes").code == 0


def test_limit_that_is_too_large_is_lowered(summarize, serve):
    """A server that names the most tokens it gives is asked for so many, from then on."""
    no = refusal(400, "max_tokens is 6000, at most 1024 fit")
    server = serve(lambda n, body: no if body["max_tokens"] > 1024 else good(n, body))
    assert summarize(server).code == 0
    lowered = [body["max_tokens"] <= 1024 for _, _, body in server.requests]
    assert lowered == [False, *[True] * (len(lowered) - 1)]


def test_a_part_that_cannot_be_had_is_named(summarize, serve, tmp_path):
    """Where each clause is a request of its own, one that fails is named and all others stay; exit 5."""

    def manner(n, body):
        wanted = any(m["content"].startswith("plan: 推进") for m in body["messages"])
        return completion("Sure!") if wanted else good(n, body)

    done = summarize(serve(manner), "--prompts", "embedded", "--out", tmp_path / "out")
    brief = read_brief(tmp_path / "out")
    assert done.code == 5
    assert [item["kind"] for item in brief["items"]] == ["shortcoming", "plan"]
    assert [part[:2] for part in failed_parts(brief)] == ["推进"]
