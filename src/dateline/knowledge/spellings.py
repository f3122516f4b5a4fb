"""The other forms of a vocabulary's words: plurals, American spellings, abbreviations."""

from collections.abc import Iterable, Mapping
from typing import Final

# The word as our tables have it → what else stands for it. Plurals that end in s are formed by rule.
_OTHERS: Final = {
    "adviser": "advisor",
    "airman": "airmen",
    "aeroplane": "airplane",
    "admiral": "adm adm.",
    "ageing": "aging",
    "anaesthetist": "anesthetist",
    "anti": "antis",
    "archaeologist": "archeologist",
    "armour": "armor",
    "armoured": "armored",
    "assistant": "asst asst.",
    "ambassador": "amb.",
    "brigadier": "brig brig.",
    "captain": "capt capt.",
    "carabiniere": "carabinieri",
    "centre": "center",
    "chargé": "charge",
    "child": "children",
    "colonel": "col col.",
    "colour": "color",
    "commander": "cmdr cmdr. cdr",
    "corporal": "cpl cpl.",
    "councillor": "councilor",
    "counsellor": "counselor",
    "defence": "defense",
    "department": "dept dept.",
    "doctor": "dr dr.",
    "emir": "ameer",
    "enrolment": "enrollment",
    "favour": "favor",
    "fedayeen": "fedayee",
    "fulfil": "fulfill",
    "gendarmerie": "gendarmery",
    "general": "gen gen.",
    "government": "govt gov't govt.",
    "governor": "gov gov.",
    "guerrilla": "guerilla",
    "harbour": "harbor",
    "hijacker": "highjacker",
    "honour": "honor",
    "humanitarian": "humanitarians",
    "inspector": "insp insp.",
    "intelligence": "intel",
    "janjaweed": "janjawid",
    "jihadist": "jehadist",
    "jihadi": "jehadi",
    "kidnapper": "kidnaper",
    "koranic": "qur'anic",
    "labour": "labor",
    "labourer": "laborer",
    "licence": "license",
    "lieutenant": "lt lt. lieut lieut.",
    "major": "maj maj.",
    "man": "men",
    "mechanised": "mechanized",
    "media": "medium mediums",
    "militarised": "militarized",
    "motorised": "motorized",
    "mujahid": "mujahids",
    "mujahideen": "mujahedeen mujahidin mujahedin mujaheddin",
    "muslim": "moslem",
    "neighbour": "neighbor",
    "neighbouring": "neighboring",
    "neighbourhood": "neighborhood",
    "offence": "offense",
    "organisation": "organization",
    "organised": "organized",
    "organiser": "organizer",
    "paedophile": "pedophile",
    "paediatrician": "pediatrician",
    "person": "people persons",
    "private": "pvt pvt.",
    "professor": "prof prof.",
    "programme": "program",
    "protester": "protestor",
    "passerby": "passersby",
    "recognised": "recognized",
    "representative": "rep rep.",
    "reverend": "rev rev.",
    "romani": "roma",
    "saboteur": "saboteurs",
    "secretary": "secy",
    "senator": "sen sen.",
    "sergeant": "sgt sgt. sergent",
    "sharia": "shariah shari'a",
    "sheikh": "sheik shaikh shaykh",
    "shia": "shiite shi'ite shi'a shi'i",
    "stabilisation": "stabilization",
    "superintendent": "supt supt.",
    "sympathiser": "sympathizer",
    "theatre": "theater",
    "traveller": "traveler",
    "unauthorised": "unauthorized",
    "unrecognised": "unrecognized",
    "un": "u.n. u.n",
    "us": "u.s. u.s",
    "wife": "wives",
    "thief": "thieves",
    "woman": "women",
    "worshipper": "worshiper",
}


def forms(vocabulary: Iterable[str]) -> Mapping[str, str]:
    """What may stand for a word of `vocabulary` → the one form that all are compared by, which is no word of English for some.

    Words of the vocabulary that are not in that form (affairs, people) are mapped too: a table's own words go through it as others do.
    """
    words = frozenset(vocabulary)
    made: dict[str, str] = {}
    for word in words:
        plain = _singular(word)
        for form in (word, *_others(word)):
            for other in (form, *plurals(form)):
                if other != plain:
                    made.setdefault(other, plain)
    for form, word in made.items():
        made[form] = made.get(word, word)
    return made


def _singular(word: str) -> str:
    return _SINGULARS.get(word) or (word[:-1] if word.endswith("s") and not word.endswith("ss") else word)


def _others(word: str) -> list[str]:
    if word in _OTHERS:
        return _OTHERS[word].split()
    if word.endswith("man"):  # gunmen, spokeswoman, chairperson; no harm where it is a German
        return [word[:-3] + ending for ending in ("men", "woman", "women", "person", "persons", "people")]
    return []


def plurals(word: str) -> tuple[str, ...]:
    """The regular plural of `word`; none where it is one, or has an ending that forms none."""
    if word.endswith(("men", ".", "*", "people")) or (word.endswith("s") and not word.endswith("ss")):
        return ()
    if word.endswith(("ss", "x", "ch", "sh")):
        return (f"{word}es",)
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return (f"{word[:-1]}ies",)
    return (f"{word}s",)


_SINGULARS: Final = {form: word for word, others in _OTHERS.items() for form in others.split()}
