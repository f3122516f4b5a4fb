"""What the names that web designers give to elements say about their role: a share bar, a related-articles box, the story itself."""

import functools
import re
from typing import Final

# Fragments of class, id and other names, by role. They are the web's common vocabulary, much of it English whatever the page's language;
# none of them is a publisher's. Order is the order of the bits.
_VOCABULARY: Final[dict[str, str]] = {
    "story": (
        r"article-?(?:_|__)?(?:body|text|content|copy|main)|story-?_*(?:body|text|content|copy)|(?:post|entry"
        r"|body|main|page|rich)-?_*(?:content|text|body|copy)|articlebody|bodytext|paragraph|wysiwyg|prose"
        r"|texto|contenido|textblock|text-block"
    ),
    "lead": (
        r"(?:^|[-_ ])(?:lead|lede|intro|summary|standfirst|subtitle|sub-?head(?:line|ing)?|dek|deck|excerpt"
        r"|abstract|vorspann|chapo|sapo|ingress|entradilla|bajada|perex|sommario|occhiello|subheadline"
        r"|sub-title|subtitulo)(?:$|[-_ ]|[a-z]*)"
    ),
    "headline": r"headline|heading|(?:^|[-_ ])title|kicker|overline|dachzeile",
    "share": r"shar(?:e|ing)|social|follow|facebook|twitter|whatsapp|sns",
    "related": (
        r"related|relat(?:ed|ion)|recommend|read-?_?(?:more|also|next)|more-?_?(?:from|on|stories|news)|teaser"
        r"|promo|most-?_?(?:read|popular|viewed)|trending|popular|latest|next-|recirc|see-?_?also|also-?_?read"
        r"|similar|suggest|further|linkbox|link-?list|cross-?link|empfehl|mehr-?zum|card|carousel|slider"
        r"|ranking"
    ),
    "newsletter": r"newsletter|subscri|sign-?_?up|mailing|signup|abo(?:$|[-_ ])|membership|donat|support|cta|call-to",
    "author": (
        r"author|byline|autor|(?:^|[-_ ])bio(?:$|[-_ ])|writer|contributor|reporter|redakteur|profile"
        r"|credit(?:s)?(?:$|[-_ ])"
    ),
    "caption": (
        r"caption|figure|image|photo|picture|gallery|bild(?:$|[-_ ])|foto|media|video|player|audio|copyright"
        r"|credit"
    ),
    "comment": r"comment|kommentar|disqus|discussion|forum|respond|reply|reader",
    "advert": (
        r"advert|(?:^|[-_ ])ads?(?:$|[-_ ])|(?:^|[-_ ])ad[-_]|sponsor|banner|outbrain|taboola|werbung|anzeige"
        r"|affiliate|commercial|promoted|publicidad|partner"
    ),
    "navigation": (
        r"(?:^|[-_ ])nav|navigation|menu|breadcrumb|footer|header|sidebar|side-?bar|aside|widget|toolbar"
        r"|topbar|masthead|skip|pagination|search|rail"
    ),
    "meta": (
        r"(?:^|[-_ ])meta|tags?(?:$|[-_ ])|topic|categor|keyword|label|date(?:$|[-_ ])|time(?:stamp)?(?:$"
        r"|[-_ ])|published|updated|info(?:$|[-_ ])|reading|section-name|location"
    ),
    "notice": (
        r"cookie|consent|gdpr|modal|popup|pop-up|overlay|dialog|toast|alert|disclaimer|legal|terms|correction"
        r"|notice|tooltip|editor-?note|footnote"
    ),
    "paywall": r"paywall|premium|log-?in|regist|barrier|locked|piano|meter|access|plus-",
    "embed": r"embed|tweet|instagram|iframe|youtube|external|opta|poll|quiz|podcast",
    "box": (
        r"(?:^|[-_ ])(?:info|fact|text|aside)?-?box|factbox|info-?box|faktaboks|faktaruta|insert|inset"
        r"|pull-?quote|callout|highlight|glossar|timeline|table|live"
    ),
    "hidden": (
        r"(?:^|[-_ ])(?:hidden|hide|sr-only|visually-?hidden|screen-?reader|print-only|d-none|invisible"
        r"|mobile-only|no-?print|noscript)(?:$|[-_ ])|button|icon"
    ),
}
ROLES: Final = tuple(_VOCABULARY)
BIT: Final = {role: 1 << place for place, role in enumerate(ROLES)}
_ANY: Final = re.compile("|".join(f"(?P<{role}>{pattern})" for role, pattern in _VOCABULARY.items()))
_EACH: Final = tuple((BIT[role], re.compile(pattern)) for role, pattern in _VOCABULARY.items())
_MOST: Final = 40  # names of one element that are looked at; pages of utility classes write hundreds
_LONGEST: Final = 80  # characters of one name; longer ones are data
_REMEMBERED: Final = 1 << 15  # names whose roles are kept: sites share most of theirs
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def roles(names: str) -> int:
    """The roles that `names` (classes, id and the like, parted by spaces) point to, as bits in the order of `ROLES`."""
    found = 0
    for name in names.split()[:_MOST]:
        found |= _roles(name[:_LONGEST])
    return found


@functools.lru_cache(maxsize=_REMEMBERED)
def _roles(name: str) -> int:
    lowered = _HUMP.sub("-", name).lower()
    if not _ANY.search(lowered):
        return 0
    return sum(bit for bit, pattern in _EACH if pattern.search(lowered))
