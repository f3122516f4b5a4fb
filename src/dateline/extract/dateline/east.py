"""Datelines of the East Asian press, which are written without spaces and in an order of their own."""

import re
from typing import Final, NamedTuple

_HAN: Final = "[\u3040-\u30ff\u3400-\u9fff]"
_HANGUL: Final = "[\uac00-\ud7a3]"
# 新华社北京7月7日电; 中新社… may stand in brackets, a reporter in a second pair after it.
_CHINESE: Final = re.compile(
    rf"[【（(]?\s?(?P<agency>{_HAN}{{1,6}}?[社网網])(?P<place>{_HAN}{{2,10}}?)\s?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日\s?[电電讯訊][】）)]?"
)
# 【北京＝共同】, and with a reporter in the agency's place: 【ソウル＝山田太郎】
_JAPANESE: Final = re.compile(rf"【\s?(?P<place>{_HAN}{{2,12}})\s?[＝=・]\s?(?P<who>{_HAN}{{2,10}})\s?】")
# (서울=한강뉴스) 홍길동 기자 =
_KOREAN: Final = re.compile(
    rf"[(\[]\s?(?P<place>{_HANGUL}{{2,10}})\s?[=＝]\s?(?P<agency>{_HANGUL}{{2,12}})\s?[)\]](?:\s?(?P<who>{_HANGUL}{{2,4}})\s?(?:특파원|기자))?(?:\s?[=＝])?"
)


_AGENCIES: Final = re.compile("(?:共同|時事|ロイター|.*(?:通信|新聞|社|ニュース))$")


class Eastern(NamedTuple):
    """What such a dateline says; offsets are code points of the line."""

    start: int
    end: int
    place: str
    agency: str | None
    writer: str | None
    month: int | None
    day: int | None


def eastern(line: str) -> Eastern | None:
    """The Chinese, Japanese or Korean dateline that `line` begins with."""
    if line.isascii():
        return None
    for pattern in (_CHINESE, _JAPANESE, _KOREAN):
        if found := pattern.match(line):
            parts = found.groupdict()
            agency, writer = parts.get("agency"), parts.get("who")
            if writer and not agency and _AGENCIES.match(writer):
                agency, writer = writer, None
            return Eastern(0, found.end(), parts["place"], agency, writer, *_day(parts.get("month"), parts.get("day")))
    return None


def _day(month: str | None, day: str | None) -> tuple[int | None, int | None]:
    if not month or not day or not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:  # noqa: PLR2004  months and days
        return None, None
    return int(month), int(day)
