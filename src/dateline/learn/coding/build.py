"""`dateline train claims`: the model of claims, made again, and compared with what it could have been."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from dateline.coding.features import Labels
from dateline.coding.lexicon import lexicon
from dateline.errors import SettingsError, UsageError
from dateline.learn.coding.data import kept_apart, sentences
from dateline.learn.coding.examples import Example, Read, examples
from dateline.learn.coding.marks import ROLES
from dateline.learn.language.build import minilm
from dateline.ontology import Ontology, plover

Say = Callable[[str], None]
STATUSES = ("happened", "negated", "future", "hypothetical", "historical")
UPOS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X")
RELATIONS = (
    "root",
    "nsubj",
    "obj",
    "iobj",
    "obl",
    "nmod",
    "amod",
    "compound",
    "conj",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "appos",
    "parataxis",
    "csubj",
    "flat",
    "case",
    "mark",
    "aux",
    "det",
    "other",
)


class ClaimSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A run of `dateline train claims`. Paths are relative to the file that names them."""

    own: Path  # the project's own sentences and labels, corpora/claims
    corpora: Path  # open corpora, for the text of the Causal News Corpus
    out: Path  # the model's folder
    threads: int = 1
    epochs: int = 6
    seed: int = 0
    batch: int = 24  # sentences
    rate: float = 2e-4  # of the layers that MiniLM brings
    head_rate: float = 1e-3  # of what is new
    without_hints: float = 0.3  # the share of sentences that do not see what the rules found
    limit: int = 0  # sentences of each set; 0 for all


def load(path: Path) -> ClaimSettings:
    """The settings in `path`; SettingsError says which is wrong."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        settings = msgspec.convert(raw, ClaimSettings, dec_hook=lambda kind, value: kind(value))
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f"need a configuration as corpora/claims/README.md describes, found in {path}: {error}") from error
    here = path.parent
    return msgspec.structs.replace(settings, own=here / settings.own, corpora=here / settings.corpora, out=here / settings.out)


def labels(ontology: Ontology) -> Labels:
    """What the model's numbers mean, for a scheme."""
    return Labels(
        types=tuple(ontology.types),
        modes=tuple((name, mode) for name, held in ontology.types.items() for mode in held.modes),
        statuses=STATUSES,
        roles=tuple(ROLES.values()),
        upos=UPOS,
        relations=RELATIONS,
    )


def train(config: Path, *, read: Read, say: Say, compare: bool = False) -> Path:
    """Makes the model that `config` describes and returns its folder; with `compare`, its rivals are trained and scored as well.

    UsageError where a package of the extra `train` is missing, SettingsError where the configuration is wrong.
    """
    settings = load(config)
    try:
        import torch

        from dateline.learn.coding.export import export
        from dateline.learn.coding.training import Plan
        from dateline.learn.coding.training import train as train_network
    except ImportError as error:
        raise UsageError("training needs torch: pip install 'dateline[train]'") from error
    torch.set_num_threads(settings.threads)
    meant = labels(plover())
    sets = _sets(settings, meant, read)
    say("; ".join(f"{name} {len(held)}" for name, held in sets.items()))
    shown = [one for held in sets.values() for one in held if not kept_apart(one.text)]
    plan = Plan(settings.epochs, settings.seed, settings.batch, settings.rate, settings.head_rate, settings.without_hints)
    start = minilm() / "model.safetensors"
    network = train_network(shown, meant, plan, start=start, say=say)
    export(network, meant, settings.out)
    from dateline.learn.coding.scores import by_linear, by_network, by_rules, of_roles

    apart = {name: [one for one in held if one.whole and kept_apart(one.text)] for name, held in sets.items()}
    rivals = {"rules alone": by_rules, "network": by_network(network, meant)}
    if compare:
        from dateline.learn.coding.linear import train as train_linear

        rivals["linear model over parses"] = by_linear(train_linear(shown, len(meant.types), seed=settings.seed))
        bare = train_network(shown, meant, plan, start=start, say=say, hints=False)
        rivals["network without the rules"] = by_network(bare, meant)
    _report(apart, rivals, say)
    held = [one for examples_ in apart.values() for one in examples_]
    say("  ".join(f"{name} {value:.3f}" for name, value in of_roles(held, network, meant).items()))
    return settings.out


def _sets(settings: ClaimSettings, meant: Labels, read: Read) -> dict[str, list[Example]]:
    """The examples of each set of sentences."""
    found: dict[str, list[Example]] = {}
    taken: dict[str, int] = {}
    for name, one in sentences(settings.own, settings.corpora, lexicon(), plover()):
        taken[name] = taken.get(name, 0) + 1
        if not settings.limit or taken[name] <= settings.limit:
            found.setdefault(name, []).extend(examples([one], read=read, lexicon=lexicon(), labels=meant))
    return found


def _report(apart: dict[str, list[Example]], rivals: Mapping[str, Callable[[Example], Mapping[int, int]]], say: Say) -> None:
    from dateline.learn.coding.scores import score

    together: Sequence[Example] = [one for held in apart.values() for one in held]
    for name, finder in rivals.items():
        say(f"{name:28} all ({len(together)}): {score(together, finder)}")
        for part, held in apart.items():
            if held:
                say(f"{'':28} {part} ({len(held)}): {score(held, finder)}")
