"""Keeps the built record in the user's cache directory, and builds it there when it is missing, old or damaged.

The trap: several processes may start at once. Each builds into a file of its own and moves it into place in one step,
so a reader sees a whole record or none; the last one to finish stays.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import platformdirs

from palmares.errors import RecordUnavailable

PACKAGE = Path(__file__).parent
MAKERS = (
    *("schema.sql", "build.py", "confidence.py", "covering.py", "dates.py", "entries.py", "names.py", "overlay.py"),
    *("patch.py", "published.py", "respell.py", "rows.py", "spellings.py", "tables.py", "words.toml"),
)
"""The files of this package that shape a built record, beside its data: by itself, and under a journal."""

MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = 0x70616C6D
TABLES_VERSION = 1
"""The `application_id` and `user_version` that schema.sql sets."""

STALE_SECONDS = 3600
"""A half-built file that is this much older than a new one belongs to a process that died."""


def cached_record(data: Path, folders: Iterable[Path]) -> Path:
    """The built record of a folder of data files, built now if need be.

    Args:
        data: the folder of data files.
        folders: where it may be kept, best first; missing ones are created. Asked for one by one, as they are needed.

    Raises:
        InvalidData: the record cannot be built from these files.
        RecordUnavailable: no folder can be written to.
    """
    source, name = fingerprint(data)
    tried = []
    for folder in folders:
        if is_record(folder / name):
            return folder / name
        tried.append(folder)
    problems = []
    for folder in tried:
        try:
            return build_into(folder, name, data, source)
        except (OSError, sqlite3.Error) as error:
            problems.append(f"{folder}: {error}")
    raise RecordUnavailable(name, f"it could be built in no folder ({'; '.join(problems)}); make one of them writable")


def fingerprint(data: Path) -> tuple[str, str]:
    """The prefix of all records built from this folder, and the file name of the one that its files make as they are.

    Files count by name, size and time of change, which takes less than reading them.
    """
    makers = [PACKAGE / maker for maker in MAKERS]
    seen = hashlib.sha256()
    for path in (*makers, *sorted(data.glob("*.csv")), *sorted(data.glob("nominations/*.csv"))):
        state = path.stat()
        seen.update(f"{path.name}:{state.st_size}:{state.st_mtime_ns}\n".encode())
    source = f"record-{hashlib.sha256(os.fsencode(data.resolve())).hexdigest()[:8]}-"
    return source, f"{source}{seen.hexdigest()[:16]}.sqlite"


def is_record(path: Path) -> bool:
    """Whether this is a whole SQLite file with the tables of this version, judged by its head and its length."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
            length = os.fstat(stream.fileno()).st_size
    except OSError:
        return False
    if len(head) < 100 or not head.startswith(MAGIC):
        return False
    (page_size,) = struct.unpack_from(">H", head, 16)
    (pages,) = struct.unpack_from(">I", head, 28)
    version, application = struct.unpack_from(">I4xI", head, 60)
    return (version, application, length) == (TABLES_VERSION, APPLICATION_ID, page_size * pages)


def build_into(folder: Path, name: str, data: Path, source: str) -> Path:
    """Build the record in a folder under this name, and remove what earlier data left there."""
    import tempfile  # here, since most starts find the record built

    from palmares.record.build import build  # here for the same reason

    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{source}", suffix=".building", dir=folder)
    os.close(handle)
    try:
        build(data, Path(temporary))
        built = Path(temporary).stat().st_mtime
        Path(temporary).replace(folder / name)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    remove_old(folder, name, source, built)
    return folder / name


def remove_old(folder: Path, name: str, source: str, built: float) -> None:
    """Remove records that other versions of the same data made, and half-built files of processes that died.

    Args:
        built: when this record was built, as the file system tells the time.
    """
    for path in (*folder.glob(f"{source}*.sqlite"), *folder.glob(f".{source}*.building")):
        try:
            if path.name != name and (path.suffix == ".sqlite" or path.stat().st_mtime < built - STALE_SECONDS):
                path.unlink()
        except OSError:
            continue  # another process has removed it, or holds it open where that forbids removal


def default_folders() -> Iterator[Path]:
    """Where the record may be kept: the user's cache directory, else a private folder of the temporary directory."""
    yield Path(platformdirs.user_cache_dir("palmares", appauthor=False))

    import tempfile  # here, since it is seldom needed and slow to import

    with suppress(OSError):  # there may be no temporary directory
        yield from private_folder(Path(tempfile.gettempdir()))


def private_folder(parent: Path) -> Iterator[Path]:
    """A folder that nobody else can have put files into; nothing when there is no such folder to be had."""
    user = os.getuid() if hasattr(os, "getuid") else None
    folder = parent / (f"palmares-{user}" if user is not None else "palmares")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        state = folder.lstat()
    except OSError:
        return
    private = user is None or (state.st_uid == user and stat.S_IMODE(state.st_mode) & 0o077 == 0)
    if stat.S_ISDIR(state.st_mode) and private:
        yield folder
