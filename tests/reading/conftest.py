"""What the tests of reading share: the tiny record, opened once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from palmares.record import Record, open_record

TINY = Path(__file__).parent.parent / "tiny"


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of a few seasons: the Academy Awards of 2024 and 2025 and some pieces of earlier ones."""
    with open_record(TINY, cache=tmp_path_factory.mktemp("tiny")) as record:
        yield record
