"""Keeps the record under a journal built: a copy of the built record with the journal's changes in it.

The trap: such a record is told by what went into it, the record under it and the checksum of the journal's last entry,
so that it is never out of date and many may lie side by side.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from palmares.errors import RecordUnavailable
from palmares.record.cache import is_record

if TYPE_CHECKING:
    from palmares.record.journal import History
    from palmares.record.store import Record

KEPT = 6
"""How many records under journals are kept; the oldest go first."""


def effective_record(
    base: Path, history: History, folders: Iterable[Path], *, record: Record | None = None
) -> Path:  # fmt: skip
    """The built record with a history in it, built now if need be.

    Args:
        base: the built record under the journal.
        folders: where it may be kept, best first; missing ones are created.
        record: the same record where it is open already; it may be used though its file has been removed since.

    Raises:
        RecordUnavailable: no folder can be written to.
    """
    if not history.standing and base.exists():
        return base
    name = f"journal-{hashlib.sha256(f'{base.name}:{history.check}'.encode()).hexdigest()[:24]}.sqlite"
    problems = []
    for folder in folders:
        if is_record(folder / name):
            return folder / name
        try:
            with nullcontext(record) if record else connected(base) as under:
                return build_into(folder, name, under, history)
        except (OSError, sqlite3.Error) as error:
            problems.append(f"{folder}: {error}")
    raise RecordUnavailable(name, f"it could be built in no folder ({'; '.join(problems)}); make one of them writable")


def connected(base: Path) -> Record:
    """The record of a built file."""
    from palmares.record.store import connect  # here, since store opens records under journals through this module

    return connect(base)


def build_into(folder: Path, name: str, under: Record, history: History) -> Path:
    """Build the record in a folder under this name, and remove the oldest of its like."""
    import tempfile  # here, since most starts find the record built

    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".journal-", suffix=".building", dir=folder)
    os.close(handle)
    try:
        write_history(under, Path(temporary), history)
        Path(temporary).replace(folder / name)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    remove_oldest(folder, name)
    return folder / name


def write_history(under: Record, target: Path, history: History) -> None:
    """Write a record with a history in it, and see it safely on the disk."""
    from palmares.record.overlay import overlay  # here, and below, since most starts find the record built
    from palmares.record.patch import patch

    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        under.connection.backup(connection)
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
        patch(connection, overlay(under, history))
        entries = str(len(history.entries))
        connection.execute("INSERT OR REPLACE INTO about VALUES ('journal_entries', ?)", (entries,))
    with target.open("rb+") as stream:
        os.fsync(stream.fileno())


def remove_oldest(folder: Path, name: str) -> None:
    """Remove all but the latest records under journals."""
    with suppress(OSError):  # another process removes them at the same time, or holds one open where that forbids it
        found = sorted(folder.glob("journal-*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[KEPT:]:
            if path.name != name:
                path.unlink()
