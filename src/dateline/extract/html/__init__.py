"""HTML pages: `story(html, url=…, limits=…)` gives what a page says and holds."""

from dateline.extract.html.story import story

__all__ = ["story"]
