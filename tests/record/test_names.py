"""Names: folding, the spellings derived for films and people, and finding them in a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmares.record import Names, Record, fold, open_record
from palmares.record.spellings import Named, spell

TINY = Path(__file__).parent.parent / "tiny"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(TINY, cache=tmp_path_factory.mktemp("cache")) as record:
        yield record


@pytest.fixture
def names(tiny: Record) -> Names:
    return tiny.names


def found(names: Names, text: str) -> list[str]:
    """What stands in the text at each hit."""
    return [text[hit.start : hit.end] for hit in names.hits(fold(text), text)]


def ids(names: Names, spelling: str) -> set[str]:
    return {bearer.id for bearer in names.bearers(spelling)}


# --- folding ----------------------------------------------------------------------------------------------------


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_a_text_is_folded_piece_by_piece(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


@given(st.characters(categories=["Lu", "Ll"]))
def test_no_accent_is_left_on_a_letter(letter: str) -> None:
    folded = unicodedata.normalize("NFD", fold(letter))

    assert len(folded) == 1 or not unicodedata.combining(folded[1])


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Penélope Cruz", "penelope cruz"),
        ("Göransson’s “score”", 'goransson\'s "score"'),
        ("Mission: Impossible – Dead Reckoning", "mission: impossible - dead reckoning"),
        ("a\tb\u00a0c\n\nd", "a b c  d"),
        ("Søren Łukasz Æon", "soren lukasz aon"),
        ("8½", "8½"),
        ("İstanbul ẞ", "istanbul s"),
        ("기생충", "기생충"),
    ],
)
def test_folding_drops_case_accents_and_typography(text: str, folded: str) -> None:
    assert fold(text) == folded


# --- spellings --------------------------------------------------------------------------------------------------


def spellings(*things: Named) -> dict[str, dict[str, bool]]:
    """By id, the keys that are spelled and whether each is a full name."""
    made: dict[str, dict[str, bool]] = {}
    for key, thing, _, exact in spell(things):
        made.setdefault(thing.id, {})[key] = exact
    return made


def person(name: str, *others: str, country: str | None = None) -> Named:
    return Named("person", fold(name).replace(" ", "-"), name, others, country=country)


def film(title: str, *others: str) -> Named:
    return Named("film", fold(title), title, others)


@pytest.mark.parametrize(
    ("thing", "exact", "shorter"),
    [
        (person("Mikey Madison"), {"mikey madison"}, {"madison"}),
        (
            person("Robert Downey Jr."),
            {"robert downey jr.", "robert downey jr", "robert downey, jr.", "robert downey, jr", "robert downey"},
            {"downey"},
        ),
        (person("Samuel L. Jackson"), {"samuel l. jackson", "samuel l jackson", "samuel jackson"}, {"jackson"}),
        (person("Daniel Day-Lewis"), {"daniel day-lewis", "daniel day lewis"}, {"day-lewis"}),
        (person("Guillermo del Toro"), {"guillermo del toro"}, {"del toro", "toro"}),
        (person("Lars von Trier"), {"lars von trier"}, {"von trier", "trier"}),
        (person("Kristin Scott Thomas"), {"kristin scott thomas"}, {"scott thomas", "thomas"}),
        (
            person("Bong Joon-ho", "Bong Joon Ho"),
            {"bong joon-ho", "bong joon ho"},
            {"bong", "joon-ho", "ho", "joon ho"},
        ),
        (person("Zhang Yimou", country="China"), {"zhang yimou"}, {"zhang", "yimou"}),
        (person("Cher"), {"cher"}, set()),
        (person("20th Century Fox Film Corporation"), {"20th century fox film corporation"}, set()),
        (film("Anora"), {"anora"}, set()),
        (film("The Brutalist"), {"the brutalist"}, {"brutalist"}),
        (film("Oliver!"), {"oliver!", "oliver"}, set()),
        (film("Deadpool & Wolverine"), {"deadpool & wolverine", "deadpool and wolverine"}, set()),
        (
            film("The Lord of the Rings: The Two Towers"),
            {"the lord of the rings: the two towers", "the lord of the rings the two towers"},
            {"the lord of the rings", "lord of the rings", "lord of the rings: the two towers"},
        ),
        (film("“Crocodile” Dundee"), {'crocodile" dundee'}, set()),
        (film("Emilia Pérez", "Emilia Perez"), {"emilia perez"}, set()),
    ],
    ids=lambda thing: thing.label if isinstance(thing, Named) else "",
)
def test_a_name_has_its_spellings(thing: Named, exact: set[str], shorter: set[str]) -> None:
    made = spellings(thing)[thing.id]

    assert {key for key, full in made.items() if full} == exact
    assert {key for key, full in made.items() if not full} == shorter


def test_a_middle_initial_is_not_dropped_into_the_name_of_somebody_else() -> None:
    made = spellings(person("Michael B. Jordan"), person("Michael Jordan"))

    assert "michael jordan" not in made["michael-b.-jordan"]


def test_a_suffix_is_not_dropped_into_the_name_of_the_father() -> None:
    made = spellings(person("Harry Connick Jr."), person("Harry Connick"))

    assert "harry connick" not in made["harry-connick-jr."]


def test_an_article_is_not_dropped_into_the_title_of_another_film() -> None:
    made = spellings(film("The Mother"), film("Mother"))

    assert made["the mother"] == {"the mother": True}


def test_a_subtitle_is_not_dropped_into_the_title_of_another_film() -> None:
    made = spellings(film("Dune: Part Two"), film("Dune"))

    assert "dune" not in made["dune: part two"]


def test_a_film_and_a_person_may_share_a_spelling() -> None:
    made = spellings(film("Lee"), person("Ang Lee"))

    assert (made["lee"]["lee"], made["ang-lee"]["lee"]) == (True, False)


# --- bearers ----------------------------------------------------------------------------------------------------


def test_films_of_one_title_stay_apart(names: Names) -> None:
    assert ids(names, "A Star Is Born") == {"a-star-is-born-1937", "a-star-is-born-1954", "a-star-is-born-2018"}


def test_two_people_of_one_name_stay_two(names: Names) -> None:
    assert ids(names, "Steve McQueen") == {"steve-mcqueen-actor", "steve-mcqueen-director"}


def test_a_person_met_under_several_awards_is_one(names: Names) -> None:
    assert ids(names, "Christopher Nolan") == {"christopher-nolan"}


def test_full_names_come_before_surnames_and_the_prominent_before_others(names: Names) -> None:
    bearers = names.bearers("Baker")

    assert list(bearers) == sorted(bearers, key=lambda bearer: (-bearer.exact, -bearer.weight, bearer.kind, bearer.id))
    assert bearers[0].id == "sean-baker"


def test_a_bearer_says_how_often_and_when_it_was_nominated(names: Names) -> None:
    (bearer,) = names.bearers("Janet Gaynor")

    assert (bearer.kind, bearer.exact, bearer.weight, bearer.gender) == ("person", True, 2, "f")
    assert (bearer.first_season, bearer.last_season) == (1928, 1937)


def test_a_song_is_a_work_of_its_film(names: Names) -> None:
    (bearer,) = names.bearers("El Mal")

    assert (bearer.kind, bearer.id, bearer.label, bearer.exact) == ("work", "emilia-perez-2024", "El Mal", True)


def test_nobody_bears_an_unknown_name(names: Names) -> None:
    assert names.bearers("Xyzzy Plugh") == ()


@pytest.mark.parametrize(
    ("name", "near"),
    [("Mickey Maddison", "Mikey Madison"), ("Oppenhiemer", "Oppenheimer"), ("Jannet Gaynor", "Janet Gaynor")],
)
def test_a_misspelt_name_has_a_near_one(names: Names, name: str, near: str) -> None:
    assert names.near(name)[0] == near


def test_there_are_at_most_three_near_names_and_none_for_nonsense(names: Names) -> None:
    assert len(names.near("The Star Is Born")) <= 3
    assert names.near("qqqqqqqqqqqq") == ()


# --- finding ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sean Baker’s Anora beat “The Brutalist”.", ["Sean Baker", "Anora", "The Brutalist"]),
        ("Baker and Madison won.", ["Baker", "Madison"]),
        ("the Brutalists, Anorama and Lanora", []),
        ("ANORA WINS", ["ANORA"]),
        ("Anora, Anora; (Anora) Anora—Anora", ["Anora"] * 5),
        ("It was wicked of her to say so.", []),
        ("Mikey\nMadison", ["Mikey\nMadison"]),
        ("Gascon and Gascón", ["Gascon", "Gascón"]),
        ("O'Anora", []),
        ("'Anora' and Anora' and Anora's", ["Anora", "Anora", "Anora"]),
        ("Anora'd", []),
        ("", []),
    ],
)
def test_names_are_found_at_word_borders(names: Names, text: str, expected: list[str]) -> None:
    assert found(names, text) == expected


def test_the_longest_name_wins_and_search_goes_on_behind_it(names: Names) -> None:
    text = "The Zone of Interest Anora"

    assert found(names, text) == ["The Zone of Interest", "Anora"]


def test_shorter_names_at_one_place_can_be_asked_for(names: Names) -> None:
    text = fold("Dune: Part Two was long")

    assert [hit.key for hit in names.at(text, 0)] == ["dune: part two", "dune"]


def test_lower_case_is_found_only_when_the_original_is_not_given(names: Names) -> None:
    assert [hit.key for hit in names.hits("wicked")] == ["wicked"]
    assert names.hits("wicked", "wicked") == []


@given(
    st.lists(
        st.sampled_from(["Anora", "Mikey Madison", "Baker", "Wicked", "’s", ".", "\n", " ", "a", "É", "-", "1", "'"])
    )
)
def test_hits_lie_in_order_at_word_borders_and_are_what_they_say(tiny: Record, pieces: list[str]) -> None:
    text = "".join(pieces)
    folded = fold(text)
    hits = tiny.names.hits(folded)

    assert all(folded[hit.start : hit.end] == hit.key and hit.bearers for hit in hits)
    assert all(earlier.end <= later.start for earlier, later in pairwise(hits))
    for hit in hits:
        before, after = folded[hit.start - 1 : hit.start] if hit.start else "", folded[hit.end : hit.end + 1]
        assert not before.isalnum()
        assert not (after.isalnum() and folded[hit.end - 1].isalnum())
