"""Patterns over the items of a sentence, written as words and matched as one regular expression.

A pattern is read left to right: `who:SUBJECT .. WON what:PRIZE+`. An upper-case word is a kind, or a class of kinds
from `CLASSES`; `name:` captures it; `+` takes a list ("picture, director and editing"), `*` a run as long as it will go
and `%` one as short as will do, or none; `?` makes it optional; `~`
passes over a few plain words, `..` is a short gap and `...` a long one, `'s` over a possessor; `!KIND` forbids a kind
to follow, `=KIND` asks for it, `<KIND` forbids it before; `( … )?` makes several terms optional together, and what
follows a `/` is asked for without being part of the match; gaps pass over anything but a
barrier (another predicate, a denial, a condition, a semicolon). Every item of a sentence is one character, so matching
costs one pass of native code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from string import ascii_letters

from palmares.reading.items import Item

CLASSES = {
    "SUBJECT": "FILM PERSON WORK HE IT THEFILM THEPERSON WHO WHICH SAME",
    "NOUN": "FILM PERSON WORK FILMOF PERSONOF WORKOF HE HIM IT THEFILM THEPERSON",
    "HUNG": "FILMOF PERSONOF WORKOF HIM IT THEFILM THEPERSON",
    "SOMEBODY": "PERSON HE THEPERSON WHO SAME",
    "SOMEFILM": "FILM IT THEFILM WHICH SAME",
    "ANYFILM": "FILM FILMOF THEFILM",
    "GAIN": "WON GOT HAS",
    "HADDONE": "WON LOST NOMINATED",
    "CLAUSEMARK": "COMMA COLON DASH",
    "COUNTABLE": "NOMINATION WIN TROPHY AWARD PRIZE",
    "BROUGHT": "GOT GAVE",
    "RECEIVER": "PERSON PERSONOF HIM HIS",
    "PRIZEOF": "TROPHY AWARD",
    "COUNTEND": "COMMA CLOSE STOP SEMI DASH COLON AND ALSO FROM",
    "TALLIED": "WON GOT HAS EMPTY LOST TRIUMPHED WIN NUMBER",
    "TRIED": "NOMINATION TRY",
    "KNOWNFILM": "FILM FILMOF",
    "ANYPERSON": "PERSON PERSONOF HIM THEPERSON",
    "PREDICATE": "WON GOT HAS",
    "HAVE": "HAS GOT WITH",
    "BODY": "AWARD EDITION",
    "WHAT": "PRIZE WEAKPRIZE TOP",
    "AWARDED": "TROPHY AWARD EDITION",
    "PAUSE": "COLON DASH",
    "NAME": "FILM PERSON WORK",
    "AFTERBEST": "COMMA STOP SEMI DASH AND AT IN FOR ON OVER AFTER TIME CLOSE WITH AS ALSO COLON OPEN BY AGAINST",
    "BYBODY": "FROM WITH BY",
    "LINKED": "FOR WITH",
    "DESPITE": "WITH ON FROM",
    "TOOK": "WON GOT HAS WITH",
    "ANYBODY": "PERSON PERSONOF HE HIM THEPERSON WHO",
    "FAVOURED": "FILM FILMOF PERSON PERSONOF",
    "EVENT": "AWARD EDITION CEREMONY",
    "CLOSING": "COMMA CLOSE STOP",
    "ENDING": "COMMA CLOSE STOP SEMI DASH AND ALSO",
    "UNIT": "FILMNOUN WOMAN MAN ACTRESS PERFORMER SOMEONE UNRECORDED FOREIGN PRIZE OTHER",
    "ACHIEVE": "WON TOWIN GOT TOGET NOMINATED TONOMINATED HAS WITH WINNER NOMINEE",
    "DEED": "PRIZE WEAKPRIZE TOP TROPHY AWARD EDITION NUMBER TIMES FOR OF NOMINATION WIN CONSECUTIVE YEARS NIGHT NOT"
    " WITH BOTH ONLY INTENS OR ITS HIS WON GOT NOMINATED TONOMINATED POSTHUMOUS SAMEFILM BIGFIVE ALLOF THEN TO"
    " POSS ASMANY",
    "DOES": "WON TOWIN GOT TOGET NOMINATED TONOMINATED NAMED HAS WITH WINNER NOMINEE NOT",
    "KINDRED": "FILMNOUN WOMAN MAN ACTRESS PERFORMER SOMEONE UNRECORDED FOREIGN PRIZE WEAKPRIZE TOP AWARD TROPHY"
    " WINNER NOMINEE EVER SINCE AFTER FILMOF PERSONOF IN NUMBER YEARS YEAR TIME OTHER COUNTRY PAIR FURTHER GENRE",
    "ONAT": "ON AT WITH",
    "ALTOGETHER": "EVER CAREER",
    "FOLLOWING": "AFTER BEHIND",
    "COMPARED": "COMMA CLOSE STOP SEMI DASH AND TIME ALSO",
    "DIDOFTEN": "WON GOT NOMINATED LOST",
    "WITHOUTANY": "NOT EMPTY",
    "DIDORHAS": "WON GOT NOMINATED HAS",
    "DEFEAT": "LOSS BEAT",
    "AGER": "YOUNGER OLDER",
    "SUCHAS": "AS THAN",
    "MERELY": "ONLY INTENS",
    "UNTILWHOM": "BEFORE HABIT",
    "KNOWNOF": "FILMOF PERSONOF",
    "KNOWN": "FILM FILMOF PERSON PERSONOF",
    "THING": "NOMINATION WIN TROPHY AWARD",
    "SUPERLATIVE": "MOST",
    "SCOPE": "EVER TIME NIGHT CEREMONY",
    "AGEST": "YOUNGEST OLDEST",
    "DID": "WON GOT NOMINATED",
    "SCOPED": "PRIZE WEAKPRIZE OTHER",
    "POSSESSED": "WON GOT NOMINATED HAS",
    "RECORDED": "NOMINATION WIN TROPHY AWARD WON",
    "GAINED": "WON GOT HAS WITH WAS",
    "FIRSTTIMER": "NOMINEE WINNER",
    "SOOFTEN": "NOMINATED LOST HONOURED",
    "LINK": "OF FOR AS IN",
    "LISTMARK": "DASH COLON OPEN COMMA",
    "TRIALS": "FROM IN WITH",
    "ITSEND": "COMMA CLOSE STOP SEMI DASH MATCHED BEAT ASMANY",
    "BODYISH": "AWARD EDITION TROPHY",
    "VOTERS": "AWARD POSS OTHER",
    "TRYING": "CHOSE NOMINATED TRY SEEK HAS GOT",
    "SHARED": "OF AMONG",
    "POSSESSIVE": "ITS HIS",
    "TAKENTO": "HIS HIM PERSON PERSONOF",
    "POINTER": "FOR TO WENT",
    "PARTLEAD": "INCLUDING COMMA DASH OPEN",
    "ROLLED": "WITH HAS GOT WON COLON INCLUDING HIS ITS",
    "BODIES": "AWARD TROPHY EDITION PRIZE WEAKPRIZE TOP GENRE THEFILM",
    "TAKEN": "WON GOT HAS",
    "FIELDLIKE": "RACE NOMINEE FIELD",
    "FIELDHOLDS": "HELD HAS WAS INCLUDING COLON",
    "LACKING": "NOT NO",
    "COUNTED": "NOMINATION WIN TROPHY AWARD TRY LOSS",
    "GROWN": "CLIMB TO GOT WAS AT",
    "MARGIN": "AHEAD BEHIND OVER",
    "FEWER": "MORE BEHIND AHEAD",
    "NATIONAL": "NOMINATION NOMINEE WIN WINNER TROPHY AWARD",
    "WHOM": "FILM FILMOF PERSON PERSONOF HE HIM HIS IT ITS THEFILM THEPERSON",
    "NTHTIME": "ORDINAL FIRSTTIME",
    "AFTERHOST": "COMMA CLOSE STOP SEMI DASH FOR TIME TIMES WHEN",
    "NOTHOST": "ELSEWHERE OTHER OTHERPRIZE NOMINEE WINNER NOMINATION RACE HOST",
    "BESIDEHOST": "OTHER STRANGER FILM WORK OTHERPRIZE ELSEWHERE THEN",
    "AFTERAGE": "COMMA CLOSE STOP SEMI DASH AT TIME AND",
    "DONE": "WON GOT NOMINATED NAMED TRIUMPHED LOST",
    "DEEDDONE": "WON NOMINATED NAMED TRIUMPHED BEAT",
    "AFTERTURN": "COMMA CLOSE STOP SEMI DASH TIME IN ON AT WHEN LAST BEFORE AFTER MONTHLY",
    "EXPECTANT": "FILM PERSON HE IT THEFILM THEPERSON WHO WHICH SAME",
    "OFYEAR": "OF FROM IN",
    "BESIDENAME": "OTHER ACTRESS SOMEONE PERFORMER WOMAN MAN",
    "AGEEND": "YOUNGEST OLDEST",
    "HOSTDOING": "HOSTED HOST",
    "OFPRIZE": "PRIZE TOP AWARD EDITION NOMINATION",
    "WONUP": "WON NOMINATED TRIUMPHED HONOURED ACCEPTED",
    "BEEN": "WAS WON GOT NOMINATED HAS NAMED TRIUMPHED",
    "OFHONOUR": "YOUNGEST OLDEST NOMINEE WINNER NOMINATION PRIZE TOP AWARD EDITION TROPHY",
    "CLAUSEEND": "COMMA CLOSE STOP SEMI DASH AND",
    "UPSETTING": "SURPRISE UPSET",
    "ASIDE": "FOR OF ELSEWHERE OTHERPRIZE NOMINATION",
    "HOSTING": "PERSON STRANGER HE THEPERSON WHO SAME",
    "HOSTEDBY": "PERSONOF STRANGER",
    "ANYHOST": "PERSON PERSONOF",
    "HOSTER": "PERSON PERSONOF HE HIM THEPERSON WHO SAME",
    "OWNER": "HIS ITS FILMOF PERSONOF WHOSE",
    "OBTAIN": "HAS GOT WITH WON",
    "HERSELF": "HERS HIS",
    "SLATE": "NOMINATION ROSTER",
    "CHOICE": "TROPHY OTHER",
    "VERSUS": "OVER TO AGAINST",
    "PLACED": "FOR IN",
    "HELPING": "WAS HAS OTHER",
    "OWN": "HIS ITS",
    "HONOUREND": "COMMA CLOSE STOP SEMI AND AMONG AT ON",
    "WASORCOMMA": "WAS COMMA",
    "CLOCK": "NUMBER OTHER",
    "VICTORY": "WIN WON",
    "WINNERFOR": "WINNER TROPHY AWARD CHOSE PICK",
    "AFTERTROPHY": "COMMA CLOSE STOP SEMI DASH AND AT ON IN",
    "APPOSEDEND": "COMMA CLOSE STOP SEMI DASH AND ALSO AT AS",
    "FIVE": "NUMBER ROSTER",
    "MAKEUPSET": "UPSET BEAT DEFIED STUNNED",
    "UNTOLD": "OTHER OFFWITH WITH FROM IN ON OVER AT TO ALSO THEN EVER TIME HIS ITS INTENS",
    "NAMEDFILM": "FILM IT THEFILM",
    "ASFOR": "AS FOR IN",
    "STRONGPRIZE": "PRIZE TOP",
    "LEADIN": "COLON SEMI COMMA AND DASH OPEN",
    "WENTFELL": "WENT FELLTO",
    "VERBAL": "WON GOT HAS WAS NAMED",
    "WHOMEVER": "FILM FILMOF PERSON PERSONOF WORK WORKOF HE HIM HIS IT ITS THEFILM THEPERSON",
    "WASHAD": "WAS NAMED",
    "DETAIL": "ROSTER IT",
    "AFTERDENIAL": "COMMA CLOSE STOP SEMI DASH COLON AND ALSO TIME OTHER FOR",
    "THENAND": "AND COMMA SEMI",
    "FORMERLY": "PAST HABIT",
    "CONTEST": "OPPONENT RACE NOMINEE",
    "OVERCAME": "BEAT DEFIED",
    "LEADTO": "TO AND COMMA BY",
    "HOSTHOW": "IN AND WITH AT ON ALSO AS ONLY THEN WHEN VENUE",
    "ONTURN": "ON IN FOR",
    "STOPPED": "STOP SEMI CLOSE DASH",
    "ENTERING": "ENTRY NOMINEE NOMINATION",
    "SINCEWHAT": "FILM FILMOF YEAR",
    "DIDTHEN": "WON NOMINATED LOST TRIUMPHED",
    "LASTING": "LAST WINNER ORDINAL ONLY",
    "NTHONE": "ORDINAL LAST",
    "ENDED": "WON NOMINATED HONOURED NAMED",
    "OFTENTIMES": "TIMES",
    "TURNOF": "OTHER STINT TRY TIMES",
    "COUNTRYDONE": "COMMA CLOSE STOP SEMI DASH IN AS AT OVER TIME AND WITH",
    "FOREIGNPRIZE": "FOREIGN PRIZE",
    "HADDUTIES": "WON GOT HAS OTHER SPLIT WENT SHAREDBY BORN",
    "AMONGHOSTS": "AMONG TO BY WITH OTHER",
    "NAMEDHOST": "PERSON PERSONOF",
    "HOSTDOER": "HOSTED HOST DUTIES",
    "HOSTHOWEND": "COMMA CLOSE STOP SEMI DASH FOR TIME TIMES WHEN IN AND WITH AT ON ALSO AS OF",
    "NOTEVER": "NOT NEVER",
    "WINNERS": "WINNER TROPHY",
    "ISORWENT": "WAS WENT",
    "FILMKIND": "FILMNOUN GENRE",
    "NOHOSTEND": "COMMA CLOSE STOP SEMI DASH TIME FOR TO AND ALSO AT",
    "HOSTSAID": "HOST HOSTED",
    "TAKESPLACE": "HELD GAVE",
    "ENTERED": "SHIFTED HELD",
    "UPTO": "TO HABIT",
    "NIGHTLY": "TIME DATE",
    "ATPLACE": "AT IN",
    "AFTERMISS": "COMMA CLOSE STOP SEMI DASH AND ALSO TIME OTHER BY AS FROM",
}
"""Names of a pattern that stand for several kinds."""

BARRIER_NAMES = """
    WON GOT HAS LOST MISSED BEAT UPSET WENT FELLTO NAMED TRIUMPHED HONOURED NOMINATED HOSTED WAS MADE GAVE CHOSE
    FILM PERSON WORK STRANGER HE HIM IT WHO WHICH SAME NUMBER NOT NEVER NO MODAL IF BE EMPTY SEMI STOP QUOTE OTHERPRIZE
"""
BARRIERS = frozenset(BARRIER_NAMES.split())
"""Kinds that no gap passes over."""

GROUPS = {"(": "(?:", ")?": ")?", "/": "(?="}
LOOKAHEAD = {"!": "?!", "=": "?=", "<": "?<!"}
SHORT_GAP, LONG_GAP = 5, 12

KIND_NAMES = """
    FILM FILMOF PERSON PERSONOF WORK WORKOF STRANGER COUNTRY AWARD
    EDITION PRIZE WEAKPRIZE TOP TROPHY NUMBER ORDINAL YEAR DATE TIME
    HE HIM HIS IT ITS THEY THEFILM THEPERSON WHO WHICH WHOSE THAT SAME POSS
    WON TOWIN TOGET GOT HAS NOMINATED TONOMINATED LOST MISSED
    BEAT UPSET WENT FELLTO NAMED WAS MADE BE TRIUMPHED HONOURED
    GAVE CHOSE LISTED HOSTED HOST HELD CEREMONY NOMINATION NOMINEE
    WINNER WIN RACE FIRSTTIME EMPTY FAVOURITE LONGSHOT SURPRISE DEFIED
    FOR TO AT OF BY IN FROM AS ON WITH OVER AGAINST SINCE
    AFTER BEFORE THAN AND OR BOTH INCLUDING EACH TOGETHER FURTHER UNLIKE ONLY MOST EVER
    NOT NEVER NO MODAL IF WOMAN MAN ACTRESS PERFORMER SOMEONE FILMNOUN CONSECUTIVE TIMES YEAROLD AGED YOUNGEST OLDEST
    RECORD UNRECORDED VENUE COMMA SEMI COLON DASH OPEN CLOSE QUOTE STOP QUESTION OTHER
    LAST NIGHT YEARS AMONG SEEK NTH LEADING PAST MORE FOREIGN LIKE LEAST TRY JOINED MATCHED RIVALS SHAREDBY
    TIED GENRE ALSO OTHERPRIZE HABIT THEN ACCEPTED HOSTS ELSEWHERE WHEN BORN
    TURNED YEAROLDSAYS STUNNED SHOCKED EXPECTED UNEXPECTED EVEN EXPECTATIONS
    FIELD LOSS TALLY CLIMB AHEAD BEHIND ASMANY APART THEM CITY SPLIT CLEANSWEEP COMPANY SPLITBETWEEN LEVELON
    SNUBBED OFFWITH ROSTER LOSER HERS DIDSO OPPONENT PICK ASKED UNKNOWN
    DIRECTEDBY DIRECTED ENTRY HALF HOUR RUNS HOSTLESS DUTIES SHIFTED INSIDE SITE INTENS STINT POSTHUMOUS NUMBERED BRINGS
    ALIEN BIRTHDAY MONTHLY HOSTDEBUT ENTEREDBY TENS TENSOLD LIFETIME HAILED YETTO WAITSFOR STAR
    SAMEFILM PAIR DOSO BIGFIVE CAREER MOSTDONE OFTEN YOUNGER OLDER LEVEL ATHEAD ALLOF LASTBY EQUALLEDBY
"""
KINDS = tuple(KIND_NAMES.split())
"""Every kind of item, in a fixed order: the closed list."""

ALPHABET = ascii_letters + "".join(map(chr, range(0x80, 0x180)))
"""Characters that mean nothing to an expression; those below 256 make a set of them quick to compile."""

CODES = dict(zip(KINDS, ALPHABET, strict=False))
"""One character for each kind."""


def code(kind: str) -> str:
    """The character that stands for a kind; a KeyError is a misspelt pattern or table."""
    return CODES[kind]


def encode(items: tuple[Item, ...]) -> str:
    """The sentence as one character an item."""
    return "".join([CODES[item.kind] for item in items])


def gap(longest: int) -> str:
    """A run of up to `longest` items that are no barriers, as short as will do."""
    return f"[^{''.join(sorted(map(code, BARRIERS)))}]{{0,{longest}}}?"


LIGHT_NAMES = """
    GENRE LEADING ALSO OTHER THEN ONLY EVER BOTH HIS ITS MOST RECORD TIME INTENS STINT NUMBERED ENTRY STAR SOMEONE
"""
LIGHT = "".join(
    map(
        code,
        LIGHT_NAMES.split(),
    )
)
POSSESSOR = f"(?:[{code('PERSONOF')}{code('FILMOF')}]{code('POSS')})?"
GAPS = {"'s": POSSESSOR, "~": f"[{LIGHT}]{{0,3}}?", "..": gap(SHORT_GAP), "...": gap(LONG_GAP)}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern: its text, the expression for it, its captures, and the kinds of which a sentence must have one."""

    source: str
    regex: str
    names: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    lists: frozenset[str]

    @property
    def expression(self) -> re.Pattern[str]:
        """The compiled expression; compiled when first asked for, since most rules fit nothing in most articles."""
        return compiled(self.regex)

    @property
    def has_list_first(self) -> bool:
        """Whether the first term takes a list."""
        return "+" in self.source.split()[0]


TERM = re.compile(r"(?:(?P<name>[a-z]+):)?(?P<kind>[A-Z-]+)(?P<list>[+*%])?(?P<optional>\?)?$")


def compile_pattern(source: str) -> Pattern:
    """The pattern for its text; a word that is no kind or class is a kind of its own."""
    parts, names, needs, lists = [], [], [], set()
    is_grouped = False
    for word in source.split():
        if word in GROUPS:
            parts.append(GROUPS[word])
            is_grouped = word == "("
            continue
        if word[0] in LOOKAHEAD:
            parts.append(f"({LOOKAHEAD[word[0]]}[{''.join(map(code, kinds_of(word[1:])))}])")
            continue
        if word in GAPS or word in ANCHORS:
            parts.append(GAPS.get(word) or ANCHORS[word])
            continue
        term = TERM.match(word)
        if term is None:
            raise ValueError(f"pattern {source!r}: {word!r} is no term")
        kinds = kinds_of(term["kind"])
        body = lists_of(kinds, term["list"])
        if term["name"]:
            names.append(term["name"])
            lists.update([term["name"]] if term["list"] else [])
            body = f"(?P<{term['name']}>{body})"
        if term["optional"] or term["list"] == "%":
            body = f"(?:{body})?"
        elif not is_grouped:
            needs.append(frozenset(map(code, kinds)))
        parts.append(body)
    asked = ")" if "/" in source.split() else ""
    return Pattern(source, "".join(parts) + asked, tuple(names), tuple(needs), frozenset(lists))


@cache
def compiled(regex: str) -> re.Pattern[str]:
    """The expression, compiled once."""
    return re.compile(regex)


def kinds_of(name: str) -> list[str]:
    """The kinds that a word of a pattern stands for."""
    return CLASSES.get(name, name).split()


def further(kinds: list[str]) -> str:
    """The other items of a list, which may say again what stood before it: "for its score and for its costumes".

    A prize after which a verb stands opens the next clause instead.
    """
    more = "[" + "".join(code(kind) for kind in kinds if kind not in NEVER_LISTED) + "]"
    again = "FOR ITS HIS" if "PRIZE" in kinds else "TO" if "PERSONOF" in kinds else "FOR"
    repeated = f"[{''.join(map(code, again.split()))}]{{0,2}}"
    return f"(?:{SEPARATOR}{repeated}{more}{NEXT_CLAUSE if 'PRIZE' in kinds else ''})*"


def lists_of(kinds: list[str], sign: str | None) -> str:
    """One item of these kinds, or the list or run of them that a sign asks for."""
    if sign == "*":
        return run(kinds)
    one = "[" + "".join(map(code, kinds)) + "]"
    return f"(?:{SEPARATOR}?{one})*?" if sign == "%" else one + (further(kinds) if sign else "")


def run(kinds: list[str]) -> str:
    """A run of these kinds as long as it will go, which does not end on a word that leans on the next."""
    firm = "".join(code(kind) for kind in kinds if kind not in LEANING and kind not in BOUND)
    leaning = "".join(code(kind) for kind in kinds if kind in LEANING)
    ways = [f"[{firm}]", f"[{leaning}](?=[{firm}{leaning}{any_codes(BOUND)}])"] if leaning else [f"[{firm}]"]
    ways += [f"(?<=[{any_codes(before.split())}]){code(kind)}" for kind, before in BOUND.items() if kind in kinds]
    one = f"(?:{'|'.join(ways)})"
    return f"{one}(?:{SEPARATOR}?{one})*+"


def any_codes(kinds: Iterable[str]) -> str:
    """The characters of several kinds."""
    return "".join(map(code, kinds))


LEANING = frozenset(("FOR", "WITH", "OF", "NOT", "BOTH", "ONLY", "INTENS", "OR", "THEN", "TO", "POSS", "ASMANY"))
"""Kinds that lean on what follows them."""
BOUND = {
    "ITS": "FOR WITH NOT OF TO",
    "HIS": "FOR WITH NOT OF TO",
    "WON": "NOT",
    "GOT": "NOT",
    "NOMINATED": "NOT PRIZE WEAKPRIZE",
    "TONOMINATED": "NOT",
}
"""Kinds that are part of a run only right after one of others: "without its director nominated"."""
NEXT_CLAUSE = f"(?!{code('TROPHY')}?[{code('WENT')}{code('WAS')}])"
"""After the last prize of a list: a verb there makes that prize the subject of the next clause."""
NEVER_LISTED = frozenset(("WHO", "WHICH", "SAME", "HE", "IT"))
"""Kinds that stand for a name before them and so never continue a list."""
SEPARATOR = f"(?:[{code('COMMA')}{code('AND')}{code('BOTH')}]{{1,2}})"
"""What stands between the items of a list: a comma, "and", or both."""


def any_of(names: str) -> str:
    """A set of kinds and classes as an expression."""
    return "[" + "".join(code(kind) for name in names.split() for kind in kinds_of(name)) + "]"


AND_BODY = f"{SEPARATOR}{any_of('BODY YEAR TROPHY')}"
"""A further body or year after one: "at the Baftas and the Globes"."""
ANCHORS = {
    "^": "^",
    "$": "(?="
    + "|".join(
        (
            "$",
            any_of("STOP SEMI DASH COLON OPEN CLOSE AFTER TIME WAS BEFORE ALSO"),
            f"{code('COMMA')}(?!{any_of('WHAT TROPHY AWARD NUMBER')})",
            f"{code('AND')}{any_of('ORDINAL SUBJECT ONLY')}",
            f"{any_of('FOR WITH')}{any_of('FILM FILMOF')}(?!{code('SINCE')})",
            f"(?:{code('IN')}{any_of('YEAR')}|{code('AT')}{any_of('BODY')})(?!{AND_BODY}|{code('SINCE')})",
        )
    )
    + ")",
    "#": "(?!"
    + "|".join(
        (
            any_of("OF SINCE AS BY FROM OR NIGHT"),
            f"{code('FOR')}(?!{any_of('FILM FILMOF STOP')})",
            f"{code('WITH')}(?!{any_of('FILM FILMOF')})",
            f"{code('IN')}(?!{any_of('YEAR RACE')})",
            f"{code('AT')}(?!{any_of('BODY')})",
        )
    )
    + ")",
}
"""Conditions on the place between two items."""
