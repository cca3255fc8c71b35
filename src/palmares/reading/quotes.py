"""Finds what an article quotes and who said it.

The trap: half of what stands in quotation marks in a film page is a title or a raised eyebrow. Words count as quoted if
the text says that someone said them, or if they stand as a sentence of their own; a title needs the stricter proof.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from palmares.reading.attribution import owner_before, speaker_after, speaker_before
from palmares.reading.figures import (
    NO_ONE,
    PRONOUNS_OWNING,
    Figure,
    StandIn,
    Token,
    is_owner,
    subject_of,
    tokens_between,
    words,
)
from palmares.reading.marks import MARK, Pair, mark_pairs
from palmares.reading.sentences import Stretch, stretches
from palmares.reading.speakers import Cast, Mention, Named
from palmares.reading.story import Quote

__all__ = ["Named", "find_quotes"]

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*+")
REACH = 280
"""Characters beside a quotation in which its speaker is looked for."""
LONG_FRAGMENT, OWNED_FRAGMENT, LINK = 6, 3, 8
"""Words: what counts as quoted for its length, or after "Roe's"; the most that link two fragments of one sentence."""


def find_quotes(
    text: str,
    people: Sequence[Named],
    *,
    works: Sequence[tuple[int, int]] = (),
    sentences: Sequence[Stretch] | None = None,
) -> tuple[Quote, ...]:
    """The quotations in a text, in order, each with its speaker where the text tells.

    A quotation broken by "she said", or by a paragraph's end, is two. Spans leave out the marks, a comma and one full
    stop before the closing mark.

    Args:
        people: those the reader found; others are taken from the text itself.
        works: spans of titles that the reader found; such words are quoted only if a verb of speech frames them.
        sentences: the text as `stretches` cuts it, for who has cut it already.

    >>> [(quote.text, quote.speaker) for quote in find_quotes("“Never again,” said Jane Roe. “It rained.”", ())]
    [('Never again', 'Jane Roe'), ('It rained', 'Jane Roe')]
    """
    if not MARK.search(text):
        return ()
    sentences = stretches(text) if sentences is None else sentences
    pairs = [pair for pair in mark_pairs(text, paragraphs_of(sentences)) if WORD.search(text, pair.start, pair.end)]
    cast = Cast(text, people, pairs=pairs, sentences=sentences, works=works)
    return tuple(Listener(text, cast, pairs, works=frozenset(works)).listen())


def paragraphs_of(sentences: Iterable[Stretch]) -> Iterator[tuple[int, int]]:
    """The spans of the paragraphs that the sentences are in."""
    for _, together in groupby(sentences, key=attrgetter("paragraph")):
        first, *rest = together
        yield first.start, (rest[-1] if rest else first).end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends, a closing comma or one full stop."""
    quoted = text[start:end].rstrip().removesuffix(",").rstrip()
    if not quoted.endswith(".."):
        quoted = quoted.removesuffix(".").rstrip()
    return end - len(text[start:end].lstrip()), start + len(quoted)


def is_title_like(quoted: str) -> bool:
    """Whether the words are capitalised as a title is: all but the small ones."""
    found = WORD.findall(quoted)
    if len(found) > 2 and quoted.isupper():
        return False
    small = words("small-in-titles")
    return not found[0][0].islower() and all(not word[0].islower() or word in small for word in found)


class Listener:
    """Goes through the pairs of marks of one text in order, and remembers who has spoken."""

    def __init__(self, text: str, cast: Cast, pairs: Sequence[Pair], *, works: frozenset[tuple[int, int]]) -> None:
        self.text, self.cast, self.pairs = text, cast, pairs
        self.spans = [trimmed(text, pair.start, pair.end) for pair in pairs]
        self.titles = [span in works or is_title_like(text[span[0] : span[1]]) for span in self.spans]
        self.heard: list[Mention] = []
        self.quotes: list[Quote] = []
        self.reached = 0

    def listen(self) -> list[Quote]:
        """Take every pair that holds quoted words, those of one running speech together."""
        index = 0
        while index < len(self.pairs):
            last = index
            while self.pairs[last].runs_on and last + 1 < len(self.pairs):
                last += 1
            figure = self.speaker_of(index, last)
            if figure is not None:
                self.take(index, last, figure)
            index = last + 1
        return self.quotes

    def take(self, first: int, last: int, figure: Figure | Quote) -> None:
        """Note the quotations from the first to the last pair as the figure's, or as an earlier one's speaker's."""
        voice = (
            (figure.speaker, figure.speaker_start, figure.speaker_end)
            if isinstance(figure, Quote)
            else self.voice(figure)
        )
        for start, end in self.spans[first : last + 1]:
            self.quotes.append(Quote(start, end, self.text[start:end], *voice))
        self.reached = self.pairs[last].end + 1

    def voice(self, figure: Figure) -> tuple[str, int, int] | tuple[None, None, None]:
        """The name of a figure and the span that gives it; nothing for no one in particular."""
        named = figure if isinstance(figure, Mention) else None
        if isinstance(figure, StandIn) and figure.definite:
            topic = self.cast.topic(figure.start, figure.gender, self.heard)
            if topic is not None:
                gender = topic.gender or figure.gender
                named = Mention(figure.start, figure.end, topic.name, gender, topic.known)
        if named is None:
            return None, None, None
        if named.name.isupper():
            named = self.cast.in_full(named)
        self.heard.append(named)
        return named.name, named.start, named.end

    def speaker_of(self, first: int, last: int) -> Figure | Quote | None:
        """Whose words the pairs hold, or the quotation they continue, or None if they are no one's words."""
        before = self.tokens_before(first)
        is_title = self.titles[first]
        count = len(WORD.findall(self.text, self.spans[first][0], min(self.spans[first][1], self.spans[first][0] + 80)))
        said = speaker_before(self.cast, before, is_title=is_title, words_quoted=count)
        if said is not None and said != NO_ONE and before[-1].lower in (",", ":"):
            return said
        after = self.said_after(first, last)
        if after is not None:
            return after
        if is_title:
            return None if said == NO_ONE else said
        if said == NO_ONE:
            return self.linked(before) or self.owner(before, count) or said
        if said is not None:
            return said
        return self.owner(before, count) or self.linked(before) or self.unframed(first, last, count)

    def tokens_before(self, index: int) -> list[Token]:
        """The words of the sentence before the opening mark, or of a line before it that ends in a colon."""
        mark = self.pairs[index].start - 1
        start = self.cast.sentence_before(mark)
        if start == mark:
            end = mark - (
                len(self.text[max(0, mark - REACH) : mark]) - len(self.text[max(0, mark - REACH) : mark].rstrip())
            )
            if self.text[end - 1 : end] != ":":
                return []
            start, mark = self.cast.sentence_before(end - 1), end
        return tokens_between(self.text, max(start, self.reached, mark - REACH), mark)

    def said_after(self, first: int, last: int) -> Figure | None:
        """The speaker by the words after the closing mark, as far as they belong to the quotation."""
        text, close = self.text, self.pairs[last].end + 1
        ending = text[self.spans[last][1] : close - 1].strip() or text[self.spans[last][1] - 1]
        begins = close + len(text[close : close + REACH]) - len(text[close : close + REACH].lstrip())
        is_signed = text[begins : begins + 1] in ("—", "–")
        if "\n" in text[close:begins] and self.cast.is_sentence_start(begins) and not is_signed:
            return None
        if ending == "." and not (is_signed or text[begins : begins + 1] == "," or text[begins : begins + 1].islower()):
            return None
        is_title, opens = self.titles[first], self.is_at_clause_start(first)
        if is_title and not opens:
            return None
        set_off = ending in ",!?…—–-" or text[self.spans[last][1] - 3 : self.spans[last][1]] == "..."
        tokens = tokens_between(text, close, min(self.sentence_end(begins), self.next_words(last), close + REACH))
        if not set_off and (is_title or not opens) and not (tokens and tokens[0].lower == ","):
            return None
        found = speaker_after(self.cast, tokens, ending=ending if set_off else "", strict=is_title or not opens)
        return None if is_title and found == NO_ONE else found

    def is_at_clause_start(self, index: int) -> bool:
        """Whether the opening mark begins a sentence or follows a comma, a colon or a dash."""
        mark = self.pairs[index].start - 1
        before = self.text[max(0, mark - 3) : mark].rstrip()[-1:]
        return self.cast.is_sentence_start(mark) or before in ",:;—–-("

    def sentence_end(self, position: int) -> int:
        """Where the sentence ends that the position is in."""
        index = bisect_right(self.cast.sentences, position)
        return self.cast.sentences[index] if index < len(self.cast.sentences) else len(self.text)

    def next_words(self, index: int) -> int:
        """Where the next marks open that hold no title."""
        for later in range(index + 1, min(index + 4, len(self.pairs))):
            if not self.titles[later]:
                return self.pairs[later].start - 1
        return len(self.text)

    def owner(self, before: Sequence[Token], count: int) -> Figure | None:
        """`Roe's “all right, all right”`: whoever the words before the mark say they belong to."""
        if not before or count < OWNED_FRAGMENT:
            return None
        last = before[-1]
        if last.lower in (",", ":") or last.lower in words("passive"):
            return owner_before(self.cast, before[:-1])
        if last.lower in PRONOUNS_OWNING and count >= LONG_FRAGMENT:
            return StandIn(last.start, last.end, PRONOUNS_OWNING[last.lower])
        for token in before[-4:]:
            name = self.cast.at.get(token.start)
            if name is not None and is_owner(name) and last.start < name.end:
                return name
        return None

    def linked(self, before: Sequence[Token]) -> Quote | None:
        """The quotation before in the same sentence, if "and" or the like links this to it."""
        if not self.quotes or not before or before[0].start - self.reached > 2:
            return None
        lead = next((token.lower for token in before if token.lower != ","), "and")
        is_link = len(before) <= LINK and (lead in words("coordinates") or before[0].lower == ",")
        goes_on = lead.endswith("ing") or before[-1].lower in (";", "—", "–")
        return self.quotes[-1] if is_link or goes_on else None

    def unframed(self, first: int, last: int, count: int) -> Figure | Quote | None:
        """The speaker of words that no verb frames: a sentence of their own, or a long piece that is no title."""
        start, end = self.spans[first]
        mark, close = self.pairs[first].start - 1, self.pairs[last].end
        is_whole = self.text[self.spans[last][1] : close].strip() == "." or self.text[self.spans[last][1] - 1] in ".!?…"
        is_alone = self.cast.is_sentence_start(mark) or self.text[max(0, mark - 2) : mark].rstrip().endswith(":")
        if is_alone and (is_whole or first != last) and (count > 1 or self.has_quote_before(mark)):
            return self.follow(mark)
        sentence_words = words("of-a-sentence")
        quoted = self.text[start : min(end, start + REACH)].lower().replace("’", "'")
        is_talk = count >= LONG_FRAGMENT and any(word in sentence_words for word in WORD.findall(quoted))
        return NO_ONE if is_talk else None

    def has_quote_before(self, mark: int) -> bool:
        """Whether the paragraph of the mark holds a quotation before it."""
        return bool(self.quotes) and self.cast.paragraph(self.quotes[-1].start) == self.cast.paragraph(mark)

    def follow(self, mark: int) -> Figure | Quote:
        """The speaker of a sentence quoted on its own: the subject of the one before, or whoever spoke before."""
        for start, end, paragraph in self.cast.sentences_before(mark):
            if start < self.reached or paragraph < self.cast.paragraph(mark) - 1:
                break
            figure = subject_of(self.cast, tokens_between(self.text, start, min(end, start + REACH)))
            if figure is not None and not (self.has_quote_before(mark) and is_owner(figure)):
                return figure
            if paragraph < self.cast.paragraph(mark):
                return NO_ONE
        is_near = bool(self.quotes) and self.cast.paragraph(mark) - self.cast.paragraph(self.quotes[-1].start) <= 1
        return self.quotes[-1] if is_near else NO_ONE
