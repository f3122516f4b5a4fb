import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language import shipped_model
from dateline.language.lemma import Lemmatizer, Lexicon


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer(Lexicon.load(shipped_model() / "lexicon.tsv.gz"))


PAST, GERUND, PLURAL = "Tense=Past|VerbForm=Fin", "Tense=Pres|VerbForm=Part", "Number=Plur"


@pytest.mark.parametrize(
    ("form", "upos", "features", "lemma"),
    [
        ("reiterated", "VERB", PAST, "reiterate"),
        ("denied", "VERB", PAST, "deny"),
        ("shot", "VERB", PAST, "shoot"),
        ("fled", "VERB", PAST, "flee"),
        ("banned", "VERB", PAST, "ban"),
        ("shelling", "VERB", GERUND, "shell"),
        ("dying", "VERB", GERUND, "die"),
        ("retook", "VERB", PAST, "retake"),
        ("greenlighted", "VERB", PAST, "greenlight"),
        ("’s", "AUX", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "be"),
        ("militias", "NOUN", PLURAL, "militia"),
        ("airstrikes", "NOUN", PLURAL, "airstrike"),
        ("counter-offensives", "NOUN", PLURAL, "counter-offensive"),
        ("women", "NOUN", PLURAL, "woman"),
        ("deadliest", "ADJ", "Degree=Sup", "deadly"),
        ("BURMESE", "ADJ", "Degree=Pos", "Burmese"),
        ("Kurds", "PROPN", PLURAL, "Kurd"),
        ("ASEAN", "PROPN", "Number=Sing", "ASEAN"),
        ("Hlaing", "PROPN", "Number=Sing", "Hlaing"),
        ("They", "PRON", "Case=Nom|Number=Plur|Person=3|PronType=Prs", "they"),
    ],
)
def test_lemmas_are_words(lemmatizer: Lemmatizer, form: str, upos: str, features: str, lemma: str) -> None:
    assert lemmatizer(form, upos, features) == lemma


@given(
    st.text(min_size=1), st.sampled_from(["NOUN", "VERB", "ADJ", "PROPN", "X"]), st.sampled_from(["", PAST, GERUND, PLURAL, "Degree=Cmp"])
)
def test_every_form_has_a_lemma_and_memory_changes_none(form: str, upos: str, features: str) -> None:
    fresh = Lemmatizer(Lexicon({"noun": frozenset(["man"])}, {}, {}))
    first = fresh(form, upos, features)
    assert first
    assert fresh(form, upos, features) == first
