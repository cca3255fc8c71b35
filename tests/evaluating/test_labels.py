"""Labels are read as they lie, and one that is not as it should be ends in a line that names file and field."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from palmares.errors import UnusableInput
from palmares.evaluating import Label, Labelled, Spoken, check_seal, read_labelled
from palmares.reading import Document
from tests.evaluating.making import DAY

CLAIM = {"quote": "won six", "verdict": "refuted", "family": "tally", "truth": "five"}
SPOKEN = {"quote": "Thank you", "speaker": "Jane Roe"}
ARTICLE = {"as_of": "2001-01-01", "claims": [CLAIM], "quotes": [SPOKEN], "not_claims": ["on a rainy night"]}
TEXT = "The film won six on a rainy night. “Thank you,” said Jane Roe.\n"
SENTENCE = {"id": "S1", "as_of": "2001-01-01", "text": "The film won six.", **CLAIM}


def put(folder: Path, labels: object = ARTICLE, text: str = TEXT, *, suffix: str = ".txt") -> Path:
    """Write an article with its labels."""
    folder.mkdir(exist_ok=True)
    (folder / "1.json").write_text(labels if isinstance(labels, str) else json.dumps(labels), encoding="utf-8")
    path = folder / f"1{suffix}"
    path.write_text(text, encoding="utf-8")
    return path


def put_sentences(folder: Path, *lines: object) -> None:
    """Write a file of sentences."""
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (folder / "sentences.jsonl").write_text(text + "\n", encoding="utf-8")


def test_labels_are_read_from_articles_and_from_sentences(tmp_path: Path) -> None:
    path = put(tmp_path / "articles")
    put_sentences(tmp_path, SENTENCE, "")

    found = read_labelled(tmp_path)

    label = Label("won six", "refuted", "tally", "five")
    labels = (label, Label("on a rainy night", "none", "not a claim"))
    assert found == (
        Labelled("1", Document(TEXT, str(path), None, None), DAY, labels, (Spoken("Thank you", "Jane Roe"),)),
        Labelled("S1", Document("The film won six.", "S1", None, None), DAY, (label,)),
    )


@pytest.mark.parametrize("suffix", [".md", ".html", ".htm"])
def test_an_article_may_be_a_page_or_markdown(tmp_path: Path, suffix: str) -> None:
    put(tmp_path, text=f"<p>{TEXT}</p>" if suffix != ".md" else TEXT, suffix=suffix)

    (found,) = read_labelled(tmp_path)

    assert "won six" in found.document.text
    assert "<p>" not in found.document.text


def test_the_furniture_of_a_page_may_be_labelled(tmp_path: Path) -> None:
    page = f"<nav>Most read: six shocks</nav><article><p>{TEXT}</p></article>"
    put(tmp_path, {**ARTICLE, "not_claims": ["Most read: six shocks"]}, page, suffix=".html")

    (found,) = read_labelled(tmp_path)

    assert found.labels[-1] == Label("Most read: six shocks", "none", "not a claim")


def test_an_article_that_is_declined_says_why(tmp_path: Path) -> None:
    text = "Le film de Jane Roe a remporté cinq prix dans la nuit de dimanche, dont celui du meilleur scénario."
    put(tmp_path, {"as_of": "2001-01-01", "claims": []}, text)

    (found,) = read_labelled(tmp_path)

    assert (found.document.text, found.declined) == (text, "this looks like French")


@pytest.mark.parametrize(
    ("labels", "problem"),
    [
        ("{", "this is not JSON (Expecting property name enclosed in double quotes, character 2)"),
        ([], "this is not a JSON object"),
        ({"as_of": "2001-01-01"}, "claims is not there"),
        ({**ARTICLE, "claims": {}}, "claims is not a list"),
        ({**ARTICLE, "claims": [CLAIM, "won six"]}, "claims[1] is not a JSON object"),
        ({**ARTICLE, "claims": [{**CLAIM, "quote": None}]}, "claims[0].quote is not there"),
        ({**ARTICLE, "claims": [{**CLAIM, "quote": " "}]}, "claims[0].quote is empty"),
        ({**ARTICLE, "claims": [{**CLAIM, "family": 7}]}, "claims[0].family is not a text"),
        (
            {**ARTICLE, "claims": [{**CLAIM, "verdict": "false"}]},
            "claims[0].verdict is 'false' and not one of supported, refuted, imprecise, unverifiable, none",
        ),
        ({**ARTICLE, "claims": [{**CLAIM, "quote": "won five"}]}, "claims[0].quote is 0 times in the text, not once"),
        ({**ARTICLE, "claims": [{**CLAIM, "quote": "i"}]}, "claims[0].quote is 5 times in the text, not once"),
        ({**ARTICLE, "as_of": "1 January"}, "as_of is not a date; write it as YYYY-MM-DD"),
        ({"claims": []}, "as_of is not there"),
        ({**ARTICLE, "quotes": [{"speaker": "Jane Roe"}]}, "quotes[0].quote is not there"),
        ({**ARTICLE, "quotes": [{**SPOKEN, "quote": "No"}]}, "quotes[0].quote is not in the text"),
        ({**ARTICLE, "not_claims": [None]}, "not_claims[0] is not a text of at least one word"),
        ({**ARTICLE, "not_claims": ["No"]}, "not_claims[0] is not in the text"),
    ],
)
def test_a_wrong_label_is_named_by_file_and_field(tmp_path: Path, labels: object, problem: str) -> None:
    put(tmp_path, labels)

    with pytest.raises(UnusableInput) as caught:
        read_labelled(tmp_path)

    assert (caught.value.source, caught.value.problem) == (str(tmp_path / "1.json"), problem)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("won six", "this is not JSON (Expecting value, character 1)"),
        ({**SENTENCE, "id": ""}, "id is empty"),
        ({**SENTENCE, "quote": "won five"}, "quote is not in the text"),
        ({**SENTENCE, "as_of": "2001"}, "as_of is not a date; write it as YYYY-MM-DD"),
    ],
)
def test_a_wrong_sentence_is_named_by_its_line(tmp_path: Path, line: object, problem: str) -> None:
    put_sentences(tmp_path, SENTENCE, line)

    with pytest.raises(UnusableInput) as caught:
        read_labelled(tmp_path)

    assert (caught.value.source, caught.value.problem) == (f"{tmp_path / 'sentences.jsonl'}, line 2", problem)


def test_labels_without_a_text_are_refused(tmp_path: Path) -> None:
    put(tmp_path).unlink()

    with pytest.raises(UnusableInput) as caught:
        read_labelled(tmp_path)

    assert caught.value.problem == "these labels have no text"


def test_labels_with_two_texts_are_refused(tmp_path: Path) -> None:
    put(tmp_path)
    put(tmp_path, suffix=".md")

    with pytest.raises(UnusableInput) as caught:
        read_labelled(tmp_path)

    assert caught.value.problem == "these labels have more than one text"


def test_labels_that_are_not_utf8_are_refused(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / "1.json").write_bytes(b"\xff")

    with pytest.raises(UnusableInput) as caught:
        read_labelled(tmp_path)

    assert caught.value.problem == "the text is not UTF-8 (byte 0)"


def test_two_texts_of_one_name_are_refused(tmp_path: Path) -> None:
    put_sentences(tmp_path, SENTENCE, SENTENCE)

    with pytest.raises(UnusableInput) as caught:
        read_labelled(tmp_path)

    assert caught.value.problem == "two texts in it are called S1"


def test_a_directory_without_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        read_labelled(tmp_path)

    assert caught.value.problem == "it holds no labelled article and no sentences.jsonl"


def test_a_seal_holds_for_directories_inside_it(tmp_path: Path) -> None:
    (tmp_path / "SEALED").touch()
    (tmp_path / "articles").mkdir()

    with pytest.raises(UnusableInput):
        check_seal(tmp_path / "articles")
