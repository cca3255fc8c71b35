"""Decides which names found in a text are meant as names, and whom they mean.

A title such as *Her* or *Chicago* is an ordinary word far more often than a film, so a title of one word counts only
where the text marks it as a title or its season is the one the text is about. The trap: a name may mean several things;
the likeliest comes first, and the others are kept.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from palmares.claims import Film, Person
from palmares.reading.calendar import Calendar
from palmares.reading.firstnames import first_names
from palmares.reading.items import Item, Meaning, Work
from palmares.reading.lexer import is_marked
from palmares.reading.words import lexicon, month_words, ordinary_words, series_words, titles_before_names
from palmares.record import Bearer, Hit, Nominees, Record, nominees

LIKELY = 3
"""How many bearers of one name are kept."""
LIKELY_FILMS = 8
"""How many films of one title are kept."""
FAMOUS = 12
"""Nominations that make a bare surname clear without an introduction."""
KNOWN = 3
"""Nominations that make somebody one whom a bare surname may mean, though others are likelier."""
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "de",
        "la",
        "le",
        "du",
        "des",
        "da",
        "di",
        "del",
        "von",
        "van",
        "y",
    ]
)
CAPITALISED = re.compile(r"[a-z]{0,3}[A-ZÀ-Þ0-9]")
YEARS = re.compile(r"\b((?:19|20)\d\d)\b")
EDITIONS = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b")
SEASONS_BACK = 2
"""Seasons before the as-of year that are in view without being named."""
MARKED_SHARE = 2
"""So many titles in marks show that this text marks its titles."""


@dataclass(frozen=True, slots=True)
class View:
    """What tells the names of a text apart: the seasons it speaks of, and who and what was up for a prize in them."""

    seasons: frozenset[int]
    films: Mapping[str, int]
    people: Mapping[str, int]

    @classmethod
    def of(cls, lists: Mapping[int, Nominees]) -> View:
        """The view over the nominees of some seasons; each film and person is held with the latest of them."""
        films: dict[str, int] = {}
        people: dict[str, int] = {}
        for season in sorted(lists):
            films |= dict.fromkeys(lists[season].films, season)
            people |= dict.fromkeys(lists[season].people, season)
        return cls(frozenset(lists), films, people)


def view(record: Record, folded: str, as_of: dt.date) -> View:
    """The seasons a text is about: those shortly before the as-of day, and those of the years it names."""
    seasons = {as_of.year - back for back in range(SEASONS_BACK + 1)}
    for word in set(YEARS.findall(folded)):
        seasons.update((int(word), int(word) - 1))
    for word in set(EDITIONS.findall(folded)):
        row = Calendar(record, as_of).numbered("oscars", int(word))
        seasons.update((row.season,) if row else ())
    return view_over(record, frozenset(seasons))


@lru_cache(maxsize=64)
def view_over(record: Record, seasons: frozenset[int]) -> View:
    """The view over some seasons; articles of one time share it."""
    return View.of({season: nominees(record.connection, season) for season in seasons})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands round a hit: the text, where its sentences start, and where headlines are."""

    text: str
    folded: str
    starts: frozenset[int]
    headlines: tuple[tuple[int, int], ...]
    marks_titles: bool

    def is_in_headline(self, hit: Hit) -> bool:
        """Whether the hit stands in a headline, where capitals tell nothing."""
        return any(start <= hit.start < end for start, end in self.headlines)

    def is_at_start(self, hit: Hit) -> bool:
        """Whether the hit opens a sentence, where a capital tells nothing."""
        return hit.start in self.starts or self.is_in_headline(hit)


def names_in(hits: Sequence[Hit], around: Surroundings, view: View) -> dict[int, Item]:
    """The accepted mentions by start; full names first, so that any surname can mean the person named in full."""
    marked_titles = {hit.key for hit in hits if is_title(hit) and is_marked(around.text, as_item(hit))}
    accepted = {hit.start: item for hit in hits if (item := full_name(hit, around, view)) is not None}
    introduced: dict[str, list[int]] = {}
    for item in accepted.values():
        if isinstance(item.value, Person):
            introduced.setdefault(item.value.id, []).append(item.start)
    for hit in hits:
        if hit.start in accepted:
            continue
        item = title(hit, around, view, marked_titles) or short_name(hit, around, view, introduced)
        if item is not None:
            accepted[item.start] = item
    if not around.marks_titles:
        accepted |= listed_titles([hit for hit in hits if hit.start not in accepted], accepted, around, view)
    accepted |= first_names(around.text, accepted.values())
    return accepted | shortened(accepted.values(), view)


def listed_titles(
    hits: Sequence[Hit], accepted: Mapping[int, Item], around: Surroundings, view: View
) -> dict[int, Item]:
    """Titles of one word without marks that stand in a list beside a film: "The Hurt Locker, Birdman and Spotlight"."""
    found: dict[int, Item] = {}
    ends = {item.end for item in accepted.values() if item.kind == "FILM"}
    for hit in hits:
        before = JOINED.search(around.text, max(0, hit.start - len(LONGEST_JOINT)), hit.start)
        if before is None or before.start() not in ends or not is_listable(hit, around):
            continue
        films = [Film(one.id, one.label) for one in ranked([one for one in hit.bearers if one.kind == "film"], view)]
        found[hit.start] = Item("FILM", hit.start, hit.end, films[0], tuple(films[1:LIKELY]))
        ends.add(hit.end)
    return found


LONGEST_JOINT = ", and "
JOINED = re.compile(r"(?:, and |, | and )$")
"""What stands between two titles of a list."""


def is_listable(hit: Hit, around: Surroundings) -> bool:
    """Whether a capitalised word may be a title among others: a film bears it, and it is no part of a name."""
    is_film = any(bearer.kind == "film" and bearer.exact for bearer in hit.bearers)
    return is_film and is_capitalised(around.text, hit) and not is_part_of_name(around, hit)


def shortened(items: Iterable[Item], view: View) -> dict[int, Item]:
    """The mentions whose title is that of a film out of view, and the first words of a longer one in view before it."""
    out: dict[int, Item] = {}
    known: dict[str, Item] = {}
    for item in sorted(items, key=lambda item: item.start):
        if not isinstance(item.value, Film):
            continue
        if item.value.id in view.films:
            known.setdefault(item.value.label.split()[0], item)
        elif (whole := known.get(item.value.label)) is not None:
            out[item.start] = replace(item, value=whole.value, others=(item.value, *item.others))
        elif (sequels := sequels_in(view, item.value)) != ():
            out[item.start] = replace(item, others=(*sequels, *item.others))
    return out


def sequels_in(view: View, film: Film) -> tuple[Film, ...]:
    """The films in view whose titles go on where this one ends: "Top Gun" may be short for "Top Gun: Maverick"."""
    name = film.id.rpartition("-")[0] + "-"
    longer = (id for id in view.films if id.startswith(name))
    return tuple(Film(id, film.label) for id in sorted(longer, key=lambda id: (-view.films[id], id)))[:LIKELY]


def as_item(hit: Hit) -> Item:
    """The span of a hit as an item without meaning."""
    return Item("OTHER", hit.start, hit.end)


def is_title(hit: Hit) -> bool:
    """Whether the name may be a film's or a song's."""
    return any(bearer.kind != "person" for bearer in hit.bearers)


def is_capitalised(text: str, hit: Hit) -> bool:
    """Whether every word of the name that is not a small one has a capital or is a number."""
    words = text[hit.start : hit.end].split()
    return all(
        CAPITALISED.match(word) or word.lower() in SMALL_WORDS or not word[0].isalpha() for word in words
    ) and bool(CAPITALISED.match(text[hit.start]))


def full_name(hit: Hit, around: Surroundings, view: View) -> Item | None:
    """The person whose full name of two words or more this is; one bare word is that only of somebody in view."""
    people = [bearer for bearer in hit.bearers if bearer.kind == "person" and bearer.exact and is_somebody(bearer)]
    if not people or not is_capitalised(around.text, hit) or is_marked(around.text, as_item(hit)):
        return None
    if is_title(hit) and not any(bearer.id in view.people for bearer in people):
        return None
    if " " not in hit.key:
        people = [bearer for bearer in people if bearer.id in view.people]
        if not people or around.is_at_start(hit) or hit.key in lexicon()[0] or is_part_of_name(around, hit):
            return None
    return person_item(hit, ranked(people, view)[:LIKELY])


def is_somebody(bearer: Bearer) -> bool:
    """Whether a name is that of a person: studios are credited as people are, and called Republic or Universal."""
    return bearer.gender != "none"


def person_item(hit: Hit, people: Sequence[Bearer]) -> Item:
    """A mention of the first of these people, who may be one of the others."""
    entities = tuple(Person(bearer.id, bearer.label) for bearer in people[: 2 * LIKELY])
    return Item("PERSON", hit.start, hit.end, entities[0], entities[1:], gender=people[0].gender)


def ranked(bearers: Iterable[Bearer], view: View) -> list[Bearer]:
    """Likeliest first: nominated in a season in view, then active nearest to it, then by nominations, then by id.

    Those of later seasons than the text speaks of are left out, unless there are no others.
    """
    latest = max(view.seasons, default=0)

    def likelihood(bearer: Bearer) -> tuple[int, int, int, str]:
        seen = view.people.get(bearer.id, view.films.get(bearer.id, 0))
        first, last = bearer.first_season or 0, bearer.last_season or 0
        away = 0 if first <= latest <= last else min(abs(first - latest), abs(last - latest))
        return (-seen, away // 10 - bearer.weight // 5, -bearer.weight, bearer.id)

    known = list(bearers)
    return sorted([bearer for bearer in known if (bearer.first_season or 0) <= latest] or known, key=likelihood)


def title(hit: Hit, around: Surroundings, view: View, marked_titles: set[str]) -> Item | None:
    """The film or song that the hit means, if it is meant as a title."""
    bearers = [bearer for bearer in hit.bearers if bearer.kind == "film"]
    songs = [bearer for bearer in hit.bearers if bearer.kind == "work"]
    marked = is_marked(around.text, as_item(hit))
    latest = max(view.seasons, default=0) + 1
    bearers = [bearer for bearer in bearers if (bearer.first_season or 0) <= latest]
    if is_series_name(around, hit):
        return None
    if not bearers and not (songs and marked):
        return None
    if not marked and hit.key not in marked_titles and not is_plain_title(hit, bearers, around, view):
        return None
    if not marked and not is_capitalised(around.text, hit):
        return None
    is_song = not bearers or (is_in_view(songs, view) and not is_in_view(bearers, view))
    films = [Film(bearer.id, bearer.label) for bearer in ranked(bearers, view)[:LIKELY_FILMS]]
    works = [Work(bearer.label, Film(bearer.id)) for bearer in ranked(songs, view)[:LIKELY] if marked]
    meanings: list[Meaning] = [*works, *films] if is_song else [*films, *works]
    return Item("WORK" if is_song else "FILM", hit.start, hit.end, meanings[0], tuple(meanings[1:]))


def is_series_name(around: Surroundings, hit: Hit) -> bool:
    """Whether the words after a title make it the name of several films: "the two 'Dune' films"."""
    after = re.match(r"[\"'”’]?,? ([a-z]+)", around.folded[hit.end : hit.end + 20])
    return after is not None and after[1] in series_words()


def is_in_view(bearers: Iterable[Bearer], view: View) -> bool:
    """Whether a film, or the film of a song, is up for a prize in a season in view."""
    return any(bearer.id in view.films for bearer in bearers)


def is_plain_title(hit: Hit, bearers: Sequence[Bearer], around: Surroundings, view: View) -> bool:
    """Whether a title without marks can be told from ordinary words: by capitals and length, or by being in view."""
    if not is_capitalised(around.text, hit):
        return False
    seen = any(bearer.id in view.films for bearer in bearers)
    words = hit.key.split()
    if len([word for word in words if word not in SMALL_WORDS]) > 1:
        return seen or (any(bearer.exact for bearer in bearers) and not around.is_in_headline(hit))
    if not seen or around.marks_titles or is_part_of_name(around, hit):
        return False
    if hit.key in lexicon()[0] and (around.is_at_start(hit) or not is_after_for(around, hit)):
        return False
    return not is_after_place_word(around, hit)


def is_after_for(around: Surroundings, hit: Hit) -> bool:
    """Whether a word with a capital follows "for", as what somebody won for: "won for Adaptation"."""
    return around.folded[max(0, hit.start - 5) : hit.start] == " for "


PLACE_WORDS = frozenset(["in", "from", "near", "across", "around", "downtown"])


def is_after_place_word(around: Surroundings, hit: Hit) -> bool:
    """Whether the word before is one after which a bare Brooklyn or Chicago is the place."""
    before = around.folded[max(0, hit.start - 20) : hit.start].split()
    return bool(before) and before[-1] in PLACE_WORDS


def is_part_of_name(around: Surroundings, hit: Hit) -> bool:
    """Whether a capitalised word stands directly beside the hit, so that both are parts of some longer name."""
    if around.is_in_headline(hit):
        return False
    after = re.match(r"[ -]([A-ZÀ-Þ][\w'’]*)", around.text[hit.end : hit.end + 30])
    before = re.search(r"([A-ZÀ-Þ][^\W_]+)[ -]$", around.text[max(0, hit.start - 30) : hit.start])
    entries = lexicon()[0]
    if after and after[1].lower() not in entries and not after[1].lower().startswith(("oscar", "academy", "best")):
        return True
    if before is None or before[1].lower() in titles_before_names():
        return False
    return before[1].lower() not in entries and (hit.start - len(before[0])) not in around.starts


def distance(place: int, starts: Sequence[int]) -> tuple[bool, int]:
    """How far the nearest of these places before this one is, or where there is none the first, which is worse."""
    number = bisect_left(starts, place)
    return (False, place - starts[number - 1]) if number else (True, starts[0])


def short_name(hit: Hit, around: Surroundings, view: View, introduced: Mapping[str, Sequence[int]]) -> Item | None:
    """The person whose surname this is: one named in full in the text, else one in view, else one famous enough."""
    people = [bearer for bearer in hit.bearers if bearer.kind == "person" and is_somebody(bearer)]
    if not people or not is_capitalised(around.text, hit) or is_marked(around.text, as_item(hit)):
        return None
    if hit.key in month_words() and re.match(r",? \d", around.text[hit.end : hit.end + 3]):
        return None
    named = [bearer for bearer in people if bearer.id in introduced]
    if named:
        return person_item(hit, [min(named, key=lambda bearer: distance(hit.start, introduced[bearer.id]))])
    if is_part_of_name(around, hit) or hit.key in lexicon()[0]:
        return None
    seen = [bearer for bearer in people if bearer.id in view.people]
    famous = [bearer for bearer in people if bearer.weight >= FAMOUS]
    if around.is_at_start(hit) and hit.key in ordinary_words():
        return None
    chosen = ranked(seen, view) or ranked(famous, view)[:1]
    if not chosen:
        return None
    known = sorted(people, key=lambda bearer: (-bearer.weight, bearer.id))
    others = [bearer for bearer in known if bearer.weight >= KNOWN and bearer not in chosen[:LIKELY]]
    return person_item(hit, [*chosen[:LIKELY], *others[:LIKELY]])
