"""Figures: the words of a sentence that stand for a person, by name ("Roe"), by pronoun, or by role ("the actress").

The trap: a role before a name ("producer Jane Roe") is part of that figure, not a second one, and a name that owns
a role ("Roe’s editor") is not the person meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from palmares.reading.speakers import Cast, Mention, person_nouns, titles
from palmares.reading.words import rows

TOKEN = re.compile(r"[^\W_]+(?:['’.\-‑][^\W_]+)*+|[,:;()—–]")
PRONOUNS = {"she": "f", "he": "m", "they": None}
PRONOUNS_OWNING = {"her": "f", "his": "m", "their": None}
PHRASE_WORDS, ROLE_WORDS = 10, 6
"""Words looked at for the head of a subject, and back from a role for the article before it."""


class Token(NamedTuple):
    """A word or a punctuation mark with its span."""

    start: int
    end: int
    word: str
    lower: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb that may frame quoted words. `frame`: says, tells, calls or gestures; `form`: its column."""

    lemma: str
    form: str
    frame: str


@dataclass(frozen=True, slots=True)
class StandIn:
    """A word for someone not named here: a pronoun or "the actress"; not `definite`: no one in particular."""

    start: int
    end: int
    gender: str | None = None
    definite: bool = True


Figure = Mention | StandIn
NO_ONE = StandIn(0, 0, None, False)
"""The speaker of words that are framed as quoted, by someone the text does not name."""


class Place(NamedTuple):
    """A figure with the indices of its first and last token."""

    first: int
    last: int
    figure: Figure


@cache
def speech_verbs() -> dict[str, Verb]:
    """Every form of the verbs that frame quotations."""
    found: dict[str, Verb] = {}
    for row in rows("speech-verbs.csv"):
        for form in ("past", "participle", "third", "gerund", "verb"):
            found.setdefault(row[form], Verb(row["verb"], form, row["frame"]))
    return found


@cache
def words(use: str) -> frozenset[str]:
    """The words of one use in the table of quotations, in lower case."""
    return frozenset(row["word"] for row in rows("quotation-words.csv") if row["use"] == use)


def tokens_between(text: str, start: int, end: int) -> list[Token]:
    """The words and punctuation of a stretch of the text, in order."""
    return [
        Token(match.start(), match.end(), match[0], match[0].lower().replace("’", "'"))
        for match in TOKEN.finditer(text, start, end)
    ]


def is_beside_verb(token: Token) -> bool:
    """Whether the word may stand between a subject and its verb: "later", "would", "liked to", an adverb in -ly."""
    return token.lower in words("beside-verb") or (token.lower.endswith("ly") and token.word.islower())


def noun_of(token: Token) -> str | None:
    """The noun for a person that the word is, in the singular."""
    if token.lower in person_nouns():
        return token.lower
    if token.lower.endswith("-year-old"):
        return "star"
    last = token.lower.rsplit("-", 1)[-1]
    return next((noun for noun in (last, last.removesuffix("s")) if noun in person_nouns()), None)


def phrase(cast: Cast, tokens: Sequence[Token], index: int) -> tuple[Figure, int] | None:
    """The figure that begins at the index, as a noun phrase, and the index after it."""
    if index >= len(tokens):
        return None
    first = tokens[index]
    if first.lower in PRONOUNS:
        return StandIn(first.start, first.end, PRONOUNS[first.lower]), index + 1
    if first.lower in words("unnamed"):
        return NO_ONE, index + 1
    role: int | None = None
    owned, here = False, index
    while here < min(len(tokens), index + PHRASE_WORDS):
        token = tokens[here]
        name = cast.name_at(token.start) if token.word[0].isupper() else cast.at.get(token.start)
        if name is not None:
            beyond = index_after(tokens, here, name.end)
            owned = owned or name.possessive
            if not name.possessive and not (beyond < len(tokens) and noun_of(tokens[beyond])):
                is_one = name.start in cast.at or here == index or tokens[here - 1].lower not in words("definite")
                return (name if is_one else NO_ONE), beyond
            here = beyond
            continue
        if is_end_of_phrase(cast, tokens, here, role):
            break
        role = here if noun_of(token) else role
        here += 1
    return role_phrase(tokens, index, here, None if role is None else (role, owned))


def is_end_of_phrase(cast: Cast, tokens: Sequence[Token], here: int, role: int | None) -> bool:
    """Whether a noun phrase is over at this token; a comma between a role and its name does not end it."""
    token = tokens[here]
    if token.lower == ",":
        following = [token for token in tokens[here + 1 : here + 4] if token.lower not in titles()][:1]
        is_named_next = any(token.word[0].isupper() and cast.name_at(token.start) for token in following)
        return role is None or not is_named_next
    return (
        not token.word[0].isalnum()
        or token.lower in words("stops-subject")
        or token.lower in words("beside-verb")
        or token.lower in speech_verbs()
    )


def role_phrase(
    tokens: Sequence[Token], first: int, here: int, role: tuple[int, bool] | None
) -> tuple[Figure, int] | None:
    """The stand-in for a phrase without a name: "the actress"; no one in particular for "a critic", "the sign"."""
    lead = tokens[first].lower
    if role is not None:
        index, owned = role
        noun = noun_of(tokens[index]) or ""
        is_one = tokens[index].lower.endswith((noun, "-year-old"))
        definite = lead == "the" and is_one and not owned
        return StandIn(tokens[first].start, tokens[index].end, person_nouns().get(noun), definite), index + 1
    is_phrase = here > first and lead in words("definite") | words("indefinite")
    return (NO_ONE, here) if is_phrase else None


def figure_of(found: tuple[Figure, int] | None) -> Figure | None:
    """The figure of a phrase, without where it ends."""
    return found[0] if found else None


def index_after(tokens: Sequence[Token], index: int, end: int) -> int:
    """The first token from the index on that begins at or after the end of a name."""
    while index < len(tokens) and tokens[index].start < end:
        index += 1
    return index


def figures(cast: Cast, tokens: Sequence[Token]) -> list[Place]:
    """The names, pronouns and roles among the tokens, in order; a role told before a name is not counted beside it."""
    found: list[Place] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        name = cast.at.get(token.start)
        if name is not None:
            beyond = index_after(tokens, index, name.end)
            found.append(Place(index, beyond - 1, name))
            index = beyond
            continue
        if token.lower in PRONOUNS:
            found.append(Place(index, index, StandIn(token.start, token.end, PRONOUNS[token.lower])))
        elif noun_of(token) and not has_name_after(cast, tokens, index):
            found += role_places(tokens, index)
        index += 1
    return found


def has_name_after(cast: Cast, tokens: Sequence[Token], index: int) -> bool:
    """Whether the role at the index is followed by a name: "producer Jane Roe", "the secretary, Jane Roe"."""
    following = [token for token in tokens[index + 1 : index + 3] if token.lower != ","]
    return bool(following) and following[0].start in cast.at


def role_places(tokens: Sequence[Token], index: int) -> list[Place]:
    """The role phrase that ends at the index, if an article or the like begins it."""
    for first in range(index - 1, max(-1, index - ROLE_WORDS), -1):
        lead = tokens[first].lower
        if lead in words("definite") or lead in words("indefinite"):
            gender = person_nouns().get(noun_of(tokens[index]) or "")
            figure = StandIn(tokens[first].start, tokens[index].end, gender, lead == "the")
            return [Place(first, index, figure)]
        if not lead[0].isalnum() or lead in words("stops-subject"):
            break
    return []


def is_owner(figure: Figure) -> bool:
    """Whether the figure is a name in the possessive."""
    return isinstance(figure, Mention) and figure.possessive


def subject_of(cast: Cast, tokens: Sequence[Token]) -> Figure | None:
    """The subject of a sentence: its first figure, past an opening clause, an owner only for want of others."""
    places = figures(cast, tokens)
    if tokens and (tokens[0].lower in words("begins-subordinate") or tokens[0].lower.endswith("ing")):
        comma = next((index for index, token in enumerate(tokens) if token.lower == ","), len(tokens))
        later = [place for place in places if place.first > comma and not is_owner(place.figure)]
        if later:
            return later[0].figure
    plain = [place for place in places if not is_owner(place.figure)]
    chosen = plain or places
    return chosen[0].figure if chosen else None
