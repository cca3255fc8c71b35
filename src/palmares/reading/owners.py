"""Whose a number may be: the films and people named round a count.

A count is often told far from whom it is of: "a rout: ten nominations, no wins". The trap: somebody whom the record
does not know, or a film that is only described, may be whose it is, and then the names that are known tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from palmares.claims import Film, Person
from palmares.reading.context import Place
from palmares.reading.items import Item, Sentence
from palmares.reading.roles import NAMES, PREDICATES

OWNING = frozenset("FILM FILMOF PERSON PERSONOF HE HIM HIS IT ITS THEFILM THEPERSON WHO WHOSE WHICH SAME".split())
"""Kinds of items that may stand for whose a count is."""
DISTANT = OWNING - {"WHO", "WHOSE", "WHICH", "SAME"}
"""Those of them that may stand for what another sentence names."""
UNKNOWN = frozenset(
    "STRANGER COUNTRY OTHERPRIZE WORK WORKOF THEY GENRE FILMNOUN SOMEONE PERFORMER WOMAN MAN HOST ELSEWHERE".split()
)
"""Kinds of items that may stand for somebody or something else whose it is."""
COMPARING = frozenset(
    "MORE THAN RECORD MATCHED LEAST PAST AGAINST LIKE EVER ONLY RIVALS OR CONSECUTIVE YEARS SPLIT".split()
)
"""Kinds of words by which a number may be said of somebody else, or of no one."""
POINTING = frozenset("FOR WENT TO".split())
DOUBTFUL = frozenset("MODAL NOT NEVER IF SEEK QUOTE LONGSHOT".split())
"""Kinds of words behind which a count is of something that did not happen."""
CLOSE_BY = 8
REACHED = 2
"""Sentences back in which the owner of a count is looked for, where its own names nobody."""
MOST = 5
FEW = 2
"""Names among which the owner of a count is sure to be; with more, not all readings of all names are looked at."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose a count may be, likeliest first. `is_sure`: it can be nobody else's."""

    items: tuple[Item, ...]
    is_sure: bool


def owners(place: Place | None, *, are_people: bool = False) -> Owners:
    """The films and people of whom the count at a place may be said; people alone where only they can be meant."""
    if place is None:
        return Owners((), False)
    items, (first, last) = place.sentence.items, place.span
    if not DOUBTFUL.isdisjoint([item.kind for item in items[max(0, first - CLOSE_BY) : first]]):
        return Owners((), False)
    beside = is_owner_beside(items, first, last)
    if beside is not None and is_fit(beside, are_people):
        return Owners(tuple(meanings((beside,))), True)
    before = [item for item in reversed(items[:first]) if is_fit(item, are_people)]
    if first == 0 and not before and (told := bare_before(place)) is not None and is_fit(told, are_people):
        return Owners(tuple(meanings((told,))), is_clear(items[: last + 1], 0, last))
    after = [item for item in items[last:] if is_fit(item, are_people)]
    if before or after:
        named = tuple(meanings([*before, *after]))
        is_led = is_subject(items, first) if before else is_opening(items, first, last)
        is_sure = len(named) <= FEW and is_led and is_clear(items, first, last)
        return Owners(named[:MOST], is_sure)
    topic = topic_of(place, are_people)
    if topic is not None:
        return Owners(tuple(meanings((topic,))), is_clear(items, first, last))
    return Owners(tuple(meanings(told_before(place, are_people)))[:MOST], False)


def bare_before(place: Place) -> Item | None:
    """The one name of the sentence right before, where it has nothing else: "And FILM?"."""
    sentence = place.earlier[-1] if place.earlier else None
    if sentence is None or not is_bare(sentence):
        return None
    return next(item for item in sentence.items if item.kind in OWNING)


def topic_of(place: Place, are_people: bool) -> Item | None:
    """Whom or what a count without a verb is of where the line before it is of one: "And FILM? Ten nominations."."""
    items = place.sentence.items
    kinds = [item.kind for item in items]
    if not (is_summing_up(items) or OF_COUNTS.issuperset(kinds) or PREDICATES.isdisjoint(kinds)):
        return None
    for sentence in reversed(place.earlier[-REACHED:]):
        named = [item for item in sentence.items if item.kind in OWNING or item.kind in UNKNOWN]
        if named:
            is_told = is_bare(sentence) or (OF_COUNTS.issuperset(kinds[1:]) and is_of_one(sentence))
            return named[0] if is_told and is_fit(named[0], are_people) else None
        if not OF_COUNTS.issuperset([item.kind for item in sentence.items]):
            return None
    return None


OF_COUNTS = frozenset(
    "NUMBER NOMINATION WIN AWARD TROPHY TRY LOSS NO COMMA AND STOP FROM OF ONLY INTENS WAS MADE EMPTY ALSO".split()
)
"""Kinds of which a line is made that does nothing but count: "Ten nominations, no wins", "that is two"."""
LOSING = frozenset("LOST EMPTY FELLTO MISSED".split())


def is_summing_up(items: Sequence[Item]) -> bool:
    """Whether a sentence opens with "that is" or "that makes", and so counts for whoever was last spoken of."""
    return [item.kind for item in items[:2]] in (["THAT", "WAS"], ["THAT", "MADE"]) or (
        bool(items) and items[0].kind == "THAT" and items[1].kind == "NUMBER"
    )


def is_bare(sentence: Sentence) -> bool:
    """Whether a sentence has one name and no verb: "And FILM?", "4. Jane Roe."."""
    kinds = [item.kind for item in sentence.items]
    is_one = sum(kind in OWNING for kind in kinds) == 1
    return is_one and len(kinds) <= LONGEST_BARE and all(kind in BESIDE_BARE or kind in OWNING for kind in kinds)


LONGEST_BARE = 6
BESIDE_BARE = frozenset("AND OTHER NUMBER QUESTION STOP AS FOR COLON DASH THEN ALSO COMMA IN OF".split())


def is_of_one(sentence: Sentence) -> bool:
    """Whether a sentence is of one film, or of one person who lost, and names nobody else."""
    named = [item for item in sentence.items if item.kind in OWNING and item.kind not in ("SAME", "HIS", "ITS")]
    if len(named) != 1 or not is_clear(sentence.items, 0, 0):
        return False
    if named[0].kind in ("FILM", "FILMOF"):
        return True
    return named[0].kind in ("PERSON", "HE") and any(item.kind in LOSING for item in sentence.items)


def named_in(place: Place | None) -> tuple[Item, ...]:
    """The films and people named within a match."""
    if place is None:
        return ()
    first, last = place.span
    return tuple(meanings([item for item in place.sentence.items[first:last] if is_fit(item, False)]))


def is_fit(item: Item, are_people: bool) -> bool:
    """Whether an item stands for a film or person that the record knows."""
    return item.kind in OWNING and isinstance(item.value, Person if are_people else (Film, Person))


def is_owner_beside(items: Sequence[Item], first: int, last: int) -> Item | None:
    """The name that a count hangs on directly: "FILM: ten nominations", "FILM's four Oscars", "five for FILM"."""
    if last + 1 < len(items) and items[last].kind in POINTING and items[last + 1].kind in OWNING:
        after = items[last + 2].kind if last + 2 < len(items) else "STOP"
        return None if after in ("POSS", "AND", "COMMA", *UNKNOWN) else items[last + 1]
    if first >= 2 and items[first - 1].kind in ("COLON", "POSS") and items[first - 2].kind in OWNING:
        return items[first - 2]
    return None


def is_clear(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether nothing in a sentence hints at an owner who is not known, or at a number that is nobody's."""
    around = [item for place, item in enumerate(items) if item.kind != "ONLY" or place != first - 1]
    if any(item.kind in UNKNOWN or item.kind in COMPARING for item in around):
        return False
    unresolved = (place for place, item in enumerate(items) if item.kind in DISTANT and item.value is None)
    return not any(is_capital(item) for item in items[1:]) and all(is_genre(items, place) for place in unresolved)


def is_genre(items: Sequence[Item], place: int) -> bool:
    """Whether "the drama" and the like only tell which prize follows: "the drama Globe"."""
    return items[place].kind == "THEFILM" and items[place + 1].kind in ("TROPHY", "AWARD")


def is_subject(items: Sequence[Item], first: int) -> bool:
    """Whether every name before a count may be the subject of its clause, or one film is what all is said of."""
    names = [place for place in range(first) if items[place].kind in OWNING and not is_maker(items, place)]
    if first > 1 and items[first - 1].kind == "OTHER" and items[first - 2].kind in ("ITS", "HIS", "POSS"):
        return False
    if all(items[place].kind not in OBLIQUE_NAMES for place in names):
        return True
    if len(names) == 1 and items[names[0] + 1].kind == "POSS":
        return items[names[0] + 2].kind in OWNED
    return len(names) == 1 and items[names[0]].kind == "FILMOF" and items[names[0] - 1].kind in ("FOR", "WENT")


def is_maker(items: Sequence[Item], place: int) -> bool:
    """Whether the name here only says whose film the next one is: "Jane Roe's FILM"."""
    return items[place].kind == "PERSONOF" and [item.kind for item in items[place + 1 : place + 3]] == ["POSS", "FILM"]


OWNED = frozenset("NUMBER ORDINAL AWARD TROPHY NOMINATION WIN ONLY TALLY PRIZE WEAKPRIZE".split())
"""Kinds right after "Jane Roe's" by which it is her count that is told, and not that of something of hers."""


def is_opening(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether a count stands in an opening "with" before the first subject: "with six awards from ten, FILM …"."""
    if first == 0 and items[last].kind not in GIVEN:
        named = [item for item in items[last:] if item.kind in OWNING]
        return bool(named) and all(isinstance(item.value, Film) for item in named)
    opens = items[0].kind in ("WITH", "FROM", "AFTER") and first <= REACHED
    subject = next((place for place in range(last, len(items)) if items[place].kind in OWNING), 0)
    return opens and items[subject].kind in ("FILM", "PERSON", "IT", "HE") and items[subject - 1].kind == "COMMA"


GIVEN = frozenset("WAS HELD WENT HAS IN AT YEARS TIME".split())
"""Kinds after a count that opens a sentence by which it may be of all there are: "seven awards were handed out"."""


OBLIQUE_NAMES = frozenset(("FILMOF", "PERSONOF", "HIM", "WHOSE"))


def is_definite(place: Place | None) -> bool:
    """Whether an article stands before a count, so that its number is of something known: "the four prizes"."""
    if place is None or place.span[0] == 0:
        return False
    items, first = place.sentence.items, place.span[0]
    return items[first].start - items[first - 1].end >= ARTICLE


ARTICLE = 5
"""Characters of " the ", the longest article with its spaces, which is no item."""


def is_capital(item: Item) -> bool:
    """Whether the item is an unknown word with a capital."""
    return item.kind == "OTHER" and isinstance(item.value, str)


def told_before(place: Place, are_people: bool) -> Iterator[Item]:
    """Who is named in the sentences right before, the last first."""
    for sentence in reversed(place.earlier[-REACHED:]):
        if sentence.paragraph == place.sentence.paragraph or is_short(sentence):
            yield from (item for item in subjects_first(sentence.items) if is_fit(item, are_people))


def is_short(sentence: Sentence) -> bool:
    """Whether a sentence is a name or a line by itself."""
    return len(sentence.items) <= REACHED * 4


def subjects_first(items: Sequence[Item]) -> list[Item]:
    """The items with those that may be subjects first."""
    return sorted(items, key=lambda item: item.kind not in ("FILM", "PERSON", "HE", "IT"))


def meanings(items: Iterable[Item]) -> Iterator[Item]:
    """Each mention once, then the other things that the mentions may mean; a pronoun for one of them means no other."""
    seen: set[object] = set()
    mentions = list(items)
    named = {item.value for item in mentions if item.kind in NAMES}
    loose = [item for item in mentions if item.kind in NAMES or item.value not in named]
    for one in [*mentions, *(item.meaning(other) for item in loose for other in item.others)]:
        if one.value not in seen and isinstance(one.value, (Film, Person)):
            seen.add(one.value)
            yield one
