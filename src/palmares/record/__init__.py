"""The record: the database of who was nominated for what and who won, and what it answers for."""

from palmares.record.evaluate import evaluate, measure
from palmares.record.info import BodyInfo, CategoryCoverage, RecordInfo, Span, info
from palmares.record.lacks import Lack, LackKind
from palmares.record.names import Bearer, Hit, Names, fold
from palmares.record.nominees import Nominees, nominees
from palmares.record.rows import Award, Category, EditionRow, FilmRow, NominationRow, PersonRow, Row
from palmares.record.store import Record, open_record
from palmares.record.values import Evaluation, Value

__all__ = [
    "Award",
    "Bearer",
    "BodyInfo",
    "Category",
    "CategoryCoverage",
    "EditionRow",
    "Evaluation",
    "FilmRow",
    "Hit",
    "Lack",
    "LackKind",
    "Names",
    "NominationRow",
    "Nominees",
    "PersonRow",
    "Record",
    "RecordInfo",
    "Row",
    "Span",
    "Value",
    "evaluate",
    "fold",
    "info",
    "measure",
    "nominees",
    "open_record",
]
