-- The record as tables. Built from data/*.csv by build.py, read-only afterwards.
-- Ids are text and never change; dates are ISO text, as precise as they are known.

CREATE TABLE award (
    id TEXT PRIMARY KEY,                  -- oscars
    name TEXT NOT NULL,                   -- Academy Awards
    short TEXT NOT NULL,                  -- Oscars
    kind TEXT NOT NULL                    -- academy, guild, critics, festival, independent, industry
) WITHOUT ROWID;

CREATE TABLE category (
    id TEXT PRIMARY KEY,                  -- actress
    name TEXT NOT NULL,                   -- Best Actress
    gender TEXT,                          -- f or m for acting prizes given by gender
    parent TEXT REFERENCES category (id), -- actress for actress-drama
    credit TEXT NOT NULL,                 -- film, person or country: to whom the prize is given
    competitive INTEGER NOT NULL          -- 0 for honorary awards and lists
) WITHOUT ROWID;

CREATE TABLE category_group (
    grouping TEXT NOT NULL,               -- acting, writing, music, top …
    category TEXT NOT NULL REFERENCES category (id),
    PRIMARY KEY (grouping, category)
) WITHOUT ROWID;

CREATE TABLE edition (
    award TEXT NOT NULL REFERENCES award (id),
    number INTEGER NOT NULL,              -- 0 or less where the body gives none
    season INTEGER NOT NULL,              -- film year honoured
    held TEXT NOT NULL,                   -- YYYY-MM-DD, YYYY-MM or YYYY
    held_last TEXT NOT NULL,              -- the last day that `held` may mean: what orders editions
    decided TEXT NOT NULL,                -- the first day that it may mean: from then on the winners are taken as known
    announced TEXT NOT NULL,              -- day from which the nominations are taken as known
    venue TEXT,                           -- several are joined by |
    broadcaster TEXT,
    source TEXT NOT NULL,
    PRIMARY KEY (award, number)
) WITHOUT ROWID;

CREATE TABLE host (
    award TEXT NOT NULL,
    edition INTEGER NOT NULL,
    place INTEGER NOT NULL,               -- order in which the source names them
    name TEXT NOT NULL,
    person TEXT REFERENCES person (id),   -- where the host is also a person of the record
    PRIMARY KEY (award, edition, place),
    FOREIGN KEY (award, edition) REFERENCES edition (award, number)
) WITHOUT ROWID;

CREATE TABLE person (
    id TEXT PRIMARY KEY,                  -- mikey-madison
    name TEXT NOT NULL,
    imdb TEXT,
    born TEXT, died TEXT,
    gender TEXT,                          -- f, m, none for an organisation, or NULL where not known
    country TEXT,                         -- nationality, as the press gives it
    source TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE film (
    id TEXT PRIMARY KEY,                  -- anora-2024
    title TEXT NOT NULL,
    imdb TEXT,
    season INTEGER NOT NULL,
    release_year INTEGER,
    original_title TEXT,
    runtime_min INTEGER,
    distributor_us TEXT,
    source TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE film_director (film TEXT NOT NULL REFERENCES film (id), place INTEGER NOT NULL, person TEXT NOT NULL REFERENCES person (id), PRIMARY KEY (film, place)) WITHOUT ROWID;
CREATE TABLE maker (person TEXT PRIMARY KEY REFERENCES person (id)) WITHOUT ROWID;  -- directors who also produce or write films of others
CREATE TABLE film_country (film TEXT NOT NULL REFERENCES film (id), place INTEGER NOT NULL, country TEXT NOT NULL, PRIMARY KEY (film, place)) WITHOUT ROWID;
CREATE INDEX film_country_country ON film_country (country);
CREATE TABLE film_language (film TEXT NOT NULL REFERENCES film (id), place INTEGER NOT NULL, language TEXT NOT NULL, PRIMARY KEY (film, place)) WITHOUT ROWID;

CREATE TABLE nomination (
    row INTEGER PRIMARY KEY,              -- internal; the lasting name is id
    id TEXT NOT NULL UNIQUE,              -- oscars/97/actress/2
    award TEXT NOT NULL,
    edition INTEGER NOT NULL,
    category TEXT NOT NULL REFERENCES category (id),
    season INTEGER NOT NULL,              -- of the edition, here for speed
    held TEXT NOT NULL,                   -- edition.held_last
    decided TEXT NOT NULL,                -- edition.decided
    announced TEXT NOT NULL,              -- edition.announced
    wording TEXT NOT NULL,                -- the body's own name of the category that year
    detail TEXT,                          -- role or song title
    country TEXT,                         -- submitting country
    won INTEGER NOT NULL,
    tied INTEGER NOT NULL,                -- won in a tie with another nomination of the race (not where several win by rule)
    place TEXT,
    status TEXT,                          -- withdrawn, revoked, write-in, citation
    counts INTEGER NOT NULL,              -- 1 when competitive and neither withdrawn, revoked nor a write-in
    source TEXT NOT NULL,
    confidence TEXT NOT NULL,             -- confirmed (by two sources), single or recalled: see confidence.py
    FOREIGN KEY (award, edition) REFERENCES edition (award, number)
);
CREATE INDEX nomination_race ON nomination (award, edition, category);
CREATE INDEX nomination_category ON nomination (category, award);
CREATE INDEX nomination_award ON nomination (award, counts, won, edition, category, announced, decided, held);
CREATE INDEX nomination_season ON nomination (season);

CREATE TABLE nomination_film (
    nomination INTEGER NOT NULL REFERENCES nomination (row),
    place INTEGER NOT NULL,
    film TEXT NOT NULL REFERENCES film (id),
    PRIMARY KEY (nomination, place)
) WITHOUT ROWID;
CREATE INDEX nomination_film_film ON nomination_film (film);

CREATE TABLE nomination_person (
    nomination INTEGER NOT NULL REFERENCES nomination (row),
    place INTEGER NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    earlier_nominations INTEGER NOT NULL, -- that count, of this person at the same award, of editions held before
    earlier_wins INTEGER NOT NULL,        -- those of them that won
    PRIMARY KEY (nomination, place)
) WITHOUT ROWID;
CREATE INDEX nomination_person_person ON nomination_person (person);

-- Which part of history the record answers for: one line per award, category and edition.
-- A race without rows inside the winners' span was not held.
CREATE TABLE coverage (
    award TEXT NOT NULL,
    category TEXT NOT NULL,
    winners_from INTEGER, winners_to INTEGER,    -- editions
    nominees_from INTEGER, nominees_to INTEGER,
    winners_except TEXT NOT NULL DEFAULT '',     -- |-joined editions inside the span that are incomplete
    nominees_except TEXT NOT NULL DEFAULT '',
    people_missing INTEGER NOT NULL DEFAULT 0,   -- 1: rows do not name everybody, so absence of a person proves nothing
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (award, category)
) WITHOUT ROWID;

-- Odds are dated rows that forecasts write and checks read: those of our model, of which the source is `palmares`, and
-- those that others printed, of which it is the forecaster.
CREATE TABLE odds (
    nomination INTEGER NOT NULL REFERENCES nomination (row),
    as_of TEXT NOT NULL,
    probability REAL CHECK (probability BETWEEN 0 AND 1),
    place INTEGER CHECK (place > 0),             -- in the race by this source; NULL: its probabilities tell
    source TEXT NOT NULL,
    PRIMARY KEY (nomination, as_of, source),
    CHECK (probability IS NOT NULL OR place IS NOT NULL)
) WITHOUT ROWID;

-- Every spelling under which a film or person may be met, and the key it is looked up by.
CREATE TABLE spelling (
    key TEXT NOT NULL,                    -- names.fold(spelling)
    kind TEXT NOT NULL,                   -- film, person or work (a song title)
    id TEXT NOT NULL,                     -- film id, person id, or for a work the film's id
    spelling TEXT NOT NULL,
    exact INTEGER NOT NULL,               -- 1: full name or title; 0: a shorter form (surname, title without subtitle)
    label TEXT NOT NULL,                  -- the full name or title it stands for
    weight INTEGER NOT NULL,              -- nominations counted for its bearer, a measure of prominence
    first_season INTEGER,                 -- seasons of the bearer's first and last nomination
    last_season INTEGER,
    gender TEXT,
    PRIMARY KEY (key, kind, id)
) WITHOUT ROWID;

-- The keys of `spelling` as a marisa-trie, so that a text is searched for names without loading them.
CREATE TABLE trie (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What `palmares record search` looks through: one line for each film, person, song, award and category.
CREATE VIRTUAL TABLE entry USING fts5 (
    names,                                -- every full name, folded, each followed by a line break
    kind UNINDEXED,                       -- film, person, work (a song title), award or category
    id UNINDEXED,                         -- for a work the film's id
    label UNINDEXED,                      -- the name it is shown by
    weight UNINDEXED,                     -- its nominations
    first_season UNINDEXED,
    last_season UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2", detail = none, columnsize = 0
);

-- For people: the record as readable tables, by the names that `palmares record export` gives them as well.
-- Members of a list are joined by " | ". `award` and `category` compare without regard to case.

CREATE VIEW nominations AS
SELECT
    nomination.id, award.short COLLATE NOCASE AS award, nomination.edition, nomination.season, edition.held,
    category.name COLLATE NOCASE AS category, wording,
    (SELECT group_concat(title, ' | ') FROM (
        SELECT film.title FROM nomination_film JOIN film ON film.id = nomination_film.film
        WHERE nomination_film.nomination = nomination.row ORDER BY nomination_film.place)) AS film,
    (SELECT group_concat(name, ' | ') FROM (
        SELECT person.name FROM nomination_person JOIN person ON person.id = nomination_person.person
        WHERE nomination_person.nomination = nomination.row ORDER BY nomination_person.place)) AS people,
    won, tied, nomination.place, nomination.detail, nomination.country, nomination.status, counts, nomination.source,
    confidence,
    nomination.award AS award_id, nomination.category AS category_id,
    (SELECT group_concat(film, ' | ') FROM (
        SELECT film FROM nomination_film WHERE nomination = nomination.row ORDER BY nomination_film.place)) AS film_ids,
    (SELECT group_concat(person, ' | ') FROM (
        SELECT person FROM nomination_person WHERE nomination = nomination.row
        ORDER BY nomination_person.place)) AS people_ids
FROM nomination
JOIN award ON award.id = nomination.award
JOIN category ON category.id = nomination.category
JOIN edition ON edition.award = nomination.award AND edition.number = nomination.edition;

CREATE VIEW wins AS
SELECT
    id, award, edition, season, held, category, wording, film, people, tied, detail, country, source, confidence,
    award_id, category_id, film_ids, people_ids
FROM nominations WHERE won;

CREATE VIEW races AS
SELECT
    award_id || '/' || edition || '/' || category_id AS id, award, edition, season, held, category,
    sum(won) AS winners, count(*) AS nominees,
    group_concat(CASE WHEN won THEN coalesce(CASE credit WHEN 'person' THEN people END, film, people, country) END, ' | ')
        AS winner,
    award_id, category_id
FROM nominations JOIN category ON category.id = category_id
GROUP BY award_id, edition, category_id;

CREATE VIEW editions AS
SELECT
    award.short COLLATE NOCASE AS award, number AS edition, season, held, announced, venue, broadcaster,
    (SELECT group_concat(name, ' | ') FROM (
        SELECT name FROM host WHERE host.award = edition.award AND host.edition = number ORDER BY place)) AS hosts,
    source, award.id AS award_id
FROM edition JOIN award ON award.id = edition.award;

CREATE VIEW films AS
SELECT
    id, title, imdb, season, release_year, original_title,
    (SELECT group_concat(name, ' | ') FROM (
        SELECT name FROM film_director JOIN person ON person.id = person WHERE film = film.id ORDER BY place)) AS directors,
    (SELECT group_concat(country, ' | ') FROM (
        SELECT country FROM film_country WHERE film = film.id ORDER BY place)) AS countries,
    (SELECT group_concat(language, ' | ') FROM (
        SELECT language FROM film_language WHERE film = film.id ORDER BY place)) AS languages,
    runtime_min, distributor_us,
    (SELECT count(*) FROM nomination_film JOIN nomination ON row = nomination WHERE film = film.id AND counts)
        AS nominations,
    (SELECT count(*) FROM nomination_film JOIN nomination ON row = nomination WHERE film = film.id AND counts AND won)
        AS wins,
    source
FROM film;

CREATE VIEW people AS
SELECT
    id, name, imdb, born, died, gender, country,
    (SELECT count(*) FROM nomination_person JOIN nomination ON row = nomination WHERE person = person.id AND counts)
        AS nominations,
    (SELECT count(*) FROM nomination_person JOIN nomination ON row = nomination
        WHERE person = person.id AND counts AND won) AS wins,
    source
FROM person;

CREATE VIEW awards AS SELECT id, name, short, kind FROM award;

CREATE VIEW categories AS
SELECT
    id, name, gender, parent, credit, competitive,
    (SELECT group_concat(grouping, ' | ') FROM (
        SELECT grouping FROM category_group WHERE category = category.id ORDER BY grouping)) AS groups
FROM category;

PRAGMA application_id = 0x70616C6D;       -- "palm": how a file is known to be a record
PRAGMA user_version = 1;                  -- of these tables; store.py refuses any other
