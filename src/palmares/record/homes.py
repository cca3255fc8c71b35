"""Where a user's own journal is kept, and how the file of one is known; small, since every start asks.

The trap: the journal belongs to the user and is kept with their data, while what is built from it lies in the cache.
"""

from __future__ import annotations

from pathlib import Path

import platformdirs

JOURNAL_FORMAT = "palmares-journal"
"""The key with which the first line of a journal begins."""


def default_journal() -> Path:
    """Where a user's journal is kept: one file in the user's data directory."""
    return Path(platformdirs.user_data_dir("palmares", appauthor=False)) / "journal.jsonl"


def is_journal(path: Path) -> bool:
    """Whether a file begins as a journal does."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(JOURNAL_FORMAT) + 2) == f'{{"{JOURNAL_FORMAT}'.encode()
    except OSError:
        return False
