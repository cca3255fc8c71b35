"""Which record a command works on: the one that comes with palmares, with the user's own journal on it.

The thing a newcomer gets wrong: `--record` names a journal or a whole other record, and a journal that is not there yet
is an empty one only for the commands that write to it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palmares.record import Record, default_journal, open_record

if TYPE_CHECKING:
    from palmares.record import Journal

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
    return open_record(journal=default_journal(), at=at) if path is None else open_record(path, at=at)


def journal_at(path: Path | None) -> Journal:
    """The journal to write to or tell of, which need not be there yet."""
    from palmares.record import Journal  # here, since only the commands of the journal need it

    return Journal(path or default_journal())
