"""Names worked out from GUM's entities, which are whole noun phrases, named or not."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.learn.language.treebank import Token, Tree

Mention = tuple[int, int, str]  # half-open range of words, and GUM's type

TITLES: Final = frozenset(
    "president vice prime minister premier chancellor king queen prince princess sir lord lady dr dr. mr mr. mrs mrs. ms ms. prof prof. "
    "professor judge justice senator sen. rep. representative governor gov. mayor general gen. colonel col. captain capt. lieutenant lt. "
    "sergeant sgt. pope bishop archbishop cardinal father saint emperor sheikh secretary director chairman ceo attorney ambassador "
    "congressman congresswoman deputy chief the a an".split()
)
KINDS: Final = {"person": "PERSON", "place": "LOC", "organization": "ORG", "event": "MISC", "object": "MISC", "abstract": "MISC"}
LINKS_OF_PEOPLE: Final = frozenset("- . de al van von bin".split())
LINKS: Final = frozenset("of the - 's ’s for . de and & in".split())
LEADING: Final = frozenset("the a this in at on".split())
PROPER: Final = frozenset(("NNP", "NNPS"))
_DAY: Final = re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun")
_BRACKET: Final = re.compile(r"\([^()]+\)?|[^()]+\)")


def gum_names(tree: Tree) -> tuple[list[Mention], set[int]]:
    """Names of a sentence in our labels, and the words of which it stays open whether they belong to one.

    A mention is named where its head is a proper noun; the name is the run of capitalised words around the head, without titles, and ends
    before a coordination or an apposition. The longest mentions go first, so that `University of Lodz` is one name.
    """
    tokens = tree.tokens
    used: set[int] = set()
    unknown: set[int] = set()
    names: list[Mention] = []
    for first, last, kind in sorted(_mentions(tokens), key=lambda mention: mention[0] - mention[1]):
        head = next((i for i in range(first, last) if not first <= tokens[i].head < last or tokens[i].head == i), None)
        if head is None or tokens[head].xpos not in PROPER or head in used:
            continue
        start, stop = _around(tokens, head, (first, last), used, person=kind == "person")
        label = KINDS.get(kind)
        if label == "PERSON" and start == stop and tokens[start].xpos == "NNPS":
            label = "MISC"  # a people, not a person
        if label is None or used & set(range(start, stop + 1)):
            if kind != "time":
                unknown |= set(range(start, stop + 1))
        else:
            names.append((start, stop + 1, label))
        used |= set(range(start, stop + 1))
    loose = (i for i, token in enumerate(tokens) if token.upos == "PROPN" and i not in used)
    unknown |= {i for i in loose if tokens[i].word.lower() not in TITLES and not _DAY.match(tokens[i].word)}
    return names, unknown


def _mentions(tokens: Sequence[Token]) -> Iterator[Mention]:
    """The mentions of `Entity=`: opened with `(id-type-…`, closed with `id)` or at once."""
    opened: list[tuple[str, int, str]] = []
    for index, token in enumerate(tokens):
        match = re.search(r"Entity=([^|]+)", token.misc)
        for bracket in _BRACKET.findall(match.group(1)) if match else ():
            fields = bracket.strip("()").split("-")
            if bracket.startswith("(") and bracket.endswith(")"):
                yield index, index + 1, fields[1]
            elif bracket.startswith("("):
                opened.append((fields[0], index, fields[1]))
            else:
                at = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == fields[0]), None)
                if at is not None:
                    _, first, kind = opened.pop(at)
                    yield first, index + 1, kind


def _around(tokens: Sequence[Token], head: int, mention: tuple[int, int], used: set[int], *, person: bool) -> tuple[int, int]:
    """First and last word of the name around `head`."""
    links = LINKS_OF_PEOPLE if person else LINKS

    def belongs(index: int) -> bool:
        return mention[0] <= index < mention[1] and index not in used and (_capital(tokens[index]) or tokens[index].word in links)

    start = stop = head
    while belongs(start - 1):
        start -= 1
    while belongs(stop + 1):
        stop += 1
    while not _capital(tokens[start]) and start < head:
        start += 1
    others = [i for i in range(head + 1, stop + 1) if tokens[i].relation in {"conj", "appos"} and tokens[i].head == head]
    if others:
        stop = others[0] - 1
    while not _capital(tokens[stop]) and stop > head:
        stop -= 1
    if person:
        while start < stop and tokens[start].word.lower() in TITLES:
            start += 1
    elif start < stop and tokens[start].word.lower() in LEADING:
        start += 1
    return start, stop


def _capital(token: Token) -> bool:
    return token.xpos in PROPER or (token.word[0].isupper() and token.upos != "PRON")
