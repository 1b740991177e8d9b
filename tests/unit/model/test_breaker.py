"""What is wrong with one request, with a key, and with the whole server are different things."""

import pytest

from govbrief.model.explaining import Asked, Breaker, explain
from govbrief.model.faults import Cause, Fault


def failed(breaker, cause, who=None, status=None):
    """Whether the rest is vain after one more request that ended with this cause."""
    fault = Fault(cause, "no", status)
    return breaker.failed(fault, explain(fault, Asked("http://h/v1", "m", 1.0, 1)), who).fatal


@pytest.mark.parametrize("cause", [Cause.KEY, Cause.MODEL, Cause.SPENT, Cause.UNREACHABLE, Cause.FAR])
def test_refusal_before_any_answer_is_everybodys(cause):
    """A server that never did its work will not do it for the next request."""
    breaker = Breaker()
    assert failed(breaker, cause)
    assert breaker.last is not None


@pytest.mark.parametrize("cause", [Cause.KEY, Cause.MODEL, Cause.SPENT, Cause.UNREACHABLE, Cause.FAR])
def test_refusal_after_answers_is_that_reports_own_until_another_ones(cause):
    """An answer in between says that the server is well."""
    breaker = Breaker()
    breaker.answered()
    assert not failed(breaker, cause, "a")
    breaker.answered()
    assert not failed(breaker, cause, "a")
    assert failed(breaker, cause, "b")


@pytest.mark.parametrize("cause", [Cause.KEY, Cause.MODEL, Cause.SPENT, Cause.FAR])
def test_one_reports_parts_say_nothing_of_the_others(cause):
    """All sections of one report that are refused alike are still one report; the next report's decides."""
    breaker = Breaker(patience=3)
    breaker.answered()
    assert not any(failed(breaker, cause, "a") for _ in range(20))
    assert failed(breaker, cause, "b")


def test_what_stands_before_a_server_forbids_texts():
    """A firewall that says 403 to two reports has not refused a key that was good for others."""
    breaker = Breaker(patience=3)
    breaker.answered()
    assert not failed(breaker, Cause.KEY, "a", 403)
    assert not failed(breaker, Cause.KEY, "b", 403)
    assert failed(breaker, Cause.KEY, "c", 403)


def test_server_that_is_gone_is_gone_for_one_report_too():
    """No text decides whether anybody listens."""
    breaker = Breaker(patience=9)
    breaker.answered()
    assert [failed(breaker, Cause.UNREACHABLE, "a") for _ in range(2)] == [False, True]


def test_dead_embedded_server_is_certain_at_once():
    """It answered before, and will never again."""
    breaker = Breaker()
    breaker.answered()
    assert failed(breaker, Cause.GONE)


@pytest.mark.parametrize("cause", [Cause.DROPPED, Cause.TIMEOUT, Cause.SERVER])
def test_unwell_server_is_given_patience(cause):
    """Three requests in a row, each after all its tries, and the rest is not asked."""
    breaker = Breaker(patience=3)
    assert [failed(breaker, cause) for _ in range(3)] == [False, False, True]


def test_what_is_wrong_with_a_text_says_nothing_of_the_server():
    """Filtered, too long and misfit texts condemn none but themselves."""
    breaker = Breaker(patience=2)
    causes = (Cause.SERVER, Cause.FILTERED, Cause.SERVER, Cause.TOO_LONG, Cause.MISFIT, Cause.SERVER)
    assert not any(failed(breaker, cause) for cause in causes)
