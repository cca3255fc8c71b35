"""How good forecasts were and what surprised them, in words: as tables of text and as JSON.

The thing a newcomer gets wrong: an upset is told by its bits, the loss of a sure thing by what the favourite was given.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from palmares.claims import Json
from palmares.forecasting import (
    Backtest,
    Comparison,
    Foreseen,
    Result,
    Score,
    by_predictability,
    surest_losers,
    upsets,
)
from palmares.record import Record
from palmares.telling.columns import table_lines
from palmares.telling.english import plural
from palmares.telling.forecasts import nominee_words, row_wire

FIGURES = ("races", "accuracy", "log loss", "Brier", "calibration")
NUMERIC = (False, *(True for _ in FIGURES))


# --- text -----------------------------------------------------------------------------------------------------------


def backtest_lines(record: Record, found: Backtest) -> Iterator[str]:
    """The scores of a backtest: overall, by category, by film year, and beside others'."""
    years = str(found.first) if found.first == found.last else f"{found.first} to {found.last}"
    yield f"Films of {years}, forecast from the seasons before each, stage {found.stage}."
    yield "Log loss is in nats; the calibration error is that of the favourites."
    yield ""
    yield from score_lines("", {"overall": found.overall})
    for name, (low, high) in found.intervals.items():
        yield f"  {name.replace('_', ' ')}: 95% interval {low:.3f} to {high:.3f}"
    yield ""
    yield from score_lines("category", {record.categories[id].name: score for id, score in found.categories.items()})
    yield ""
    yield from score_lines("film year", {str(season): score for season, score in found.seasons.items()})
    yield ""
    yield from comparison_lines((*found.baselines, *found.forecasters))


def score_lines(head: str, scores: Mapping[str, Score]) -> Iterator[str]:
    """A table of scores."""
    rows = [(head, *FIGURES), *((name, *figures(score)) for name, score in scores.items())]
    yield from table_lines(rows, right=NUMERIC)


def figures(score: Score) -> tuple[str, ...]:
    """The cells of a score."""
    return str(score.races), *map(figure, (score.accuracy, score.log_loss, score.brier, score.ece))


def figure(value: float | None) -> str:
    """A score with three digits; a dash for none."""
    return "-" if value is None else f"{value:.3f}"


def comparison_lines(others: Sequence[Comparison]) -> Iterator[str]:
    """Who else called the same races, and how well beside us."""
    yield "Beside others, on exactly the races they called:"
    rows = [("who", "picks", "right", "ours", "priced", "log loss", "ours")]
    rows += [comparison_cells(other) for other in others]
    yield from table_lines(rows, right=(False, *(True for _ in rows[0][1:])))


def comparison_cells(other: Comparison) -> tuple[str, str, str, str, str, str, str]:
    """Somebody's picks and prices beside ours."""
    theirs, ours = other.theirs, other.ours
    losses = figure(theirs.log_loss if theirs else None), figure(ours.log_loss if ours else None)
    picks = str(other.picks.races), figure(other.picks.accuracy), figure(other.our_picks.accuracy)
    return other.name, *picks, str(theirs.races if theirs else 0), *losses


def upset_lines(record: Record, found: Sequence[Result], *, limit: int) -> Iterator[str]:
    """The biggest upsets, the surest losers and the seasons by how well they could be foreseen."""
    lost = upsets(found)
    yield f"{len(lost)} {plural(len(lost), 'upset', 'upsets')} in {len(found)} {plural(len(found), 'race', 'races')}."
    if lost:
        yield ""
        yield "Biggest upsets, by surprise"
        rows = [("bits", "films of", "category", "won", "given", "favourite", "given")]
        rows += [result_cells(record, each) for each in lost[:limit]]
        yield from table_lines(rows, right=(True, True, False, False, True, False, True))
        yield ""
        yield "Surest losers, by what the favourite was given"
        losers = [("given", "films of", "category", "favourite", "won")]
        losers += [loser_cells(record, each) for each in surest_losers(found)[:limit]]
        yield from table_lines(losers, right=(True, True))
    yield ""
    yield "Seasons, best foreseen first"
    seasons = [("films of", "races", "upsets", "mean bits")]
    seasons += [
        (str(each.season), str(each.races), str(each.upsets), f"{each.surprise_bits:.2f}")
        for each in by_predictability(found)
    ]
    yield from table_lines(seasons, right=(True, True, True, True))


def result_cells(record: Record, result: Result) -> tuple[str, str, str, str, str, str, str]:
    """An upset: its bits, who won and who was in front."""
    return (
        f"{result.surprise_bits:.1f}", str(result.season), record.categories[result.category].name,
        nominee_words(record, result.winner), f"{result.probability:.3f}",
        nominee_words(record, result.favourite), f"{result.favourite_probability:.3f}",
    )  # fmt: skip


def loser_cells(record: Record, result: Result) -> tuple[str, str, str, str, str]:
    """A sure thing that lost, and to whom."""
    return (
        f"{result.favourite_probability:.3f}", str(result.season), record.categories[result.category].name,
        nominee_words(record, result.favourite), nominee_words(record, result.winner),
    )  # fmt: skip


# --- JSON -----------------------------------------------------------------------------------------------------------


def backtest_wire(found: Backtest) -> dict[str, Json]:
    """The scores of a backtest as plain values for a JSON encoder."""
    others = (*found.baselines, *found.forecasters)
    return {
        "first": found.first, "last": found.last, "stage": found.stage, "overall": score_wire(found.overall),
        "intervals": {name: [*pair] for name, pair in found.intervals.items()},
        "categories": {category: score_wire(score) for category, score in found.categories.items()},
        "seasons": {str(season): score_wire(score) for season, score in found.seasons.items()},
        "reliability": [
            {
                "lowest": part.lowest, "highest": part.highest, "nominees": part.nominees,
                "probability": part.probability, "won": part.won,
            }
            for part in found.reliability
        ],
        "others": {other.name: comparison_wire(other) for other in others},
    }  # fmt: skip


def score_wire(score: Score | None) -> dict[str, Json] | None:
    """A score: how many races, and the means over them."""
    if score is None:
        return None
    return {
        "races": score.races, "accuracy": score.accuracy, "log_loss": score.log_loss, "brier": score.brier,
        "ece": score.ece,
    }  # fmt: skip


def comparison_wire(other: Comparison) -> dict[str, Json]:
    """Somebody else's scores and ours on the same races."""
    return {
        "picks": score_wire(other.picks), "our_picks": score_wire(other.our_picks), "theirs": score_wire(other.theirs),
        "ours": score_wire(other.ours),
    }  # fmt: skip


def upset_wire(found: Sequence[Result], *, limit: int) -> dict[str, Json]:
    """The biggest upsets, the surest losers and the seasons, as plain values for a JSON encoder."""
    lost = upsets(found)
    return {
        "races": len(found), "upset_races": len(lost), "upsets": [result_wire(each) for each in lost[:limit]],
        "surest_losers": [result_wire(each) for each in surest_losers(found)[:limit]],
        "seasons": [foreseen_wire(each) for each in by_predictability(found)],
    }  # fmt: skip


def result_wire(result: Result) -> dict[str, Json]:
    """One result against the odds of its eve."""
    return {
        "season": result.season, "category": result.category, "surprise_bits": bits_wire(result.surprise_bits),
        "winner": row_wire(result.winner), "probability": result.probability, "favourite": row_wire(result.favourite),
        "favourite_probability": result.favourite_probability,
    }  # fmt: skip


def bits_wire(bits: float) -> float | None:
    """Bits of surprise; None where there is no end to it, which JSON cannot say."""
    return bits if math.isfinite(bits) else None


def foreseen_wire(foreseen: Foreseen) -> dict[str, Json]:
    """How far a season could be foreseen."""
    return {
        "season": foreseen.season, "races": foreseen.races, "upsets": foreseen.upsets,
        "surprise_bits": bits_wire(foreseen.surprise_bits),
    }  # fmt: skip
