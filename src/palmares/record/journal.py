"""The journal: what a user has added to the record, changed or taken out, entry by entry, in one file of JSON lines.

Entries are only ever appended; undoing is an entry too. The trap: each line carries a checksum that covers the one
before it, so a line changed by hand spoils the journal from there on, while a last line cut short is one that was
never finished and counts for nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from palmares.errors import JournalDamaged, RecordUnavailable, UnusableInput
from palmares.record.homes import JOURNAL_FORMAT
from palmares.record.locks import locked

VERSION = 1
HEADER = json.dumps(
    {JOURNAL_FORMAT: VERSION, "about": "Additions to the record of palmares. Do not edit: lines are checked."}
)
NOTHING = "0" * 32
"""What stands before the first entry."""

Kind: TypeAlias = Literal["film", "person", "edition", "race", "nomination"]
Operation: TypeAlias = Literal["add", "amend", "retract"]
Key: TypeAlias = tuple[Kind, str]
"""What a change is about: its kind and id. An edition's id is `oscars/99`, a race's `oscars/99/actress`."""
Fields: TypeAlias = Mapping[str, str]

OPERATIONS = ("add", "amend", "retract")
KINDS = ("film", "person", "edition", "race", "nomination")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing added, amended or retracted.

    Args:
        fields: for `add` all fields that are not blank, for `amend` the new values, as text in the columns of the data
            files; empty for `retract`.
        was: the values before, of the fields amended, or of the whole row retracted.
    """

    operation: Operation
    kind: Kind
    id: str
    fields: Fields
    was: Fields

    @property
    def key(self) -> Key:
        """What it is about."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is not in the journal yet. `time`: ISO text with its zone, given by the caller.

    `command`: what made it (add, import, amend, retract, undo). `undoes`: the entry it takes back, or None.
    """

    time: str
    author: str
    reason: str
    source: str
    command: str
    changes: tuple[Change, ...] = ()
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft as the journal holds it: under a `number` from 1, with the checksum that covers all up to it."""

    number: int
    draft: Draft
    check: str


@dataclass(frozen=True, slots=True)
class History:
    """All entries of a journal in order. `torn`: bytes of an unfinished entry at the end, which count for nothing."""

    entries: tuple[Entry, ...] = ()
    whole: int = 0
    torn: int = 0

    @property
    def check(self) -> str:
        """The checksum that stands for the whole history."""
        return self.entries[-1].check if self.entries else NOTHING

    def until(self, number: int | None) -> History:
        """The history as it stood after an entry; 0 is before the first, None is now.

        Raises:
            UnusableInput: there is no such entry.
        """
        if number is None:
            return self
        if not 0 <= number <= len(self.entries):
            last = f"Its entries are 1 to {len(self.entries)}" if self.entries else "It has no entries"
            raise UnusableInput(f"entry {number}", "the journal has no such entry", last)
        return History(self.entries[:number], self.whole)

    @property
    def undone(self) -> frozenset[int]:
        """Numbers of the entries that a later one has taken back and nothing has restored."""
        gone: set[int] = set()
        for entry in reversed(self.entries):
            if entry.number not in gone and entry.draft.undoes is not None:
                gone.add(entry.draft.undoes)
        return frozenset(gone)

    @property
    def standing(self) -> tuple[Entry, ...]:
        """The entries whose changes hold, in order."""
        undone = self.undone
        return tuple(entry for entry in self.entries if entry.number not in undone and entry.draft.undoes is None)


class Journal:
    """A journal file. It is made when the first entry is appended; until then it reads as empty."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)

    def read(self) -> History:
        """The history as it is on disk.

        Raises:
            JournalDamaged: a line is not as it was written.
            RecordUnavailable: the file cannot be read, or is no journal.
        """
        try:
            return parse(self.path.read_bytes(), str(self.path))
        except FileNotFoundError:
            return History()
        except OSError as error:
            raise RecordUnavailable(str(self.path), error.strerror or str(error)) from None

    def append(self, write: Callable[[History], Draft]) -> Entry:
        """Append what `write` makes of the history, with other writers kept out meanwhile.

        The entry is on the disk when this returns; killed at any moment, the journal is as before or as after.

        Raises:
            JournalDamaged, RecordUnavailable: as for `read`, or the file cannot be written.
        """
        with self._open() as descriptor, locked(descriptor, str(self.path)):
            data = read_all(descriptor)
            history = parse(data, str(self.path))
            draft = write(history)
            entry = Entry(len(history.entries) + 1, draft, "")
            line, check = encode(entry, history.check)
            head = b"" if data[: history.whole].endswith(b"\n") else b"\n" if history.whole else f"{HEADER}\n".encode()
            os.ftruncate(descriptor, history.whole)
            os.lseek(descriptor, history.whole, os.SEEK_SET)
            write_all(descriptor, head + line)
            os.fsync(descriptor)
        return Entry(entry.number, draft, check)

    @contextmanager
    def _open(self) -> Iterator[int]:
        """The file open for reading and writing, made where it is missing."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            is_new = not self.path.exists()
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        except OSError as error:
            raise RecordUnavailable(str(self.path), f"it cannot be written ({error.strerror})") from None
        try:
            if is_new:
                sync_folder(self.path.parent)
            yield descriptor
        except OSError as error:
            raise RecordUnavailable(str(self.path), f"it cannot be written ({error.strerror})") from None
        finally:
            os.close(descriptor)


# --- the lines ------------------------------------------------------------------------------------------------------


def encode(entry: Entry, before: str) -> tuple[bytes, str]:
    """The line of an entry and its checksum; `before` is the checksum of the entry before it."""
    draft = entry.draft
    fields: dict[str, Any] = {
        "entry": entry.number, "time": draft.time, "author": draft.author, "reason": draft.reason,
        "source": draft.source, "command": draft.command,
    }  # fmt: skip
    if draft.undoes is not None:
        fields["undoes"] = draft.undoes
    fields["changes"] = [change_wire(change) for change in draft.changes]
    check = checksum(fields, before)
    return f"{json.dumps({**fields, 'check': check}, ensure_ascii=False)}\n".encode(), check


def change_wire(change: Change) -> dict[str, Any]:
    """A change as it stands in the journal."""
    wire: dict[str, Any] = {change.operation: change.kind, "id": change.id}
    if change.fields:
        wire["fields"] = dict(change.fields)
    if change.was:
        wire["was"] = dict(change.was)
    return wire


def checksum(fields: Mapping[str, Any], before: str) -> str:
    """Covers an entry and, through the checksum before it, all earlier ones."""
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}{text}".encode()).hexdigest()[:32]


def parse(data: bytes, name: str) -> History:
    """The history that a file holds.

    Raises:
        JournalDamaged: a finished line is not as it was written.
        RecordUnavailable: it is no journal of this version.
    """
    *lines, rest = data.split(b"\n")
    if not lines and (not data or HEADER.encode().startswith(data)):
        return History(torn=len(data))
    check_header(lines[0] if lines else rest, name)
    entries: list[Entry] = []
    whole = len(lines[0]) + 1
    for number, line in enumerate(lines[1:], 2):
        if number == len(lines) and not rest and line.strip(b"\0") != line:
            return History(tuple(entries), whole, len(data) - whole)
        entries.append(decode(line, entries[-1].check if entries else NOTHING, number, name))
        whole += len(line) + 1
    with suppress(JournalDamaged):  # a whole entry may have lost its line break in an editor
        entries.append(decode(rest, entries[-1].check if entries else NOTHING, len(lines) + 1, name))
        return History(tuple(entries), whole + len(rest))
    return History(tuple(entries), whole, len(rest))


def check_header(line: bytes, name: str) -> None:
    """Raise RecordUnavailable unless this is the first line of a journal of this version."""
    try:
        version = json.loads(line)[JOURNAL_FORMAT]
    except (ValueError, KeyError, TypeError):
        raise RecordUnavailable(name, "it is no journal of palmares") from None
    if version != VERSION:
        raise RecordUnavailable(name, f"it is a journal of version {version}, and this palmares writes {VERSION}")


def decode(line: bytes, before: str, number: int, name: str) -> Entry:
    """The entry of a line, whose checksum must fit it and all before it."""
    try:
        fields = json.loads(line)
        check = fields.pop("check")
        if check != checksum(fields, before):
            raise JournalDamaged(name, number, "it is not as it was written")
        changes = tuple(decode_change(change) for change in fields["changes"])
        told = {part: fields[part] for part in ("time", "author", "reason", "source", "command")}
        return Entry(fields["entry"], Draft(**told, changes=changes, undoes=fields.get("undoes")), check)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise JournalDamaged(name, number, "it is no entry of a journal") from None


def decode_change(wire: dict[str, Any]) -> Change:
    """A change from its form in the journal; raises KeyError or ValueError where it is none."""
    operation: Any = next(name for name in (*OPERATIONS, "operation") if name in wire)
    if operation not in OPERATIONS or wire[operation] not in KINDS:
        raise ValueError(operation)
    return Change(operation, wire[operation], wire["id"], wire.get("fields", {}), wire.get("was", {}))


def read_all(descriptor: int) -> bytes:
    """All bytes of an open file."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    parts = iter(lambda: os.read(descriptor, 1 << 20), b"")
    return b"".join(parts)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all bytes where the file stands."""
    while data:
        data = data[os.write(descriptor, data) :]


def sync_folder(folder: Path) -> None:
    """See a new file's name safely on the disk, where folders can be synced."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
