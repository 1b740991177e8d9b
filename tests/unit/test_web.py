"""Fetching a page: public addresses only, redirects checked, size and time bounded; all over real sockets."""

import contextlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from govbrief.base.errors import InputError
from govbrief.read.formats import web
from govbrief.read.formats.extracted import FormatError
from govbrief.read.formats.web import fetch, is_public
from govbrief.read.load import load_report
from tests.support import office

TEXT = "青岚县2023年工作总结\n" + "全年办理案件3200件,群众满意率达到98%。\n" * 10


class Site(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        """One answer."""
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
            return
        if self.path == "/trickle":
            with contextlib.suppress(OSError):
                for byte in b"HTTP/1.0 200 OK\r\nX: " + b"x" * 400:
                    self.wfile.write(bytes([byte]))
                    time.sleep(0.05)
            return
        if self.path == "/missing":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=gb2312")
        self.end_headers()
        self.wfile.write(office.as_html(TEXT, "gb18030") * (400 if self.path == "/large" else 1))

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "224.0.0.1",
        "0.0.0.0",  # noqa: S104 - an address to refuse
        "100.64.0.1",
    ],
)
def test_private_addresses(address):
    """Loopback, private, link-local and mapped addresses are not public."""
    assert not is_public(address)


def test_public_addresses():
    """Addresses of the open internet are."""
    assert is_public("8.8.8.8")
    assert is_public("2400:3200::1")


def test_loopback_is_refused(site):
    """A server on this machine is not asked, by number or by name."""
    for address in (site, site.replace("127.0.0.1", "localhost")):
        with pytest.raises(FormatError, match="private or loopback"):
            fetch(address)


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://a:99999/", f"http://{'a' * 80}.com/", "http://a..b/", "http://.com/"]
)
def test_broken_addresses(address):
    """An address that breaks its own grammar is told as such."""
    with pytest.raises(InputError, match="is not an address"):
        load_report(address, allow_url=True)


@pytest.mark.parametrize("address", ["http://", "http://user:pass@example.com/", "https://"])
def test_odd_addresses(address):
    """Addresses without a host, or with a name and password in them, are refused."""
    with pytest.raises(FormatError, match="not a plain"):
        fetch(address)


def test_page_is_read(site, monkeypatch):
    """A page of a public address becomes a report, with the encoding that the server names."""
    monkeypatch.setattr(web, "is_public", lambda _: True)
    report = load_report(f"{site}/报告 a.html?第=1", allow_url=True)
    assert report.title.value == "青岚县2023年工作总结"
    assert (report.encoding, report.source) == ("gb18030", f"{site}/报告 a.html?第=1")


def test_redirect_to_private_is_refused(site, monkeypatch):
    """Each address of a chain of redirects is checked again."""
    asked = []

    def once(number: str) -> bool:
        asked.append(number)
        return len(asked) == 1

    monkeypatch.setattr(web, "is_public", once)
    with pytest.raises(InputError, match="private or loopback"):
        load_report(f"{site}/to/{site}/a.html", allow_url=True)
    assert len(asked) == 2


def test_redirects_end(site, monkeypatch):
    """A chain of redirects that never ends is given up, and other schemes are not followed."""
    monkeypatch.setattr(web, "is_public", lambda _: True)
    with pytest.raises(FormatError, match="more than 5 redirects"):
        fetch(f"{site}/to/" * 9 + f"{site}/a")
    with pytest.raises(FormatError, match="not a plain"):
        fetch(f"{site}/to/file:///etc/passwd")


def test_bounds(site, monkeypatch):
    """A page that is missing, too large or too slow is refused."""
    monkeypatch.setattr(web, "is_public", lambda _: True)
    with pytest.raises(FormatError, match="answered 404"):
        fetch(f"{site}/missing")
    monkeypatch.setattr(web, "MAX_PAGE", 100_000)
    with pytest.raises(FormatError, match="larger than"):
        fetch(f"{site}/large")
    monkeypatch.setattr(web, "MAX_PAGE", 10_000_000)
    monkeypatch.setattr(web, "SECONDS", -1)
    with pytest.raises(FormatError, match="took more than"):
        fetch(f"{site}/large")


def test_trickle(site, monkeypatch):
    """A server that sends a byte now and then is left when the time is over."""
    monkeypatch.setattr(web, "is_public", lambda _: True)
    monkeypatch.setattr(web, "SECONDS", 1)
    start = time.monotonic()
    with pytest.raises(FormatError, match="took more than 1 seconds"):
        fetch(f"{site}/trickle")
    assert time.monotonic() - start < 15


def test_unreachable():
    """A host that nobody knows is named in the message."""
    with pytest.raises(FormatError, match="cannot be fetched"):
        fetch("http://127.0.0.1.invalid/")
