"""The shapes a report is drawn in, loaded only when one is asked for.

The thing a newcomer gets wrong: Rich and Jinja2 cost a tenth of a second between them, which `--format json` need not
pay.
"""

from __future__ import annotations

from typing import TextIO

from palmares.record import Record
from palmares.telling.report import Report


def print_report(record: Record, report: Report, file: TextIO, *, has_why: bool = False) -> None:
    """Print a report for a terminal; with `has_why`, also each claim's rule, text form and all its rows."""
    from palmares.telling import terminal  # Rich takes a while to load

    terminal.print_report(record, report, file, has_why=has_why)


def render_page(record: Record, report: Report) -> str:
    """The report as one self-contained HTML page."""
    from palmares.telling import page  # Jinja2 takes a while to load

    return page.render_page(record, report)
