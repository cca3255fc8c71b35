"""Whole texts kept beside the tests, to be read as prose when they change.

`PALMARES_WRITE_SNAPSHOTS=1 pytest tests/telling` writes them anew; they are never edited by hand.
"""

from __future__ import annotations

import os
from pathlib import Path

TOLD = tuple(
    line.split(" ", 1) for line in Path(__file__).with_name("told.txt").read_text(encoding="utf-8").splitlines()
)
"""The claims that are told and explained in the snapshots, each after the day it is judged on."""

FOLDER = Path(__file__).parent / "snapshots"


def snapshot(name: str, text: str) -> str:
    """The kept text of that name, after writing it where that was asked for."""
    path = FOLDER / name
    if os.environ.get("PALMARES_WRITE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")
