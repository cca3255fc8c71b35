"""The page on the backtest says what the model does."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from palmares.record import Record

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_on_the_backtest_is_what_the_model_does(record: Record) -> None:
    spec = importlib.util.spec_from_file_location("backtest_page", ROOT / "docs" / "backtest.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    written = (ROOT / "docs" / "backtest.md").read_text(encoding="utf-8")

    assert written == module.page(record), "Run `python docs/backtest.py`."
