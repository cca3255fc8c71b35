"""Claims and verdicts in words, on pages and as JSON."""

from typing import TYPE_CHECKING

from palmares.telling.checked import CheckedClaim, Summary
from palmares.telling.explain import explain
from palmares.telling.figures import info_lines, info_wire
from palmares.telling.rendering import print_report, render_page
from palmares.telling.report import Report, check, check_document
from palmares.telling.sentences import TELLERS, tell

if TYPE_CHECKING:
    from palmares.telling.charts import check_charts, reliability_svg, season_svg, upsets_svg, write_chart
    from palmares.telling.forecasts import odds_lines, odds_wire
    from palmares.telling.foreseen import backtest_lines, backtest_wire, upset_lines, upset_wire
    from palmares.telling.journalled import (
        difference_lines,
        difference_wire,
        log_lines,
        log_wire,
        review_lines,
        review_wire,
        taken_lines,
        taken_wire,
    )
    from palmares.telling.listings import (
        answer_lines,
        answer_wire,
        cut_words,
        exported_lines,
        match_lines,
        match_wire,
        problem_lines,
        problem_wire,
    )
    from palmares.telling.segments import printable
    from palmares.telling.sheets import sheet_lines, sheet_wire
    from palmares.telling.trusted import coverage_page

__all__ = [
    "TELLERS",
    "CheckedClaim",
    "Report",
    "Summary",
    "answer_lines",
    "answer_wire",
    "backtest_lines",
    "backtest_wire",
    "check",
    "check_charts",
    "check_document",
    "coverage_page",
    "cut_words",
    "difference_lines",
    "difference_wire",
    "explain",
    "exported_lines",
    "info_lines",
    "info_wire",
    "log_lines",
    "log_wire",
    "match_lines",
    "match_wire",
    "odds_lines",
    "odds_wire",
    "print_report",
    "printable",
    "problem_lines",
    "problem_wire",
    "reliability_svg",
    "render_page",
    "review_lines",
    "review_wire",
    "season_svg",
    "sheet_lines",
    "sheet_wire",
    "taken_lines",
    "taken_wire",
    "tell",
    "upset_lines",
    "upset_wire",
    "upsets_svg",
    "write_chart",
]


def __getattr__(name: str) -> object:
    """Loads what `palmares check` can do without when it is asked for, since a cold start counts milliseconds."""
    import importlib  # here, so that nothing else becomes a name of this package

    for module in ("listings", "sheets", "trusted", "journalled", "segments", "forecasts", "foreseen", "charts"):
        if name in __all__ and hasattr(found := importlib.import_module(f"palmares.telling.{module}"), name):
            return getattr(found, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
