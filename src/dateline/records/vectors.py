"""What a language engine knows about words beyond grammar, handed on to models that go on from there."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # numpy takes longer to load than all records
    import numpy as np
    from numpy.typing import NDArray

WordVectors: TypeAlias = Mapping[int, "NDArray[np.float32]"]
"""By the index of a sentence, (words, width): one vector a word. Sentences that were not analysed have none. Never stored."""
