"""Composes a true story of every Academy Awards night from the record, in the plain words of a news agency.

Nothing in these stories may be refuted. They are many and alike: a net under the rules, and no measure of their
breadth.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from palmares.record import EditionRow, NominationRow, Record

ONES = "no one two three four five six seven eight nine".split()
CRAFTS = {
    "cinematography": "cinematography",
    "editing": "film editing",
    "original-score": "original score",
    "costume-design": "costume design",
    "production-design": "production design",
    "sound": "sound",
    "visual-effects": "visual effects",
    "original-screenplay": "original screenplay",
    "adapted-screenplay": "adapted screenplay",
}
RACE = (
    "SELECT row FROM nomination"
    " WHERE award = 'oscars' AND edition = ? AND category = ? AND won = ? AND counts = 1 ORDER BY row"
)
TALLY = """
    SELECT count(*), coalesce(sum(won), 0) FROM nomination JOIN nomination_film ON nomination = row
    WHERE award = 'oscars' AND edition = ? AND film = ? AND counts = 1
"""


class Night:
    """One ceremony, told with the choices of a seeded generator."""

    def __init__(self, record: Record, edition: EditionRow, chance: random.Random) -> None:
        self.record, self.edition, self.chance = record, edition, chance

    def race(self, category: str, *, won: bool) -> tuple[NominationRow, ...]:
        """The winners, or the losers, of one race."""
        rows = self.record.connection.execute(RACE, (self.edition.number, category, int(won)))
        return self.record.nominations(row for (row,) in rows)

    def tally(self, film: str) -> tuple[str, str, int]:
        """The film's nominations and wins of the night in words, and its wins as a number."""
        ((nominated, won),) = self.record.connection.execute(TALLY, (self.edition.number, film))
        return in_words(nominated), in_words(won), won

    def sentences(self) -> Iterator[str]:
        """The story, sentence by sentence."""
        (best, *_) = self.race("picture", won=True)
        yield from self.best_picture(best)
        yield from self.lead("actor", "best actor", "He")
        yield from self.lead("actress", "best actress", "She")
        yield from self.supporting()
        yield from self.directing()
        yield from self.crafts(best)
        yield from self.rival()

    def best_picture(self, best: NominationRow) -> Iterator[str]:
        """The winner, with the day and its tally."""
        nominated, won, _ = self.tally(best.films[0].id)
        held = self.edition.held_last
        day = f"{held:%B} {held.day}, {held.year}"
        yield f"{title(best)} won best picture at the {ordinal(self.edition.number)} Academy Awards, held on {day}."
        yield self.chance.choice(
            [
                f"The film had {nominated} nominations and won {won}.",
                f"It took {won} Oscars from {nominated} nominations.",
            ]
        )

    def lead(self, category: str, prize: str, pronoun: str) -> Iterator[str]:
        """A leading winner, and somebody who lost to them."""
        winners, losers = self.race(category, won=True), self.race(category, won=False)
        if len(winners) != 1:
            return
        (winner,) = winners
        name = winner.people[0].label
        yield self.chance.choice(
            [
                f"{name} won {prize} for {title(winner)}.",
                f"{name} was named {prize} for {title(winner)}.",
                f"The {prize} award went to {name} for {title(winner)}.",
            ]
        )
        other = self.chance.choice(losers).people[0].label
        yield self.chance.choice([f"{other} lost to {name}.", f"{pronoun} defeated {other} for the prize."])

    def supporting(self) -> Iterator[str]:
        """Both supporting winners in one sentence."""
        men, women = self.race("supporting-actor", won=True), self.race("supporting-actress", won=True)
        if len(men) != 1 or len(women) != 1:
            return
        he, she = men[0].people[0].label, women[0].people[0].label
        yield self.chance.choice(
            [
                f"{he} and {she} won the supporting awards.",
                f"{he} took best supporting actor, and {she} best supporting actress.",
                f"{he} and {she} won best supporting actor and best supporting actress.",
                f"The supporting prizes went to {he}, for {title(men[0])}, and {she}, for {title(women[0])}.",
            ]
        )

    def directing(self) -> Iterator[str]:
        """The directing prize."""
        winners = self.race("director", won=True)
        if len(winners) == 1:
            names = " and ".join(person.label for person in winners[0].people)
            yield self.chance.choice(
                [f"{names} won best director for {title(winners[0])}.", f"Best director went to {names}."]
            )

    def crafts(self, best: NominationRow) -> Iterator[str]:
        """The other prizes of the best picture, as a list."""
        film = best.films[0]
        won = [
            words
            for category, words in CRAFTS.items()
            if any(film in row.films for row in self.race(category, won=True))
        ]
        if len(won) > 1:
            yield f"{title(best)} also won for {', '.join(won[:-1])} and {won[-1]}."

    def rival(self) -> Iterator[str]:
        """A film that lost, with its tally."""
        losers = self.race("picture", won=False)
        if not losers:
            return
        rival = self.chance.choice(losers)
        nominated, won, number = self.tally(rival.films[0].id)
        if number:
            yield f"{title(rival)} won {won} of its {nominated} nominations."
        else:
            yield f"{title(rival)} went home empty-handed from {nominated} nominations."


def title(row: NominationRow) -> str:
    """The title of the first film of a nomination, in marks."""
    return f"“{row.films[0].label}”"


def in_words(number: int) -> str:
    """A number as a newspaper writes it."""
    return ONES[number] if number < len(ONES) else str(number)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def true_nights(record: Record, *, seed: int) -> Iterator[tuple[int, str, dt.date]]:
    """Number, story and day of writing for each ceremony that has been held."""
    chance = random.Random(seed)
    for edition in record.editions("oscars"):
        night = Night(record, edition, chance)
        if night.race("picture", won=True):
            yield edition.number, " ".join(night.sentences()), edition.held_last + dt.timedelta(days=1)
