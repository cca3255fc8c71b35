"""The words to print instead: only the wrong ones change, and they keep the form the article used."""

from __future__ import annotations

import pytest

from palmares.claims import parse_claim
from palmares.record import Record
from palmares.telling.substitute import instead

ANORA = "count(nomination, oscars/97 won film anora-2024)"
BOTH = "ordinal(film, both(cannes category palme-dor won, oscars category picture won, film), film anora-2024)"
HELD = "attribute(edition oscars/97, held)"
HOSTS = "attribute(edition oscars/97, hosts)"

EXCHANGED = (
    ("won six Oscars", f"{ANORA} = 6", f"{ANORA} = 5", "won five Oscars"),
    ("6 Oscars", f"{ANORA} = 6", f"{ANORA} = 5", "5 Oscars"),
    ("Six Oscars", f"{ANORA} = 6", f"{ANORA} = 5", "Five Oscars"),
    ("won eleven awards", f"{ANORA} = 11", f"{ANORA} = 5", "won five awards"),
    ("a three-time winner", f"{ANORA} = 3", f"{ANORA} = 5", "a five-time winner"),
    ("won twice", f"{ANORA} = 2", f"{ANORA} = 5", "won five times"),
    ("only the third film", f"{BOTH} = 3", f"{BOTH} = 4", "only the fourth film"),
    ("the 3rd film", f"{BOTH} = 3", f"{BOTH} = 4", "the 4th film"),
    ("the twenty-first film", f"{BOTH} = 21", f"{BOTH} = 4", "the fourth film"),
    ("held on March 9, 2025", f"{HELD} = 2025-03-09", f"{HELD} = 2025-03-02", "held on March 2, 2025"),
    ("on Sunday, 9 March", f"{HELD} = 2025-03-09", f"{HELD} = 2025-03-02", "on Sunday, 2 March"),
    ("Monday, Feb. 3rd", f"{HELD} = 2025-02-03", f"{HELD} = 2025-03-02", "Sunday, March 2nd"),
    ("hosted by Jimmy Kimmel", f'{HOSTS} = {{"Jimmy Kimmel"}}', f'{HOSTS} = {{"Conan O\'Brien"}}',
     "hosted by Conan O'Brien"),
    ("Best actress went to Moore", "exists(oscars/97 category actress won person demi-moore) = true",
     "exists(oscars/97 category actress won person mikey-madison) = true", "Best actress went to Mikey Madison"),
    ("“Conclave” won best picture", "exists(oscars/97 category picture won film conclave-2024) = true",
     "exists(oscars/97 category picture won film anora-2024) = true", "“Anora” won best picture"),
    ("the best film of 2025", "exists(oscars category picture won film anora-2024 season 2025) = true",
     "exists(oscars category picture won film anora-2024 season 2024) = true", "the best film of 2024"),
    ("at the 96th Academy Awards", "exists(oscars/96 category picture won film anora-2024) = true",
     "exists(oscars/97 category picture won film anora-2024) = true", "at the 97th Academy Awards"),
    ("“Barbie” won costume design", "exists(oscars/96 category costume-design won film barbie-2023) = true",
     "exists(oscars/96 category original-song won film barbie-2023) = true", "“Barbie” won original song"),
    ("Culkin lost", "exists(oscars/97 lost person kieran-culkin) = true",
     "exists(oscars/97 won person kieran-culkin) = true", "Culkin won"),
    ("“Conclave” won for Edward Berger", "exists(oscars/97 category director won person edward-berger) = true",
     "exists(oscars/97 category director won person sean-baker) = true", "“Conclave” won for Sean Baker"),
)  # fmt: skip

TOLD = (
    ("six Oscars, six in all", f"{ANORA} = 6", f"{ANORA} = 5", "“Anora” won five prizes at the 97th Academy Awards."),
    ("half a dozen Oscars", f"{ANORA} = 6", f"{ANORA} = 5", "“Anora” won five prizes at the 97th Academy Awards."),
    ("more than five Oscars", f"{ANORA} > 5", f"{ANORA} = 5", "“Anora” won five prizes at the 97th Academy Awards."),
    ("sixteen Oscars", f"{ANORA} = 6", f"{ANORA} = 5", "“Anora” won five prizes at the 97th Academy Awards."),
    ("won nothing", "exists(oscars/97 won film anora-2024) = false", "exists(oscars/97 won film anora-2024) = true",
     "“Anora” won a prize at the 97th Academy Awards."),
)  # fmt: skip


@pytest.mark.parametrize(("passage", "claim", "correction", "words"), EXCHANGED)
def test_only_the_wrong_words_change(record: Record, passage: str, claim: str, correction: str, words: str) -> None:
    assert instead(record, passage, parse_claim(claim), parse_claim(correction)) == words


@pytest.mark.parametrize(("passage", "claim", "correction", "words"), TOLD)
def test_words_that_are_not_found_once_make_it_a_sentence(
    record: Record, passage: str, claim: str, correction: str, words: str
) -> None:
    assert instead(record, passage, parse_claim(claim), parse_claim(correction)) == words
