"""Where requests go, made of the address that a user gives, and with which headers."""

import asyncio

import httpx2
import pytest

from govbrief.model.client import Client
from govbrief.model.faults import FaultError
from govbrief.model.reach import api_root


@pytest.mark.parametrize(
    ("given", "root", "query"),
    [
        ("https://h/v1", "https://h/v1", {}),
        ("https://h/v1/", "https://h/v1", {}),
        ("https://h/v1/chat/completions", "https://h/v1", {}),
        ("https://h/v1/chat/completions/", "https://h/v1", {}),
        ("https://h/o/d?api-version=1", "https://h/o/d", {"api-version": "1"}),
        ("https://u:p@h:8/o/d/chat/completions?a=1&b=2", "https://u:p@h:8/o/d", {"a": "1", "b": "2"}),
    ],
)
def test_api_root(given, root, query):
    """The address that a path can be added to, and its query for every request."""
    assert api_root(given) == (root, query)


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("https://n.openai.azure.com/openai/v1", "k"),
        ("https://api.openai.com/v1", None),
        ("https://azure.com.example.org/v1", None),
    ],
)
def test_azure_gets_its_own_header(address, sent):
    """Azure looks for a key in a header of its own; nobody else is sent it."""
    seen = []

    async def answer(request):
        await asyncio.sleep(0)
        seen.append(request.headers.get("api-key"))
        return httpx2.Response(200, json={"choices": []})

    async def run():
        with pytest.raises(FaultError):
            await Client(address, "k", 5.0, httpx2.MockTransport(answer)).send(
                {}, frozenset(), lambda _: None
            )

    asyncio.run(run())
    assert seen == [sent]
