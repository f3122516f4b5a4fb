"""The measure of datelines: its floor on the wire stories, and that it sees what is wrong."""

from pathlib import Path

from dateline.learn.datelines import evaluate

STORY = """DEV-MUC3-0001 (TEST)

   LIMA, 3 JAN 90 (SUR) -- [TEXT] A ROAD WAS
CLOSED.

DEV-MUC3-0002 (TEST)

   NO DATELINE STANDS HERE AT ALL.
"""


def write(folder: Path, truth: str) -> tuple[Path, Path]:
    (folder / "dev").mkdir()
    (folder / "dev" / "dev-muc3-0001-0100").write_text(STORY, encoding="latin-1")
    (folder / "truth.tsv").write_text(f"id\tplace\tday\tagency\n{truth}", encoding="utf-8")
    return folder, folder / "truth.tsv"


def test_scores_count_what_is_right(tmp_path: Path) -> None:
    folder, truth = write(tmp_path, "DEV-MUC3-0001\tLIMA\t1990-01-03\tSUR\n")
    scores = evaluate(folder, truth=truth)
    assert (scores.stories, scores.found, scores.checked, scores.right_all) == (2, 1, 1, 1)
    assert scores.lines()


def test_scores_name_what_is_wrong(tmp_path: Path) -> None:
    folder, truth = write(tmp_path, "DEV-MUC3-0001\tQUITO\t1990-01-03\tSUR\nDEV-MUC3-0002\tLIMA\t\t\n")
    scores = evaluate(folder, truth=truth)
    assert (scores.right_place, scores.right_day, scores.right_all, len(scores.wrong)) == (0, 1, 0, 2)


def test_datelines_of_wire_stories_are_read(shared: Path) -> None:
    scores = evaluate(shared / "gold" / "muc4", truth=None)
    assert scores.found / scores.stories >= 0.98
    assert scores.with_day / scores.stories >= 0.94  # the rest say "NO DATE"
