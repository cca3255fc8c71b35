"""Claims and verdicts in words, on pages and as JSON."""

from palmares.telling.checked import CheckedClaim, Summary
from palmares.telling.explain import explain
from palmares.telling.figures import info_lines, info_wire
from palmares.telling.rendering import print_report, render_page
from palmares.telling.report import Report, check, check_document
from palmares.telling.sentences import TELLERS, tell

__all__ = [
    "TELLERS",
    "CheckedClaim",
    "Report",
    "Summary",
    "check",
    "check_document",
    "explain",
    "info_lines",
    "info_wire",
    "print_report",
    "render_page",
    "tell",
]
