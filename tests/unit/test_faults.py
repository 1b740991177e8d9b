"""What a failed request means, in every case that needs no server."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from govbrief.model.faults import Breaker, Cause, Explained, Fault, own_words, read_retry_after, times

FATAL, PASSING = Explained("gone", "", fatal=True), Explained("busy", "", fatal=False)


@pytest.mark.parametrize(
    ("fault", "tries"),
    [
        (Fault(Cause.UNREACHABLE, ""), 5),
        (Fault(Cause.TIMEOUT, ""), 2),
        (Fault(Cause.ANSWER, ""), 1),
        *[(Fault(Cause.STATUS, "", status), 5) for status in (408, 409, 425, 429, 500, 502, 503, 529)],
        *[(Fault(Cause.STATUS, "", status), 1) for status in (400, 401, 402, 403, 404, 413, 422)],
        (Fault(Cause.STATUS, "", 429, 60.0), 5),
        (Fault(Cause.STATUS, "", 429, 61.0), 1),
        (Fault(Cause.STATUS, "insufficient_quota", 429), 1),
    ],
)
def test_only_what_may_pass_is_tried_again(fault, tries):
    """Trouble on the way is tried again; a refusal, and a wait that nobody would sit through, are not."""
    assert fault.tries == tries


@pytest.mark.parametrize(
    ("raw", "seconds"),
    [
        ("7", 7.0),
        ("0.5", 0.5),
        ("-3", 0.0),
        ("", None),
        ("soon", None),
        ("Mon, 01 Jan 2024 00:00:00 GMT", 0.0),
    ],
)
def test_retry_after_as_servers_write_it(raw, seconds):
    """Seconds or a date; a moment that has passed means now, and anything else is no answer."""
    assert read_retry_after(raw) == seconds


def test_retry_after_as_a_date_to_come():
    """The date is read in the zone it names."""
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    assert 60 < (read_retry_after(later) or 0) <= 100


def test_breaker_ends_a_run_at_a_fatal_failure():
    """A wrong key is not tried on forty sections."""
    breaker = Breaker()
    breaker.failed(FATAL)
    assert breaker.last == FATAL


def test_breaker_gives_up_after_failures_in_a_row_only():
    """A server that answers now and then is asked on."""
    breaker = Breaker(patience=3)
    for _ in range(5):
        breaker.failed(PASSING)
        breaker.failed(PASSING)
        breaker.answered()
    assert breaker.last is None
    for _ in range(3):
        breaker.failed(PASSING)
    assert breaker.last == PASSING


def test_words_of_an_error_are_one_bounded_line_without_the_key():
    """Terminal escapes, line ends, long pages and the key stay out of a message."""
    assert own_words(OSError("Bearer sk-1 was\n\x1b[31mbad"), "sk-1") == "Bearer *** was [31mbad"
    assert len(own_words(ValueError("x" * 999), None)) == 200
    assert own_words(ValueError(), None) == "ValueError"
    assert (
        own_words(ConnectionRefusedError(111, "Connect call failed ('127.0.0.1', 1)"), None)
        == "Connection refused"
    )


def test_times_in_words():
    """As a person says it."""
    assert [times(n) for n in (1, 2, 5)] == ["once", "twice", "5 times"]
