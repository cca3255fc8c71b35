"""`palmares evaluate`: what it prints, its exit statuses, and the seal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from palmares import cli

CLAIM = {"quote": "Anora won six Oscars", "verdict": "supported", "family": "tally"}
SENTENCE = {"id": "S1", "as_of": "2025-03-03", "text": "Anora won six Oscars.", **CLAIM}
ARTICLE = {
    "as_of": "2025-03-03",
    "claims": [{"quote": "Anora won five Oscars", "verdict": "supported", "family": "tally"}],
    "quotes": [{"quote": "Thank you", "speaker": "Jane Roe"}],
}
PAGE = "<html><body><article><p>Anora won five Oscars. “Thank you,” said Jane Roe.</p></article></body></html>"
SCORED = """\
Documents: 2. Labels: 2. Quotations: 1.

                         rate   95% interval    right/of
flag precision          0.000   0.000 to 0.000   0/1
  tally                 0.000   0.000 to 0.000   0/1
error recall                —                     0/0
confirm recall          0.500   0.000 to 1.000   1/2
  tally                 0.500   0.000 to 1.000   1/2
abstention                  —                     0/0
three-way accuracy      0.500   0.000 to 1.000   1/2
  tally                 0.500   0.000 to 1.000   1/2
quotes found            1.000   1.000 to 1.000   1/1
quotes with speaker     1.000   1.000 to 1.000   1/1
"""


@pytest.fixture(autouse=True)
def no_journal(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what its user has added to the record."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """A sentence and a page with their labels."""
    (tmp_path / "sentences.jsonl").write_text(json.dumps(SENTENCE), encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "1.json").write_text(json.dumps(ARTICLE), encoding="utf-8")
    (tmp_path / "articles" / "1.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


def run(*words: str | Path) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of the command."""
    result = CliRunner().invoke(cli.app, ["evaluate", *map(str, words)])
    return result.exit_code, result.stdout, result.stderr


def test_a_score_is_printed_however_low_it_is(labelled: Path) -> None:
    assert run(labelled) == (0, SCORED, "")


def test_misses_follow_the_score(labelled: Path) -> None:
    status, out, err = run(labelled, "--misses")

    assert (status, err, out.startswith(SCORED)) == (0, "", True)
    assert "S1  flag precision, tally\n    asked  supported: Anora won six Oscars\n    said   refuted: Anora" in out


def test_json_tells_misses_when_they_are_wanted(labelled: Path) -> None:
    plain, full = run(labelled, "--format", "json"), run(labelled, "--misses", "--format", "json")

    assert [set(json.loads(full[1])) - set(json.loads(plain[1])), plain[0], full[0]] == [{"misses"}, 0, 0]


def test_what_is_sealed_is_scored_all_the_same(labelled: Path) -> None:
    (labelled / "SEALED").touch()

    assert run(labelled) == (0, SCORED, "")


def test_misses_of_a_sealed_directory_are_refused(labelled: Path) -> None:
    (labelled / "SEALED").touch()

    line = f"palmares: {labelled}: this is sealed: it is scored, never debugged. Leave out --misses.\n"
    assert run(labelled, "--misses") == (2, "", line)


def test_breaking_the_seal_shows_the_misses(labelled: Path) -> None:
    (labelled / "SEALED").touch()

    status, out, _ = run(labelled, "--misses", "--break-seal")

    assert (status, "    said   refuted: Anora won six Oscars" in out) == (0, True)


def test_a_wrong_label_ends_in_one_line(labelled: Path) -> None:
    path = labelled / "articles" / "1.json"
    path.write_text(json.dumps({**ARTICLE, "as_of": "today"}), encoding="utf-8")

    line = (
        f"palmares: {path}: as_of is not a date; write it as YYYY-MM-DD. The form of labels is in docs/benchmark.md.\n"
    )
    assert run(labelled) == (2, "", line)


def test_a_directory_that_is_not_there_ends_in_one_line(tmp_path: Path) -> None:
    missing = tmp_path / "missing"

    assert run(missing) == (2, "", f"palmares: {missing}: there is no such directory. Check the path.\n")
