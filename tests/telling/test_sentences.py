"""Claims in English: an entry for every measure and property, and whole sentences to be read as prose."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from palmares.claims import MEASURES, Compare, Property, Trait, parse_claim
from palmares.record import Record
from palmares.telling import TELLERS, tell
from palmares.telling.attributes import SENTENCES
from palmares.telling.conditions import TRAITS
from palmares.telling.selections import VERBS
from tests.claims.strategies import claims
from tests.telling.snapshots import TOLD as KEPT
from tests.telling.snapshots import snapshot

TOLD = (
    ("exists(oscars/97 category actress won person mikey-madison) = true",
     "Mikey Madison won Best Actress at the 97th Academy Awards."),
    ("exists(oscars/97 category actress won person demi-moore) = false",
     "Demi Moore did not win Best Actress at the 97th Academy Awards."),
    ("exists(cannes/77 category palme-dor won film anora-2024) = true",
     "“Anora” won the Palme d'Or at the 77th Cannes Film Festival."),
    ("exists(oscars/97 category director won person sean-baker film anora-2024) = true",
     "Sean Baker won Best Director for “Anora” at the 97th Academy Awards."),
    (("exists(both(oscars/97 category actress won person mikey-madison,"
     " oscars/97 category actress lost person demi-moore, race)) = true"),
     "Mikey Madison beat Demi Moore to Best Actress at the 97th Academy Awards."),
    ('exists(oscars/97 category actress won person mikey-madison with unrecorded = "Catholic") = true',
     "Mikey Madison won Best Actress at the 97th Academy Awards as a Catholic person."),
    ("exists(feat(oscars/95.. category picture won, (film), count(nomination, oscars category director) = 0)) = false",
     "No film won Best Picture at the Academy Awards (95th or later) with no nominations for Best Director."),
    ("exists(feat(oscars won person sean-baker, (person, edition), count(nomination, oscars won) >= 4)) = true",
     "Sean Baker won a prize at the Academy Awards with at least four wins in one edition."),
    ("count(nomination, oscars/97 won film anora-2024) = 5", "“Anora” won five prizes at the 97th Academy Awards."),
    ("count(nomination, oscars/97 won film maestro-2023) = 0", "“Maestro” won no prizes at the 97th Academy Awards."),
    ("count(nomination, oscars/97 film anora-2024) = 1", "“Anora” received one nomination at the 97th Academy Awards."),
    ("count(nomination, oscars/98 film sinners-2025) > 14",
     "“Sinners” received more than 14 nominations at the 98th Academy Awards."),
    ('count(person, oscars category cinematography with gender = "f") = 4',
     "Four women were nominated for Best Cinematography at the Academy Awards."),
    ("count(edition, oscars category actress won person katharine-hepburn) = 4",
     "Katharine Hepburn won Best Actress at the Academy Awards in four editions."),
    ("count(nomination, pga/36 won film anora-2024) = count(nomination, pga/36 film anora-2024)",
     ("The number of nominations of “Anora” at the 36th Producers Guild of America Awards equals the number of wins by"
     " “Anora” at the 36th Producers Guild of America Awards.")),
    ("ordinal(film, both(cannes category palme-dor won, oscars category picture won, film), film anora-2024) = 4",
     ("“Anora” was the fourth film to win both Best Picture at the Academy Awards and the Palme d'Or at the Cannes Film"
     " Festival.")),
    ('ordinal(person, oscars category director with gender = "f", person greta-gerwig) = 11',
     "Greta Gerwig was the 11th woman to be nominated for Best Director at the Academy Awards."),
    ("ordinal(nomination, oscars person mikey-madison, nomination oscars/97 person mikey-madison) = 1",
     ("The nomination of Mikey Madison at the 97th Academy Awards was the first nomination of Mikey Madison at the"
     " Academy Awards.")),
    ("members(film, oscars/..10 category picture won) >= {film cimarron-1931}",
     "The films that won Best Picture at the Academy Awards (10th or earlier) include “Cimarron”."),
    (("previous(film, both(cannes category palme-dor won, oscars category picture won, film), film anora-2024)"
     " = {film parasite-2019}"),
     ("The last film to win both Best Picture at the Academy Awards and the Palme d'Or at the Cannes Film"
     " Festival before “Anora” was “Parasite”.")),
    ("next(person, oscars category actress won, person emma-stone) = {person mikey-madison}",
     "The first person to win Best Actress at the Academy Awards after Emma Stone was Mikey Madison."),
    ("extreme(person, oscars category actor won, youngest) = {person adrien-brody}",
     "The youngest person to win Best Actor at the Academy Awards is Adrien Brody."),
    ("extreme(film, oscars/..98, most, count(nomination, any)) = {film sinners-2025}",
     "The film with the most nominations at the Academy Awards (98th or earlier) is “Sinners”."),
    (("extreme(film, both(oscars, oscars film sinners-2025, edition), most, count(nomination,"
      " both(oscars, oscars film sinners-2025, edition))) >= {film sinners-2025}"),
     ("“Sinners” is the film with the most nominations at the Academy Awards in the year of “Sinners”, alone or with"
      " others.")),
    ("attribute(edition oscars/97, held) = 2025-03-02", "The 97th Academy Awards were held on 2 March 2025."),
    ('attribute(edition oscars/94, hosts) = {"Amy Schumer", "Regina Hall", "Wanda Sykes"}',
     "The 94th Academy Awards were hosted by Amy Schumer, Regina Hall and Wanda Sykes."),
    ('attribute(edition oscars/97, venues) = {"Dolby Theatre"}',
     "The 97th Academy Awards took place at the Dolby Theatre."),
    ("attribute(person mikey-madison, age, at oscars/97) = 25", "Mikey Madison was 25 at the 97th Academy Awards."),
    ('attribute(person emma-stone, country) = "United States"', "Emma Stone is from the United States."),
    ("streak(edition, oscars category actor won, person spencer-tracy) = 2",
     "Spencer Tracy won Best Actor at the Academy Awards in two editions in a row."),
    ("probability(oscars/97 category actress person demi-moore, 2025-03-01) > 0.5",
     "On 1 March 2025 Demi Moore's chance of Best Actress at the 97th Academy Awards was more than 50 per cent."),
    ("rank(oscars/97 category actress person demi-moore, 2025-03-01) = 1",
     "On 1 March 2025 Demi Moore was the frontrunner for Best Actress at the 97th Academy Awards."),
)  # fmt: skip


@pytest.mark.parametrize(("claim", "sentence"), TOLD)
def test_a_claim_is_told_in_a_whole_sentence(record: Record, claim: str, sentence: str) -> None:
    assert tell(record, parse_claim(claim)) == sentence


def test_every_measure_has_a_teller() -> None:
    assert set(TELLERS) == set(MEASURES)


def test_every_property_trait_and_outcome_has_words() -> None:
    assert set(SENTENCES) == set(Property)
    assert set(TRAITS) | {Trait.GENDER, Trait.UNRECORDED} == set(Trait)
    assert {outcome.value for outcome in VERBS} == {"won", "lost", "tied", "nominated"}


def test_the_sentences_that_are_kept_read_well(record: Record) -> None:
    told = "".join(f"{tell(record, parse_claim(claim))}\n" for _, claim in KEPT)

    assert told == snapshot("sentences.txt", told)


@given(claims)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150, deadline=None)
def test_any_claim_can_be_told(record: Record, claim: Compare) -> None:
    told = tell(record, claim)

    assert told.endswith((".", ".”"))
