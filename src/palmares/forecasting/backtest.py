"""The walk-forward backtest: every season forecast from the seasons before it, and scored.

Beside it stand the baselines and the published forecasters, each on exactly the races it called. The thing a newcomer
gets wrong: the seasons are independent of one another, so an interrupted run goes on where its folder ends.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from palmares.errors import UnknownName, UnusableInput
from palmares.forecasting.baselines import best_single, guild_winner, namings, uniform
from palmares.forecasting.forecaster import Forecast, Forecaster, forecaster
from palmares.forecasting.published import printed
from palmares.forecasting.races import Race
from palmares.forecasting.scores import Bin, Called, Score, intervals, reliability, score, score_picks
from palmares.forecasting.stages import EVE, stage_day
from palmares.forecasting.tables import HERE, targets
from palmares.record import Record

Key = TypeVar("Key")

SHARPNESSES = tuple(step / 20 for step in range(16, 32))
"""What log-odds may be multiplied by to calibrate them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Somebody else's score and ours on exactly the races they called.

    `picks`: on all races for which they had at least a favourite; `theirs` and `ours` on those with probabilities, None
    where there are none.
    """

    name: str
    picks: Score
    our_picks: Score
    theirs: Score | None
    ours: Score | None


@dataclass(frozen=True, slots=True)
class Backtest:
    """What a walk-forward run comes to. `first` and `last` are film years; `intervals` are 95% by resampled seasons."""

    first: int
    last: int
    stage: str
    overall: Score
    intervals: Mapping[str, tuple[float, float]]
    categories: Mapping[str, Score]
    seasons: Mapping[int, Score]
    reliability: tuple[Bin, ...]
    baselines: tuple[Comparison, ...]
    forecasters: tuple[Comparison, ...]
    calls: tuple[Called, ...]


def backtest(
    record: Record,
    *,
    first: int,
    last: int,
    category: str | None = None,
    stage: str = EVE,
    folder: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Backtest:
    """Forecast the seasons from `first` to `last`, each from those before it, and score what came of it.

    Args:
        category: only this race; all that are forecast by default.
        stage: a moment of the season, by its name in `stages()`.
        folder: where to keep each season's calls, so that an interrupted run goes on; None keeps nothing.
        progress: called after each season with how many are done, and of how many.

    Raises:
        UnknownName: there is no such stage or category, or the record has no decided race in these seasons.
        UnusableInput: the folder cannot be written to.
    """
    if category is not None and category not in targets():
        raise UnknownName(category, tuple(targets())[:3])
    maker = forecaster(record)
    seasons = [season for season in range(first, last + 1) if decided(maker.season(season))]
    if not seasons:
        raise UnknownName(f"film years {first} to {last}")
    calls: list[Called] = []
    for done, season in enumerate(seasons, 1):
        calls += kept(record, maker, season, stage=stage, folder=folder)
        if progress is not None:
            progress(done, len(seasons))
    chosen = [call for call in calls if category in (None, call.category)]
    return scored(record, maker, chosen, range(seasons[0], seasons[-1] + 1), stage=stage)


def decided(races: Iterable[Race]) -> list[Race]:
    """The races whose winner is known."""
    return [race for race in races if any(nominee.won for nominee in race.nominees)]


def called(forecast: Forecast) -> Called:
    """A forecast with what came of it."""
    nominees = forecast.race.nominees
    chances = {each.id: float(chance) for each, chance in zip(nominees, forecast.probabilities, strict=True)}
    winners = tuple(nominee.id for nominee in nominees if nominee.won)
    return Called(forecast.race.season, forecast.race.category, chances, winners)


def season_calls(maker: Forecaster, season: int, *, as_of: dt.date) -> list[Called]:
    """The decided races of a season as forecast on a day."""
    found = (called(each) for each in maker.forecast(season, as_of=as_of))
    return [call for call in found if call.winners]


def kept(record: Record, maker: Forecaster, season: int, *, stage: str, folder: Path | None) -> list[Called]:
    """The calls of a season, from the folder where an earlier run left them there."""
    as_of = stage_day(stage, maker.season(season), maker.sources.said)
    if folder is None:
        return season_calls(maker, season, as_of=as_of)
    path = folder / f"{fingerprint(record)}-{stage}-{season}.json"
    if path.exists():
        lines = json.loads(path.read_text(encoding="utf-8"))
        return [Called(**{**line, "winners": tuple(line["winners"])}) for line in lines]
    found = season_calls(maker, season, as_of=as_of)
    unfinished = path.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps([asdict(call) for call in found]), encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise UnusableInput(str(folder), f"cannot be written to ({error.strerror})", "Choose another folder") from None
    return found


def fingerprint(record: Record) -> str:
    """What a run depends on, in few letters: the built record, whose name tells its data, and the files here."""
    seen = hashlib.sha256(record.path.name.encode())
    for path in sorted(HERE.iterdir()):
        if path.is_file():
            seen.update(path.read_bytes())
    return seen.hexdigest()[:12]


def best_sharpness(calls: Sequence[Called], *, season: int) -> float:
    """The multiplier of log-odds that would have served the seasons before one best, in steps of 0.05."""
    past = [call for call in calls if call.season < season]
    return min(SHARPNESSES, key=lambda power: sum(sharpened(call, power).log_loss for call in past))


def sharpened(call: Called, power: float) -> Called:
    """A call with its log-odds multiplied."""
    raised = {id: chance**power for id, chance in call.probabilities.items()}
    total = sum(raised.values())
    return replace(call, probabilities={id: chance / total for id, chance in raised.items()})


def scored(record: Record, maker: Forecaster, calls: Sequence[Called], seasons: range, *, stage: str) -> Backtest:
    """The scores of calls, and of everybody else's calls of the same races."""
    keys = {(call.season, call.category) for call in calls}
    races = [race for race in maker.features.races if (race.season, race.category) in keys]
    found = namings(maker)
    others = {
        "uniform": uniform(races),
        "guild's winner": guild_winner(found, seasons),
        "best single precursor": best_single(found, seasons),
    }
    return Backtest(
        first=seasons[0],
        last=seasons[-1],
        stage=stage,
        overall=score(calls),
        intervals=intervals(calls),
        categories=scores_by(calls, lambda call: call.category, targets()),
        seasons=scores_by(calls, lambda call: call.season, seasons),
        reliability=reliability(calls),
        baselines=tuple(compare(name, those, those, calls) for name, those in others.items() if those),
        forecasters=tuple(compare(name, *those, calls) for name, those in printed(record, races).items() if those[1]),
        calls=tuple(calls),
    )


def scores_by(calls: Sequence[Called], key: Callable[[Called], Key], order: Iterable[Key]) -> dict[Key, Score]:
    """The score of each part of some calls, in an order."""
    parts = ((name, [call for call in calls if key(call) == name]) for name in order)
    return {name: score(part) for name, part in parts if part}


def compare(name: str, priced: Sequence[Called], picked: Sequence[Called], calls: Sequence[Called]) -> Comparison:
    """Somebody's calls against ours of the same races."""
    ours = {(call.season, call.category): call for call in calls}
    picks = [call for call in picked if (call.season, call.category) in ours]
    figures = [call for call in priced if (call.season, call.category) in ours]
    return Comparison(
        name,
        score_picks(picks),
        score_picks([ours[call.season, call.category] for call in picks]),
        score(figures) if figures else None,
        score([ours[call.season, call.category] for call in figures]) if figures else None,
    )
