"""Which record a command works on: the one that comes with palmares, with the user's own journal on it.

The thing a newcomer gets wrong: `--record` names a journal or a whole other record, and a journal that is not there yet
is an empty one only for the commands that write to it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from palmares.errors import RecordUnavailable, UnusableInput
from palmares.record import Journal, Record, default_journal, open_record

RecordOption = Annotated[
    Path | None,
    typer.Option(
        "--record", metavar="PATH", help="A journal of additions, or another record. Else the journal of your own."
    ),
]
AtOption = Annotated[
    int | None, typer.Option("--at", metavar="ENTRY", help="As the journal stood after this entry; 0 is without it.")
]


def opened(path: Path | None, *, at: int | None = None) -> Record:
    """The record to look at, with the journal named, or the user's own, in it.

    Raises:
        RecordUnavailable, JournalDamaged, UnusableInput: as for `open_record`.
    """
    if path is None:
        return open_record(journal=default_journal(), at=at)
    if not path.exists():
        raise RecordUnavailable(str(path), "there is no such file")
    if is_other_record(path):
        if at is not None:
            raise UnusableInput(f"--at {at}", "a whole record has no entries", "Name a journal with --record")
        return open_record(path)
    return open_record(journal=path, at=at)


def journal_at(path: Path | None) -> Journal:
    """The journal to write to or tell of, which need not be there yet.

    Raises:
        UnusableInput: the path is that of a whole record, which nothing is added to.
    """
    if path is not None and is_other_record(path):
        raise UnusableInput(f"--record {path}", "this is a whole record", "Name the file of a journal")
    return Journal(path or default_journal())


def is_other_record(path: Path) -> bool:
    """Whether a path is that of a built record or of a folder of data files."""
    return path.is_dir() or path.suffix == ".sqlite"
