"""What a page asks of its readers inside a story: to subscribe, to become members, to give, to follow a channel."""

import re
from typing import Final

from dateline.extract.html.blocks import Block
from dateline.extract.html.concepts import BIT

_LONGEST: Final = 220  # characters; what is longer tells something
_LINKED: Final = 0.2  # share of characters inside links, from which on asking is what the line is for
_BOXED: Final = BIT["related"] | BIT["newsletter"] | BIT["advert"] | BIT["paywall"] | BIT["share"]
# Requests to the reader, in the languages whose press sets them between paragraphs. Whole phrases: stories tell of subscriptions,
# donations and signatures too ("подписали" is what is done to a treaty), and link to what they tell of.
_ASKING: Final = re.compile(
    r"\bbecome (?:a|our) (?:\w+ )?(?:member|subscriber|supporter|patron|friend)|\bsubscribe (?:now|today|here|to|for)\b|\bsubscribe$"
    r"|\bsign up (?:now|today|here|to|for)\b|\b(?:our|free|daily|weekly|morning) (?:\w+ )?newsletter|\bdonate (?:now|today|here|to)\b"
    r"|\bmake a donation|\bsupport (?:us|our|(?:independent|quality) journalism)\b|\bjoin (?:us on|our|the (?:conversation|channel))\b"
    r"|\bfollow (?:us|our)\b|\bour (?:telegram|whatsapp|youtube) |\bdownload (?:the|our) app|\bcreate an? (?:free )?account"
    r"|\bsuscr[ií]b(?:ete|ase|i[ót]e)|\bh[aá]zte (?:soci|miembro)|\bs[ií]g[ua]e?nos (?:en|por)|\bapoya (?:a |nuestro )"
    r"|\babonne[zr][- ](?:vous|deg|dig)|\babonnieren sie|\bjetzt (?:abonnieren|testen|anmelden)|\bunterstützen sie (?:uns|unser)"
    r"|\bsoutenez(?:-nous| notre)|\bfaites un don|\binscrivez-vous|\bassine (?:já|agora|o|a|nossa)\b|\bapoie (?:o|nosso)|\binscreva-se"
    r"|\bsiga-nos|\biscriviti|\babbonati (?:a|ora|subito)\b|\bsostieni(?:ci| il)|\bprenumerera på|\bpředplaťte|\bzasubskrybuj|\bzapisz się"
    r"|\bwesprzyj nas|\babone ol(?:un)?\b|\bподпи(?:сывайтесь|шитесь|саться на)|\bподдержите (?:нас|наш)"
    r"|\bпідпи(?:суйтесь|шіться|сатися на)|\bberlangganan sekarang|\bikuti kami",
    re.IGNORECASE,
)


def appeal(block: Block) -> bool:
    """Whether `block` asks readers for something by a link, in a box of its own or by little else."""
    if not block.linked or len(block.text) > _LONGEST or not _ASKING.search(block.text):
        return False
    return bool((block.own | block.near) & _BOXED) or block.linked >= _LINKED * len(block.text)
