"""Times the forecasts, and writes what they leave in the repository.

    python bench/forecasts.py            print what one season's odds, a what-if and the whole backtest take
    python bench/forecasts.py --settle   first choose each season's sharpness and weight of prices on those before it
    python bench/forecasts.py --odds     then write the dated odds that the record is built with

Times are medians on one core, the machine being what it is. After `--settle` or `--odds`, run docs/backtest.py.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
from collections.abc import Callable, Iterable
from time import perf_counter

from palmares.forecasting import Given, backtest, odds, write_odds
from palmares.forecasting.backtest import best_sharpness, season_calls, sharpened
from palmares.forecasting.blending import best_pooling
from palmares.forecasting.forecaster import Forecaster, forecaster
from palmares.forecasting.published import printed
from palmares.forecasting.tables import HERE
from palmares.record import NOT_HEARD, Record, open_record
from palmares.record.store import DATA

FIRST_CALIBRATED, FIRST_SETTLED, FIRST_POOLED, FIRST_ODDS, LAST = 1995, 2000, 2005, 1990, 2025
EDITION, EVE = 97, dt.date(2025, 3, 1)
REPEATS = 7


def settle(record: Record) -> None:
    """Write sharpness.csv and pooling.csv: for each season what would have served the seasons before it best."""
    plain = Forecaster(record, is_sharpened=False)
    calls = [
        call
        for season in range(FIRST_CALIBRATED, LAST + 1)
        for call in season_calls(plain, season, as_of=dt.date.fromordinal(plain.season(season)[0].eve))
    ]
    powers = {season: best_sharpness(calls, season=season) for season in range(FIRST_SETTLED, LAST + 2)}
    write("sharpness.csv", "season,sharpness", (f"{season},{power:.2f}" for season, power in powers.items()))
    ours = [sharpened(call, powers[call.season]) for call in calls if call.season in powers]
    priced = [prices for name, (prices, _) in printed(record, plain.features.races).items() if name not in NOT_HEARD]
    theirs = [call for prices in priced for call in prices]
    found = ((season, best_pooling(ours, theirs, season=season)) for season in range(FIRST_POOLED, LAST + 2))
    write(
        "pooling.csv", "season,ours,theirs", (f"{season},{each.ours:.2f},{each.theirs:.2f}" for season, each in found)
    )


def write(name: str, head: str, lines: Iterable[str]) -> None:
    """Write a table of the package."""
    (HERE / name).write_text("\n".join([head, *lines, ""]), encoding="utf-8")


def median_seconds(action: Callable[[], object], *, before: Callable[[], object] = lambda: None) -> float:
    """The median time of an action, with `before` done untimed ahead of each."""
    times = []
    for _ in range(REPEATS):
        before()
        started = perf_counter()
        action()
        times.append(perf_counter() - started)
    return statistics.median(times)


def timings(record: Record) -> dict[str, float]:
    """Seconds by what was done."""
    started = perf_counter()
    maker = forecaster(record)
    read = perf_counter() - started
    supposed = [Given("sag", "actress", "mikey-madison")]
    midway = dt.date(2025, 2, 10)
    return {
        "reading the record into features, once": read,
        "one season's odds, fitted afresh": median_seconds(
            lambda: maker.forecast(LAST - 1, as_of=EVE), before=maker.fits.clear
        ),
        "one season's odds with movement and reasons, fitted afresh": median_seconds(
            lambda: odds(record, EDITION, as_of=EVE), before=maker.fits.clear
        ),
        "the same again": median_seconds(lambda: odds(record, EDITION, as_of=EVE)),
        "a what-if of one race": median_seconds(
            lambda: odds(record, EDITION, category="actress", as_of=EVE, given=supposed)
        ),
        "a what-if on a prize to come, its first time": median_seconds(
            lambda: odds(record, EDITION, category="actress", as_of=midway, given=supposed), before=maker.fits.clear
        ),
        "the whole backtest, 2005 to 2025": median_seconds(
            lambda: backtest(record, first=2005, last=LAST), before=maker.fits.clear
        ),
    }


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--settle", action="store_true", help="write the sharpness of each season")
    parser.add_argument("--odds", action="store_true", help="write the dated odds of the record")
    asked = parser.parse_args()
    with open_record() as record:
        if asked.settle:
            settle(record)
        if asked.odds:
            print(f"{write_odds(record, DATA / 'odds.csv', first=FIRST_ODDS, last=LAST)} rows written")
        for name, seconds in timings(record).items():
            print(f"{seconds * 1000:9.1f} ms  {name}")


if __name__ == "__main__":
    main()
