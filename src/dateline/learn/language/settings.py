"""What a training run is told: a TOML file, every field with its meaning here."""

import tomllib
from pathlib import Path

import msgspec

from dateline.errors import SettingsError


class SegmenterSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Training of the network that finds words and sentences."""

    epochs: int = 20
    seed: int = 5
    rate: float = 3e-3
    documents: int = 0  # of each treebank; 0 for all


class EncoderSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Training of the encoder and its heads."""

    epochs: int = 6
    decay_epochs: int = 8  # the rate would reach nothing after so many, and so is above nothing when polishing starts
    polish_epochs: int = 4  # after `epochs`: every sentence alone, as the engine reads it, and no tweets
    polish_from: float = 0.3  # the share of both rates that polishing starts with and that falls to nothing
    seed: int = 11
    pieces: int = 1300  # padded word pieces a batch
    rate: float = 1.5e-4  # of what MiniLM brings along
    head_rate: float = 1.5e-3  # of what is new
    bfloat16: bool = True  # half-precision arithmetic where the processor has it; some 1.6 times as fast on Zen 4
    windows: int = 0  # an epoch; 0 for all
    checkpoint_seconds: int = 480


class TrainingSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A run of `dateline train language`. Paths are relative to the file that names them."""

    corpora: Path
    knowledge: Path
    out: Path  # the model's folder; the run's own files lie in its subfolder `run`
    threads: int = 2
    segmenter: SegmenterSettings = SegmenterSettings()
    encoder: EncoderSettings = EncoderSettings()


def load(path: Path) -> TrainingSettings:
    """The settings in `path`; SettingsError says which is wrong."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        settings = msgspec.convert(raw, TrainingSettings, dec_hook=lambda kind, value: kind(value))
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f"need a training configuration as docs/explanation/language.md describes, found in {path}: {error}") from error
    here = path.parent
    return msgspec.structs.replace(settings, corpora=here / settings.corpora, knowledge=here / settings.knowledge, out=here / settings.out)
