import pytest

from dateline.errors import UsageError
from dateline.language import ENGINES, engine, shipped_model


def test_engines_are_named_where_none_is_known() -> None:
    with pytest.raises(UsageError, match="english, spacy"):
        engine("martian")


def test_an_engine_takes_a_model() -> None:
    assert engine(f"english:{shipped_model()}")("Rain fell.")


def test_an_engine_whose_library_or_pipeline_is_missing_says_so() -> None:
    with pytest.raises(UsageError, match="spacy"):
        engine("spacy:no_such_pipeline")


def test_the_table_names_every_engine() -> None:
    assert sorted(ENGINES) == ["english", "spacy"]
