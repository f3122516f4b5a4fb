"""How personal names are built: which part of one may stand for the whole."""

from collections.abc import Sequence
from typing import Final

_PARTICLES: Final = frozenset(
    "al el bin ibn ben abu bint de da do dos das del della di du la le les van von der den ter ten ould bou".split()
)
# Chinese, Korean and Vietnamese surnames, which stand first.
_EAST: Final = frozenset(
    "li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao "
    "cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao "
    "zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin chang xi wen tsai lai "
    "kim lee yi park pak choi choe jung jeong chung cho jo yoon yun jang lim im oh seo shin kwon hwang ahn an ryu moon ri ro "
    "nguyen tran le pham hoang phan vu vo dang bui do ngo duong truong".split()
)
_LONGEST_EASTERN: Final = 4  # words: Nguyen Thi Minh Khai


def surnames(name: str) -> tuple[str, ...]:
    """What may stand for the person called `name`: the last word, the same with its particles, and the first where surnames come first."""
    words = name.split()
    if len(words) < 2:  # noqa: PLR2004
        return tuple(words)
    last = [words[-1]]
    for word in reversed(words[1:-1]):
        if word.lower().strip(".") not in _PARTICLES:
            break
        last.insert(0, word)
    return tuple(dict.fromkeys([" ".join(last), words[-1], *_first(words)]))


def _first(words: Sequence[str]) -> Sequence[str]:
    return words[:1] if words[0].lower() in _EAST and len(words) <= _LONGEST_EASTERN else ()
