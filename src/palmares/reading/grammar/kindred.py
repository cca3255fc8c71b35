"""Among whom one is the first or the last: "the first woman", "the third Golden Lion winner", "the only pair".

The words between an ordinal and its deed are one run, taken apart here: a noun with what qualifies it, "since" one,
"after" others. The trap: a word that nothing here takes leaves the whole run unread, since it may narrow it ("the first
British woman").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from palmares.claims import (
    And,
    Constraint,
    Film,
    OfAward,
    OfCategory,
    OfCountry,
    Operator,
    Outcome,
    Person,
    Select,
    Selection,
    Trait,
    Unit,
    WithTrait,
)
from palmares.reading.context import MAIN_AWARD, Frame
from palmares.reading.grammar.careers import states
from palmares.reading.grammar.deeds import (
    PRIZES,
    WITH_OF,
    Deed,
    Part,
    award_meant,
    categories_of,
    deed,
    own_award,
    selections,
    widened,
)  # fmt: skip
from palmares.reading.items import Item, Prize
from palmares.reading.words import top_categories

Items = tuple[Item, ...]
PEOPLE_NOUNS = frozenset(("WOMAN", "MAN", "ACTRESS", "PERFORMER", "SOMEONE", "UNRECORDED"))
FOREIGN_LANGUAGE = WithTrait(Trait.LANGUAGE, Operator.NE, "English")
WAYS = 6
"""In how many ways a list of ambiguous names is taken at most."""
CALLINGS = frozenset(("actor", "actress", "director", "cinematography", "screenplay"))
ACTING = ("actor", "actress", "supporting-actor", "supporting-actress")
OF_CALLING = {"PERFORMER": ACTING, "ACTRESS": ("actress", "supporting-actress")}
SKIPPED = frozenset(("EVER", "TIME", "ONLY", "ALSO", "TROPHY", "AWARD"))
"""Kinds that add nothing to a noun."""


@dataclass(frozen=True, slots=True)
class Kin:
    """Among whom one is first: the unit, and what is said of all of them; foreign films may be partly in English.

    `calling`: the prizes of their trade, which "the first actor to win three Oscars" is about. `has`: the prizes, each
    with how it ended, that all of them have.
    """

    unit: Unit
    traits: tuple[Constraint, ...] = ()
    is_foreign: bool = False
    calling: tuple[str, ...] = ()
    has: tuple[tuple[Item, Outcome], ...] = ()
    form: tuple[str, ...] = ()

    def base(self, at: Frame) -> tuple[Part, ...]:
        """What all of them have won or been nominated for."""
        found = []
        for item, outcome in self.has:
            award = own_award(item) or award_meant(at, (item,))
            found.append(Part(award, categories_of(item, award), outcome))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between an ordinal and its deed: the noun, its qualifiers, and who came before."""

    noun: Item | None = None
    adj: Item | None = None
    country: Item | None = None
    trade: Item | None = None
    prize: Item | None = None
    of_prize: Item | None = None
    since: Item | None = None
    after: Items = ()
    years: int | None = None
    year: int | None = None
    is_other: bool = False

    @property
    def is_named(self) -> bool:
        """Whether anything says among whom."""
        return any(word is not None for word in (self.noun, self.adj, self.trade, self.prize))


def grouped(items: Sequence[Item]) -> Group | None:
    """The words between an ordinal and its deed taken apart; None where one is left over."""
    group = Group()
    place = 0
    while place < len(items):
        item = items[place]
        after = items[place + 1] if place + 1 < len(items) else None
        if item.kind == "SINCE" and after is not None and isinstance(after.value, (Film, Person)):
            group, place = replace(group, since=after), place + 2
        elif item.kind == "AFTER":
            names = tuple(taken_names(items[place + 1 :]))
            if not names:
                return None
            group, place = replace(group, after=names), place + 1 + len(names)
        elif item.kind in ("SINCE", "IN") and after is not None and isinstance(after.value, int) and is_year(after):
            group, place = replace(group, year=after.value), place + 2
        elif [other.kind for other in items[place : place + 3]] == ["IN", "NUMBER", "YEARS"]:
            number = items[place + 1].value
            group, place = replace(group, years=number if isinstance(number, int) else None), place + 3
        elif [other.kind for other in items[place : place + 5]] == IN_ITS_YEARS:
            place += 5
        elif item.kind == "FURTHER":
            group, place = replace(group, is_other=True), place + 1
        elif item.kind in SKIPPED or is_said_again(item, group):
            place += 1
        else:
            qualified = with_word(group, item)
            if qualified is None:
                return None
            group, place = qualified, place + 1
    return group


IN_ITS_YEARS = ["IN", "AWARD", "POSS", "NUMBER", "YEARS"]
"""The kinds of "in the academy's 82 years", which is all of history."""


def with_own_prize(words: Group, verb: Item, tail: Items | None) -> tuple[Group, Item, Items]:
    """A group and a deed; of "the first best director winner" the prize is the deed, before "without" it is not."""
    if verb.kind not in WITH_OF or words.prize is None or words.of_prize is not None:
        return words, verb, tail or ()
    if not tail:
        return replace(words, prize=None), verb, (words.prize,)
    return (replace(words, of_prize=verb), tail[0], tail[1:]) if tail[0].kind == "NOT" else (words, verb, tail)


def is_year(item: Item) -> bool:
    """Whether the item is a calendar year."""
    return item.kind == "YEAR"


def taken_names(items: Sequence[Item]) -> Iterator[Item]:
    """The names at the start of these items."""
    for item in items:
        if not isinstance(item.value, (Film, Person)):
            return
        yield item


def with_word(group: Group, item: Item) -> Group | None:
    """The group with one more word of its noun; None where it takes no such word."""
    if (item.kind in PRIZES or is_form(item)) and group.prize is None:
        return replace(group, prize=item)
    if item.kind in ("WINNER", "NOMINEE") and group.of_prize is None and group.prize is not None:
        return replace(group, of_prize=item)
    if item.kind == "COUNTRY" and group.country is None:
        return replace(group, country=item)
    if item.kind == "UNRECORDED":
        return replace(group, adj=group.adj or item)
    if is_noun(item) and group.noun is None:
        return replace(group, noun=item)
    if (
        item.kind in ("OTHER", "SOMEONE", "PERFORMER")
        and group.noun is not None
        and group.trade is None
        and calling_of(item)
    ):
        return replace(group, trade=item)
    return None


def is_said_again(item: Item, group: Group) -> bool:
    """Whether the item only says again what is meant: "female filmmaker", "foreign-language film"."""
    noun = group.noun.kind if group.noun is not None else ""
    is_any = item.kind == "SOMEONE" and not item.value and noun in ("WOMAN", "MAN")
    return is_any or (item.kind == "FILMNOUN" and noun == "FOREIGN")


def is_noun(item: Item) -> bool:
    """Whether the item by itself says among whom."""
    return (
        item.kind in ("FILMNOUN", "FOREIGN") or item.kind in PEOPLE_NOUNS or is_picture(item) or bool(calling_of(item))
    )


def is_picture(item: Item) -> bool:
    """Whether the item is "picture" said of a film."""
    return item.kind == "GENRE" and isinstance(item.value, Prize)


def calling_of(item: Item) -> tuple[str, ...]:
    """The prizes of the trade that a word names: "composer", "director"."""
    if item.kind in OF_CALLING:
        return OF_CALLING[item.kind]
    if item.kind == "SOMEONE" and item.value:
        return tuple(str(item.value).split("|"))
    if item.kind == "OTHER" and isinstance(item.value, Prize) and CALLINGS & set(item.value.categories):
        own = item.value.categories
        return ACTING if own == ("actor",) else ("actress", "supporting-actress") if own == ("actress",) else own
    return ()


def kin(who: Item | None, noun: Item | None, *, adj: Item | None = None, country: Item | None = None) -> Kin | None:
    """Those that a noun ("woman") or, where there is none, the subject itself is among. None: nobody known."""
    return kin_of_group(who, Group(noun, adj, country))


def kin_of_group(who: Item | None, group: Group) -> Kin | None:
    """Those among whom one is; None where nobody can tell, or where the subject is of another kind."""
    noun, adj = group.noun, group.adj
    if noun is None and adj is not None:
        noun, adj = adj, None
    found = kin_of(noun) if noun is not None else kin_of_prize(group) if group.prize else kin_of_name(who, group)
    if found is None or (group.country is not None and found.unit is not Unit.FILM):
        return None
    traits = found.traits
    if adj is not None:
        traits += (WithTrait(Trait.UNRECORDED, Operator.EQ, str(adj.value)),)
    if group.country is not None:
        traits += (OfCountry(states(group.country)[0]),)
    if who is not None and not isinstance(who.value, Film if found.unit is Unit.FILM else Person):
        return None
    if who is not None and who.gender and noun is not None and {who.gender, noun.gender} == {"f", "m"}:
        return None
    calling = calling_of(group.trade) if group.trade is not None else found.calling
    if (held := held_prize(group) if noun is not None else found.has) is None:
        return None
    return Kin(found.unit, traits, found.is_foreign, calling, held, found.form)


def held_prize(group: Group) -> tuple[tuple[Item, Outcome], ...] | None:
    """The prize that those have of whom a noun with a prize beside it speaks; None: it is no such prize."""
    if group.prize is None:
        return ()
    if group.of_prize is None:
        return None
    return ((group.prize, Outcome.WON if group.of_prize.kind == "WINNER" else Outcome.NOMINATED),)


def kin_of_name(who: Item | None, group: Group) -> Kin | None:
    """What the subject itself is, where no noun says among whom."""
    value = who.value if who is not None and group.country is None else None
    return Kin(Unit.FILM) if isinstance(value, Film) else Kin(Unit.PERSON) if isinstance(value, Person) else None


OF_FILMS = frozenset(
    ("picture", "palme-dor", "golden-lion", "golden-bear", "international-feature", "animated-feature")
)
OF_FILMS |= frozenset(("documentary-feature", "peoples-choice", "grand-prix", "grand-jury-prize", "first-feature"))


def kin_of_prize(group: Group) -> Kin | None:
    """The winners of a prize: "the first best picture since …", "the third Golden Lion winner"; films or people."""
    prize = group.prize
    if prize is None:
        return None
    categories = prize.value.categories if isinstance(prize.value, Prize) else ()
    if prize.kind == "TOP" or set(categories) <= OF_FILMS:
        unit = Unit.FILM
    elif set(categories) <= {"director", *ACTING}:
        unit = Unit.PERSON
    else:
        return None
    if group.of_prize is None and categories == ("international-feature",):
        return Kin(Unit.FILM, is_foreign=True)
    if group.of_prize is None and (form := form_of(categories)):
        return Kin(Unit.FILM, form=form)
    if group.of_prize is None and not (categories and set(categories) <= {"picture"}):
        return None
    outcome = Outcome.NOMINATED if group.of_prize is not None and group.of_prize.kind == "NOMINEE" else Outcome.WON
    return Kin(unit, has=((prize, outcome),))


FORMS = (
    ("animated-feature", "animated-film"),
    ("documentary-feature", "audience-documentary", "grand-jury-documentary"),
)
"""The prizes of each form of film, by which any body told that a film is of it."""


def is_form(item: Item) -> bool:
    """Whether the item is a word for a form of film, "animated film", that is no prize here."""
    return item.kind == "OTHER" and isinstance(item.value, Prize) and bool(form_of(item.value.categories))


def form_of(categories: tuple[str, ...]) -> tuple[str, ...]:
    """The prizes of the form that "animated feature" or "documentary" says of films."""
    return next((form for form in FORMS if set(categories) & set(form)), ())


def kin_of(noun: Item) -> Kin | None:
    """Those that a noun by itself tells of."""
    if noun.kind == "FILMNOUN" or is_picture(noun):
        return Kin(Unit.FILM)
    if noun.kind == "FOREIGN" or (isinstance(noun.value, Prize) and "international-feature" in noun.value.categories):
        return Kin(Unit.FILM, is_foreign=True)
    if noun.kind == "UNRECORDED":
        return Kin(Unit.PERSON, (WithTrait(Trait.UNRECORDED, Operator.EQ, str(noun.value)),))
    calling = calling_of(noun)
    if noun.kind in PEOPLE_NOUNS:
        return Kin(Unit.PERSON, of_gender(noun.gender), calling=calling)
    if calling:
        return Kin(
            Unit.PERSON, of_gender("f" if "actor" not in calling and "actress" in calling else None), False, calling
        )
    return None


def of_gender(gender: str | None) -> tuple[Constraint, ...]:
    """The trait of a gender, if one is said."""
    return (WithTrait(Trait.GENDER, Operator.EQ, gender),) if gender else ()


def doers(at: Frame, among: Kin | None, verb: Item, tail: Items) -> tuple[tuple[Selection, Unit], ...]:
    """The selections of those who have done the deed, best first, with their unit."""
    done = deed(at, verb, tail, among.base(at)) if among is not None else None
    if done is None or among is None or not is_done_by(done, among):
        return ()
    if among.is_foreign:
        return tuple((of, among.unit) for of in foreign(at, done))
    if among.form:
        is_so = Select((OfCategory(among.form),))
        return tuple((And(of, is_so, Unit.FILM), among.unit) for of in selections(done, Unit.FILM))
    ways = ([of_trade(done, among)] if among.calling else []) + [done, widened(done), at_top(done, among.unit)]
    found = [of for way in ways for of in selections(way, among.unit, among.traits)]
    if among.traits and any(part.categories == (top_categories().get(part.award),) for part in done.parts):
        found += selections(done, among.unit, (*among.traits, WithTrait(Trait.PEOPLE, Operator.EQ, 1)))
    return tuple((of, among.unit) for of in dict.fromkeys(found))


def of_trade(done: Deed, among: Kin) -> Deed:
    """The deed with prizes of any kind taken for those of a trade."""
    parts = [part if part.categories else replace(part, categories=among.calling) for part in done.parts]
    return replace(done, parts=tuple(parts))


def at_top(done: Deed, unit: Unit) -> Deed:
    """The deed with a prize of a body taken for its top prize: "the Directors Guild award"; people get no pictures."""
    parts = [replace(part, categories=top_of(part, unit)) if part.times == 1 else part for part in done.parts]
    return replace(done, parts=tuple(parts))


def top_of(part: Part, unit: Unit) -> tuple[str, ...] | None:
    """The prize that a body's bare award may be."""
    top = top_categories().get(part.award)
    is_theirs = unit is Unit.FILM or top not in ("picture", "ensemble")
    return (top,) if part.categories is None and top is not None and is_theirs else part.categories


def foreign(at: Frame, done: Deed) -> Iterator[Selection]:
    """Those that are not in English, or were put forward as being so, and have done the deed."""
    yield from selections(done, Unit.FILM, (FOREIGN_LANGUAGE,))
    for award in dict.fromkeys((at.award, MAIN_AWARD)):
        put_forward = Select((OfAward(award), OfCategory(("international-feature",))))
        yield from (And(of, put_forward, Unit.FILM) for of in selections(done, Unit.FILM))


def is_done_by(done: Deed, among: Kin) -> bool:
    """Whether such units do such a deed: in best picture the nominees are films, whoever accepts it."""
    named = [part.categories for part in done.parts if part.categories]
    if among.calling and not all(is_of_trade(among.calling, categories) for categories in named):
        return False
    return among.unit is Unit.FILM or ("picture",) not in named


def is_of_trade(calling: tuple[str, ...], categories: tuple[str, ...]) -> bool:
    """Whether a prize is one of a trade: the record does not know who else is an actor by trade."""
    return bool(set(calling) & set(categories)) or (calling == ("director",) and set(categories) <= OF_FILMS)


def lists(names: Items, unit: Unit) -> Iterator[frozenset[Film | Person]]:
    """The ways to take a list of names as units of a kind, likeliest first; none where a name is of another kind."""
    kind = Film if unit is Unit.FILM else Person
    meanings = [
        [meaning for meaning in (name.value, *name.others) if isinstance(meaning, (Film, Person))] for name in names
    ]
    fitting = [[meaning for meaning in each if isinstance(meaning, kind)] for each in meanings]
    return (frozenset(way) for way in islice(product(*fitting), WAYS))


def is_of_unit(among: Kin | None, last: Item) -> bool:
    """Whether the one before is of the kind that is counted."""
    return among is not None and isinstance(last.value, Film if among.unit is Unit.FILM else Person)
