"""The page on the algebra and the schema are what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from palmares.claims import NODES, node_name

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def algebra() -> ModuleType:
    """The script that writes both, as a module."""
    spec = importlib.util.spec_from_file_location("algebra", DOCS / "algebra.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_says_what_the_nodes_say(algebra: ModuleType) -> None:
    written = (DOCS / "algebra.md").read_text(encoding="utf-8")

    assert written == algebra.page(), "Run `python docs/algebra.py`."


def test_the_schema_says_what_the_nodes_say(algebra: ModuleType) -> None:
    written = (DOCS / "claim.schema.json").read_text(encoding="utf-8")

    assert written == algebra.schema(), "Run `python docs/algebra.py`."


def test_every_node_has_an_example_on_the_page(algebra: ModuleType) -> None:
    assert set(algebra.TEXTS) == {node_name(kind) for kind in NODES}
