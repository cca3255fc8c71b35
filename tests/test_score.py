"""The arithmetic of `bench/score.py` on answers made by hand, where every figure can be counted on one's fingers."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from bench.score import (
    ABSTAINED,
    ACCURACY,
    CONFIRMED,
    ERRORS,
    FLAGS,
    FOUND,
    WITH_SPEAKER,
    Answer,
    Document,
    Label,
    Mark,
    Rate,
    Said,
    Span,
    interval,
    is_covered,
    is_right,
    is_sealed,
    judge,
    main,
    misses_of,
    plain,
    rate_of,
    read_documents,
    read_report,
    tabulate,
    tell,
)

DAY = dt.date(2001, 1, 1)
TEXT = "aaaa bbbb cccc dddd “eeee” Ff"


def document(*labels: Label, quotes: tuple[tuple[str, str], ...] = ()) -> Document:
    return Document("d", TEXT, DAY, labels, quotes)


def said(words: str, verdict: str) -> Said:
    start = TEXT.index(words)
    return Said(Span(start, start + len(words)), verdict, f"claim of {words}", "family/rule")


def counts(marks: list[Mark]) -> dict[str, tuple[int, int]]:
    rates = {measure: families["all"] for measure, families in tabulate(marks).items()}
    return {measure: (rate.right, rate.total) for measure, rate in rates.items() if rate.total}


@pytest.mark.parametrize(
    ("label", "claim", "covered"),
    [
        (Span(0, 10), Span(0, 10), True),
        (Span(0, 10), Span(5, 15), True),
        (Span(0, 10), Span(6, 16), False),
        (Span(0, 100), Span(98, 102), True),
        (Span(0, 100), Span(99, 103), False),
        (Span(0, 10), Span(10, 20), False),
    ],
)
def test_a_claim_covers_a_label_by_half_of_the_shorter_span(label: Span, claim: Span, covered: bool) -> None:
    assert is_covered(label, claim) is covered


@pytest.mark.parametrize(
    ("label", "called", "right"),
    [
        ("refuted", ["refuted"], True),
        ("refuted", ["imprecise"], True),
        ("refuted", ["supported", "refuted"], True),
        ("refuted", ["supported"], False),
        ("refuted", [], False),
        ("imprecise", ["imprecise"], True),
        ("imprecise", ["supported"], False),
        ("supported", ["supported"], True),
        ("supported", ["imprecise", "unverifiable"], True),
        ("supported", ["supported", "refuted"], False),
        ("supported", ["unverifiable"], False),
        ("supported", [], False),
        ("unverifiable", [], True),
        ("unverifiable", ["unverifiable", "imprecise"], True),
        ("none", ["supported"], False),
        ("none", ["refuted"], False),
    ],
)
def test_verdicts_suit_a_label_or_not(label: str, called: list[str], right: bool) -> None:
    assert is_right(label, called) is right


def test_each_measure_counts_its_own_labels() -> None:
    asked = document(
        Label("aaaa", "refuted", "tally"),
        Label("bbbb", "supported", "outcome"),
        Label("cccc", "unverifiable", "expectation"),
        Label("dddd", "none", "not a claim"),
    )
    answer = Answer(TEXT, (said("aaaa", "refuted"), said("bbbb", "supported"), said("dddd", "supported")))

    found = counts(judge(asked, answer))

    assert found == {FLAGS: (1, 1), ERRORS: (1, 1), CONFIRMED: (1, 1), ABSTAINED: (1, 2), ACCURACY: (3, 4)}


def test_a_flag_on_a_true_claim_or_on_none_at_all_costs_precision() -> None:
    asked = document(Label("aaaa", "imprecise", "event"), Label("bbbb", "supported", "outcome"))
    answer = Answer(TEXT, tuple(said(words, "refuted") for words in ("aaaa", "bbbb", "cccc")))

    flags = tabulate(judge(asked, answer))[FLAGS]

    assert {family: (rate.right, rate.total) for family, rate in flags.items()} == {
        "all": (1, 3),
        "event": (1, 1),
        "outcome": (0, 1),
        "unlabelled": (0, 1),
    }


def test_a_label_outside_the_text_is_missed_when_a_claim_and_kept_when_none() -> None:
    asked = document(Label("zzzz", "supported", "outcome"), Label("yyyy", "none", "not a claim"))

    found = counts(judge(asked, Answer(TEXT, (said("aaaa", "supported"),))))

    assert found == {CONFIRMED: (0, 1), ABSTAINED: (1, 1), ACCURACY: (1, 2)}


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Ff", {FOUND: (1, 1), WITH_SPEAKER: (1, 1)}),
        ("Gg", {FOUND: (1, 1), WITH_SPEAKER: (0, 1)}),
        ("", {FOUND: (1, 1), WITH_SPEAKER: (0, 1)}),
    ],
)
def test_a_quotation_is_found_with_or_without_its_speaker(speaker: str, expected: dict[str, tuple[int, int]]) -> None:
    start = TEXT.index("eeee")
    answer = Answer(TEXT, (), ((Span(start - 1, start + 5), speaker),))

    found = counts(judge(document(quotes=(("eeee", "Ff"),)), answer))

    assert found == expected


def test_names_differ_by_letters_only() -> None:
    assert plain("J.K.  Élan-Ångström") == plain("j k elan angstrom")


def test_each_miss_is_told_once_with_what_was_said() -> None:
    asked = document(Label("aaaa", "refuted", "tally", "three"))

    misses = misses_of(judge(asked, Answer(TEXT, (said("aaaa", "supported"),))))

    assert misses == [
        Mark("d", ACCURACY, "tally", False, "refuted: aaaa (three)", "supported [family/rule] claim of aaaa")
    ]


def test_a_rate_without_marks_has_no_value() -> None:
    assert rate_of([]) == Rate(0, 0, None, None, None)


def test_the_interval_of_a_rate_that_never_varies_is_a_point() -> None:
    assert interval([(2, 4)] * 9) == (0.5, 0.5)


def test_the_interval_is_the_same_at_every_run_and_holds_the_rate() -> None:
    documents = [(1, 2), (3, 3), (0, 1), (2, 2), (1, 4), (5, 5)]
    low, high = interval(documents)

    assert (low, high) == interval(documents)
    assert 0.0 <= low < 12 / 17 < high <= 1.0


def test_the_interval_draws_documents_whole() -> None:
    assert interval([(10, 10), (0, 10)]) == (0.0, 1.0)


def test_a_report_is_read_in_its_documented_form() -> None:
    report = {
        "document": {"text": TEXT},
        "claims": [{"start": 0, "end": 4, "verdict": "refuted", "canonical": "c"}],
        "quotes": [{"start": 20, "end": 26, "speaker": None}],
    }

    answer = read_report(report, "the page as it was given")

    assert answer == Answer(TEXT, (Said(Span(0, 4), "refuted", "c"),), ((Span(20, 26), ""),))


def test_labels_are_read_from_articles_and_from_sentences(tmp_path: Path) -> None:
    claim = {"quote": "aaaa", "verdict": "refuted", "family": "tally", "truth": "two"}
    article = {"as_of": "2001-01-01", "claims": [claim], "quotes": [], "not_claims": ["bbbb"]}
    sentence = {"id": "H1", "as_of": "2001-01-01", "text": "aaaa.", **claim}
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "1.json").write_text(json.dumps(article), encoding="utf-8")
    (folder / "1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sentences.jsonl").write_text(json.dumps(sentence) + "\n", encoding="utf-8")

    documents = read_documents(tmp_path)

    label = Label("aaaa", "refuted", "tally", "two")
    assert documents == [
        Document("1", TEXT, DAY, (label, Label("bbbb", "none", "not a claim")), (), folder / "1.txt"),
        Document("H1", "aaaa.", DAY, (label,)),
    ]


def test_the_json_form_tells_no_misses_unless_they_are_wanted() -> None:
    marks = judge(document(Label("aaaa", "supported", "outcome")), Answer(TEXT, ()))

    told = json.loads(tell(marks, form="json", with_misses=False))

    assert list(told) == ["rates"]
    assert told["rates"][CONFIRMED]["all"] == {"right": 0, "total": 1, "value": 0.0, "low": 0.0, "high": 0.0}


def test_a_seal_holds_for_folders_inside_it(tmp_path: Path) -> None:
    (tmp_path / "SEALED").touch()
    (tmp_path / "articles").mkdir()

    assert is_sealed(tmp_path / "articles")


def test_misses_of_a_sealed_folder_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "SEALED").touch()

    status = main([str(tmp_path), "--misses"])

    assert (status, capsys.readouterr().err) == (
        2,
        f"{tmp_path} is sealed: it is scored, never debugged. Leave out --misses.\n",
    )


def test_breaking_the_seal_goes_on_to_the_labels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "SEALED").touch()

    status = main([str(tmp_path), "--misses", "--break-seal"])

    assert (status, capsys.readouterr().err) == (2, f"{tmp_path} holds no labelled article and no sentences.jsonl.\n")
