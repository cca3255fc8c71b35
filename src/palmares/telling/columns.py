"""Rows in columns, for a terminal.

The thing a newcomer gets wrong: what a cell holds goes through `printable`, or a name could send commands to the
terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat

from palmares.telling.segments import printable

WIDEST = 100
"""Cells are cut to so many characters, where a table is not the only place to read them."""


def table_lines(
    rows: Sequence[Sequence[str]], *, widest: int | None = WIDEST, right: Iterable[bool] = ()
) -> Iterator[str]:
    """Rows as lines, their cells one below the other; the first row is the head.

    Args:
        widest: longer cells are cut; None cuts none.
        right: which columns stand flush right, as numbers do; those not told of stand flush left.
    """
    shown = [[fitting(printable(cell), widest) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    flush = list(zip(widths, chain(right, repeat(False)), strict=False))
    for row in shown:
        cells = (
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, (width, is_right) in zip(row, flush, strict=True)
        )
        yield "  ".join(cells).rstrip()


def fitting(cell: str, widest: int | None) -> str:
    """The cell on one line, cut where it is too long."""
    line = " ".join(cell.split())
    return line if widest is None or len(line) <= widest else f"{line[: widest - 1]}…"
