"""What the record says of a race before its nominations, before its night, after it, and when results are taken out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from palmares.claims import parse_claim
from palmares.record import Addition, Journal, Keeper, Note, Record, evaluate, open_record

TINY = Path(__file__).parent.parent / "tiny"
NOMINATED, LATER = "2026-01-22", "2026-04-01"

WON = "exists(oscars/98 category actress won person mikey-madison) = true"
LOST = "exists(oscars/98 category actress lost person mikey-madison) = true"
OTHER_WON = "exists(oscars/98 category actress won person demi-moore) = true"
STRANGER_NAMED = "exists(oscars/98 category actress person emma-stone) = true"
STRANGER_WON = "exists(oscars/98 category actress won person emma-stone) = true"
PALME = "exists(cannes/77 category palme-dor won film anora-2024) = true"
OTHER_PALME = "exists(cannes/77 category palme-dor won film emilia-perez-2024) = true"

TRUTHS = [
    ("empty", NOMINATED, WON, None),
    ("empty", NOMINATED, STRANGER_NAMED, None),
    ("empty", LATER, WON, None),
    ("empty", LATER, LOST, None),
    ("nominated", NOMINATED, WON, None),
    ("nominated", NOMINATED, LOST, None),
    ("nominated", NOMINATED, STRANGER_NAMED, False),
    ("nominated", LATER, WON, None),
    ("nominated", LATER, LOST, None),
    ("nominated", "2026-01-10", STRANGER_NAMED, None),
    ("won", LATER, WON, False),
    ("won", LATER, LOST, True),
    ("won", LATER, OTHER_WON, True),
    ("won", LATER, STRANGER_WON, False),
    ("won", NOMINATED, OTHER_WON, None),
    ("won", "2025-12-31", STRANGER_NAMED, None),
    ("won alone", LATER, OTHER_WON, True),
    ("won alone", LATER, STRANGER_WON, False),
    ("won alone", LATER, STRANGER_NAMED, None),
    ("retracted", LATER, PALME, None),
    ("retracted", LATER, OTHER_PALME, None),
    ("added again", LATER, PALME, True),
    ("added again", LATER, OTHER_PALME, False),
]


def note(day: str) -> Note:
    return Note(f"{day}T12:00:00+00:00", "Jo", "", "AP")


def names(keeper: Keeper, folder: Path) -> None:
    rows = ("award,edition,category,film,person", "oscars,98,actress,Anora,Mikey Madison")
    file = folder / "nominations.csv"
    file.write_text("\n".join([*rows, "oscars,98,actress,The Substance,Demi Moore"]), encoding="utf-8")
    keeper.import_file(file, note(NOMINATED), is_complete=True)


def wins(keeper: Keeper) -> None:
    race = {"award": "oscars", "edition": "98", "category": "actress"}
    winner = Addition(**race, films=("The Substance",), people=("Demi Moore",), won=True)  # type: ignore[arg-type]
    keeper.add(winner, note("2026-03-15"))


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Record]]:
    """The record in each state."""
    folder = tmp_path_factory.mktemp("states")
    found: dict[str, Record] = {}
    with open_record(TINY, cache=folder) as base:
        for name in dict.fromkeys(state for state, _, _, _ in TRUTHS):
            keeper = Keeper(base, Journal(folder / f"{name}.jsonl"), cache=folder)
            keeper.add(Addition(award="oscars", edition="98", season="2025", held="2026-03-15"), note("2025-11-01"))
            if name in ("nominated", "won"):
                names(keeper, folder)
            if name in ("won", "won alone"):
                wins(keeper)
            if name in ("retracted", "added again"):
                keeper.retract(("cannes/77/palme-dor",), note(LATER))
            if name == "added again":
                win = Addition(
                    award="cannes", edition="77", category="Palme d'Or", films=("Anora",), people=("Sean Baker",)
                )
                keeper.add(win, note(LATER))
                keeper.amend("cannes/77/palme-dor/j1", {"won": "1"}, note(LATER))
            found[name] = open_record(TINY, cache=folder, journal=keeper.journal.path)
        yield found
        for record in found.values():
            record.close()


@pytest.mark.parametrize(("state", "day", "claim", "truth"), TRUTHS)
def test_a_claim_is_true_false_or_open_as_far_as_the_journal_goes(
    records: dict[str, Record], state: str, day: str, claim: str, truth: bool | None
) -> None:
    judged = evaluate(records[state], parse_claim(claim), as_of=dt.date.fromisoformat(day))

    assert judged.truth is truth, judged.lacks
