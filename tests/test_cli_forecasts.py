"""`palmares odds`, `backtest` and `upsets`: what they print, their JSON, and bad input in one line."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from typer.testing import CliRunner

from palmares import cli, cli_forecasts
from palmares.record import Record
from tests.telling.snapshots import snapshot

ACTRESS = ("odds", "oscars/97", "--category", "actress", "--as-of", "2025-02-24")
PRICES = "category,nominee,probability\nactress,Demi Moore,0.5\nBest Actress,Mikey Madison,0.45\n"
SCORE = {"races", "accuracy", "log_loss", "brier", "ece"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record: Record) -> Path:
    """Every test runs where it may leave charts about, on one record whose forecasts are fitted once."""
    opened = cli_forecasts.opened
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(cli_forecasts, "opened", lambda path: nullcontext(record) if path is None else opened(path))
    return tmp_path


def run(*words: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command."""
    result = CliRunner().invoke(cli.app, words)
    return result.exit_code, result.stdout, result.stderr


def asked(*words: str) -> dict[str, object]:
    """What a command prints as JSON."""
    status, out, err = run(*words, "--format", "json")
    assert (status, err) == (0, "")
    return json.loads(out)


def put(name: str, text: str) -> str:
    """Write a file and return its name."""
    Path(name).write_text(text, encoding="utf-8")
    return name


def chances(found: dict[str, object]) -> dict[str, float]:
    """The probability of each nominee of the one race, by name."""
    (race,) = found["races"]
    return {nominee["people"][0]: nominee["probability"] for nominee in race["nominees"]}


# --- odds -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("race", ACTRESS),
        ("supposed", (*ACTRESS, "--given", "SAG Awards/Best Actress=Madison")),
        ("contenders", ("odds", "oscars/97", "--category", "picture", "--as-of", "2024-12-20")),
    ],
)
def test_what_odds_print_reads_well(name: str, words: tuple[str, ...]) -> None:
    status, out, err = run(*words)

    text = without_figures(out)
    assert (status, err) == (0, "")
    assert text == snapshot(f"odds-{name}.txt", text)


def without_figures(text: str) -> str:
    """The text without probabilities and log-odds, which move with the record, and without the columns' widths."""
    return re.sub(r" {2,}", "  ", re.sub(r"[<>+-]?\d\.\d\d", "#", text))


def test_odds_of_a_race_have_the_documented_keys() -> None:
    found = asked(*ACTRESS)

    (race,) = found["races"]
    first = race["nominees"][0]
    assert set(found) == {"award", "edition", "season", "held", "as_of", "given", "races", "contenders"}
    assert set(race) == {"category", "last", "nominees"}
    assert set(race["last"]) == {"day", "awards"}
    assert set(first) == {
        *("nomination", "films", "film_ids", "people", "people_ids", "detail"),
        *("probability", "alone", "before", "reasons"),
    }
    assert set(first["reasons"][0]) == {"award", "sub", "kind", "log_odds", "is_theirs", "is_last", "words"}


def test_odds_tell_what_last_moved_them_and_by_how_much() -> None:
    (race,) = asked(*ACTRESS)["races"]

    first = race["nominees"][0]
    assert race["last"] == {"day": "2025-02-23", "awards": ["sag"]}
    assert (first["people"], first["probability"] > first["before"]) == (["Demi Moore"], True)
    assert next(reason["words"] for reason in first["reasons"] if reason["is_last"]) == "won SAG Awards"


def test_odds_of_a_race_sum_to_1() -> None:
    assert sum(chances(asked(*ACTRESS)).values()) == pytest.approx(1)


def test_a_whole_edition_has_a_table_for_each_race() -> None:
    found = asked("odds", "oscars/97", "--as-of", "2025-03-01")

    assert len(found["races"]) == 20


def test_a_day_after_the_eve_counts_as_the_eve() -> None:
    assert asked("odds", "oscars/97", "--category", "actress")["as_of"] == "2025-03-01"


def test_without_an_edition_it_is_the_one_under_way() -> None:
    found = asked("odds", "--as-of", "2025-02-24", "--category", "actress")

    assert (found["edition"], len(found["races"])) == (97, 1)


def test_before_the_nominations_there_are_contenders() -> None:
    found = asked("odds", "--as-of", "2024-12-20", "--category", "picture")

    (race,) = found["contenders"]
    first = race["contenders"][0]
    assert (found["edition"], found["races"], race["category"], first["films"]) == (97, [], "picture", ["Anora"])
    assert set(first) == {"films", "film_ids", "people", "people_ids", "nominated", "won"}


def test_a_what_if_moves_the_odds() -> None:
    plain, supposed = asked(*ACTRESS), asked(*ACTRESS, "--given", "sag/actress=Mikey Madison")

    assert supposed["given"] == [{"award": "sag", "category": "actress", "winner": "mikey-madison"}]
    assert chances(supposed)["Mikey Madison"] > chances(plain)["Mikey Madison"] + 0.3


def test_prices_are_blended_in_and_the_odds_alone_kept() -> None:
    found, plain = asked(*ACTRESS, "--with", put("odds.csv", PRICES)), asked(*ACTRESS)

    (race,) = found["races"]
    assert chances(found) != chances(plain)
    assert {nominee["people"][0]: nominee["alone"] for nominee in race["nominees"]} == chances(plain)


def test_prices_may_go_by_nomination() -> None:
    by_name = asked(*ACTRESS, "--with", put("names.csv", PRICES))
    by_id = asked(
        *ACTRESS, "--with",
        put("ids.csv", "nomination,probability\noscars/97/actress/4,0.5\noscars/97/actress/3,0.45\n"),
    )  # fmt: skip

    assert chances(by_name) == chances(by_id)


# --- backtest and upsets ----------------------------------------------------------------------------------------------


def test_a_backtest_has_the_documented_keys() -> None:
    found = asked("backtest", "--from", "2023", "--to", "2024")

    assert {"overall", "categories", "seasons"} <= set(found)
    assert set(found["seasons"]) == {"2023", "2024"}
    for score in (found["overall"], *found["categories"].values(), *found["seasons"].values()):
        assert set(score) == SCORE


def test_a_backtest_of_one_category_has_that_alone() -> None:
    found = asked("backtest", "--from", "2023", "--category", "Best Actress", "--stage", "nominations")

    assert (set(found["categories"]), found["stage"]) == ({"actress"}, "nominations")


def test_a_backtest_goes_on_from_its_folder() -> None:
    words = ("backtest", "--from", "2024", "--to", "2024", "--folder", "kept")
    first = run(*words)
    files = {path: path.stat().st_mtime_ns for path in Path("kept").iterdir()}

    assert run(*words) == first
    assert {path: path.stat().st_mtime_ns for path in Path("kept").iterdir()} == files


def test_a_backtest_has_no_bar_where_nobody_watches() -> None:
    status, out, err = run("backtest", "--from", "2024", "--to", "2024")

    assert (status, err) == (0, "")
    assert "film year  races  accuracy  log loss  Brier  calibration" in out


def test_upsets_have_the_documented_keys() -> None:
    found = asked("upsets", "--from", "2023", "--to", "2024", "--limit", "2")

    assert set(found) == {"races", "upset_races", "upsets", "surest_losers", "seasons"}
    assert [len(found["upsets"]), len(found["surest_losers"])] == [2, 2]
    assert set(found["upsets"][0]) == {
        *("season", "category", "surprise_bits", "winner", "probability", "favourite", "favourite_probability"),
    }
    assert set(found["seasons"][0]) == {"season", "races", "upsets", "surprise_bits"}


def test_upsets_are_told_in_three_tables() -> None:
    status, out, err = run("upsets", "--from", "2024", "--to", "2024", "--limit", "1")

    assert (status, err) == (0, "")
    assert "Brazil, “I'm Still Here”" in out
    heads = (
        "Biggest upsets, by surprise",
        "Surest losers, by what the favourite was given",
        "Seasons, best foreseen first",
    )
    assert [line for line in out.splitlines() if line in heads] == [*heads]


# --- charts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [ACTRESS, ("upsets", "--from", "2024"), ("backtest", "--from", "2024")])
def test_charts_are_svg_on_a_light_background(words: tuple[str, ...]) -> None:
    status, _, err = run(*words, "--chart", "chart.svg")

    svg = Path("chart.svg").read_text(encoding="utf-8")
    assert (status, err, svg.startswith("<svg")) == (0, "", True)
    assert 'fill="#ffffff"' in svg[:400]


def test_a_season_chart_names_everybody_and_every_event() -> None:
    run(*ACTRESS, "--chart", "chart.svg")

    svg = Path("chart.svg").read_text(encoding="utf-8")
    for words in ("Best Actress, 97th Academy Awards", "Demi Moore", "Mikey Madison", "BAFTAs", "SAG Awards"):
        assert words in svg


def test_charts_without_their_packages_end_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr("palmares.telling.charts.find_spec", lambda name: None if name == "altair" else found(name))

    line = "palmares: --chart: charts need two more packages. Install them with pip install 'palmares[charts]'.\n"
    assert run(*ACTRESS, "--chart", "chart.svg") == (2, "", line)


# --- what goes wrong --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("odds", "oscars/2024"), "Did you mean oscars/97"),
        (("odds", "sag/31"), "odds for the Academy Awards only"),
        (("odds", "oscars/97/actress"), "this is not an edition"),
        (("odds", "oscars/30"), "no odds go back so far"),
        (("odds", "oscars/97", "--category", "actres"), "Did you mean actress"),
        (("odds", "oscars/97", "--category", "short-animated"), "'short-animated'"),
        (("odds", "oscars/97", "--as-of", "yesterday"), "this is not a date"),
        ((*ACTRESS, "--given", "nonsense"), "sag/actress=NAME"),
        ((*ACTRESS, "--given", "sagg/actress=Demi Moore"), "Did you mean sag"),
        ((*ACTRESS, "--given", "sag/actres=Demi Moore"), "Did you mean sag/actress"),
        ((*ACTRESS, "--given", "sag/editing=Anora"), "'sag/editing'"),
        ((*ACTRESS, "--given", "sag/actress=Demi Mor"), "Did you mean Demi Moore"),
        ((*ACTRESS, "--with", "missing.csv"), "missing.csv: cannot be read"),
        ((*ACTRESS, "--chart", "chart.png"), "a chart is an SVG file"),
        (("odds", "oscars/97", "--chart", "chart.svg"), "a chart is of one race"),
        ((*ACTRESS, "--chart", "nowhere/chart.svg"), "cannot be written"),
        ((*ACTRESS, "--record", "nowhere.sqlite"), "nowhere.sqlite"),
        (("odds", "--as-of", "2024-12-20", "--given", "sag/actress=Demi Moore"), "there are no nominees"),
        (("odds", "--as-of", "2024-12-20", "--category", "actress", "--chart", "c.svg"), "there are no nominees yet"),
        (("backtest", "--from", "2024", "--to", "2020"), "--from 2024 --to 2020"),
        (("backtest", "--stage", "late"), "Stages are nominations, after-globes"),
        (("backtest", "--category", "best hat"), "'best hat'"),
        (("backtest", "--from", "2024", "--folder", "file/kept"), "Choose another folder"),
        (("upsets", "--to", "1930"), "--to 1930"),
        (("upsets", "--category", "best hat"), "'best hat'"),
    ],
)
def test_what_cannot_be_done_ends_in_one_line_and_2(words: tuple[str, ...], said: str) -> None:
    put("file", "")

    status, out, err = run(*words)

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("name,price\n", "the columns are name, price"),
        ("", "the columns are missing"),
        ("category,nominee,probability\nactress,Demi Moore,much\n", "line 2: 'much': this is not a probability"),
        ("category,nominee,probability\nactress,Demi Moore,1.5\n", "line 2: '1.5'"),
        ("category,nominee,probability\nactress,Demi Moore,nan\n", "line 2: 'nan'"),
        ("category,nominee,probability\nactress,Nobody,0.5\n", "line 2: Nothing in the record is called 'Nobody'"),
        ("category,nominee,probability\nactres,Demi Moore,0.5\n", "Did you mean actress"),
        ("nomination,probability\noscars/96/actress/1,0.5\n", "no such nomination is forecast"),
    ],
)
def test_wrong_prices_end_in_one_line_and_2(lines: str, said: str) -> None:
    status, out, err = run(*ACTRESS, "--with", put("odds.csv", lines))

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


@pytest.mark.parametrize(
    "words", [("upsets", "--limit", "0"), ("backtest", "--from", "x"), ("odds", "--format", "xml")]
)
def test_wrong_options_end_with_2(words: tuple[str, ...]) -> None:
    status, out, err = run(*words)

    assert (status, out, "Error" in err) == (2, "", True)


def test_help_of_the_commands_says_all_there_is() -> None:
    text = "\n".join(run(name, "--help")[1] for name in ("odds", "backtest", "upsets"))

    assert text == snapshot("forecasts-help.txt", text)


def test_the_command_line_starts_without_numpy() -> None:
    code = "import sys, palmares.cli; print(sorted({'numpy', 'scipy', 'altair'} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
