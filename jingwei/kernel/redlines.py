"""Red lines: which facts about people are never named, kept or worked out here. One rule for every door.

Doors are whatever gives a thing a name: a file's headers, its name and its worksheets, items and their lists, kinds of
unit, posts, saved views, fields and filters of requests, columns of tables and of exports, words of the documentation.
What people write about what happened (descriptions, remarks, standards) and names of places and organisations (a
temple, a hospital, an office for petitions) are not labels of people and are not looked at.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from jingwei.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class RedLine:
    """A kind of personal fact that is refused everywhere, with the words it goes by and the reason."""

    key: str
    chinese: re.Pattern[str]
    english: re.Pattern[str]
    reason_zh: str
    reason_en: str


class RedLineCrossed(Invalid):
    code = "red_line"
    message = "“{label}”不能作为{place_zh}：{reason_zh}。请换一个不涉及这类个人信息的名称。"
    message_en = "“{label}” cannot be {place_en}: {reason_en}. Choose a name that asks for nothing of that kind about people."


def _line(key: str, chinese: str, english: str, reason_zh: str, reason_en: str) -> RedLine:
    words = re.compile(rf"\b(?:{english})", re.ASCII)
    return RedLine(key, re.compile(chinese), words, reason_zh, reason_en)


_PEOPLE_ZH = r"(人员|个人|人口|人群|居民|住户|群众|村民|市民|户主|家庭|反映人|举报人|上报人|当事人|租户|对象)"
_SCORE_ZH = (
    r"(风险|危险|可疑|信任|信用|道德|文明)?(评分|打分|得分|分值|积分|评级|等级|分级|指数|画像|排名|排行|预测)"
)
_PEOPLE_EN = r"(person|people|personal|resident|citizen|household|family|reporter|tenant|subject|villager)s?"
_SCORE_EN = r"(score|rating|rank|ranking|profile|level|grade|prediction|tier)s?\b"

RED_LINES: tuple[RedLine, ...] = (
    _line(
        "religion",
        r"宗教(?!活动|场所|事务|局)|信仰|信教|教派|教徒|基督徒|穆斯林|(佛教|道教|伊斯兰|基督教|天主教)(?!活动|场所|协会|教?堂|寺)",
        r"religio(n|us)(?! (venue|place|site|affairs))|faith\b|church member|muslim|christian\b|buddhist",
        "宗教信仰属于敏感个人信息，本平台不采集、不存储",
        "religious belief is sensitive personal information that this platform neither collects nor keeps",
    ),
    _line(
        "ethnicity",
        r"民族(?!路|街|村|社区|乡|镇|小学|中学|学校|大学|学院|医院|团结|广场|宗教)|族别|族裔|种族|少数民族(人员|户|群众)",
        r"ethnic|race\b|racial",
        "民族、种族不用于社会治理事项的办理，本平台不采集、不存储",
        "ethnic origin has no place in handling matters of governance; this platform neither collects nor keeps it",
    ),
    _line(
        "political_opinion",
        r"政治(面貌|观点|倾向|立场|信仰|态度|表现|身份)|党派|是否党员|入党(时间|日期)",
        r"political|party (member|affiliation)",
        "政治观点和政治面貌不得用于对群众的登记和处置，本平台不采集、不存储",
        "political opinion and affiliation may not be used to register people; this platform does not keep them",
    ),
    _line(
        "petitioning",
        r"上访|缠访|闹访|涉访|访民|重点信访|信访(史|经历|记录|次数|人员|人名单|对象|重点|情况|户|标记|标签)",
        r"petition(er|ing|s? (history|count|record))",
        "信访是公民的法定权利，不得据此登记或标记个人，本平台不采集、不存储",
        "petitioning is a citizen's lawful right; nobody may be registered or marked for it",
    ),
    _line(
        "biometrics",
        r"指纹(?!锁)|人脸(?!车牌|和车牌)|脸部|面部(特征|识别|数据|信息)|刷脸|虹膜|声纹|掌纹|指静脉|步态"
        r"|生物(特征|识别)|以图搜人",
        r"dna\b|finger ?print|face ?(print|id|data|feature|image|photo|recognition|template|embedding|vector|search)"
        r"|facial|iris\b|voice ?print|palm ?print|gait\b|biometric",
        "生物识别信息一旦泄露无法更换，社会治理无此必要，本平台不采集、不存储",
        "biometric data cannot be changed once leaked and are not needed here; this platform does not keep them",
    ),
    _line(
        "sexual_life",
        r"性取向|性生活|性经历|性史|性关系|性倾向|同性恋",
        r"sexual|sex life|gay\b|lesbian|lgbt",
        "性生活、性取向属于个人隐私，本平台不采集、不存储",
        "sexual life and orientation are private; this platform neither collects nor keeps them",
    ),
    _line(
        "health",
        r"病历|病史|诊断|疾病(?!预防)|病名|患病|体检|艾滋|性病|传染病(?!防)|精神病|精神障碍|吸毒史|健康(状况|档案|码)"
        r"|基因|遗传|用药|服药|怀孕|孕期|孕周|孕妇|流产|节育|避孕",
        r"hiv\b|aids\b|medical (history|record)|diagnos|disease|illness|health (record|status|condition|code)|medication"
        r"|pregnan|contracept|genetic|genome|mental (illness|disorder|health)",
        "健康和医疗信息超出社会治理所必需的范围，本平台不采集、不存储（残疾类别和等级可在帮扶登记中填写）",
        "health data go beyond what governance needs (kind and grade of disability belong in the welfare register)",
    ),
    _line(
        "score_of_a_person",
        rf"{_PEOPLE_ZH}.{{0,4}}{_SCORE_ZH}|(风险|危险|高危|重点|可疑|不稳定|稳控|维稳|管控|帮控|布控){_PEOPLE_ZH}"
        r"|重点户|稳控|维稳|黑名单|信用分|社会信用(?!代码)|诚信分|人物画像|老赖|钉子户|刺头|闹事者|一人一档",
        rf"{_PEOPLE_EN} (\w+ )?{_SCORE_EN}|(risk|trust|credit|reputation|social) (score|rating|grade)s? of "
        rf"(a |the )?{_PEOPLE_EN}|(trust|social credit|reputation) {_SCORE_EN}"
        r"|risk person|high risk (person|people|resident|household)|key person(nel)?\b|black ?list|trouble ?maker",
        "不对人打分、分级、预测、贴标签；可以评价的是地点、隐患、事件类型和服务缺口，对人只记服务到期日",
        "people are not scored, graded, predicted or labelled; places, hazards, kinds of matter and gaps in services "
        "may be, and people have only the day a service is due",
    ),
    _line(
        "whereabouts",
        rf"行踪|活动轨迹|出行轨迹|行动轨迹|手机定位|实时定位|{_PEOPLE_ZH}(轨迹|定位|位置)|同行人|同住异常",
        rf"whereabouts|location history|live location|phone location|movement history|{_PEOPLE_EN} (location|track|trace)",
        "不登记任何人的行踪；网格员只在当班时可定位，并在自己的屏幕上看得到",
        "nobody's whereabouts are recorded; officers are located only while on duty, and see it on their screen",
    ),
    _line(
        "ballot_of_a_person",
        r"投票人|选票归属|投给谁|(谁|何人|实名)投票|投票记录",
        r"voter|ballot (owner|of)|vote (of|by) (a |the )?(person|resident|household)|who voted",
        "投票是秘密的，任何人（包括管理员）都不能把选票与人对应起来",
        "votes are secret: nobody, an administrator included, can tie a ballot to a voter",
    ),
)
"""Source: the product's red lines 1 to 7; Personal Information Protection Law, article 28; ADR 38."""


def plain(label: str) -> str:
    """A label without case, width, spaces, bracketed units and punctuation."""
    folded = unicodedata.normalize("NFKC", label).lower()
    return re.sub(r"[^\w]|_", "", folded)


def spaced(label: str) -> str:
    """A label as English words: ``riskScoreOfPerson`` and ``risk_score`` fall into their parts."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", unicodedata.normalize("NFKC", label))
    return re.sub(r"[\W_]+", " ", parted.lower()).strip()


def red_line_of(label: str) -> RedLine | None:
    """The red line that a name of anything crosses."""
    clean, words = plain(label), spaced(label)
    return next((one for one in RED_LINES if one.chinese.search(clean) or one.english.search(words)), None)


def refuse_red_lines(labels: Iterable[str], *, place_zh: str, place_en: str) -> None:
    """Raises: RedLineCrossed for the first name that asks for what is never taken."""
    for label in labels:
        crossed = red_line_of(label)
        if crossed is not None:
            raise RedLineCrossed(
                label=label[:60],
                place_zh=place_zh,
                place_en=place_en,
                kind=crossed.key,
                reason_zh=crossed.reason_zh,
                reason_en=crossed.reason_en,
            )
