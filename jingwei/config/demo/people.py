"""Invented people for the demo city: the same key always gives the same name and telephone number."""

import random
from hashlib import blake2b

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
SINGLE = "伟芳敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红玲辉健宁凯欣燕慧波斌帆琴岚松柏冬秋梅兰竹荷涵"
FIRST = "建志国海文晓春秀雪小永家德玉美丽金少子思雨佳俊立兴新长福荣光宏学世宗清正"
SECOND = "华明军平英红伟强波涛林峰辉生荣祥云霞梅兰芳娟玲燕丽琴敏慧玉珍莲香菊秀文武斌杰龙飞虎松柏成安宁"

PHONE_PREFIX = "169"
"""No Chinese operator has been given 169: libphonenumber's numbering plan refuses every such number, nobody is rung."""


def invented_name(key: str) -> str:
    """A plausible name of two or three characters."""
    dice = random.Random("name" + key)
    # Common surnames stand first in the list; squaring leans towards them as in life.
    surname = SURNAMES[int(dice.random() ** 2 * len(SURNAMES))]
    if dice.random() < 0.3:
        return surname + dice.choice(SINGLE)
    return surname + dice.choice(FIRST) + dice.choice(SECOND)


def impossible_phone(key: str) -> str:
    """Eleven digits in the form of a mobile number that cannot be anybody's."""
    number = int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") % 10**8
    return f"{PHONE_PREFIX}{number:08d}"
