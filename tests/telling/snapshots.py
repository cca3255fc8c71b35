"""Whole texts kept beside the tests, to be read as prose when they change.

`PALMARES_WRITE_SNAPSHOTS=1 pytest tests/telling` writes them anew; they are never edited by hand.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"


def snapshot(name: str, text: str) -> str:
    """The kept text of that name, after writing it where that was asked for."""
    path = FOLDER / name
    if os.environ.get("PALMARES_WRITE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")
