"""Treebanks in CoNLL-U as frozen sentences, and the raw text that they were made of."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, MISC = 1, 2, 3, 4, 5, 6, 7, 9


@dataclass(frozen=True)
class Token:
    """A syntactic word. `head` is an index into the sentence, the own one for the root; `space` tells whether a space follows."""

    form: str  # as in the raw text: the parts of a contraction are cut out of it
    word: str  # as annotated
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    misc: str
    space: bool


@dataclass(frozen=True)
class Tree:
    """A sentence of a treebank. `opens` is True where it starts a paragraph or a document."""

    document: str
    opens: bool
    tokens: tuple[Token, ...]


def trees(path: Path, documents: Collection[str] | None = None) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file, of all documents or of those named; empty nodes are left out."""
    document, opens, rows = "", False, []
    with path.open(encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            if line.startswith("#"):
                if line.startswith("# newdoc"):
                    document = line.partition("=")[2].strip()
                opens = opens or line.startswith(("# newdoc", "# newpar"))
            elif line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                if documents is None or document in documents:
                    yield Tree(document, opens, tuple(_tokens(rows)))
                opens, rows = False, []


def _tokens(rows: list[list[str]]) -> Iterator[Token]:
    surface: list[str] = []
    cut: list[str] = []
    last = 0
    words = [row for row in rows if row[0].isdigit()]
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            surface = row
            cut = _shares(row[FORM], [word[FORM] for word in words[first - 1 : last]])
        elif row[0].isdigit():
            within = int(row[0]) <= last
            form = cut.pop(0) if within else row[FORM]
            tail = surface if within else row
            space = not cut and "SpaceAfter=No" not in tail[MISC]
            head = int(row[HEAD]) - 1 if row[HEAD] != "0" else int(row[0]) - 1
            yield Token(form, row[FORM], row[LEMMA], row[UPOS], row[XPOS], row[FEATS], head, row[DEPREL], row[MISC], space)


def _shares(surface: str, words: list[str]) -> list[str]:
    """The surface of a contraction cut into one stretch a word, by the words' lengths."""
    shares = []
    for left, word in zip(range(len(words) - 1, -1, -1), words, strict=True):
        length = len(surface) if left == 0 else max(1, min(len(word), len(surface) - left))
        shares.append(surface[:length])
        surface = surface[length:]
    return shares


def documents_of(found: Iterator[Tree]) -> list[list[Tree]]:
    """Sentences grouped by document, in order."""
    grouped: list[list[Tree]] = []
    for tree in found:
        if not grouped or grouped[-1][0].document != tree.document:
            grouped.append([])
        grouped[-1].append(tree)
    return grouped


def raw(sentences: list[Tree], *, paragraph: str = "\n\n") -> tuple[str, list[list[tuple[int, int]]]]:
    """The text of a document and, sentence by sentence, the half-open spans of its words; `paragraph` stands between paragraphs."""
    text = ""
    pieces: list[str] = []
    at = 0
    spans = []
    for tree in sentences:
        if pieces and tree.opens:
            if pieces[-1] == " ":
                at -= len(pieces.pop())
            pieces.append(paragraph)
            at += len(paragraph)
        row = []
        for token in tree.tokens:
            pieces.append(token.form)
            row.append((at, at + len(token.form)))
            at += len(token.form)
            if token.space:
                pieces.append(" ")
                at += 1
        spans.append(row)
    text = "".join(pieces)
    return text, spans
