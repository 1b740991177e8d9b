"""Answers that come bit by bit, as server-sent events."""

import pytest

from govbrief.model.faults import Cause, FaultError
from govbrief.model.streamed import is_streamed, joined
from govbrief.model.unwrapping import read_answer

TWO = (
    b'data: {"choices": [{"delta": {"content": "{\\"a\\":"}}]}\n\n'
    b'data: {"choices": [{"delta": {"content": " 1}"}}]}\n\n'
)
END = b'data: {"choices": [{"delta": {}, "finish_reason": "stop"}]}\r\n\r\ndata: [DONE]\r\n\r\n'
USED = b'data: {"choices": [], "usage": {"prompt_tokens": 5, "completion_tokens": 2}}\n\n'


def test_bits_are_one_answer():
    """Content, the reason to stop and what it took, whatever stands between the events."""
    answered = read_answer(joined(b": waiting\n\n" + TWO + b"event: message\n" + END + USED), {"a"}, {})
    assert answered == ('{"a": 1}', 5, 2)


def test_thinking_stays_apart():
    """What a model thinks is not joined to what it says."""
    thought = b'data: {"choices": [{"delta": {"content": null, "reasoning_content": "{\\"a\\": 0}"}}]}\n\n'
    assert read_answer(joined(thought + TWO + END), {"a"}, {}).text == '{"a": 1}'


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (
            TWO + b'data: {"error": {"message": "overloaded", "code": 503}}\n\n',
            Cause.SERVER,
        ),
        (b"data: [DONE]\n\n", Cause.STRANGE),
        (
            b'data: {"choices": [{"delta": {"content": "x"}, "finish_reason": "content_filter"}]}\n\n',
            Cause.FILTERED,
        ),
        (b'data: {"choices": [{"delta": {"content": "x"}, "finish_reason": "length"}]}\n\n', Cause.CUT),
    ],
)
def test_what_is_no_answer_is_named(content, cause):
    """An error between the bits, nothing at all, a filter, a cut: as in an answer that comes whole."""
    with pytest.raises(FaultError) as caught:
        read_answer(joined(content), {"a"}, {})
    assert caught.value.fault.cause is cause


@pytest.mark.parametrize(
    ("kind", "content", "streams"),
    [
        ("text/event-stream; charset=utf-8", b"", True),
        ("application/json", b"\n\ndata: {}", True),
        ("", b": keep-alive\n", True),
        ("application/json", b'{"data": 1}', False),
    ],
)
def test_stream_is_known(kind, content, streams):
    """By its type, or by how it begins where the type is wrong."""
    assert is_streamed(kind, content) is streams


@pytest.mark.parametrize("content", [TWO, TWO + b'data: {"choices": [{"del'])
def test_stream_that_breaks_off_is_no_answer(content):
    """Half an answer is not taken for a whole one; a server that names no reason to stop at least says it is done."""
    with pytest.raises(ValueError, match=r"breaks off|Unterminated"):
        joined(content)
    assert read_answer(joined(TWO + b"data: [DONE]\n\n"), {"a"}, {}).text == '{"a": 1}'


def test_strange_events_are_no_bits():
    """An event of another shape is passed over."""
    odd = b'data: [1]\n\ndata: {"choices": "x"}\n\ndata: {"choices": [1, {"delta": "y"}], "usage": 3}\n\n'
    assert read_answer(joined(odd + TWO + END), {"a"}, {}).text == '{"a": 1}'
