"""Article and sentences → everything that the article mentions."""

from collections.abc import Sequence

from dateline.knowledge.library import Knowledge
from dateline.mentions.actors.find import actors
from dateline.mentions.places import Hints, places
from dateline.mentions.quantities import quantities
from dateline.mentions.times import times
from dateline.records import Article, Mentions, Sentence
from dateline.records.reading import readings


def mentions(article: Article, sentences: Sequence[Sentence], knowledge: Knowledge) -> Mentions:
    """The actors, places, times and quantities of an article, in its analysed sentences, each resolved as of the day of publication."""
    outlet = knowledge.outlets.named(article.outlet) if article.outlet else None
    found = places(article, sentences, knowledge.gazetteer, hints=Hints(outlet=outlet.country if outlet else None))
    return Mentions(
        actors=actors(article, list(readings(article.text, sentences)), knowledge, places=found),
        places=found,
        times=times(article, sentences),
        quantities=quantities(article, sentences),
    )
