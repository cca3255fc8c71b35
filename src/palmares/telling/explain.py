"""Why a verdict is what it is, in one or two sentences that name the evidence.

The thing a newcomer gets wrong: an explanation says what the record shows, in the same voice whether that is welcome or
not; it never says that somebody is wrong.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from palmares.checking import Judgement, Looseness, Reason, Verdict
from palmares.claims import (
    MEASURES,
    Attribute,
    Claim,
    Count,
    Exists,
    Measure,
    Members,
    OfAward,
    Operator,
    Ordinal,
    Outcome,
    Probability,
    Property,
    Rank,
    Trait,
    Unit,
    WithOutcome,
    WithTrait,
    walk,
)  # fmt: skip
from palmares.errors import UnknownName
from palmares.record import EditionRow, FilmRow, Lack, LackKind, NominationRow, PersonRow, Record, Row
from palmares.telling.attributes import venue_name
from palmares.telling.conditions import range_words
from palmares.telling.english import listed, number, ordinal_numeral, partial_date, sentence
from palmares.telling.expected import expectation
from palmares.telling.labels import (
    award_label,
    category_label,
    edition_label,
    film_label,
    nominee_label,
    person_label,
    race_label,
    value_label,
)
from palmares.telling.lines import edition_title
from palmares.telling.selections import described, units_to
from palmares.telling.sentences import tell

MAX_NAMED = 12
"""So many rows are named one by one; of more, the number is given."""

MAX_LACKING = 4
"""So many things that the record lacks are named; of more, none is."""


def reason_table() -> dict[str, str]:
    """Id of a reason or looseness → its words."""
    text = Path(__file__).with_name("reasons.csv").read_text("utf-8")
    return {row["id"]: row["words"] for row in csv.DictReader(text.splitlines())}


REASONS = reason_table()


def explain(record: Record, judgement: Judgement, *, as_of: dt.date) -> str:
    """A few sentences on a verdict as of a day."""
    if isinstance(judgement.claim.left, Probability | Rank) and (told := by_odds(record, judgement, as_of)):
        return told
    match judgement.verdict:
        case Verdict.SUPPORTED:
            return shown(record, judgement.claim, judgement.evidence, as_of)
        case Verdict.REFUTED:
            return instead(record, judgement, as_of)
        case Verdict.IMPRECISE:
            assert judgement.correction is not None
            return loose(record, judgement, judgement.correction)
        case Verdict.UNVERIFIABLE:
            assert judgement.reason is not None
            return unknown(record, judgement, judgement.reason, as_of)


def by_odds(record: Record, judgement: Judgement, as_of: dt.date) -> str:
    """What forecasters said, where a verdict rests on that; else nothing."""
    open_by = judgement.looseness or judgement.reason
    if open_by not in {None, Looseness.OPEN_ODDS, Reason.ODDS_UNCLEAR}:
        return ""
    told = expectation(record, judgement.claim, as_of=as_of)
    return f"{told} {REASONS[open_by]}".strip() if open_by else told


def shown(record: Record, claim: Claim, rows: tuple[Row, ...], as_of: dt.date) -> str:
    """What the record shows for a claim that holds."""
    show = SHOWN.get(type(claim.left), told_again)
    return (
        show(record, claim, rows, as_of)
        if not isinstance(claim.right, MEASURES)
        else told_again(record, claim, rows, as_of)
    )


def told_again(record: Record, claim: Claim, rows: tuple[Row, ...], as_of: dt.date) -> str:
    """The claim itself, where there is no better way to name its evidence."""
    return f"The record shows this: {tell(record, claim)}"


def shown_outcome(record: Record, claim: Claim, rows: tuple[Row, ...], as_of: dt.date) -> str:
    """The nominations that are there, winners first, or what is there instead."""
    nominations = only_nominations(rows)
    if not is_so(claim):
        return none_of(record, claim, nominations, as_of)
    return " ".join(fact(record, row, as_of) for row in told_first(nominations)[:2]) or told_again(
        record, claim, rows, as_of
    )


def shown_attribute(record: Record, claim: Claim, rows: tuple[Row, ...], as_of: dt.date) -> str:
    """What the record says of the ceremony, person or film."""
    assert isinstance(claim.left, Attribute)
    editions = [row for row in rows if isinstance(row, EditionRow)]
    if claim.left.name is Property.TIMES_HOSTED and editions:
        numbers = listed([ordinal_numeral(row.number) for row in editions])
        return f"{tell(record, claim)} The record names the {numbers}."
    return " ".join(described_row(record, row) for row in rows[:2]) or told_again(record, claim, rows, as_of)


def shown_place(record: Record, claim: Claim, rows: tuple[Row, ...], as_of: dt.date) -> str:
    """The units up to the one in question; of the first, that there is none before it."""
    assert isinstance(claim.left, Ordinal)
    nominations = only_nominations(rows)
    if claim.right != 1 or claim.operator is not Operator.EQ:
        return in_order(record, claim, rows, as_of)
    earlier = f"The record shows no earlier {units_to(record, claim.left.of, claim.left.unit)}."
    return " ".join([*(fact(record, row, as_of) for row in nominations[:1]), earlier])


def only_nominations(rows: Iterable[Row]) -> list[NominationRow]:
    """The nominations among rows of evidence."""
    return [row for row in rows if isinstance(row, NominationRow)]


def none_of(record: Record, claim: Claim, rows: list[NominationRow], as_of: dt.date) -> str:
    """What the record shows where it shows nothing of the kind: who did win, or all the nominees of a race."""
    if rows and WithOutcome(Outcome.WON) in walk(claim):
        return " ".join(fact(record, row, as_of) for row in told_first(rows)[:2])
    races = {(row.award, row.edition, row.category) for row in rows}
    names = list(dict.fromkeys(nominee_label(record, row) for row in rows))
    if len(races) == 1 and 1 < len(names) <= MAX_NAMED:
        return sentence(f"the record of {race_label(record, rows[0])} is complete: {listed(names)}")
    return sentence(f"the record of {record_name(record, claim)} is complete here and shows none")


def is_so(claim: Claim) -> bool:
    """Whether a claim of existence says that there is something."""
    return (claim.right is True) == (claim.operator is Operator.EQ)


def fact(record: Record, row: NominationRow, as_of: dt.date) -> str:
    """One row in words: `Best Actress at the 97th Academy Awards, on 2 March 2025, went to …`."""
    who = nominee_label(record, row)
    films = [film_label(record, film) for film in row.films]
    film = f" for {listed(films)}" if films and listed(films) != who else ""
    day = f", {'on ' if row.held.count('-') == 2 else 'in '}{partial_date(row.held)}," if row.held else ""
    if not row.won or row.decided > as_of:
        were = "were" if row.people and len(row.people) > 1 and who not in films else "was"
        return sentence(f"{who} {were} nominated for {race_label(record, row)}{film}{lost_words(row, as_of)}")
    return sentence(f"{race_label(record, row)}{day} went to {who}{film}{' in a tie' if row.tied else ''}")


def lost_words(row: NominationRow, as_of: dt.date) -> str:
    """What became of a nomination that did not win, as far as it was known."""
    return " and did not win" if row.decided <= as_of else ""


def shown_count(record: Record, claim: Claim, rows: tuple[Row, ...], as_of: dt.date) -> str:
    """`The record shows five wins by “Anora” at the 97th Academy Awards: Best Picture, …`."""
    count = claim.left
    assert isinstance(count, Count)
    nominations = only_nominations(rows)
    is_exact = type(claim.right) is int and claim.operator is Operator.EQ
    is_whole = claim.right == len(nominations) and 0 < len(nominations) <= MAX_NAMED
    if count.unit is not Unit.NOMINATION or not is_exact or not is_whole:
        return told_again(record, claim, rows, as_of)
    label = row_label(nominations)
    names = listed(with_repeats([label(record, row) for row in nominations]))
    nouns = described(record, count.of).nouns(len(nominations))
    return sentence(f"the record shows {number(len(nominations))} {nouns}: {names}")


def with_repeats(names: Sequence[str]) -> list[str]:
    """Each name once, with how often it stands there: a film may have two actors up for one prize."""
    often = ("twice" if count == 2 else f"{number(count)} times" for count in Counter(names).values())
    return [
        name if names.count(name) == 1 else f"{name} ({times})"
        for name, times in zip(Counter(names), often, strict=True)
    ]


def row_label(rows: list[NominationRow]) -> Callable[[Record, NominationRow], str]:
    """How rows are told apart: by nominee in a race, prize in a night, film for a prize, else by prize and night."""
    if len(rows) > 1 and len({(row.award, row.edition, row.category) for row in rows}) == 1:
        return nominee_label
    if len({(row.award, row.edition) for row in rows}) == 1:
        return lambda record, row: category_label(record, row.category)
    if len({row.category for row in rows}) == 1 and all(row.films for row in rows):
        return film_and_edition
    return short_label


def in_order(record: Record, claim: Claim, rows: tuple[Row, ...], as_of: dt.date) -> str:
    """The units that a place or a list is made of, in the order they came."""
    assert isinstance(claim.left, Ordinal | Members)
    unit = claim.left.unit
    names = list(dict.fromkeys(name for row in only_nominations(rows) for name in unit_names(record, row, unit)))
    if isinstance(claim.left, Members) and isinstance(claim.right, frozenset):
        members = {value_label(record, member) for member in claim.right}
        names = [name for name in names if name in members]
    if not 1 < len(names) <= MAX_NAMED:
        return told_again(record, claim, rows, as_of)
    return sentence(f"the record shows, in order: {listed(names)}")


def unit_names(record: Record, row: NominationRow, unit: Unit) -> list[str]:
    """What a row stands for in a list of such units."""
    if unit is Unit.FILM:
        return [film_label(record, film) for film in row.films]
    if unit is Unit.PERSON:
        return [person_label(record, person) for person in row.people]
    if unit is Unit.COUNTRY and row.country:
        return [row.country]
    return [short_label(record, row)]


def film_and_edition(record: Record, row: NominationRow) -> str:
    """`“Anora” (97th Academy Awards)`."""
    return (
        f"{listed([film_label(record, film) for film in row.films])} ({edition_title(record, row.award, row.edition)})"
    )


def short_label(record: Record, row: NominationRow) -> str:
    """`Best Actress (97th Academy Awards)`."""
    return f"{category_label(record, row.category)} ({edition_title(record, row.award, row.edition)})"


def described_row(record: Record, row: Row) -> str:
    """What the record says of a ceremony, a person or a film."""
    match row:
        case NominationRow():
            return sentence(f"{nominee_label(record, row)}: {race_label(record, row)}")
        case EditionRow():
            return edition_words(record, row)
        case PersonRow():
            born = (
                f" was born {'on ' if row.born.count('-') == 2 else 'in '}{partial_date(row.born)}" if row.born else ""
            )
            return sentence(f"{row.name}{born or ' is in the record'}")
        case FilmRow():
            release = f", released in {row.release_year}" if row.release_year else ""
            directors = (
                listed([person.label or person.id for person in row.directors]) if row.directors else "nobody named"
            )
            return sentence(f"“{row.title}”, directed by {directors}{release}, counts as a film of {row.season}")


def edition_words(record: Record, row: EditionRow) -> str:
    """A ceremony: which films it honoured, when and where it was held, who hosted."""
    name = edition_label(record, row.award, row.number)
    was = "were" if name.endswith("s") else "was"
    day = f"{'on ' if row.held.count('-') == 2 else 'in '}{partial_date(row.held)}"
    where = f" at {listed([venue_name(venue) for venue in row.venues])}" if row.venues else ""
    hosts = f", hosted by {listed(row.hosts)}" if row.hosts else ""
    return sentence(f"{name}, for films of {row.season}, {was} held {day}{where}{hosts}")


def instead(record: Record, judgement: Judgement, as_of: dt.date) -> str:
    """What the record says of a claim that does not hold."""
    correction = judgement.correction
    others = [row for row in judgement.evidence if not isinstance(row, NominationRow)]
    if correction is None and others:
        return described_row(record, others[0])
    if correction is None:
        return f"The record shows otherwise for {record_name(record, judgement.claim)}."
    if isinstance(correction.left, Exists) and not is_so(correction):
        return f"The record is complete here and shows none: {tell(record, correction)}"
    if isinstance(correction.left, Attribute):
        return f"The record shows this: {tell(record, correction)}"
    return shown(record, correction, judgement.evidence, as_of)


def told_first(rows: list[NominationRow]) -> list[NominationRow]:
    """Winners before those who were only nominated; the order is otherwise kept."""
    return sorted(rows, key=lambda row: not row.won)


def loose(record: Record, judgement: Judgement, correction: Claim) -> str:
    """In what a claim is loose, and what holds; where years are mixed up, the row that shows them."""
    assert judgement.looseness is not None
    told = tell(record, correction)
    others = [row for row in judgement.evidence if not isinstance(row, NominationRow)]
    if judgement.looseness is not Looseness.SEASON_SLIP:
        return f"{REASONS[judgement.looseness]} {told}"
    if others:
        return described_row(record, others[0])
    nominations = only_nominations(judgement.evidence)
    if not nominations:
        return f"{REASONS[judgement.looseness]} {told}"
    return f"{edition_words(record, record.edition(nominations[-1].award, nominations[-1].edition))} {told}"


def unknown(record: Record, judgement: Judgement, reason: Reason, as_of: dt.date) -> str:
    """Why the record cannot tell."""
    unrecorded = [
        node for node in walk(judgement.claim) if isinstance(node, WithTrait) and node.trait is Trait.UNRECORDED
    ]
    if unrecorded and judgement.likeliest is not None:
        sense = f"in another sense ({unrecorded[0].value}), of which it cannot tell"
        likeliest = inner_sentence(record, judgement.likeliest)
        return f"Taken as {likeliest} the record says otherwise, but it may be meant {sense}."
    if unrecorded:
        return f"The record does not hold whether anybody is {unrecorded[0].value}, so this is not for it to settle."
    lacks = judgement.evaluation.lacks
    lack = lacks[0] if lacks else Lack(LackKind.OUTSIDE_RECORD)
    return REASONS[reason].format(
        about=about(record, lack),
        award=lack_award(record, lack),
        day=partial_date(as_of.isoformat()),
        likeliest=inner_sentence(record, judgement.likeliest or judgement.claim),
        reading=inner_sentence(record, judgement.claim),
        subject=detail_label(record, lack.detail) or "the subject",
    )


def inner_sentence(record: Record, claim: Claim) -> str:
    """A claim in quotation marks within a sentence."""
    return f"“{tell(record, claim).rstrip('.').replace('“', '‘').replace('”', '’')}”"


def lack_award(record: Record, lack: Lack) -> str:
    """The award a lack is about, or its one edition."""
    if lack.award is not None and lack.kind is LackKind.NOT_DECIDED and lack.first == lack.last and lack.first:
        return edition_label(record, lack.award, lack.first)
    return award_label(record, lack.award) if lack.award is not None else "these awards"


def about(record: Record, lack: Lack) -> str:
    """What exactly is lacking, in brackets: a category, editions, names."""
    parts = [category_label(record, lack.category)] if lack.category else []
    if lack.award is not None and (lack.first is not None or lack.last is not None):
        parts.append(f"edition {range_words(lack.first, lack.last, str)}")
    names = lack.detail.split(", ") if lack.detail else []
    if 0 < len(names) <= MAX_LACKING:
        parts.append(listed([detail_label(record, name) for name in names]))
    return f" ({', '.join(parts)})" if parts else ""


def detail_label(record: Record, name: str) -> str:
    """The name of a person, film or category that a lack gives by its id; anything else as it is."""
    if name in record.categories:
        return category_label(record, name)
    for look_up in (record.person, record.film):
        try:
            row = look_up(name)
        except UnknownName:
            continue
        return row.name if isinstance(row, PersonRow) else f"“{row.title}”"
    return name


def record_name(record: Record, claim: Claim) -> str:
    """The awards a claim is about: `the Academy Awards`."""
    awards = sorted({node.award for node in walk(claim) if isinstance(node, OfAward) and isinstance(node.award, str)})
    return listed([award_label(record, award) for award in awards]) if awards else "these awards"


Shower = Callable[[Record, Claim, tuple[Row, ...], dt.date], str]

SHOWN: dict[type[Measure], Shower] = {
    Exists: shown_outcome,
    Count: shown_count,
    Ordinal: shown_place,
    Members: in_order,
    Attribute: shown_attribute,
}
"""How the evidence for a claim that holds is named; other measures are told as they stand."""
