"""Article text to sentences and words: tokens, tags, lemmas, dependencies and names."""

from dateline.language.engine import ENGINES, Analysis, Engine, Wanted, engine, shipped_model
from dateline.language.phrases import Phrases

__all__ = ["ENGINES", "Analysis", "Engine", "Phrases", "Wanted", "engine", "shipped_model"]
