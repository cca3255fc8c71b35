"""The record: the database of who was nominated for what and who won, and what it answers for."""

from typing import TYPE_CHECKING

from palmares.record.attributes import NOBODY
from palmares.record.confidence import Confidence
from palmares.record.evaluate import evaluate, forecasts_of, measure
from palmares.record.frames import Nominations
from palmares.record.homes import default_journal
from palmares.record.info import BodyInfo, CategoryCoverage, RecordInfo, Span, info
from palmares.record.lacks import Lack, LackKind
from palmares.record.names import Bearer, Hit, Names, fold
from palmares.record.nominees import Nominees, films_directed, films_up_for, nominee_names, nominees
from palmares.record.odds import NOT_HEARD, OWN, Forecast
from palmares.record.parts import films_entered, has_no_part, is_credited, is_from_elsewhere, made_by
from palmares.record.rows import Award, Category, EditionRow, FilmRow, NominationRow, PersonRow, Row
from palmares.record.store import Record, open_record
from palmares.record.values import Evaluation, Value

if TYPE_CHECKING:
    from palmares.record.additions import Addition
    from palmares.record.exports import Exported, ExportFormat, export
    from palmares.record.filters import find_award, find_category
    from palmares.record.integrity import Problem, problems
    from palmares.record.journal import Change, Draft, Entry, History, Journal
    from palmares.record.keeping import Keeper, Note, Taken
    from palmares.record.matches import Match, Matches, search
    from palmares.record.review import Difference, Reviewed, Standing, differences, review_history
    from palmares.record.sheets import (
        AwardSheet,
        CategorySheet,
        EditionSheet,
        FilmSheet,
        PersonSheet,
        Prize,
        RaceSheet,
        Sheet,
        SongSheet,
        show,
    )
    from palmares.record.sql import Answer, Cell, query
    from palmares.record.trust import BodyTrust, body_trust

__all__ = [
    "NOBODY",
    "NOT_HEARD",
    "OWN",
    "Addition",
    "Answer",
    "Award",
    "AwardSheet",
    "Bearer",
    "BodyInfo",
    "BodyTrust",
    "Category",
    "CategoryCoverage",
    "CategorySheet",
    "Cell",
    "Change",
    "Confidence",
    "Difference",
    "Draft",
    "EditionRow",
    "EditionSheet",
    "Entry",
    "Evaluation",
    "ExportFormat",
    "Exported",
    "FilmRow",
    "FilmSheet",
    "Forecast",
    "History",
    "Hit",
    "Journal",
    "Keeper",
    "Lack",
    "LackKind",
    "Match",
    "Matches",
    "Names",
    "NominationRow",
    "Nominations",
    "Nominees",
    "Note",
    "PersonRow",
    "PersonSheet",
    "Prize",
    "Problem",
    "RaceSheet",
    "Record",
    "RecordInfo",
    "Reviewed",
    "Row",
    "Sheet",
    "SongSheet",
    "Span",
    "Standing",
    "Taken",
    "Value",
    "body_trust",
    "default_journal",
    "differences",
    "evaluate",
    "export",
    "films_directed",
    "films_entered",
    "films_up_for",
    "find_award",
    "find_category",
    "fold",
    "forecasts_of",
    "has_no_part",
    "info",
    "is_credited",
    "is_from_elsewhere",
    "made_by",
    "measure",
    "nominee_names",
    "nominees",
    "open_record",
    "problems",
    "query",
    "review_history",
    "search",
    "show",
]


def __getattr__(name: str) -> object:
    """Loads what `palmares check` can do without when it is asked for, since a cold start counts milliseconds."""
    import importlib  # here, so that nothing else becomes a name of this package

    homes = {
        "additions": "Addition",
        "filters": "find_award find_category",
        "exports": "Exported ExportFormat export",
        "integrity": "Problem problems",
        "journal": "Change Draft Entry History Journal",
        "keeping": "Keeper Note Taken",
        "matches": "Match Matches search",
        "review": "Difference Reviewed Standing differences review_history",
        "sheets": "AwardSheet CategorySheet EditionSheet FilmSheet PersonSheet Prize RaceSheet Sheet SongSheet show",
        "sql": "Answer Cell query",
        "trust": "BodyTrust body_trust",
    }
    for module, names in homes.items():
        if name in names.split():
            return getattr(importlib.import_module(f"palmares.record.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
