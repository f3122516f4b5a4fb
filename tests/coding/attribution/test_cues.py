from pathlib import Path

import pytest

from dateline.coding.attribution.cues import SHIPPED, cues, load
from dateline.errors import UsageError


def test_the_table_that_ships_has_each_cue_once() -> None:
    rows = [tuple(line.split(",")[:2]) for line in SHIPPED.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len(set(rows))


def test_particles_come_first() -> None:
    assert [cue.words for cue in cues()["point", "verb"]] == ["point out", "point"]


@pytest.mark.parametrize("row", ["say,verb,loud,that", "say,speech,said,that", ",verb,said,that", "say,verb,said,"])
def test_a_wrong_row_is_named_by_its_line(row: str, tmp_path: Path) -> None:
    (tmp_path / "cues.csv").write_text(f"cue,pos,strength,contents\n{row}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 2"):
        load(tmp_path / "cues.csv")
