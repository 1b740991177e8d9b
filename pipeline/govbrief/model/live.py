"""Owns the ways to a server for the reports of one run: one set of connections, behind purse and ledger."""

from typing import TYPE_CHECKING

import httpx2

from govbrief.model.ledger import Keeper
from govbrief.model.ledgered import LedgerTransport
from govbrief.model.metered import MeteredTransport
from govbrief.model.purse import Purse
from govbrief.model.wire import Wire

if TYPE_CHECKING:
    from govbrief.base.errors import OutputError


class LiveWays:
    """Makes a way for each report; nothing is opened before the first request."""

    def __init__(self, purse: Purse, ledger: Keeper | None, address: str) -> None:
        """`address` is what the ledger calls the server."""
        self._purse = purse
        self._ledger = ledger
        self._address = address
        self._wire: Wire | None = None
        self._broken: list[OutputError] = []
        """Why the ledger takes no more answers."""

    def metered(self, report: str) -> httpx2.AsyncBaseTransport:
        """To the server past the purse; reports that run together share their connections, which cost each 17 ms."""
        self._wire = self._wire.shared() if self._wire and self._wire.in_use else Wire()
        return MeteredTransport(self._purse, report, self._wire)

    def way(self, report: str) -> httpx2.AsyncBaseTransport:
        """To the server past ledger and purse."""
        metered = self.metered(report)
        return (
            LedgerTransport(self._ledger, self._address, metered, self._broken) if self._ledger else metered
        )
