import datetime as dt

from dateline.extract.limits import ExtractLimits
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.records import Article, Document, Dropped, Published, Span
from dateline.run.mentions import Reader, mentioned

TEXT = "Kenyan soldiers killed two men on Monday."


def document(text: str = TEXT, language: str | None = "en") -> Document:
    day = dt.date(2021, 7, 7)
    published = Published(first=day, last=day, basis="given")
    return Document(article=Article(id="a", path="x", text=text, body=Span(start=0, end=len(text)), published=published, language=language))


def read(*documents: Document, limits: ExtractLimits | None = None) -> list[object]:
    found = mentioned(documents, read=Reader(engine("english"), knowledge()), limits=limits or ExtractLimits())
    return [(record.mentions is not None, [drop.reason for drop in record.dropped]) for record in found]


def test_one_record_leaves_for_each_document_in_order() -> None:
    lost = Document(article=None, dropped=(Dropped(path="y", stage="read", reason="empty"),))
    assert read(document(), lost, document(language="es"), document(language=None)) == [
        (True, []),
        (False, ["empty"]),
        (False, ["other-language"]),
        (True, []),
    ]


def test_an_article_that_takes_too_long_says_so() -> None:
    assert read(document(TEXT * 2000), document(), limits=ExtractLimits(seconds=0.2)) == [(False, ["too-slow"]), (True, [])]
