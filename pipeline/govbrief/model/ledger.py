"""Owns the ledger: every answer that was paid for, kept the moment it came, so that nothing is paid twice.

One SQLite file in WAL mode. A request is known by the server's address and all of its body; neither key nor headers
enter the file. A row whose checksum does not fit is as if it were not there.
"""

import hashlib
import json
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from govbrief.base.errors import OutputError

FILE = ".ledger.sqlite"
"""Name of the ledger in a folder of briefs."""
_BUSY_S = 30.0
"""Another run on the same folder writes for milliseconds; a disk that hangs is told after so long."""
_TABLES = """
create table if not exists answers (
    key text primary key, model text not null, asked real not null, seconds real not null,
    tokens_in integer not null, tokens_out integer not null, body blob not null, checksum text not null
) without rowid;
create table if not exists briefs (
    name text primary key, fingerprint text not null, files text not null, done real not null
) without rowid;
"""


class Kept(NamedTuple):
    """One answer as the ledger has it."""

    model: str
    asked: float
    """Seconds since 1970."""
    seconds: float
    """Waiting for it."""
    tokens_in: int
    tokens_out: int


@dataclass(frozen=True, slots=True)
class Totals:
    """What a ledger holds of one model."""

    model: str
    answers: int
    tokens_in: int
    tokens_out: int
    seconds: float


def request_id(address: str, body: Any) -> str:  # noqa: ANN401 - any JSON
    """What a request is known by: a hash of where it goes and of all that it says."""
    told = json.dumps(body, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{address}\n{told}".encode("utf-8", "replace")).hexdigest()


class Keeper(Protocol):
    """A ledger as a run uses it."""

    def answer(self, key: str) -> bytes | None:
        """The kept answer; None when there is none, or when it was damaged."""

    def keep(self, key: str, body: bytes, kept: Kept) -> None:
        """Keep an answer; it is on the disk when this returns."""

    def files_of(self, name: str, fingerprint: str) -> dict[str, str]:
        """The files of a brief that is whole and was made of just this, with their hashes."""

    def finished(self, name: str, fingerprint: str, files: Mapping[str, str]) -> None:
        """Note that a brief is whole and written into `files`, given with their hashes."""

    def close(self) -> None:
        """It is not used any more."""


class Ledger:
    """The answers of one file; may be used by several threads, and by several runs at once."""

    def __init__(self, path: Path) -> None:
        """Open `path`, made when it is not there.

        Raises:
            OutputError: it cannot be opened, or is no ledger.
        """
        self.path = path
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
            self._db.execute("pragma journal_mode=wal")
            # a commit is on the disk before its answer is used: a machine that goes down loses what is under way
            self._db.execute("pragma synchronous=full")
            self._db.executescript(_TABLES)
        except (OSError, sqlite3.Error) as error:
            raise OutputError(
                f"{path}: no ledger can be kept here ({error})",
                hint="choose another place with --ledger, or move the file away",
            ) from error

    def close(self) -> None:
        """Close the file; what was kept is on the disk."""
        with self._lock:
            self._db.close()

    def answer(self, key: str) -> bytes | None:
        """The kept answer; None when there is none, or when it was damaged."""
        row = self._one("select body, checksum from answers where key = ?", (key,))
        if row is None or hashlib.sha256(row[0]).hexdigest() != row[1]:
            return None
        body: bytes = row[0]
        return body

    def keep(self, key: str, body: bytes, kept: Kept) -> None:
        """Keep an answer; one that was kept before under this key is replaced.

        Raises:
            OutputError: it cannot be written, e.g. because the disk is full.
        """
        checksum = hashlib.sha256(body).hexdigest()
        self._write("replace into answers values (?, ?, ?, ?, ?, ?, ?, ?)", (key, *kept, body, checksum))

    def files_of(self, name: str, fingerprint: str) -> dict[str, str]:
        """The files of a brief that is whole and was made of just this, with their hashes; empty without one."""
        row = self._one("select files from briefs where name = ? and fingerprint = ?", (name, fingerprint))
        return dict(json.loads(row[0])) if row else {}

    def finished(self, name: str, fingerprint: str, files: Mapping[str, str]) -> None:
        """Note that a brief is whole and written into `files`, given with their hashes."""
        row = (name, fingerprint, json.dumps(dict(files)), time.time())
        self._write("replace into briefs values (?, ?, ?, ?)", row)

    def totals(self) -> tuple[Totals, ...]:
        """What the ledger holds, model by model."""
        rows = self._rows(
            "select model, count(*), sum(tokens_in), sum(tokens_out), sum(seconds) from answers"
            " group by model order by model"
        )
        return tuple(Totals(*row) for row in rows)

    def entries(self) -> Iterator[tuple[str, Kept, bytes]]:
        """Every sound answer in the order in which they came: key, what it took, body."""
        for key, *kept, body, checksum in self._rows("select * from answers order by asked, key"):
            if hashlib.sha256(body).hexdigest() == checksum:
                yield key, Kept(*kept), body

    def prune(self, before: float) -> int:
        """Forget answers from before that time, in seconds since 1970; the number of them."""
        gone = self._write("delete from answers where asked < ?", (before,))
        self._write("vacuum", ())
        return gone

    def _one(self, query: str, values: tuple[object, ...]) -> tuple[Any, ...] | None:
        rows = self._rows(query, values)
        return rows[0] if rows else None

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._db.execute(query, values).fetchall()
        except (sqlite3.OperationalError, sqlite3.ProgrammingError) as error:
            raise OutputError(
                f"{self.path}: the kept answers cannot be read ({error})",
                hint="is another program at work on it? else choose another place with --ledger",
            ) from error
        except sqlite3.DatabaseError:
            # a damaged page: what it held is asked again
            return []

    def _write(self, query: str, values: tuple[object, ...]) -> int:
        try:
            with self._lock:
                return self._db.execute(query, values).rowcount
        except sqlite3.Error as error:
            raise OutputError(
                f"{self.path}: an answer cannot be kept ({error})",
                hint="free some space, or choose another place with --ledger",
            ) from error
