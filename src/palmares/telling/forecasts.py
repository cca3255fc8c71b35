"""Odds, contenders, backtests and upsets in words: as tables of text and as JSON.

The thing a newcomer gets wrong: a reason speaks of what the nominee has or lacks, and its log-odds are against the mean
of the race, so what a nominee has may count against it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from palmares.claims import Json
from palmares.forecasting import Chance, Contender, Event, Given, Odds, Prospects, Reason
from palmares.record import NominationRow, Record
from palmares.telling.columns import table_lines
from palmares.telling.english import listed, long_date, partial_date
from palmares.telling.labels import category_label, film_label, nominee_label
from palmares.telling.lines import edition_title

REASONS = 3
"""How many reasons of a nominee are told, the strongest first; JSON has all."""

MOVING = 2
"""How many reasons of the last event are told."""

TOLD, LEAST_CHANCE_TOLD = 3, 0.05
"""What the likeliest nominees rest on is told: of so many at most, none less likely."""

CONTENDERS = 10
"""How many contenders of a race are told; JSON has all."""

LEAST_TOLD = 0.05
"""Reasons weaker than this, in log-odds, are not told; JSON has them."""

SONG = "original-song"
FEW = 2
"""So many people are told by name; where more share a nomination, the film stands for them."""


# --- text -----------------------------------------------------------------------------------------------------------


def odds_lines(record: Record, found: Prospects) -> Iterator[str]:
    """The odds of an edition, or its contenders, a table for each race."""
    title = edition_title(record, found.edition.award, found.edition.number)
    yield title
    yield f"  as of: {long_date(found.as_of)}"
    yield f"  held: {partial_date(found.edition.held)}"
    for given in found.given:
        yield f"  supposed: {given_words(record, given)}"
    if not found.races:
        yield from contender_lines(record, found)
    for race, alone in zip(found.races, found.alone, strict=True):
        yield ""
        yield from race_lines(record, race, alone, is_supposed=bool(found.given))


def given_words(record: Record, given: Given) -> str:
    """`Demi Moore wins Best Actress at the SAG Awards`."""
    prize = category_label(record, given.category)
    return f"{winner_name(record, given.winner)} wins {prize} at the {record.awards[given.award].short}"


def winner_name(record: Record, id: str) -> str:
    """The name of a film or person by id."""
    is_film = record.connection.execute("SELECT 1 FROM film WHERE id = ?", (id,)).fetchone()
    return f"“{record.film(id).title}”" if is_film else record.person(id).name


def race_lines(record: Record, race: Odds, alone: Odds, *, is_supposed: bool) -> Iterator[str]:
    """The table of one race under its name, the event that last moved it, and what the likeliest rest on."""
    yield record.categories[race.category].name
    is_moved = any(chance.before is not None for chance in race.chances)
    if race.last is not None and is_moved and not is_supposed:
        yield f"  last moved by: {event_words(record, race.last)}"
    own = {chance.nominee.id: chance.probability for chance in alone.chances}
    is_blended = any(own[chance.nominee.id] != chance.probability for chance in race.chances)
    columns = [("nominee", *(nominee_words(record, chance.nominee) for chance in race.chances))]
    columns.append(("chance", *(decimal(chance.probability) for chance in race.chances)))
    if is_blended:
        columns.append(("alone", *(decimal(own[chance.nominee.id]) for chance in race.chances)))
    if is_moved:
        moved = [moved_cells(record, chance, own[chance.nominee.id], race.last) for chance in race.chances]
        columns += zip(("before", "move", "why it moved, in log-odds"), *moved, strict=True)
    right = [False, *(True for _ in columns[1:])]
    if is_moved:
        right[-1] = False
    yield from table_lines([*zip(*columns, strict=True)], widest=None, right=right)
    yield from resting_lines(record, race)


def resting_lines(record: Record, race: Odds) -> Iterator[str]:
    """What the likeliest nominees of a race rest on, a line each."""
    for chance in race.chances[:TOLD]:
        reasons = reasons_words(record, chance.reasons)
        if chance.probability >= LEAST_CHANCE_TOLD and reasons:
            yield f"  {short_words(record, chance.nominee)} rests on: {reasons}"


def moved_cells(record: Record, chance: Chance, now: float, last: Event | None) -> tuple[str, str, str]:
    """What a nominee's chance was, by how much it moved, and the reasons of the last event."""
    if chance.before is None:
        return "", "", ""
    return (
        decimal(chance.before),
        f"{now - chance.before:+.2f}",
        reasons_words(record, by_event(chance.reasons, last), most=MOVING),
    )


def by_event(reasons: Sequence[Reason], last: Event | None) -> list[Reason]:
    """The reasons that the bodies of an event gave."""
    return [reason for reason in reasons if last is not None and reason.award in last.awards]


def reasons_words(record: Record, reasons: Sequence[Reason], *, most: int = REASONS) -> str:
    """The strongest reasons in words: `won SAG Awards +0.61, BAFTAs to others -0.30`."""
    told = [reason for reason in reasons if abs(reason.log_odds) >= LEAST_TOLD]
    return ", ".join(f"{reason_words(record, reason)} {reason.log_odds:+.2f}" for reason in told[:most])


def reason_words(record: Record, reason: Reason) -> str:
    """What a reason says of its nominee: `won SAG Awards`."""
    body = record.awards[reason.award].short
    if reason.sub:
        body += f" ({channel_words().get(reason.sub, reason.sub.replace('-', ' '))})"
    has, lacks = signal_words()[reason.kind]
    return (has if reason.is_theirs else lacks).format(body=body)


@cache
def signal_words() -> Mapping[str, tuple[str, str]]:
    """By kind of signal, what is said of who has it and of who lacks it."""
    return {line["kind"]: (line["has"], line["lacks"]) for line in word_lines("signals.csv")}


@cache
def channel_words() -> Mapping[str, str]:
    """What the sub-channels of bodies are called whose ids do not tell."""
    return {line["sub"]: line["words"] for line in word_lines("channels.csv")}


def word_lines(name: str) -> Iterator[dict[str, str]]:
    """The lines of one table of words."""
    yield from csv.DictReader(files("palmares.telling").joinpath(name).read_text(encoding="utf-8").splitlines())


def event_words(record: Record, event: Event) -> str:
    """`BAFTAs and SAG Awards, 23 February 2025`."""
    return f"{listed([record.awards[award].short for award in event.awards])}, {long_date(event.day)}"


def nominee_words(record: Record, row: NominationRow) -> str:
    """A nominee with the film: `Mikey Madison, “Anora”`; the film alone where many share the nomination."""
    film = film_label(record, row.films[0]) if row.films else ""
    label = f"“{row.detail}”" if row.detail and row.category == SONG else short_words(record, row)
    return f"{label}, {film}" if film and film not in label else label


def short_words(record: Record, row: NominationRow) -> str:
    """A nominee by the name that tells most: a person or two, else the film."""
    is_crowd = len(row.people) > FEW and row.films
    return listed([film_label(record, film) for film in row.films]) if is_crowd else nominee_label(record, row)


def decimal(probability: float) -> str:
    """A probability with two digits; what would look like a certainty is told as near it."""
    return "<0.01" if probability < 0.005 else ">0.99" if probability >= 0.995 else f"{probability:.2f}"


def contender_lines(record: Record, found: Prospects) -> Iterator[str]:
    """The contenders of each race, with their chances of being nominated and of winning."""
    silent = []
    for category, everybody in found.contenders.items():
        if not everybody:
            silent.append(record.categories[category].name)
            continue
        yield ""
        yield record.categories[category].name
        rows = [("contender", "nominated", "wins")]
        rows += [
            (contender_words(record, each), decimal(each.nominated), decimal(each.won))
            for each in everybody[:CONTENDERS]
        ]
        yield from table_lines(rows, widest=None, right=(False, True, True))
        if len(everybody) > CONTENDERS:
            yield f"{CONTENDERS} of {len(everybody)}; --format json has all."
    if silent:
        yield ""
        yield f"Nobody has been named yet for {listed(silent)}."


def contender_words(record: Record, contender: Contender) -> str:
    """A contender: `Mikey Madison, “Anora”`."""
    names = [person.label or person.id for person in contender.people]
    return ", ".join([*names, listed([film_label(record, film) for film in contender.films])])


# --- JSON -----------------------------------------------------------------------------------------------------------


def odds_wire(record: Record, found: Prospects) -> dict[str, Json]:
    """The odds of an edition, or its contenders, as plain values for a JSON encoder."""
    pairs = zip(found.races, found.alone, strict=True)
    return {
        "award": found.edition.award, "edition": found.edition.number, "season": found.edition.season,
        "held": found.edition.held, "as_of": found.as_of.isoformat(),
        "given": [{"award": each.award, "category": each.category, "winner": each.winner} for each in found.given],
        "races": [race_wire(record, race, alone) for race, alone in pairs],
        "contenders": [
            {"category": category, "contenders": [contender_wire(record, each) for each in everybody]}
            for category, everybody in found.contenders.items()
        ],
    }  # fmt: skip


def race_wire(record: Record, race: Odds, alone: Odds) -> dict[str, Json]:
    """The odds of one race."""
    own = {chance.nominee.id: chance.probability for chance in alone.chances}
    last: Json = None
    if race.last is not None:
        last = {"day": race.last.day.isoformat(), "awards": [*race.last.awards]}
    nominees: list[Json] = [chance_wire(record, each, own[each.nominee.id], race.last) for each in race.chances]
    return {"category": race.category, "last": last, "nominees": nominees}


def chance_wire(record: Record, chance: Chance, alone: float, last: Event | None) -> dict[str, Json]:
    """One nominee's chance with its reasons; `alone` is without prices from outside, `before` the last event."""
    row = chance.nominee
    moving = by_event(chance.reasons, last)
    return {
        **row_wire(row), "probability": chance.probability, "alone": alone, "before": chance.before,
        "reasons": [
            {
                "award": reason.award, "sub": reason.sub, "kind": reason.kind, "log_odds": reason.log_odds,
                "is_theirs": reason.is_theirs, "is_last": reason in moving, "words": reason_words(record, reason),
            }
            for reason in chance.reasons
        ],
    }  # fmt: skip


def row_wire(row: NominationRow) -> dict[str, Json]:
    """Whom a nomination names."""
    return {
        "nomination": row.id, "films": [film.label or film.id for film in row.films],
        "film_ids": [film.id for film in row.films], "people": [person.label or person.id for person in row.people],
        "people_ids": [person.id for person in row.people], "detail": row.detail,
    }  # fmt: skip


def contender_wire(record: Record, contender: Contender) -> dict[str, Json]:
    """One contender's chances."""
    return {
        "films": [record.film(film.id).title for film in contender.films],
        "film_ids": [film.id for film in contender.films],
        "people": [record.person(person.id).name for person in contender.people],
        "people_ids": [person.id for person in contender.people],
        "nominated": contender.nominated, "won": contender.won,
    }  # fmt: skip
