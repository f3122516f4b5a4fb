from collections.abc import Callable

import pytest

from dateline.language import Engine, engine
from dateline.language.english import EnglishEngine
from dateline.records import Sentence

Written = Callable[[str, Sentence], list[str]]


@pytest.fixture(scope="session")
def english() -> EnglishEngine:
    found: Engine = engine("english")
    assert isinstance(found, EnglishEngine)
    return found
