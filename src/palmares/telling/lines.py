"""Evidence as lines of a table: what the terminal and the page print of each row.

The thing a newcomer gets wrong: a row of a later day shows neither winner nor loser, as nobody knew on the as-of date.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from palmares.record import EditionRow, FilmRow, NominationRow, PersonRow, Record, Row
from palmares.telling.english import listed, partial_date
from palmares.telling.labels import edition_label, film_label


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One row of evidence in words; `where` is the award and edition, or the kind of row."""

    where: str
    prize: str
    who: str
    outcome: str
    day: str
    source: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What there is to say, without the source."""
        return tuple(cell for cell in (self.where, self.prize, self.who, self.outcome, self.day) if cell)


def evidence_line(record: Record, row: Row, *, as_of: dt.date) -> EvidenceLine:
    """One row of evidence as a line of a table."""
    match row:
        case NominationRow():
            category = record.categories[row.category].name if row.category in record.categories else row.wording
            outcome = ("won, tied" if row.tied else "won") if row.won else "nominated"
            outcome = outcome if row.decided <= as_of else "nominated"
            where = edition_title(record, row.award, row.edition)
            return EvidenceLine(where, category, nominees(record, row), outcome, partial_date(row.held), row.source)
        case EditionRow():
            hosts = f"hosted by {listed(row.hosts)}" if row.hosts else ""
            films, where = f"films of {row.season}", edition_title(record, row.award, row.number)
            venues = ", ".join(row.venues)
            return EvidenceLine(where, films, venues, hosts, partial_date(row.held), row.source)
        case PersonRow():
            born = f"born {partial_date(row.born)}" if row.born else "birth date not known"
            died = f"died {partial_date(row.died)}" if row.died else ""
            return EvidenceLine("Person", row.name, row.country or "", died, born, row.source)
        case FilmRow():
            directors = [person.label or person.id for person in row.directors]
            release = f"released {row.release_year}" if row.release_year else ""
            return EvidenceLine(
                "Film", f"“{row.title}”", ", ".join(directors), f"film of {row.season}", release, row.source
            )


def edition_title(record: Record, award: str, edition: int) -> str:
    """`97th Academy Awards`."""
    return edition_label(record, award, edition).removeprefix("the ")


def nominees(record: Record, row: NominationRow) -> str:
    """All that a nomination names: people, films, song or role, country."""
    people = listed([person.label or person.id for person in row.people]) if row.people else ""
    films = listed([film_label(record, film) for film in row.films]) if row.films else ""
    return ", ".join(part for part in (people, films, row.country or "") if part)
