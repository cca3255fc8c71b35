"""What every test may ask for: the record itself, opened once for the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from palmares.record import Record


@pytest.fixture(scope="session")
def record() -> Record:
    """The record that ships, built on first use and read-only afterwards."""
    from palmares.record import open_record  # a run of the house tests alone need not open the record

    return open_record()
