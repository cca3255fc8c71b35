"""Writes `docs/coverage.md` from the record: coverage, confirmations and known holes, body by body.

`python docs/coverage.py` writes the page; `tests/telling/test_trusted.py` fails where the page and the record differ.
"""

from __future__ import annotations

from pathlib import Path

from palmares import open_record
from palmares.telling import coverage_page

PAGE = Path(__file__).with_name("coverage.md")

if __name__ == "__main__":
    with open_record() as record:
        PAGE.write_text(coverage_page(record), encoding="utf-8")
