"""The words a claim is made of: units, outcomes, operators, traits, properties and the kinds of hole.

They are enumerations of text, so that the text and JSON forms are their values. What a newcomer gets wrong: an outcome
says how a nomination ended, a place says where a body that gives places put it.
"""

from enum import StrEnum


class Unit(StrEnum):
    """What is counted, listed or ordered.

    `nomination`: one citation on the ballot, however many share it and however many films it names.
    `statuette`: one citation times the people it is given to; a citation without people counts once.
    `film`, `person`, `country`: distinct ones. `edition`: one award's nth time. `race`: one category in one edition.
    `year`: calendar year in which the edition was held.
    """

    NOMINATION = "nomination"
    STATUETTE = "statuette"
    FILM = "film"
    PERSON = "person"
    COUNTRY = "country"
    EDITION = "edition"
    RACE = "race"
    YEAR = "year"


class Outcome(StrEnum):
    """How a nomination ended.

    `nominated` takes in all; `tied` is a win shared with another nomination of the same race.
    """

    NOMINATED = "nominated"
    WON = "won"
    LOST = "lost"
    TIED = "tied"


class Operator(StrEnum):
    """How two values compare.

    On sets `=` is equality, `<=` and `>=` are "within" and "takes in". `in` asks whether one value is in the set on the
    right; of a set it asks whether every member is, which is `<=` and is held as such. `about` is within a tenth of the
    number on the right, or within a year of a date.
    """

    EQ = "="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="
    IN = "in"
    ABOUT = "about"


class Which(StrEnum):
    """The end of a scale that `Extreme` asks for."""

    MOST = "most"
    FEWEST = "fewest"
    YOUNGEST = "youngest"
    OLDEST = "oldest"
    FIRST = "first"
    LAST = "last"


class Trait(StrEnum):
    """A property of a nomination's people or films that a selection can ask for.

    `gender`: "f" or "m" of a nominated person. `age`: whole years of a nominated person on the day the prize was handed
    out. `earlier-nominations`, `earlier-wins`: competitive ones of a nominated person at the same award in earlier
    editions. `people`: how many people share the nomination. `language`: a main language of a film. `posthumous`:
    whether a nominated person had died by the day the prize was handed out. `debut`: whether it is the first film of
    its director, which the record does not know: never decidable so far. `unrecorded`: anything the record does not
    hold, with the word used (race, religion, sexuality): never decidable.
    """

    GENDER = "gender"
    AGE = "age"
    EARLIER_NOMINATIONS = "earlier-nominations"
    EARLIER_WINS = "earlier-wins"
    PEOPLE = "people"
    LANGUAGE = "language"
    POSTHUMOUS = "posthumous"
    DEBUT = "debut"
    UNRECORDED = "unrecorded"


class Property(StrEnum):
    """What `Attribute` can ask of an entity.

    Of a person: `born`, `died` (days), `age` (whole years at the time given, and for two months after a death at
    death), `gender`, `country` (texts), and `times-hosted`, the editions of the Academy Awards hosted up to the time
    given. Of an edition: `held` (a day), `season` (film year), `number`, `venues` (texts), `hosts` (texts or people;
    `nobody` of a night without one). Of a film: `season`, `release-year`, `runtime` (minutes), `directors` (people),
    `countries`, `languages` (texts). What is named in the plural is a set.
    """

    BORN = "born"
    DIED = "died"
    AGE = "age"
    GENDER = "gender"
    COUNTRY = "country"
    TIMES_HOSTED = "times-hosted"
    HELD = "held"
    SEASON = "season"
    NUMBER = "number"
    VENUES = "venues"
    HOSTS = "hosts"
    RELEASE_YEAR = "release-year"
    RUNTIME = "runtime"
    DIRECTORS = "directors"
    COUNTRIES = "countries"
    LANGUAGES = "languages"


class Kind(StrEnum):
    """The kind of thing a hole stands for."""

    FILM = "film"
    PERSON = "person"
    COUNTRY = "country"
    EDITION = "edition"
    AWARD = "award"
    CATEGORY = "category"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    ANY = "any"
