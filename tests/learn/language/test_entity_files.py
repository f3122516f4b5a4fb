from pathlib import Path

import pytest

from dateline.errors import BadInput, NoSuchInput
from dateline.learn.language.entity_files import documents, names, ours


def written(folder: Path, text: str, name: str = "a.tsv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_labels_are_found_in_the_first_column_that_holds_nothing_else(tmp_path: Path) -> None:
    path = written(tmp_path, "# newdoc id = 1\n# sent_id = 1\n1\tRain\tO\t-\n2\tTolbara\tB-LOC\t-\n\n1\tSo\tO\t-\n")
    (document,) = documents(path)
    assert [sentence.words for sentence in document] == [("Rain", "Tolbara"), ("So",)]
    assert document[0].labels == ("O", "B-LOC")


def test_a_lone_hash_is_a_word(tmp_path: Path) -> None:
    (document,) = documents(written(tmp_path, "# O\n2 O\n"))
    assert document[0].words == ("#", "2")


def test_documents_are_told_by_their_headers(tmp_path: Path) -> None:
    path = written(tmp_path, "-DOCSTART- O\n\nRain O\n\n-DOCSTART- O\n\nTolbara I-LOC\n")
    assert [[s.words for s in document] for document in documents(path)] == [[("Rain",)], [("Tolbara",)]]


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    written(tmp_path, "https://wire.example/1\tO\n\nRain\tO\n")
    written(tmp_path, "Tolbara\tB-Location\n", "b.tsv")
    assert len(documents(tmp_path)) == 2


def test_labels_that_are_nowhere_are_complained_about(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="--column"):
        documents(written(tmp_path, "Rain\twet\n"))
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(NoSuchInput):
        documents(empty)


def test_names_are_read_from_either_way_of_writing_bio() -> None:
    assert names(["I-LOC", "I-LOC", "B-LOC", "O", "I-ORG", "I-LOC", None]) == [(0, 2, "LOC"), (2, 3, "LOC"), (4, 5, "ORG"), (5, 6, "LOC")]


def test_labels_without_a_counterpart_have_none() -> None:
    assert (ours("Organization"), ours("NORP"), ours("Date"), ours("Money")) == ("ORG", "MISC", None, None)
