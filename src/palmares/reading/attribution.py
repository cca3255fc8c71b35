"""Who is said to have spoken, by the words before and after a quotation: "X said", "said X", "calling it".

The trap: a film title in quotation marks stands beside the same verbs ("Roe, who wrote “Marty,” said the film…"), so a
title needs stricter framing than plain words, and a passive ("is called “the big one”") frames nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from palmares.reading.figures import (
    NO_ONE,
    PRONOUNS_OWNING,
    Figure,
    Place,
    StandIn,
    Token,
    Verb,
    figure_of,
    figures,
    is_beside_verb,
    is_owner,
    noun_of,
    phrase,
    speech_verbs,
    subject_of,
    words,
)
from palmares.reading.speakers import Cast, Mention, titles

FAR, NEAR, OBJECT = 14, 8, 3
"""Words that may stand between a verb and the mark it frames: at most, for a weak verb, and for a mere object."""
RELATIVE_WORDS = 24
"""Words looked at for the verb of a subject with a relative clause."""
POSSESSIVE = ("'s", "s'")


def finite(tokens: Sequence[Token], index: int) -> Verb | None:
    """The speech verb that the index comes to, past auxiliaries and adverbs."""
    while index < len(tokens) and is_beside_verb(tokens[index]):
        index += 1
    verb = speech_verbs().get(tokens[index].lower) if index < len(tokens) else None
    if verb is None or verb.form == "gerund":
        return None
    if verb.lemma == "put" and tokens[index + 1 : index + 2] and tokens[index + 1].lower != "it":
        return None
    return verb


def speaker_after(cast: Cast, tokens: Sequence[Token], *, ending: str, strict: bool) -> Figure | None:
    """Who spoke, by the words after the closing mark, or None if those frame no quotation.

    Args:
        tokens: from the mark to the end of the sentence or the next quotation.
        ending: the character that ends the quoted words, "" if it is none that sets them off.
        strict: only a verb of the table will do, since the words may be a title or a mere part of the sentence.
    """
    index = 0
    if tokens and tokens[0].lower == ",":
        index, ending = 1, ","
    set_off = ending != ""
    while index < len(tokens) and is_beside_verb(tokens[index]) and tokens[index].lower not in words("passive"):
        index += 1
    lead = [token.lower for token in tokens[index : index + 4]]
    if not lead:
        return None
    if lead[0] in (":", "—", "–"):
        return label_after(cast, tokens[index + 1 :])
    verb = finite(tokens, index)
    if verb is not None:
        return inverted(cast, tokens, index + 1, verb) if set_off or verb.frame == "says" else None
    figure = by_set_phrase(cast, tokens, index, lead) or subject_with_verb(cast, tokens, index, set_off=set_off)
    return rare_verb(cast, tokens, index) if figure is None and ending == "," and not strict else figure


def by_set_phrase(cast: Cast, tokens: Sequence[Token], index: int, lead: Sequence[str]) -> Figure | None:
    """`according to X`, `in the words of X`, `as X put it`, `was how X described it`."""
    if lead[:2] == ["according", "to"]:
        return figure_of(phrase(cast, tokens, index + 2))
    if lead == ["in", "the", "words", "of"]:
        return figure_of(phrase(cast, tokens, index + 4))
    if lead[0] == "as":
        return subject_with_verb(cast, tokens, index + 1, set_off=False)
    if lead[0] in words("passive") and lead[1:2] in (["how"], ["what"]):
        return subject_with_verb(cast, tokens, index + 2, set_off=False)
    return None


def rare_verb(cast: Cast, tokens: Sequence[Token], index: int) -> Figure | None:
    """`she simpered`, `simpered X`, after a comma: a past form that no table holds, beside a pronoun or a name."""
    if tokens[index].lower.endswith("ed"):
        named = figure_of(phrase(cast, tokens, index + 1))
        return named if isinstance(named, Mention) else None
    found = phrase(cast, tokens, index)
    if found is None or found[0] == NO_ONE or found[1] >= len(tokens):
        return None
    return found[0] if tokens[found[1]].lower.endswith("ed") else None


def label_after(cast: Cast, tokens: Sequence[Token]) -> Figure | None:
    """`“Go on”: Jane Roe`, `“Go on.” — Jane Roe, critic`."""
    name = cast.name_at(tokens[0].start) if tokens and tokens[0].word[0].isupper() else None
    return name if name is not None and len(tokens) <= NEAR else None


def inverted(cast: Cast, tokens: Sequence[Token], index: int, verb: Verb) -> Figure | None:
    """`said X`: the subject after the verb; a mere gesture needs one."""
    if index < len(tokens) and tokens[index].lower == "one" and tokens[index + 1 : index + 2]:
        index += 2 if tokens[index + 1].lower == "of" else 0
    found = phrase(cast, tokens, index)
    if found is None and verb.frame == "says" and not (index < len(tokens) and tokens[index].lower == "to"):
        return NO_ONE
    return figure_of(found)


def subject_with_verb(cast: Cast, tokens: Sequence[Token], index: int, *, set_off: bool) -> Figure | None:
    """`X said`, `the 31-year-old told the room`, `X, who runs a cinema, said`: the subject if its verb follows."""
    found = phrase(cast, tokens, index)
    if found is None:
        return None
    figure, beyond = found
    verb = finite(tokens, beyond)
    if verb is not None:
        is_framed = set_off or verb.frame in ("says", "calls") or verb.lemma == "put"
        return figure if is_framed and not (figure == NO_ONE and verb.frame == "gestures") else None
    if not set_off or figure == NO_ONE or beyond >= len(tokens):
        return None
    for later in range(beyond, min(len(tokens), beyond + RELATIVE_WORDS)):
        verb = speech_verbs().get(tokens[later].lower)
        if verb is not None and verb.frame in ("says", "tells") and verb.form != "gerund":
            return figure
    return None


def speaker_before(cast: Cast, tokens: Sequence[Token], *, is_title: bool, words_quoted: int) -> Figure | None:
    """Who spoke, by the words of the sentence before the opening mark, or None if those frame no quotation."""
    at_mark = bool(tokens) and tokens[-1].lower in (",", ":")
    body = list(tokens[:-1] if at_mark else tokens)
    if at_mark and tokens[-1].lower == ":" and body and not is_title:
        label = [place for place in figures(cast, body) if place.first == 0 and place.last == len(body) - 1]
        if label:
            return label[0].figure
    for index in range(len(body) - 1, max(-1, len(body) - FAR - 2), -1):
        if body[index].lower == ";":
            return None
        verb = speech_verbs().get(body[index].lower)
        if verb is None or is_noun_or_passive(body, index, verb):
            continue
        if is_framed_by(body, index, verb, at_mark=at_mark, is_title=is_title, words_quoted=words_quoted):
            return subject_before(cast, body, index) or NO_ONE
    return in_the_words_of(cast, body, is_title=is_title)


def in_the_words_of(cast: Cast, body: Sequence[Token], *, is_title: bool) -> Figure | None:
    """`in the words of X, “…”`, `according to X, “…”`."""
    for index in range(len(body) - 1, max(0, len(body) - FAR), -1):
        if (body[index - 1].lower, body[index].lower) in (("words", "of"), ("according", "to")) and not is_title:
            return figure_of(phrase(cast, body, index + 1))
    return None


def owner_before(cast: Cast, tokens: Sequence[Token]) -> Figure | None:
    """`Roe's advice was “…”`, `her message to the room: “…”`: whoever has the noun of speech."""
    nouns = (index for index in range(len(tokens) - 1, max(0, len(tokens) - NEAR), -1))
    noun = next((index for index in nouns if tokens[index].lower in words("of-speech")), 0)
    for token in reversed(tokens[max(0, noun - OBJECT) : noun]):
        if token.lower in PRONOUNS_OWNING:
            return StandIn(token.start, token.end, PRONOUNS_OWNING[token.lower])
        if token.lower.endswith(POSSESSIVE):
            owners = [place.figure for place in figures(cast, tokens[:noun]) if is_owner(place.figure)]
            return owners[-1] if owners else None
    return None


def is_noun_or_passive(tokens: Sequence[Token], index: int, verb: Verb) -> bool:
    """Whether the form is no active verb here: "her remarks", "is called", "was told"."""
    back = index - 1
    while back >= 0 and tokens[back].lower.endswith("ly"):
        back -= 1
    before = tokens[back].lower if back >= 0 else ""
    if verb.form in ("past", "participle"):
        return before in words("passive") or (not before and verb.form == "participle") or before == "then"
    return before in words("definite") or before in ("a", "an", "no") or (verb.form == "verb" and before == "so")


def is_framed_by(
    tokens: Sequence[Token], index: int, verb: Verb, *, at_mark: bool, is_title: bool, words_quoted: int
) -> bool:
    """Whether the verb reaches the mark: at it, or over an object, or for a fragment as its complement."""
    between = tokens[index + 1 :]
    last = between[-1].lower if between else ""
    if is_title:
        reach = OBJECT if verb.frame == "tells" else 0
        return at_mark and verb.frame != "calls" and len(between) <= reach
    if verb.frame == "calls":
        return bool(between) and not (len(between) == 1 and last in words("scare"))
    if verb.lemma == "put":
        return at_mark and last == "it"
    if verb.frame == "gestures":
        return len(between) <= NEAR if at_mark else not between
    return at_mark or not between or not (words_quoted < 3 and last in words("scare"))


def subject_before(cast: Cast, tokens: Sequence[Token], index: int) -> Figure | None:
    """The subject of the verb at the index: the figure beside it, past a relative clause, or that of the sentence."""
    back = index - 1
    while back >= 0 and is_beside_verb(tokens[back]):
        back -= 1
    if back < 0 and speech_verbs()[tokens[index].lower].form == "gerund":
        return None
    if back < 0 or (back == 0 and tokens[0].lower == ","):
        return figure_of(phrase(cast, tokens, index + 1))
    places = [place for place in figures(cast, tokens[:index]) if not is_owner(place.figure)]
    ending = {place.last: place.figure for place in places}
    token = tokens[back]
    if back in ending or (token.word[0].isupper() and back > 0):
        return ending.get(back) or cast.name_at(token.start)
    if token.lower == "who":
        return ending.get(back - 1) or ending.get(back - 2) or NO_ONE
    if token.lower in (",", "—", "–", ")"):
        return before_aside(cast, tokens[:back], places) or subject_of(cast, tokens[:index])
    verb = speech_verbs()[tokens[index].lower]
    if verb.form == "gerund" or token.lower in words("coordinates"):
        return subject_of(cast, tokens[:index])
    if token.word[0].isupper():
        return cast.name_at(token.start)
    return figure_with_complement(tokens, places, back)


def before_aside(cast: Cast, tokens: Sequence[Token], places: Sequence[Place]) -> Figure | None:
    """`Roe, our editor, said`, `our editor, Jane Roe, said`: the name before an aside or in it."""
    marks = (index for index in range(len(tokens) - 1, -1, -1) if tokens[index].lower in (",", "—", "–", "("))
    opening = next(marks, -1)
    inside = [place for place in places if place.first > opening and place.last == len(tokens) - 1]
    lead = tokens[opening + 1 : inside[0].first] if inside else ()
    filling = inside[0].figure if inside and all(token.lower in titles() or noun_of(token) for token in lead) else None
    if isinstance(filling, Mention) or opening < 1:
        return filling
    ahead = next((place.figure for place in places if place.last == opening - 1), None)
    if ahead is None and tokens[opening - 1].word[0].isupper():
        ahead = cast.name_at(tokens[opening - 1].start)
    return ahead or filling


def figure_with_complement(tokens: Sequence[Token], places: Sequence[Place], back: int) -> Figure:
    """`Roe of the Gazette said`, `the star of the film said`; no one for `the sign said`."""
    for place in reversed(places):
        inside = [token.lower for token in tokens[place.last + 1 : back + 1]]
        if inside and inside[0] in ("of", "from", "at", "in") and "," not in inside:
            return place.figure
    return NO_ONE
