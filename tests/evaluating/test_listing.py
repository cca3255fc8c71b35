"""How a score reads in the terminal, and the documented keys of its JSON."""

from __future__ import annotations

from palmares.evaluating import Asked, Criterion, Mark, Rate, Score, score_lines, score_wire
from palmares.evaluating.answers import Looked, Said, Span

LOOKED = (
    Looked("tally/plain", 1.0, "count(…) = 6", False, "5", "", ()),
    Looked("tally/far", 0.4, "count(…) = 7", None, "", "", ("not-decided",)),
)
SAID = Said(Span(0, 7), "refuted", "won six", "tally/plain", "count(…) = 6", "It won five.", LOOKED)
MISSES = (
    Mark("1", Criterion.ACCURACY, "tally", False, Asked("won six", "supported", truth="six"), (SAID,)),
    Mark("1", Criterion.ACCURACY, "event", False, Asked("on\nMonday\x1b", "refuted")),
    Mark(
        "1", Criterion.QUOTES_WITH_SPEAKER, "quotation", False, Asked("Thanks", speaker="Jane Roe"), (), ("Ann Poe", "")
    ),
)
RATES = {
    Criterion.FLAG_PRECISION: {"all": Rate(1, 2, 0.5, 0.25, 0.75), "tally": Rate(1, 2, 0.5, 0.25, 0.75)},
    Criterion.ACCURACY: {"all": Rate(0, 0, None, None, None)},
}
SCORE = Score(3, 4, 1, 1, {"2": "this looks like French"}, RATES, MISSES)


def test_a_score_reads_as_a_table() -> None:
    assert list(score_lines(SCORE)) == [
        "Documents: 3. Labels: 4. Quotations: 1.",
        "Labels that are not in the text of their document: 1.",
        "Not read: 2, because this looks like French.",
        "",
        "                         rate   95% interval    right/of",
        "flag precision          0.500   0.250 to 0.750   1/2",
        "  tally                 0.500   0.250 to 0.750   1/2",
        "three-way accuracy          —                     0/0",
    ]


def test_a_miss_is_told_with_its_reading_tree() -> None:
    told = list(score_lines(SCORE, has_misses=True))[8:]

    assert told == [
        "",
        "1  three-way accuracy, tally",
        "    asked  supported: won six (six)",
        "    said   refuted: won six",
        "           It won five.",
        "         → 1.00 [tally/plain] count(…) = 6",
        "                false: 5",
        "           0.40 [tally/far] count(…) = 7",
        "                undecided: not-decided",
        "",
        "1  three-way accuracy, event",
        "    asked  refuted: on Monday\ufffd",
        "    said   nothing",
        "",
        "1  quotes with speaker, quotation",
        "    asked  Jane Roe: “Thanks”",
        "    said   Ann Poe",
        "    said   no speaker",
    ]


def test_json_has_its_documented_keys() -> None:
    rate = {"right": 1, "total": 2, "value": 0.5, "low": 0.25, "high": 0.75}

    assert score_wire(SCORE) == {
        "documents": 3,
        "labels": 4,
        "quotes": 1,
        "outside": 1,
        "declined": {"2": "this looks like French"},
        "resamples": 1000,
        "rates": {
            "flag-precision": {"all": rate, "tally": rate},
            "three-way-accuracy": {"all": {"right": 0, "total": 0, "value": None, "low": None, "high": None}},
        },
    }


def test_json_has_misses_where_they_are_wanted() -> None:
    misses = score_wire(SCORE, has_misses=True)["misses"]

    shared = {"document": "1", "criterion": "three-way-accuracy"}
    looked = {"rule": "tally/plain", "score": 1.0, "canonical": "count(…) = 6", "truth": False}
    far = {"rule": "tally/far", "score": 0.4, "canonical": "count(…) = 7", "truth": None}
    claim = {
        "start": 0,
        "end": 7,
        "text": "won six",
        "verdict": "refuted",
        "rule": "tally/plain",
        "canonical": "count(…) = 6",
        "explanation": "It won five.",
        "readings": [
            {**looked, "left": "5", "right": "", "lacks": []},
            {**far, "left": "", "right": "", "lacks": ["not-decided"]},
        ],
    }
    assert misses == [
        {**shared, "family": "tally", "words": "won six", "verdict": "supported", "truth": "six", "said": [claim]},
        {**shared, "family": "event", "words": "on\nMonday\x1b", "verdict": "refuted", "truth": "", "said": []},
        {
            "document": "1",
            "criterion": "quotes-with-speaker",
            "family": "quotation",
            "words": "Thanks",
            "speaker": "Jane Roe",
            "heard": ["Ann Poe", ""],
        },
    ]
