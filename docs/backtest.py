"""Writes `docs/backtest.md`: how good the forecasts were, season by season, and against whom.

`python docs/backtest.py` runs the backtest and writes the page and its plot, which needs the extra `charts`;
`tests/forecasting/test_page.py` fails where the page and the code differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from palmares.forecasting import Backtest, Comparison, Score, backtest, results, stages, upsets
from palmares.forecasting.blending import pooled_calls
from palmares.forecasting.forecaster import forecaster
from palmares.forecasting.published import printed
from palmares.forecasting.scores import Called, score
from palmares.record import Record, open_record
from palmares.telling import reliability_svg

PAGE, PLOT = (Path(__file__).with_name(name) for name in ("backtest.md", "reliability.svg"))
FIRST, LAST = 2005, 2025
TOP = (
    *("picture", "director", "actor", "actress", "supporting-actor", "supporting-actress"),
    *("original-screenplay", "adapted-screenplay"),
)
AIMED = 0.76
LEAST_RACES = 5
MARKET = "polymarket"
MARKET_REPORTED = (
    "Polymarket is reported at 0.466 nats and 20 of 24 right at the ceremony of 2026, short films included."
)
LOST_BITS = 3.0

HEAD = f"""# Backtest

<!-- Written by docs/backtest.py: run it again after a change of the model or of the record. -->

Each season from film year {FIRST} to {LAST} is forecast from the seasons before it, on what was known by a day of it.
Every race of a category with precursors counts; the short films have none in the record.
[forecasts.md](forecasts.md) says how the model works and how its settings were chosen.

Log loss is in nats, and the Brier score is summed over the nominees of a race.
The calibration error is that of the favourites.
"""


def page(record: Record) -> str:
    """The whole page."""
    run = backtest(record, first=FIRST, last=LAST)
    parts = [
        HEAD,
        *headline(run),
        *by_stage(record),
        *by_category(record, run),
        *by_season(run),
        *calibration(run),
        *others(run),
        *blends(record, run),
        *losses(record, run),
    ]
    return "\n".join(parts)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A Markdown table, with a blank line after it."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(str(cell) for cell in row) + " |"
    yield ""


def figures(found: Score | None) -> list[str]:
    """Accuracy, log loss, Brier score and calibration error as text."""
    if found is None:
        return ["–"] * 4
    values = (found.accuracy, found.log_loss, found.brier, found.ece)
    return ["–" if value is None else f"{value:.3f}" for value in values]


def headline(run: Backtest) -> Iterator[str]:
    """What was reached on the eve, with intervals, beside what was aimed at."""
    yield "## On the eve of the ceremony\n"
    top = score([call for call in run.calls if call.category in TOP])
    aims = {"accuracy": f"≥ {AIMED}", "log_loss": "≤ 0.70", "brier": "≤ 0.40"}
    labels = {"accuracy": "accuracy", "log_loss": "log loss", "brier": "Brier score"}
    rows = [
        (labels[name], f"{getattr(run.overall, name):.3f}", "{:.3f} to {:.3f}".format(*run.intervals[name]), aim)
        for name, aim in aims.items()
    ]
    rows.append(("calibration error", f"{run.overall.ece:.3f}", "", "≤ 0.05"))
    rows.append(("accuracy, top eight categories", f"{top.accuracy:.3f}", "", "≥ 0.80"))
    yield from table(("figure", "reached", "95% interval", "aim"), rows)
    yield f"There are {run.overall.races} races; the intervals resample whole seasons."
    short = AIMED * run.overall.races - run.overall.accuracy * run.overall.races
    if short > 0:
        yield f"The accuracy misses its aim by {short:.1f} races, far within what chance moves it."
    yield ""


def by_stage(record: Record) -> Iterator[str]:
    """The scores at each moment of the season."""
    yield "## As the season goes on\n"
    runs = {stage: backtest(record, first=FIRST, last=LAST, stage=stage).overall for stage in stages()}
    yield from table(
        ("stage", "accuracy", "log loss", "Brier", "calibration"),
        ((stage, *figures(found)) for stage, found in runs.items()),
    )


def by_category(record: Record, run: Backtest) -> Iterator[str]:
    """The scores by category."""
    yield "## By category\n"
    yield from table(
        ("category", "races", "accuracy", "log loss", "Brier"),
        (
            (record.categories[name].name, found.races, *figures(found)[:3])
            for name, found in run.categories.items()
        ),
    )  # fmt: skip


def by_season(run: Backtest) -> Iterator[str]:
    """The scores by film year."""
    yield "## By film year\n"
    yield from table(
        ("film year", "races", "accuracy", "log loss", "Brier"),
        ((season, found.races, *figures(found)[:3]) for season, found in run.seasons.items()),
    )


def calibration(run: Backtest) -> Iterator[str]:
    """The reliability table."""
    yield "## Calibration\n"
    yield f"![How often nominees won, by the probability they were given]({PLOT.name})\n"
    yield "All nominees, by the probability they were given.\n"
    yield from table(
        ("given", "nominees", "mean probability", "won"),
        (
            (f"{part.lowest:.1f} to {part.highest:.1f}", part.nominees, f"{part.probability:.3f}", f"{part.won:.3f}")
            for part in run.reliability
        ),
    )


def others(run: Backtest) -> Iterator[str]:
    """The comparisons, each on the races that the other called."""
    yield "## Against others\n"
    yield "Each line compares on exactly the races which the other called by the eve."
    yield "A probability is scored where the other gave any; what their prices leave over is spread over the rest.\n"
    head = ("who", "picks", "right", "ours", "priced", "log loss", "ours", "Brier", "ours")
    enough = [part for part in run.forecasters if part.picks.races >= LEAST_RACES]
    yield from table(head, map(comparison, (*run.baselines, *enough)))
    few = [part.name for part in run.forecasters if part.picks.races < LEAST_RACES]
    yield f"Left out, with fewer than {LEAST_RACES} races: {', '.join(few)}.\n"


def blends(record: Record, run: Backtest) -> Iterator[str]:
    """What pooling with the prices of others comes to."""
    yield "## Blended with prices\n"
    yield "Pooled with the weights that served the seasons before best, on the races that were priced.\n"
    rows = [(name, *blend_cells(run.calls, theirs)) for name, theirs in priced(record, run.calls).items()]
    yield from table(("who", "races", "log loss", "ours", "both", "right", "ours", "both"), rows)
    yield from beside_market(record, run)


def priced(record: Record, calls: Sequence[Called]) -> dict[str, list[Called]]:
    """The forecasters who priced several of some races, with their calls; those told apart as one body of markets."""
    keys = {(call.season, call.category) for call in calls}
    races = [race for race in forecaster(record).features.races if (race.season, race.category) in keys]
    everybody = {name: theirs for name, (theirs, _) in printed(record, races).items()}
    return {name: theirs for name, theirs in everybody.items() if len(theirs) >= LEAST_RACES}


def blend_cells(calls: Sequence[Called], theirs: Sequence[Called]) -> list[object]:
    """On the races of some prices: how many, and the log loss and accuracy of the prices, of ours, and of both."""
    ours = {(call.season, call.category): call for call in calls}
    mine = [ours[call.season, call.category] for call in theirs]
    scores = [figures(score(part)) for part in (theirs, mine, pooled_calls(calls, theirs))]
    return [len(theirs), *(each[1] for each in scores), *(each[0] for each in scores)]


def beside_market(record: Record, run: Backtest) -> Iterator[str]:
    """What can be said beside the market that was best at the last ceremony."""
    races, theirs, ours, both, *_ = blend_cells(run.calls, priced(record, run.calls)[MARKET])
    last = run.seasons[LAST]
    yield MARKET_REPORTED
    told = f"its log loss on them is {theirs}, ours {ours}, and that of both {both}"
    yield f"The record has its prices for {races} races: {told}."
    yield "Whoever printed the prices chose the races, so they say little of the rest, and the 0.466 cannot be tested."
    yield f"On all {last.races} races of that night that are forecast here, our log loss is {last.log_loss:.3f}.\n"


def comparison(part: Comparison) -> list[object]:
    """One line of the comparisons."""
    theirs, ours = figures(part.theirs), figures(part.ours)
    picks: list[object] = [part.name, part.picks.races, f"{part.picks.accuracy:.3f}", f"{part.our_picks.accuracy:.3f}"]
    return [*picks, part.theirs.races if part.theirs else 0, theirs[1], ours[1], theirs[2], ours[2]]


def losses(record: Record, run: Backtest) -> Iterator[str]:
    """The greatest upsets, and whether anybody else foresaw them."""
    yield "## Where we lose\n"
    yield from better_than_us(run)
    wrong = [call for call in run.calls if call.accuracy < 1]
    right = picked_right(record, wrong)
    seen = [(call, right[call.season, call.category]) for call in wrong if (call.season, call.category) in right]
    unforeseen = sum(hits == 0 for _, (hits, _) in seen)
    yield f"The favourite lost {len(wrong)} races, and others had printed a favourite in {len(seen)} of these."
    yield f"In {unforeseen} of them nobody had the winner: by what was public these could hardly be known."
    yield "The rest is what markets and experts saw and the precursors did not.\n"
    yield f"Winners that took the forecast by {LOST_BITS:.0f} bits or more:\n"
    yield from table(
        ("film year", "category", "won", "probability", "bits", "favourite", "probability", "others right"),
        (
            (
                *(each.season, record.categories[each.category].name, label(each.winner), f"{each.probability:.3f}"),
                *(f"{each.surprise_bits:.1f}", label(each.favourite), f"{each.favourite_probability:.3f}"),
                "{} of {}".format(*right[each.season, each.category]) if (each.season, each.category) in right else "–",
            )
            for each in upsets(results(record, first=FIRST, last=LAST))
            if each.surprise_bits >= LOST_BITS
        ),
    )


def better_than_us(run: Backtest) -> Iterator[str]:
    """The forecasters who beat us on the races they called."""
    shown = [part for part in run.forecasters if part.picks.races >= LEAST_RACES]
    picks = [part for part in shown if part.picks.accuracy > part.our_picks.accuracy]
    prices = [
        (part.name, part.theirs, part.ours)
        for part in shown
        if part.theirs and part.ours and part.theirs.races >= LEAST_RACES
    ]
    lower = [each for each in prices if (each[1].log_loss or 0.0) < (each[2].log_loss or 0.0)]
    yield "More winners than ours, on the races they called: " + named(
        f"{part.name} ({part.picks.accuracy:.3f} to {part.our_picks.accuracy:.3f}, of {part.picks.races})"
        for part in picks
    )
    yield "A lower log loss than ours, on the races they priced: " + named(
        f"{name} ({theirs.log_loss:.3f} to {ours.log_loss:.3f}, of {theirs.races})" for name, theirs, ours in lower
    )
    yield ""


def named(who: Iterable[str]) -> str:
    """A list of forecasters as the end of a sentence."""
    return (", ".join(who) or "nobody") + "."


def label(nominee: object) -> str:
    """Who or what a nomination is for."""
    people, films = getattr(nominee, "people", ()), getattr(nominee, "films", ())
    is_acting = "act" in getattr(nominee, "category", "").split("-")[-1]
    shown = people if is_acting and people else films or people
    return ", ".join(each.label for each in shown)


def picked_right(record: Record, calls: Sequence[Called]) -> dict[tuple[int, str], tuple[int, int]]:
    """By race, how many of the printed forecasters had the winner, and how many there were."""
    keys = {(call.season, call.category) for call in calls}
    races = [race for race in forecaster(record).features.races if (race.season, race.category) in keys]
    found: dict[tuple[int, str], tuple[int, int]] = {}
    for _, picks in printed(record, races).values():
        for call in picks:
            hits, total = found.get((call.season, call.category), (0, 0))
            found[call.season, call.category] = (hits + (call.accuracy > 0), total + 1)
    return found


if __name__ == "__main__":
    with open_record() as opened:
        PAGE.write_text(page(opened), encoding="utf-8")
        PLOT.write_text(reliability_svg(backtest(opened, first=FIRST, last=LAST)), encoding="utf-8")
    print(f"Written: {PAGE.name}, {PLOT.name}")
