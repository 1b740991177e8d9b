"""What a user sees when answers come, but not the ones that were asked for."""

import re

import pytest

from govbrief.model.faults import ADDRESS_HINT, SCHEMA_HINT
from tests.support.bad_server import Reply, always, completion, first, good, refusal, saying
from tests.unit.failures.conftest import SHORTCOMINGS, failed_parts, read_brief

JSON = {"Content-Type": "application/json"}
NOTHING = "Invalid JSON: EOF while parsing a value at line 1 column 0; got ''"
MISFITS = {
    "prose": (
        completion("Sure! Here."),
        "Invalid JSON: expected value at line 1 column 1; got 'Sure! Here.'",
    ),
    "empty": (completion(""), NOTHING),
    "no content": (Reply(body=b'{"choices": [{"message": {"content": null}}]}', headers=JSON), NOTHING),
    "misfit": (completion('{"items": 7}'), "items: Input should be a valid array; got '7'"),
    "half a surrogate": (
        completion('{"items": "\\ud83d"}'),
        'Invalid JSON: unexpected end of hex escape at line 1 column 18; got \'{"items": "\\\\ud83d"}\'',
    ),
}


@pytest.mark.parametrize(("reply", "problem"), MISFITS.values(), ids=MISFITS)
def test_answer_that_does_not_fit_is_told(summarize, serve, report, reply, problem):
    """What came instead of an answer is in the message, with the fix; three sections are tried, twice each."""
    server = serve(always(reply))
    done = summarize(server)
    assert done.code == 4
    told = f"govbrief: {report} 01/00: {server.url} gave no answer that fits the schema: {problem}\n"
    assert done.err == f"{told}  {SCHEMA_HINT}\n"
    assert len(server.requests) == 6


NO_CHOICES = "No choices in OpenAI response (mode: json_schema_mode)"
NO_COMPLETIONS = {
    "no choices": (Reply(body=b'{"choices": []}', headers=JSON), NO_CHOICES),
    "null": (Reply(body=b"null", headers=JSON), NO_CHOICES),
    "an error with 200": (Reply(body=b'{"error": "no"}', headers=JSON), NO_CHOICES),
    "a page": (Reply(body=b"<html>login</html>", headers={"Content-Type": "text/html"}), NO_CHOICES),
    "broken JSON": (
        Reply(body=b'{"choices', headers=JSON),
        "Unterminated string starting at: line 1 column 2 (char 1)",
    ),
}


@pytest.mark.parametrize(("reply", "problem"), NO_COMPLETIONS.values(), ids=NO_COMPLETIONS)
def test_what_is_no_completion_is_told(summarize, serve, report, reply, problem):
    """Something answers there, but no chat model: the address is to be looked at."""
    server = serve(always(reply))
    done = summarize(server)
    assert done.code == 4
    told = f"govbrief: {report} 01/00: {server.url} gave something else than a chat completion: {problem}\n"
    assert done.err == f"{told}  {ADDRESS_HINT}\n"


def test_misfit_is_shown_to_the_model_once(summarize, serve, tmp_path):
    """A model that mends its answer when it sees what was wrong costs a retry, not a section."""
    server = serve(first(completion("no"), then=good))
    assert summarize(server, "--out", tmp_path / "out").code == 0
    assert len(server.requests[1][2]["messages"]) > len(server.requests[0][2]["messages"])
    assert read_brief(tmp_path / "out")["provenance"]["calls"] == len(server.requests)


def test_cut_answer_is_asked_for_without_its_loop(summarize, serve, tmp_path):
    """An answer cut at the token limit is asked for once more, with a penalty on repetition."""
    server = serve(first(completion('{"items": [', finish="length")))
    assert summarize(server, "--out", tmp_path / "out").code == 0
    [again] = [body for _, _, body in server.requests if "frequency_penalty" in body]
    assert again == {**server.requests[0][2], "frequency_penalty": 0.6}
    assert read_brief(tmp_path / "out")["provenance"]["retries"] == 1


def test_answers_cut_for_ever(summarize, serve, report):
    """Cut twice, the section is given up; other sections are still asked."""
    server = serve(always(completion('{"items": [', finish="length")))
    done = summarize(server)
    assert done.code == 4
    assert done.err == (
        f"govbrief: {report} 01/00: the answer was cut at 2400 tokens, twice\n"
        "  raise max_tokens in the prompt set's set.toml, or lower chunk_chars\n"
    )
    assert len(server.requests) >= 8


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


@pytest.mark.parametrize("option", ["max_tokens", "temperature", "seed"])
def test_option_that_a_model_refuses_is_left_out(summarize, serve, tmp_path, option):
    """Models that take no temperature, or count tokens under another name, are asked again without it, once."""
    no = refusal(400, f"Unsupported parameter: '{option}' is not supported with this model.")
    server = serve(lambda n, body: no if option in body else good(n, body))
    assert summarize(server, "--out", tmp_path / "out", "--record", tmp_path / "tapes").code == 0
    bodies = [body for _, _, body in server.requests]
    assert [option in body for body in bodies] == [True, *[False] * 6]
    assert ("max_completion_tokens" in bodies[1]) is (option == "max_tokens")
    assert read_brief(tmp_path / "out")["provenance"]["retries"] == 1
    assert summarize("http://127.0.0.1:9/v1", "--replay", tmp_path / "tapes").code == 0


def test_option_that_is_refused_for_its_value_is_no_reason_to_go_on(summarize, serve):
    """A refusal that names no option which can be left out is told as it is."""
    server = serve(always(refusal(400, "max_tokens is 2400, at most 1024 fit")))
    done = summarize(server)
    assert done.code == 4
    assert "refused the request (400: max_tokens is 2400, at most 1024 fit)" in done.err


def test_one_sentence_that_cannot_be_had_leaves_its_section(summarize, serve, report, tmp_path):
    """Where every sentence is a request of its own, one that fails is named and the others stay; exit 5."""
    text = report.read_text(encoding="utf-8")
    report.write_text(
        text.replace("有待提高。", "有待提高。基层执法力量不足，人员培训不够。"), encoding="utf-8"
    )

    def manner(n, body):
        wanted = any(m["content"].startswith("Sentence: 部分单位") for m in body["messages"])
        return completion("Sure!") if wanted else good(n, body)

    server = serve(manner)
    done = summarize(server, "--prompts", "default", "--out", tmp_path / "out")
    brief = read_brief(tmp_path / "out")
    assert done.code == 5
    assert [i["zh"] for i in brief["items"] if i["kind"] == "shortcoming"] == [
        "基层执法力量不足，人员培训不够。"
    ]
    assert set(failed_parts(brief)) == {SHORTCOMINGS}
