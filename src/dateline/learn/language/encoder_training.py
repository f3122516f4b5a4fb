"""Training of the encoder and its heads: epochs, checkpoints, exact resume."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from tokenizers import Tokenizer
from torch import Tensor

from dateline.language.names import NameLists
from dateline.learn.language.augment import Augment
from dateline.learn.language.encoding import IGNORED, TARGETS, Batch, Encoded, Numbers, batches, collated, corrupted, encoded, windows
from dateline.learn.language.examples import Example, by_document
from dateline.learn.language.model import Model
from dateline.learn.language.settings import EncoderSettings

NAMES: Final = ("O", *(f"{place}-{kind}" for kind in ("PERSON", "ORG", "LOC", "MISC") for place in "BI"))
TWEETS_SHARE: Final = 0.3  # of the documents of tweets, drawn anew each epoch
WARM_UP: Final = 0.06  # of all steps
SMOOTHED: Final = 0.998  # weights that ship are averaged over some 500 steps
LOSS_WEIGHTS: Final = {"upos": 0.6, "feats": 0.6, "arc": 1.0, "rel": 1.0, "news": 2.0, "uner": 1.0}
PRETRAINED_APART: Final = ("shape", "gaz", "mix")  # parameters of the encoder that MiniLM does not bring along
UNREACHABLE: Final = -1e4

Say = Callable[[str], None]


@dataclass(frozen=True)
class Material:
    """What is learned from, and how it is read."""

    main: Sequence[Example]
    tweets: Sequence[Example]
    augment: Augment
    tokenizer: Tokenizer
    names: NameLists

    def labels(self) -> dict[str, list[str]]:
        """Labels in the order of their numbers, frequent ones first; features that are seen once are left out."""
        found = [example.syntax for example in self.main if example.syntax]
        return {
            "upos": _frequent(tag for syntax in found for tag in syntax.upos),
            "feats": _frequent((feats for syntax in found for feats in syntax.feats), least=2),
            "rel": _frequent(relation for syntax in found for relation in syntax.relations),
            "names": list(NAMES),
        }

    def epoch(self, settings: EncoderSettings, epoch: int, numbers: Numbers) -> tuple[list[Encoded], list[list[int]]]:
        """The windows of an epoch and their batches; the same epoch of the same seed is the same wherever a run resumes."""
        rng = Random(settings.seed * 1000 + epoch)  # noqa: S311 - chance of no other kind is wanted here
        tweets = by_document(self.tweets)
        if epoch < settings.epochs:
            documents = by_document(self.main) + rng.sample(tweets, int(TWEETS_SHARE * len(tweets)))
            built = list(windows(documents, rng))
        else:
            built = list(windows(by_document(self.main), rng, alone=1.0))
        rng.shuffle(built)
        varied = [self.augment(window, rng) for window in (built[: settings.windows] if settings.windows else built)]
        items = encoded(varied, self.tokenizer, self.names, numbers)
        return items, batches(items, settings.pieces, rng)


def _frequent(labels: Iterable[str | None], least: int = 1) -> list[str]:
    counts = Counter(label for label in labels if label is not None)
    return [label for label, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= least]


class Run:
    """One training run. All that changes lies here and in its checkpoint, so that a resumed run equals an unbroken one."""

    def __init__(self, material: Material, settings: EncoderSettings, folder: Path, minilm: Path) -> None:
        torch.manual_seed(settings.seed)
        self.material, self.settings, self.folder = material, settings, folder
        self.labels = material.labels()
        self.numbers = {name: {label: number for number, label in enumerate(labels)} for name, labels in self.labels.items()}
        self.model = Model(
            tags=len(self.labels["upos"]), features=len(self.labels["feats"]), relations=len(self.labels["rel"]), names=len(NAMES)
        )
        self.model.encoder.load_minilm(minilm)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model.to(self.device)
        self.optimizer = _optimizer(self.model, settings)
        self.averaged = [parameter.detach().clone() for parameter in self.model.parameters()]
        self.step = self.epoch = self.batch = 0
        self.total = self.polish_begins = self.polish_total = 0

    @property
    def checkpoint(self) -> Path:
        """Where the run's state is kept."""
        return self.folder / "checkpoint.pt"

    def resume(self) -> bool:
        """Goes back to the checkpoint; False where there is none."""
        if not self.checkpoint.exists():
            return False
        state = torch.load(self.checkpoint, weights_only=True, map_location=self.device)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.averaged = state["averaged"]
        self.step, self.epoch, self.batch, self.total, self.polish_begins, self.polish_total = state["at"]
        torch.set_rng_state(state["rng"].cpu())
        if self.device.type == "cuda":
            torch.cuda.set_rng_state(state["device_rng"].cpu())
        return True

    def save(self) -> None:
        """Writes the checkpoint, at once or not at all."""
        part = self.checkpoint.with_suffix(".part")
        at = (self.step, self.epoch, self.batch, self.total, self.polish_begins, self.polish_total)
        state = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "averaged": self.averaged, "at": at}
        state["rng"] = torch.get_rng_state()
        if self.device.type == "cuda":
            state["device_rng"] = torch.cuda.get_rng_state()
        torch.save(state, part)
        part.replace(self.checkpoint)

    def __call__(self, say: Say, *, stop_after: int | None = None) -> Model:
        """Trains to the end, or for `stop_after` steps more, and gives the model with averaged weights."""
        saved = began = time.monotonic()
        words = 0
        losses: defaultdict[str, list[float]] = defaultdict(list)
        stop = None if stop_after is None else self.step + stop_after
        while self.epoch < self.settings.epochs + self.settings.polish_epochs:
            items, order = self.material.epoch(self.settings, self.epoch, self.numbers)
            self._plan(len(order))
            for number in range(self.batch, len(order)):
                for name, loss in self.advance(items, order[number], number).items():
                    losses[name].append(loss)
                self.batch = number + 1
                words += sum(len(items[index].first) for index in order[number])
                if self.step % 50 == 0:
                    rate = words / (time.monotonic() - began)
                    means = " ".join(f"{name} {np.mean(losses[name]):.3f}" for name in LOSS_WEIGHTS if losses[name])
                    say(f"step {self.step}, epoch {self.epoch + 1}, {rate:.0f} words/s, {means}")
                    losses.clear()
                if self.step == stop or time.monotonic() - saved > self.settings.checkpoint_seconds:
                    self.save()
                    saved = time.monotonic()
                if self.step == stop:
                    return self.smoothed()
            self.epoch, self.batch = self.epoch + 1, 0
            self.save()
        return self.smoothed()

    def advance(self, items: Sequence[Encoded], chosen: Sequence[int], number: int) -> dict[str, float]:
        """One step on one batch; the losses before it."""
        rng = np.random.default_rng([self.settings.seed, self.epoch, number])
        batch = corrupted(collated([items[index] for index in chosen]), rng)
        self.model.train()
        found = _losses(self.model, batch, bfloat16=self.settings.bfloat16, device=self.device)
        torch.stack([LOSS_WEIGHTS[name] * loss for name, loss in found.items()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
        factor = self._factor()
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * factor
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        share = min(SMOOTHED, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            torch._foreach_lerp_(self.averaged, list(self.model.parameters()), 1 - share)
        self.step += 1
        return {name: float(loss.detach()) for name, loss in found.items()}

    def _plan(self, batches: int) -> None:
        """Fixes how many steps each part of the run has, once its first epoch is laid out."""
        self.total = self.total or batches * self.settings.decay_epochs
        if self.epoch >= self.settings.epochs and not self.polish_total:
            self.polish_begins, self.polish_total = self.step, batches * self.settings.polish_epochs

    def _factor(self) -> float:
        """Linear warm-up, then linear decay; the same decay once more, from less, for polishing."""
        if self.polish_total:
            return self.settings.polish_from * max(0.01, 1 - (self.step - self.polish_begins) / self.polish_total)
        warm = WARM_UP * self.total
        return min(1.0, (self.step + 1) / warm) * max(0.01, 1 - max(0.0, self.step - warm) / (self.total - warm))

    def sample(self, count: int = 400) -> list[Encoded]:
        """Some windows of the last epoch."""
        last = self.settings.epochs + self.settings.polish_epochs - 1
        return self.material.epoch(self.settings, last, self.numbers)[0][:count]

    def smoothed(self) -> Model:
        """The model with the averaged weights, for use."""
        model = Model(
            tags=len(self.labels["upos"]), features=len(self.labels["feats"]), relations=len(self.labels["rel"]), names=len(NAMES)
        )
        with torch.no_grad():
            for parameter, averaged in zip(model.parameters(), self.averaged, strict=True):
                parameter.copy_(averaged)
        model.eval()
        return model


def _optimizer(model: Model, settings: EncoderSettings) -> torch.optim.Optimizer:
    pretrained = [parameter for name, parameter in model.encoder.named_parameters() if not name.startswith(PRETRAINED_APART)]
    known = {id(parameter) for parameter in pretrained}
    new = [parameter for parameter in model.parameters() if id(parameter) not in known]
    groups: list[dict[str, Any]] = [
        {"params": pretrained, "lr": settings.rate, "base": settings.rate},
        {"params": new, "lr": settings.head_rate, "base": settings.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _losses(model: Model, batch: Batch, *, bfloat16: bool, device: torch.device) -> dict[str, Tensor]:
    targets = {name: torch.from_numpy(batch.targets[name]).to(device) for name in TARGETS}
    sentence = torch.from_numpy(batch.sentence).to(device)
    with torch.autocast(device.type, torch.bfloat16, enabled=bfloat16):
        h = model(*(torch.from_numpy(array).to(device) for array in (batch.ids, batch.shapes, batch.marks, batch.first)))
        scores = {"arc": model.arcs(h).float()} | {name: getattr(model, name)(h).float() for name in ("upos", "feats", "news", "uner")}
        dependents, heads = model.pairs(h)
        chosen = targets["head"].clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2])
        scores["rel"] = model.relations(dependents, torch.gather(heads, 1, chosen)).float()
    scores["arc"] = scores["arc"].masked_fill(sentence[:, :, None] != sentence[:, None, :], UNREACHABLE)
    targets["arc"] = targets["head"]
    weights = torch.from_numpy(batch.weights).to(device)
    found = {}
    for name in LOSS_WEIGHTS:
        known = targets[name] != IGNORED
        if known.any():
            each = F.cross_entropy(scores[name].flatten(0, 1), targets[name].flatten(), ignore_index=IGNORED, reduction="none")
            scale = weights.flatten() if name in {"news", "uner"} else 1.0
            found[name] = (each * scale).sum() / known.sum()
    return found
