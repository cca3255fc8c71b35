"""Reads a document: text to passages with their readings, and quotations with their speakers.

Data flows one way: text, names, sentences, items, matches, readings, passages. The trap: what is said in a denial, a
condition, a question or a prediction is no claim, however well it fits a rule; `stated.is_asserted` decides that
for all rules.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import TypeAlias

from palmares.claims import Person
from palmares.reading.calendar import Calendar
from palmares.reading.companies import with_companies
from palmares.reading.context import (
    FAR_FETCHED,
    Frame,
    Outlook,
    Place,
    far_frames,
    is_just_held,
    is_of_last_night,
    is_of_nominations,
    is_to_come,
    near_frames,
    with_ceremonies,
)
from palmares.reading.critics import critics_by_city
from palmares.reading.described import with_described_films
from palmares.reading.document import Document
from palmares.reading.ellipsis import with_echoes
from palmares.reading.fragments import fragments
from palmares.reading.grammar import GRAMMAR
from palmares.reading.items import Item, Sentence
from palmares.reading.kinds import code as kind_code
from palmares.reading.lexer import is_marked, lex
from palmares.reading.makers import with_makers
from palmares.reading.misspelt import misspellings, misspelt_in
from palmares.reading.modifiers import without_modifiers
from palmares.reading.naming import MARKED_SHARE, Surroundings, View, as_item, is_title, names_in, view, view_over
from palmares.reading.pattern import encode
from palmares.reading.pronouns import resolve, with_countries
from palmares.reading.quotes import Named, find_quotes
from palmares.reading.rank import Found, passages
from palmares.reading.rules import Capture, Instance, Match, instances, variants
from palmares.reading.scores import list_counts
from palmares.reading.sentences import Stretch, is_question, stretches
from palmares.reading.shape import shape
from palmares.reading.spans import balanced
from palmares.reading.speech import spoken, without_speech
from palmares.reading.stated import has_unresolved, is_asserted, is_cut, is_tour
from palmares.reading.story import Passage, Quote, Reading, Story
from palmares.reading.unknowns import with_unknown_people
from palmares.reading.venues import venues_in
from palmares.record import Hit, Record, fold

HEADLINE_CHARACTERS = 140


def read(record: Record, document: Document, *, as_of: dt.date) -> Story:
    """The claims and quotations of a document, as it is to be understood on a day.

    Args:
        record: the record whose names are looked for.
        document: what to read.
        as_of: the day the text speaks from; "last year" and "the Oscars" without a number are taken from it.
    """
    text, folded = document.text, fold(document.text)
    hits = record.names.hits(folded, text)
    cut = stretches(text, [(hit.start, hit.end) for hit in hits if not hit.key.isalpha()])
    names = mentions(record, text, folded, hits, cut=cut, as_of=as_of)
    slips = misspelt_in(record, text, names, view(record, folded, as_of))
    names |= slips
    people = [
        Named(item.start, item.end, item.value.label, item.gender)
        for item in names.values()
        if isinstance(item.value, Person)
    ]
    works = [(item.start, item.end) for item in names.values() if item.kind in ("FILM", "WORK")]
    quotes = find_quotes(text, people, works=works, sentences=cut)
    calendar = Calendar(record, as_of)
    sentences = understood(text, folded, cut, names=names, quotes=quotes, calendar=calendar)
    outlook = Outlook.over([sentence.items for sentence in sentences], calendar)
    sentences = with_listings(with_ceremonies(sentences, outlook))
    sentences = with_companies(with_described_films(sentences, record, outlook.season), record, outlook.season)
    sentences = with_makers(sentences, record)
    season = nominees_in_view(record, outlook)
    if outlook.named:
        sentences = with_unknown_people(sentences, text, record, season.people)
    numbers = range(len(sentences))
    found = [one for number in numbers for one in places_of(text, sentences, number, outlook=outlook, view=season)]
    said = with_ceremonies(list(spoken(text, folded, cut, names=names, quotes=quotes, calendar=calendar)), outlook)
    found += places_in_speech(text, sentences, said, outlook=outlook, view=season)
    whole = passages(text, found)
    loose = tuple(
        one for number in numbers for one in fragments_of(text, sentences, number, read=whole, outlook=outlook)
    )
    return Story(document, as_of, whole, quotes, bool(outlook.named), misspellings(text, slips.values()), loose)


def mentions(
    record: Record, text: str, folded: str, hits: Sequence[Hit], *, cut: Sequence[Stretch], as_of: dt.date
) -> dict[int, Item]:
    """The names of the record that the text means as names, by where they start."""
    marked = sum(1 for hit in hits if is_title(hit) and is_marked(text, as_item(hit)))
    headlines = tuple((piece.start, piece.end) for piece in cut if is_headline(text, piece))
    starts = frozenset(piece.start + (text[piece.start] in "\"'“‘") for piece in cut)
    around = Surroundings(text, folded, starts, headlines, marked >= MARKED_SHARE)
    return venues_in(record, text, folded) | names_in(hits, around, view(record, folded, as_of))


def nominees_in_view(record: Record, outlook: Outlook) -> View:
    """The films and people up for a prize in the season that a story is about."""
    return view_over(record, frozenset(() if outlook.season is None else (outlook.season,)))


def is_headline(text: str, piece: Stretch) -> bool:
    """Whether the stretch is a headline: a short paragraph near the top that ends without a full stop."""
    return (
        piece.end - piece.start <= HEADLINE_CHARACTERS
        and text[piece.end - 1] not in ".!?:;,”\"'’"
        and piece.paragraph < 6
    )


def understood(
    text: str,
    folded: str,
    cut: Sequence[Stretch],
    *,
    names: dict[int, Item],
    quotes: Sequence[Quote],
    calendar: Calendar,
) -> list[Sentence]:
    """The sentences as items in their final shape, with pronouns resolved and direct speech as one item."""
    sentences = []
    for piece in cut:
        items = without_speech(lex(text, folded, (piece.start, piece.end), names), quotes)
        items = shape(critics_by_city(items), calendar.meant_by)
        shaped = (*list_counts(items), Item("STOP", piece.end, piece.end))
        sentences.append(
            Sentence(
                piece.start, piece.end, shaped, piece.paragraph, is_headline(text, piece), is_question(text, piece)
            )
        )
    return resolve(with_countries(with_echoes(sentences)))


def with_listings(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with the lines of a list of winners marked as such, where a line before them announces one."""
    out = []
    is_list = False
    for sentence in sentences:
        kinds = [item.kind for item in sentence.items]
        if is_announcing_winners(kinds) and sentence.end - sentence.start <= HEADLINE_CHARACTERS:
            is_list = True
        if is_list and len(kinds) > 2 and kinds[0] in ("PRIZE", "WEAKPRIZE") and kinds[1] in ("COLON", "DASH"):
            marker = Item("LISTED", sentence.start, sentence.start)
            sentence = sentence.with_items((marker, *sentence.items))
        out.append(sentence)
    return out


def is_announcing_winners(kinds: Sequence[str]) -> bool:
    """Whether a line says that winners follow: "The winners", "Who won and whether they should have"."""
    told = next((place for place, kind in enumerate(kinds) if kind in ("WINNER", "WON")), None)
    return told is not None and (kinds[told] == "WINNER" or kinds[0] != "WON") and "MODAL" not in kinds[:told]


def places_in_speech(
    text: str, sentences: Sequence[Sentence], said: Iterable[Sentence], *, outlook: Outlook, view: View
) -> Iterator[Found]:
    """Every place in direct speech where a rule fits, each sentence read after those that stand before it."""
    for sentence in said:
        beyond = bisect_right(sentences, sentence.start, key=attrgetter("start"))
        before = sentences[max(0, beyond - WITHIN_REACH) : beyond]
        yield from places_of(text, [*before, sentence], len(before), outlook=outlook, view=view)


def places_of(text: str, sentences: Sequence[Sentence], place: int, *, outlook: Outlook, view: View) -> Iterator[Found]:
    """Every place in one sentence where a rule fits."""
    sentence = sentences[place]
    if sentence.is_question or len(sentence.items) < 2 or is_of_fiction(text, sentence):
        return
    is_story = len(sentences) >= STORY
    first = max(0, place - WITHIN_REACH)
    for items in (sentence.items, without_relatives(sentence.items), without_modifiers(sentence.items)):
        around: list[Sentence] = []
        for match, instance in asserted(items):
            if match.rule.family == DENIALS and not is_story:
                continue
            around = around or [*sentences[first:place], sentence.with_items(items)]
            make = partial(readings_in, match, instance, sentences=around, outlook=outlook, view=view)
            if instance.end <= instance.start:
                continue
            yield Found(*balanced(text, instance.start, instance.end), match.rule.id, match.rule.priority, make)


def fragments_of(
    text: str, sentences: Sequence[Sentence], place: int, *, read: Sequence[Passage], outlook: Outlook
) -> Iterator[Passage]:
    """What one sentence may say in words that no rule reads; `read` are all passages of rules, in order."""
    sentence = sentences[place]
    first, last = (bisect_left(read, edge, key=attrgetter("start")) for edge in (sentence.start, sentence.end))
    earlier = sentences[max(0, place - WITHIN_REACH) : place]
    return fragments(text, sentence, earlier, covered=read[first:last], outlook=outlook)


DENIALS = "denials"
STORY = 5
"""Sentences that make a story, in which a denial is news; alone, it answers what somebody else said."""


def is_of_fiction(text: str, sentence: Sentence) -> bool:
    """Whether the sentence opens with "In" and a title that the record does not know, and so tells its plot."""
    opening = [item.kind for item in sentence.items[:2]]
    after = sentence.items[0].end + 1 if sentence.items else 0
    return opening == ["IN", "OTHER"] and text[after : after + 1] in ('"', "“", "'", "‘")


WITHIN_REACH = 40
"""Sentences back in which a claim finds what it leaves unsaid; more than any paragraph has."""


def asserted(items: tuple[Item, ...]) -> Iterator[tuple[Match, Instance]]:
    """What the rules make of the items, as far as it is said for a fact and of somebody known."""
    if not items:
        return
    for match in GRAMMAR.matches(encode(items)):
        is_said = is_asserted(items, match.first, match.last, match.rule.family)
        if is_said and not is_cut(items, match) and not is_tour(items, match):
            yield from ((match, instance) for instance in instances(match, items) if not has_unresolved(instance))


def without_relatives(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items without clauses such as ", which many had reserved for Scorsese,"; empty where there are none."""
    if RELATIVE.isdisjoint([item.kind for item in items]):
        return ()
    code = encode(items)
    out: list[Item] = []
    place = 0
    while place < len(items):
        end = relative_end(code, place)
        place = place if end is None else end
        if end is None or code[place] != CLOSE or code[place + 1 : place + 2] not in LISTING:
            out.append(items[place])
        place += 1
    return tuple(out) if len(out) < len(items) else ()


RELATIVE = frozenset(("OPEN", "WHO", "WHICH", "WHOSE"))
"""Kinds of which one stands in every clause that may be left out."""


def relative_end(code: str, place: int) -> int | None:
    """Where a relative clause or a stretch in brackets that starts here ends; its last item stays as a comma would."""
    if code[place] == OPEN:
        end = code.find(CLOSE, place + 1)
    elif code[place] == COMMA and code[place + 1 : place + 2] in RELATIVES:
        end = code.find(COMMA, place + 2, len(code) - 1)
    else:
        return None
    return None if end < 0 else end


OPEN, CLOSE, COMMA = map(kind_code, ("OPEN", "CLOSE", "COMMA"))
LISTING = frozenset(map(kind_code, ("COMMA", "AND")))
RELATIVES = frozenset(map(kind_code, ("WHO", "WHICH", "WHOSE")))


def readings_in(
    match: Match, instance: Instance, *, sentences: Sequence[Sentence], outlook: Outlook, view: View
) -> Iterator[Reading]:
    """The readings of one instance: in each frame, with each way to take its names; the sentence is the last given."""
    for score, frame, captures in ways(match, instance, sentences=sentences, outlook=outlook, view=view):
        made = match.rule.make(frame, **captures)
        for claim in made if isinstance(made, tuple) else (made,) if made is not None else ():
            yield Reading(claim, match.rule.id, round(score, 4))


Way: TypeAlias = "tuple[float, Frame, Mapping[str, Capture]]"
"""A score, a frame, and one way to take the captures."""


def ways(
    match: Match, instance: Instance, *, sentences: Sequence[Sentence], outlook: Outlook, view: View
) -> Iterator[Way]:
    """The ways to take one instance, best first; far-fetched frames are made only when all better ways are used up."""
    named = [instance.captures.get(name) for name in ("body", "what")]
    own = next((item.award for item in named if isinstance(item, Item) and item.award), None)
    is_seen = is_of_view(instance, view)
    place = Place(sentences[-1], (match.first, match.last), sentences[:-1], own, is_seen)
    taken = list(variants(instance.captures))

    is_told = any(instance.captures.get(name) is not None for name in ("what", "other"))
    is_news = is_seen and is_told and match.rule.family == "outcomes" and is_of_last_night(place)
    is_news = is_news and "other" not in instance.captures
    is_list = is_news and is_of_nominations(place)
    is_of_list = is_of_nominations(place)
    frames_near = near_frames(outlook, place)
    is_given = bool(frames_near) and outlook.has_prize(frames_near[0].award, named[1])
    is_past = bool(frames_near) and not is_to_come(frames_near[0]) and not is_of_list

    def weighed(frames: Iterable[Frame]) -> Iterator[Way]:
        frames = list(frames)
        is_fresh = is_news and any(is_just_held(frame) or (is_list and is_to_come(frame)) for frame in frames)
        for frame in frames:
            if is_fresh and frame.edition is None and not frame.is_of_past:
                continue
            if is_given and not outlook.has_prize(frame.award, named[1]):
                continue
            if outlook.covers(frame, named[1]):
                share = frame.weight * (IN_VIEW if is_seen and frame.edition is None else 1.0)
                share *= TO_COME if is_past and is_to_come(frame) else 1.0
                for captures, weight in taken:
                    yield share * weight, frame, captures

    near = sorted(weighed(frames_near), key=by_score)
    likely = [way for way in near if way[0] >= FAR_FETCHED]
    yield from likely
    far = far_frames(outlook, place) if is_told or outlook.named else []
    yield from sorted([*near[len(likely) :], *weighed(far)], key=by_score)


def by_score(way: Way) -> float:
    """The order of ways: the higher score first."""
    return -way[0]


TO_COME = 0.7
"""What is left of the score of a night to come, for what is told of as done where another award has had its night."""
IN_VIEW = 0.8
"""What is left of the score of "in any edition" for somebody who is up for a prize in the season in view."""


def is_of_view(instance: Instance, view: View) -> bool:
    """Whether a person spoken of is up for a prize in the season in view."""
    people = [capture.value for capture in instance.captures.values() if isinstance(capture, Item)]
    return any(isinstance(person, Person) and person.id in view.people for person in people)
