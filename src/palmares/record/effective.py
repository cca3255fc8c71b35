"""Keeps the record under a journal built: a copy of the built record with the journal's changes in it.

The trap: such a record is told by what went into it, the record under it and the checksum of the journal's last entry,
so that it is never out of date and many may lie side by side.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from palmares.errors import RecordUnavailable
from palmares.record.cache import is_record
from palmares.record.journal import History

KEPT = 6
"""How many records under journals are kept; the oldest go first."""


def effective_record(base: Path, history: History, folders: Iterable[Path]) -> Path:
    """The built record with a history in it, built now if need be.

    Args:
        base: the built record under the journal.
        folders: where it may be kept, best first; missing ones are created.

    Raises:
        RecordUnavailable: no folder can be written to.
    """
    if not history.standing:
        return base
    name = f"journal-{hashlib.sha256(f'{base.name}:{history.check}'.encode()).hexdigest()[:24]}.sqlite"
    problems = []
    for folder in folders:
        if is_record(folder / name):
            return folder / name
        try:
            return build_into(folder, name, base, history)
        except (OSError, sqlite3.Error) as error:
            problems.append(f"{folder}: {error}")
    raise RecordUnavailable(name, f"it could be built in no folder ({'; '.join(problems)}); make one of them writable")


def build_into(folder: Path, name: str, base: Path, history: History) -> Path:
    """Build the record in a folder under this name, and remove the oldest of its like."""
    import tempfile  # here, since most starts find the record built

    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".journal-", suffix=".building", dir=folder)
    os.close(handle)
    try:
        shutil.copyfile(base, temporary)
        write_history(base, Path(temporary), history)
        Path(temporary).replace(folder / name)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    remove_oldest(folder, name)
    return folder / name


def write_history(base: Path, target: Path, history: History) -> None:
    """Write a history into a copy of a built record, and see it safely on the disk."""
    from palmares.record.overlay import overlay  # here, and below, since most starts find the record built
    from palmares.record.patch import patch
    from palmares.record.store import connect

    with connect(base) as record, closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
        patch(connection, overlay(record, history))
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
