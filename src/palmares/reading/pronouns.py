"""Who "she" is and which film "the film" is: a pronoun stands for somebody or something named before.

Every guess is kept open: an item resolved to one person carries the others it may mean. The trap: a name the record
does not know may be whom "she" stands for, and then the pronoun makes no claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from palmares.claims import Film, Person
from palmares.reading.context import REACH
from palmares.reading.items import Item, Meaning, Sentence
from palmares.reading.roles import PREDICATES


def resolve(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with every pronoun and "the film" taken to stand for somebody or something named before."""
    done: list[Sentence] = []
    told: list[Told] = []
    topics = topics_of(sentences)
    for sentence in sentences:
        items: list[Item] = []
        for item in sentence.items:
            items.append(resolved(item, items[-NEAR:], told, topics) if item.kind in REFERRING else item)
        done.append(sentence.with_items(tuple(items)))
        told.append(Told.of(items))
    return done


def with_countries(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with "the country's" taken for the country named last."""
    done: list[Sentence] = []
    last: Item | None = None
    for sentence in sentences:
        items = list(sentence.items)
        for place, item in enumerate(items):
            last = item if item.kind == "COUNTRY" else last
            if item.kind == "THECOUNTRY":
                items[place] = item.plain("OTHER") if last is None else replace(last, start=item.start, end=item.end)
        done.append(sentence if items == list(sentence.items) else sentence.with_items(tuple(items)))
    return done


NEAR = 120
"""Items back in its own sentence in which a pronoun finds what it stands for; few sentences have as many."""


@dataclass(frozen=True, slots=True)
class Told:
    """Whom and what a sentence names, the likeliest to be meant by a later pronoun first."""

    people: Sequence[Item]
    films: Sequence[Item]
    has_stranger: bool

    @classmethod
    def of(cls, items: Sequence[Item]) -> Told:
        """What these items name."""
        kinds = {item.kind for item in items}
        people = [] if kinds.isdisjoint(PEOPLE) else [place for place, item in enumerate(items) if item.kind in PEOPLE]
        films = [] if kinds.isdisjoint(FILMS) else [item for item in items if item.kind in FILMS]
        return cls(
            by_prominence(items, people)[:MOST_NAMED],
            sorted(films, key=lambda film: film.kind != "FILM")[:MOST_NAMED],
            "STRANGER" in kinds and has_stranger(items),
        )


MOST_NAMED = 30
"""How many people and films of one sentence a later pronoun may stand for."""


PEOPLE = frozenset(("PERSON", "PERSONOF"))
FILMS = frozenset(("FILM", "FILMOF"))
PERSONAL = frozenset("YEAROLD YEAROLDSAYS HE HIS HIM THEPERSON WHO WHOSE".split())
OF_FILMS = frozenset("IT ITS THEFILM WHICH".split())
REFERRING = PERSONAL | OF_FILMS | {"SAME"}


def topics_of(sentences: Sequence[Sentence]) -> list[Item]:
    """A mention of each person and film that a story names most often, and of the first film: what it is about."""
    counts: Counter[Meaning] = Counter()
    first: dict[Meaning, Item] = {}
    named = PEOPLE | FILMS
    for item in [item for sentence in sentences for item in sentence.items if item.kind in named]:
        counts[item.value] += 1
        first.setdefault(item.value, item)
    opening = next((item for item in first.values() if item.kind in FILMS), None)
    often = [first[meaning] for meaning, count in counts.most_common(TOPICS) if count > 1]
    return often if opening is None or opening in often else [*often, opening]


TOPICS = 3
"""How many people and films a story may be about."""


def resolved(item: Item, before: Sequence[Item], earlier: Sequence[Told], topics: Sequence[Item]) -> Item:
    """The item with what it stands for, when it is a pronoun that stands for something named before."""
    if item.kind in ("WHO", "WHOSE"):
        names_it = bool(before) and before[-1].kind in (
            *PEOPLE,
            "COMMA",
            "CLOSE",
            "POSS",
            "DASH",
            "AND",
            "HE",
            "HIM",
            "SAME",
        )
        return stand_for(item, nearest(before, PEOPLE) if names_it else [])
    if item.kind in PERSONAL:
        people = people_before(item, before, earlier)
        if people and is_own(item, before) and any(is_fit(other, item) for other in before):
            return stand_for(item, people)
        return stand_for(item, [*people, *(topic for topic in topics if people and is_fit(topic, item))])
    if item.kind in OF_FILMS:
        films = films_before(item, before, earlier)
        return stand_for(item, [*films, *(topic for topic in topics if films and topic.kind in FILMS)])
    if item.kind == "SAME" and item.value is None:
        return stand_for(item, [other for other in before if other.kind in ("HE", "IT", "THEFILM", "THEPERSON")][-1:])
    return item


def stand_for(item: Item, antecedents: Sequence[Item]) -> Item:
    """The pronoun taken to stand for the first of these mentions; the others, and what they may mean, are kept."""
    meanings = dict.fromkeys(
        meaning
        for other in antecedents
        for meaning in (other.value, *other.others)
        if isinstance(meaning, Film | Person)
    )
    if not meanings:
        return item.meaning(None)
    first, *others = meanings
    return item.meaning(first, tuple(dict.fromkeys((*others[:2], *others[-2:]))))


def nearest(before: Sequence[Item], kinds: frozenset[str]) -> list[Item]:
    """The last mention of one of these kinds."""
    return [item for item in before if item.kind in kinds][-1:]


def people_before(item: Item, before: Sequence[Item], earlier: Sequence[Told]) -> list[Item]:
    """Whom a pronoun may stand for: of its gender, the subject of this sentence first, then of those before."""
    found = by_prominence(before, [place for place, other in enumerate(before) if is_fit(other, item)])
    if found and is_own(item, before):
        return found
    if not found and has_stranger(before):
        return []
    for told in reversed(earlier[-REACH:]):
        if not found and told.has_stranger:
            return []
        found.extend(other for other in told.people if is_fit(other, item))
    return found


def is_own(item: Item, before: Sequence[Item]) -> bool:
    """Whether "his" is of somebody in its own sentence: ", his third Oscar", "won his third", "on her second"."""
    return item.kind == "HIS" and bool(before) and before[-1].kind in BEFORE_OWN


BEFORE_OWN = frozenset(("COMMA", "WON", "ON"))
"""After one of these "his" is of somebody named in the sentence, if anybody is."""


def is_fit(name: Item, pronoun: Item) -> bool:
    """Whether a mention is of a person of the pronoun's gender, or of one whose gender is not known."""
    return name.kind in PEOPLE and (pronoun.gender is None or name.gender in (pronoun.gender, None))


def has_stranger(items: Sequence[Item]) -> bool:
    """Whether somebody whom the record does not know is the subject of a verb here, so that "she" may be theirs."""
    for place, item in enumerate(items):
        after = items[place + 1].kind if place + 1 < len(items) else "STOP"
        if (
            item.kind == "STRANGER"
            and (after in PREDICATES or after in ("COMMA", "OTHER"))
            and not any(other.kind in PEOPLE for other in items)
        ):
            return True
    return False


def by_prominence(items: Sequence[Item], places: Sequence[int]) -> list[Item]:
    """The mentions at these places: subjects of a verb first, the last of them ahead, then the others in order."""
    subjects = [place for place in places if is_subject(items, place)]
    others = [place for place in places if place not in subjects]
    return [
        items[place]
        for place in (*reversed(subjects), *sorted(others, key=lambda place: items[place].kind != "PERSON"))
    ]


def is_subject(items: Sequence[Item], place: int) -> bool:
    """Whether a verb follows the mention directly, or over a word or two."""
    if items[place].kind != "PERSON":
        return False
    after = [item.kind for item in items[place + 1 : place + 4]]
    return next((kind in PREDICATES for kind in after if kind not in ("OTHER", "TIME")), False)


def films_before(item: Item, before: Sequence[Item], earlier: Sequence[Told]) -> list[Item]:
    """Which film "it" or "the film" may be: the last in this sentence, else the subject of the last to name one."""
    here = [other for other in before if other.kind in FILMS]
    if item.kind == "WHICH":
        return here[-1:]
    found = list(reversed(here)) if item.kind != "IT" else [other for other in here if other.kind == "FILM"][:1]
    for told in reversed(earlier[-REACH:]):
        found.extend(told.films)
        if any(film.kind == "FILM" for film in told.films) and item.kind in ("IT", "ITS"):
            break
    return found
