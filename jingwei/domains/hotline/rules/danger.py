"""Words that point to danger: what belongs to 110, 119 or 120 and must not wait in an inbox.

A hint to the person on the telephone, never a decision: nothing is sent or refused because of it. So it would
rather be wrong twice than silent once; ordinary phrases that hold an alarming word are taken out first.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from jingwei.domains.hotline.contracts import Emergency


class Danger(StrEnum):
    """What kind of danger the words point to."""

    FIRE = "fire"
    GAS = "gas"
    TRAPPED = "trapped"
    MEDICAL = "medical"
    DROWNING = "drowning"
    VIOLENCE = "violence"
    CRIME = "crime"
    SELF_HARM = "self_harm"
    LOST_CHILD = "lost_child"
    ROAD_CRASH = "road_crash"
    ELECTRIC = "electric"
    COLLAPSE = "collapse"


@dataclass(frozen=True, slots=True)
class Sign:
    """What was recognised: the danger, whom it belongs to, and the very words that matched."""

    danger: Danger
    services: tuple[Emergency, ...]
    label: str
    label_en: str
    matched: tuple[str, ...]


P, F, M = Emergency.POLICE, Emergency.FIRE, Emergency.MEDICAL

KINDS: dict[Danger, tuple[tuple[Emergency, ...], str, str]] = {
    Danger.FIRE: ((F,), "起火、冒烟或爆炸", "fire, smoke or explosion"),
    Danger.GAS: ((F,), "燃气泄漏或中毒", "gas leak or poisoning"),
    Danger.TRAPPED: ((F,), "人员被困", "somebody is trapped"),
    Danger.MEDICAL: ((M,), "急病或受伤", "sudden illness or injury"),
    Danger.DROWNING: ((P, M), "落水或溺水", "somebody in the water"),
    Danger.VIOLENCE: ((P,), "正在发生的暴力", "violence going on"),
    Danger.CRIME: ((P,), "正在发生的违法犯罪", "a crime going on"),
    Danger.SELF_HARM: ((P, M), "有人要伤害自己", "somebody may harm themselves"),
    Danger.LOST_CHILD: ((P,), "儿童、老人走失", "a missing child or elder"),
    Danger.ROAD_CRASH: ((P, M), "交通事故有人受伤", "road crash with injuries"),
    Danger.ELECTRIC: ((F, M), "触电或电线落地", "electric shock or a fallen wire"),
    Danger.COLLAPSE: ((F,), "房屋、山体正在垮塌", "a building or slope is giving way"),
}

TERMS: dict[Danger, str] = {
    Danger.FIRE: r"着火|起火|失火|火烧起来|烧起来了|火灾|大火|明火|火光|浓烟|冒黑烟|冒[^，。；,;]{0,3}烟|山火|爆炸|炸了|自燃",
    Danger.GAS: r"(?:燃气|煤气|天然气|液化气|瓦斯|沼气)[^，。；,;]{0,6}?(?:泄漏|泄露|漏|味|中毒|爆)|漏气|漏了气|闻到气味.{0,4}刺鼻"
    r"|一氧化碳中毒|煤气中毒",
    Danger.TRAPPED: r"(?:困在|被困|卡在|压在|埋在|掉进|掉到|坠入|夹住)|电梯.{0,6}(?:困|卡|关)(?:人|住|在)?|救命|出不来了",
    Danger.MEDICAL: r"晕倒|昏倒|昏迷|没有?呼吸|心脏病|心梗|中风|抽搐|口吐白沫|大出血|流血不止|流了?很多血|休克|吐血|摔伤"
    r"|骨折|不省人事|叫不醒|要生了|临产|食物中毒|农药中毒|烫伤|烧伤",
    Danger.DROWNING: r"溺水|落水|掉(?:进|到|下)(?:河|塘|水|江|湖|水库)|跳(?:河|江|水|湖)|淹(?:了|着|死)人|有人被(?:水)?冲走",
    Danger.VIOLENCE: r"打人|打架|斗殴|砍人|持刀|拿着?刀|动刀|家暴|打老婆|打孩子|打起来|围殴|行凶|捅(?:人|了)|绑架|劫持|殴打|枪",
    Danger.CRIME: r"抢劫|抢夺|入室|撬门|撬锁|正在偷|偷东西|小偷|强奸|猥亵|被骗(?:了)?(?:转账|打钱|汇款)|正在转账|诈骗|可疑包裹"
    r"|可疑物品|吸毒|贩毒|传销.{0,6}(?:关|不让走)|不让走|非法拘禁|醉驾|酒驾",
    Danger.SELF_HARM: r"自杀|轻生|跳楼|要跳下|割腕|喝农药|喝了农药|吃了安眠药|不想活|上吊|寻短见|站在(?:楼顶|天台|窗台)",
    Danger.LOST_CHILD: r"(?:孩子|小孩|儿子|女儿|老人|爸爸|妈妈|父亲|母亲|爷爷|奶奶|外公|外婆)[^，。；,;]{0,8}(?:走丢|走失|不见了|找不到|失踪)|拐卖|拐走",
    Danger.ROAD_CRASH: r"车祸|撞(?:了|到|倒|伤|死)(?:人|老人|小孩|孩子|行人)|被[^，。；,;]{0,4}车撞|肇事逃逸|翻车|连环追尾",
    Danger.ELECTRIC: r"触电|电击|漏电|(?:电线|高压线|电缆)[^，。；,;]{0,5}(?:断|落|掉|垂到地|冒火花)|冒火花",
    Danger.COLLAPSE: r"(?:房子|房屋|墙|楼|桥|脚手架|山体|山坡|路面)[^，。；,;]{0,4}(?:要塌|塌了|倒塌|垮塌|正在塌|塌下来|滑坡)|山体滑坡"
    r"|泥石流|溃坝|决口|管涌",
}
ORDINARY = re.compile(
    # Hazards, equipment and services that carry the word without the danger.
    r"火灾隐患|消防隐患|防火|灭火器?|消火栓|消防栓|火灾报警器|火锅|烟花爆竹|火车|失火隐患|油烟|黑烟车|机动车冒黑烟"
    r"|(?:燃气|煤气|天然气)(?:费|表|公司|卡|缴费|充值|开通|改造)|暖气|空调漏气"
    r"|枪水|水枪|喷枪|焊枪|枪机|路灯.{0,2}漏电保护|漏电保护"
    r"|反诈|防诈骗|诈骗宣传|防溺水|溺水警示|防走失|急救箱|急救培训|禁毒宣传|打架子"
    # Said to be over, or not to be.
    r"|(?:没有|并未|未|不是|不会|不存在|无|已经?(?:扑灭|控制|处理|送医))[^，。；,;!！?？]{0,4}"
    r"(?:着火|起火|火灾|爆炸|燃气泄漏|漏气|受伤|被困|人员伤亡|打架)"
)
FINDERS = {danger: re.compile(pattern) for danger, pattern in TERMS.items()}
MOST_MATCHES = 4
BLANK = "。"


def signs_of_danger(words: str) -> list[Sign]:
    """The dangers that words point to, most matches first; empty where there is none."""
    plain = ORDINARY.sub(BLANK, re.sub(r"\s+", "", words))
    found = []
    for danger, finder in FINDERS.items():
        matched = tuple(dict.fromkeys(hit.group(0) for hit in finder.finditer(plain)))
        if matched:
            services, label, label_en = KINDS[danger]
            found.append(Sign(danger, services, label, label_en, matched[:MOST_MATCHES]))
    return sorted(found, key=lambda sign: -len(sign.matched))


def services_for(signs: list[Sign]) -> list[Emergency]:
    """Whom to tell, most often named first, each once."""
    named = [one for sign in signs for one in sign.services]
    return sorted(dict.fromkeys(named), key=lambda one: (-named.count(one), one.value))
