"""What a failed request means, in the words that providers use."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from govbrief.model.explaining import Breaker, Explained, times
from govbrief.model.faults import Cause, Fault, body_words, one_line, read_status, system_words
from govbrief.model.waits import read_wait, told_wait

FATAL, PASSING = Explained("gone", "", fatal=True), Explained("busy", "", fatal=False)
REFUSALS = [
    # OpenAI, Azure
    (429, {"message": "Rate limit reached for gpt-4o on tokens per min. Please try again in 812ms."}, Cause.BUSY),
    (429, {"message": "You exceeded your current quota, please check your plan and billing details.",
           "code": "insufficient_quota"}, Cause.QUOTA),
    (400, {"message": "Invalid schema for response_format 'X': 'default' is not permitted."}, Cause.REFUSED),
    (400, {"message": "The response was filtered due to the prompt", "code": "content_filter",
           "innererror": {"code": "ResponsibleAIPolicyViolation"}}, Cause.FILTERED),
    (400, {"message": "This model's maximum context length is 8192 tokens.",
           "code": "context_length_exceeded"}, Cause.TOO_LONG),
    (404, {"message": "The model `gpt-9` does not exist or you do not have access to it."}, Cause.MODEL),
    (401, {"message": "Incorrect API key provided"}, Cause.KEY),
    # DeepSeek
    (400, {"message": "This response_format type is unavailable now"}, Cause.REFUSED),
    (400, {"message": "Content Exists Risk"}, Cause.FILTERED),
    (402, {"message": "Insufficient Balance"}, Cause.SPENT),
    # Qwen
    (400, {"message": "Input data may contain inappropriate content.", "code": "data_inspection_failed"},
     Cause.FILTERED),
    (400, {"message": "parameter.enable_thinking must be set to false for non-streaming calls"}, Cause.REFUSED),
    (400, {"message": "Access denied", "code": "Arrearage"}, Cause.SPENT),
    # GLM
    (400, {"message": "系统检测到输入或生成内容可能包含不安全或敏感内容", "code": "1301"}, Cause.FILTERED),
    (429, {"message": "您当前使用该API的并发数过高", "code": "1302"}, Cause.BUSY),
    (429, {"message": "您的账户已欠费，请充值后重试", "code": "1113"}, Cause.SPENT),
    # Kimi, MiniMax, Baidu, Ark
    (400, {"message": "The request was rejected because it was considered high risk", "type": "content_filter"},
     Cause.FILTERED),
    (200, {"status_code": 1027, "status_msg": "output new_sensitive"}, Cause.FILTERED),
    (400, {"message": "Prompt tokens too long", "code": "tokens_too_long"}, Cause.TOO_LONG),
    # Gemini, Mistral, OpenRouter
    (429, {"message": "You exceeded your current quota. Please retry in 36.4s.", "status": "RESOURCE_EXHAUSTED"},
     Cause.BUSY),
    (400, {"message": "The specified schema produces a constraint that has too many states for serving."},
     Cause.REFUSED),
    (400, {"message": "API key not valid. Please pass a valid API key."}, Cause.KEY),
    (403, {"message": "Your input was flagged", "metadata": {"reasons": ["x"]}}, Cause.FILTERED),
    (403, {"message": "not in your country"}, Cause.KEY),
    (404, {"message": "No endpoints found that can handle the requested parameters."}, Cause.REFUSED),
    (502, {"message": "Provider returned error"}, Cause.SERVER),
    # local servers
    (400, {"message": "failed to parse grammar"}, Cause.REFUSED),
    (500, {"message": "invalid JSON schema in format"}, Cause.REFUSED),
    (503, {"message": "Loading model"}, Cause.SERVER),
]  # fmt: skip


@pytest.mark.parametrize(("status", "error", "cause"), REFUSALS, ids=[str(r[1])[13:60] for r in REFUSALS])
def test_words_of_providers(status, error, cause):
    """The same status means different things in the words of different providers."""
    assert read_status(status, body_words({"error": error}), {}).cause is cause


def test_long_wait_is_not_waited():
    """A limit by the day ends the run; one by the minute does not."""
    assert read_status(429, "slow down", {"retry-after": "3600"}).cause is Cause.FAR
    assert read_status(429, "slow down", {"retry-after": "60"}).cause is Cause.BUSY


def test_errors_in_a_list_and_in_other_shapes():
    """Gemini wraps errors in a list, some gateways send a string, vLLM and FastAPI their own keys."""
    assert body_words([{"error": {"message": "no", "status": "INVALID_ARGUMENT"}}]) == "no (INVALID_ARGUMENT)"
    assert body_words({"error": "no"}) == "no"
    assert body_words({"object": "error", "message": "no", "code": 400}) == "no"
    assert "extra_forbidden" in body_words({"detail": [{"type": "extra_forbidden", "loc": ["body", "seed"]}]})
    assert body_words(json.loads("null")) == ""


@pytest.mark.parametrize(
    ("raw", "seconds"),
    [
        ("7", 7.0),
        ("0.5", 0.5),
        ("-3", 0.0),
        ("", None),
        ("soon", None),
        ("812ms", 0.812),
        ("6m0s", 360.0),
        ("1h2m", 3720.0),
        ("36.4s", 36.4),
        ("Mon, 01 Jan 2024 00:00:00 GMT", 0.0),
    ],
)
def test_waits_as_servers_write_them(raw, seconds):
    """Seconds, lengths or a date; a moment that has passed means now, and anything else is no answer."""
    assert read_wait(raw) == seconds


def test_wait_until_a_time_to_come():
    """A date is read in the zone it names; a large number is a time since 1970, in seconds or milliseconds."""
    later = datetime.now(UTC) + timedelta(seconds=100)
    stamp = later.timestamp()
    for raw in (format_datetime(later, usegmt=True), str(int(stamp)), str(int(stamp * 1000))):
        assert 60 < (read_wait(raw) or 0) <= 100


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("Please try again in 812ms. Visit", 0.812),
        ("Please try again in 6m2.5s.", 362.5),
        ("Please retry in 36.4s.", 36.4),
        ("Limit 20 per min. Retry after 12 seconds", 12.0),
        ('"retryDelay": "7s"', 7.0),
        ("Rate limit exceeded", None),
        ("error 42 s", None),
    ],
)
def test_waits_in_words(said, seconds):
    """Where no header says how long, the message often does."""
    assert told_wait({}, said) == seconds


def test_headers_count_before_words():
    """Retry-After is meant for programs; reset times count only where nothing else is said."""
    assert told_wait({"retry-after": "2", "x-ratelimit-reset": "9"}, "try again in 5s") == 2.0
    assert told_wait({"retry-after-ms": "1500", "retry-after": "2"}) == 1.5
    assert told_wait({"x-ratelimit-reset-requests": "1s", "x-ratelimit-reset-tokens": "6m0s"}) == 360.0


def test_breaker_ends_a_run_at_a_fatal_failure():
    """A wrong key is not tried on forty sections."""
    breaker = Breaker()
    breaker.failed(Fault(Cause.KEY, ""), FATAL)
    assert breaker.last == FATAL


def test_breaker_gives_up_after_errors_of_the_server_in_a_row_only():
    """A server that answers now and then is asked on, and one that refuses texts is well."""
    breaker = Breaker(patience=3)
    for _ in range(5):
        breaker.failed(Fault(Cause.SERVER, ""), PASSING)
        breaker.failed(Fault(Cause.SERVER, ""), PASSING)
        breaker.failed(Fault(Cause.FILTERED, ""), PASSING)
    assert breaker.last is None
    for _ in range(3):
        breaker.failed(Fault(Cause.SERVER, ""), PASSING)
    assert breaker.last == PASSING


def test_words_of_an_error_are_one_bounded_line_without_the_key():
    """Terminal escapes, line ends, long pages and the key stay out of a message."""
    assert one_line("Bearer sk-1 was\n\x1b[31mbad", "sk-1") == "Bearer *** was [31mbad"
    assert len(one_line("x" * 999)) == 200
    assert system_words(ValueError()) == "ValueError"
    refused = ConnectionRefusedError(111, "Connect call failed ('127.0.0.1', 1)")
    assert system_words(refused) == "Connection refused"


def test_times_in_words():
    """As a person says it."""
    assert [times(n) for n in (1, 2, 5)] == ["once", "twice", "5 times"]
