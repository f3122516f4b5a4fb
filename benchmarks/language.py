"""Words a second of the shipped English engine on one core, text in and everything out; time to load and memory.

    python benchmarks/language.py [FILE…]

Without files the bundled examples are read. The first reading is not counted; of five, the median is.
"""

import resource
import statistics
import sys
import time
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
ROUNDS = 5


def texts(paths: list[str]) -> list[str]:
    files = [Path(path) for path in paths] or sorted(EXAMPLES.rglob("*.txt"))
    return [path.read_text(encoding="utf-8", errors="replace") for path in files]


def main() -> None:
    given = texts(sys.argv[1:])
    began = time.perf_counter()
    from dateline.language import engine

    english = engine("english")
    english("Rain fell.")
    print(f"loaded in {time.perf_counter() - began:.2f} s, with imports and a first sentence")
    rates = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        words = sum(len(sentence.words) for text in given for sentence in english(text))
        rates.append(words / (time.perf_counter() - began))
    plain = time.perf_counter()
    for text in given:
        english(text, wanted=lambda _: False)
    print(f"{len(given)} texts, {words} words: {statistics.median(rates[1:]):.0f} words/s")
    print(f"words and sentences alone: {words / (time.perf_counter() - plain):.0f} words/s")
    print(f"resident memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
