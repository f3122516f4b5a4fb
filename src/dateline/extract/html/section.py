"""Which section of its outlet an article stands in: what the page's data says, its crumbs, the label above the headline, the menu."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, cast
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from dateline.extract.html.head import Head
from dateline.extract.html.linked import Linked

_STATED: Final = ("article:section", "og:article:section", "section", "parsely-section", "sailthru.section")
_LONGEST: Final = 40  # characters
_WORDS: Final = 5
_SIGN: Final = re.compile(r"[a-z]{2}[A-Z]|[.!?:;…\"“”„«»@#%=|/]|\d|https?")
# Labels that stand where sections do and say something else. Menus know no inflection, so that whole texts suffice.
_HOMES: Final = (
    "home|homepage|home page|front page|frontpage|start|startseite|inicio|início|portada|accueil|à la une|home news|главная"
    "|главная страница|головна|ana sayfa|anasayfa|beranda|strona główna|domů|hjem|forside|forsiden|forsíða|hem|etusivu|pagina principal"
    "|página principal|página inicial|prima pagina|acasă|kezdőlap|αρχική|الرئيسية|صفحه اصلی|ראשי|首页|首頁|ホーム|トップ|홈|trang chủ"
)
HOME: Final = frozenset(_HOMES.split("|"))
_OTHERS: Final = (
    "subscribe|log in|login|sign in|sign up|share|search|menu|live|breaking|breaking news|exclusive|premium|video|videos|photo|photos"
    "|audio|podcast|newsletter|advertisement|back|print|comments|read more|more|article|story|skip to content|abo|anmelden|suche|werbung"
    "|anzeige|live blog|liveblog|eilmeldung|exklusiv|plus|suscríbete|compartir|publicidad|buscar|en vivo|en directo|direct|abonnez-vous"
    "|partager|recherche|publicité|реклама|поиск|эксклюзив|срочно|updated|listen|follow us|contact|about us|free|register|donate|next"
    "|previous"
)
_NO_SECTION: Final = frozenset(_OTHERS.split("|"))
_CRUMBS: Final = etree.XPath(
    "(//*[contains(@class,'rumb') or contains(@id,'rumb') or contains(@aria-label,'rumb') or contains(@itemtype,'Breadcrumb')])[1]"
)
_MENUS: Final = etree.XPath("//a[@href][ancestor::nav or ancestor::ul or contains(../@class,'menu') or contains(../@id,'menu')]")
_MOST: Final = 200  # links looked at
_STEPS: Final = 6
_TEXTS: Final = 30  # of crumbs without links
_BORDER: Final = re.compile(r"\s*[›»>→/|]\s*")


def section(root: HtmlElement, *, head: Head, linked: Linked, address: str | None, headline: str | None, above: str | None) -> str | None:
    """The first that tells, `above` being the label right above the headline; None where none does."""
    return _declared(head, linked) or _crumb(root, linked, headline) or above or _of_menu(root, address)


def _declared(head: Head, linked: Linked) -> str | None:
    """What the page's data calls its section; of several joined by commas, the first."""
    stated = head.first(*_STATED) or linked.section
    return stated.split(",")[0].strip() or None if stated else None


def sectional(text: str) -> bool:
    """Whether `text` could be the name of a section."""
    words = text.split()
    plain = text.casefold()
    return 0 < len(words) <= _WORDS and len(text) <= _LONGEST and not _SIGN.search(text) and plain not in HOME and plain not in _NO_SECTION


def _crumb(root: HtmlElement, linked: Linked, headline: str | None) -> str | None:
    """The last step on the way from the home page that is not the article itself."""
    return _last(linked.crumbs, headline) or next(
        (_last(tuple(_steps(element)), headline) for element in cast(list[HtmlElement], _CRUMBS(root))), None
    )


def _steps(crumbs: HtmlElement) -> Iterator[str]:
    links = list(islice(crumbs.iter("a"), _STEPS))
    if links:
        yield from (" ".join("".join(link.itertext()).split()) for link in links)
    else:
        yield from _BORDER.split(" ".join("".join(islice(crumbs.itertext(), _TEXTS)).split()))[:_STEPS]


def _last(steps: Sequence[str], headline: str | None) -> str | None:
    """The last of `steps` that could be a section. A first one is the home page or the outlet."""
    title = (headline or "").casefold()
    within = [step for step in steps[1:] if sectional(step) and not title.startswith(step.casefold())]
    return within[-1] if within else None


def _of_menu(root: HtmlElement, address: str | None) -> str | None:
    """The entry of a menu that links to the folder which the article's address lies in."""
    try:
        path = urlsplit(address or "").path
        folder, _, rest = path.strip("/").partition("/")
        if not folder or not rest:
            return None
        for link in cast(list[HtmlElement], _MENUS(root))[:_MOST]:
            href = link.get("href") or ""
            if folder in href and urlsplit(urljoin(address or "", href)).path.strip("/") == folder:
                text = " ".join("".join(link.itertext()).split())
                return text if sectional(text) else None
    except ValueError:
        return None
    return None
