"""What all tests have in common."""

import signal

import pytest


@pytest.fixture(autouse=True, scope="session")
def ctrl_c_works():
    """A shell starts what runs in its background with Ctrl-C ignored; tests that press it would wait for ever."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
