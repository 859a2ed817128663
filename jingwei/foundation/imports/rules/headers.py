"""Headers: which column a header means, and which facts about people are never taken."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from jingwei.foundation.imports.contracts import Column

ERRORS_HEADER = "错误"
ORIGIN_HEADER = "原行号"
OUR_HEADERS = {ERRORS_HEADER, ORIGIN_HEADER}
"""Columns of the file we returned; coming back with it, they are not the user's data."""

LOOK_FOR_HEADER_IN_ROWS = 10
"""Sheets often begin with a title and a note; the header is looked for this far down."""


@dataclass(frozen=True, slots=True)
class ForbiddenKind:
    """A kind of personal fact that is refused in every file, with the words it goes by and the reason."""

    key: str
    chinese: re.Pattern[str]
    english: re.Pattern[str]
    reason_zh: str
    reason_en: str


def _kind(key: str, chinese: str, english: str, reason_zh: str, reason_en: str) -> ForbiddenKind:
    words = re.compile(rf"\b(?:{english})", re.ASCII)
    return ForbiddenKind(key, re.compile(chinese), words, reason_zh, reason_en)


FORBIDDEN_KINDS: tuple[ForbiddenKind, ...] = (
    _kind(
        "religion",
        r"宗教(?!活动|场所|事务|局)|信仰|信教|教派",
        r"religio(n|us)(?! (venue|place|site|affairs))|faith\b",
        "宗教信仰属于敏感个人信息，本平台不采集、不存储",
        "religious belief is sensitive personal information that this platform neither collects nor keeps",
    ),
    _kind(
        "ethnicity",
        r"民族(?!路|街|村|社区|乡|镇|小学|中学|学校|大学|学院|医院|团结|广场|宗教)|族别|种族",
        r"ethnic|race\b|racial",
        "民族、种族不用于社会治理事项的办理，本平台不采集、不存储",
        "ethnic origin has no place in handling matters of governance; this platform neither collects nor keeps it",
    ),
    _kind(
        "political_opinion",
        r"政治(面貌|观点|倾向|立场|信仰|态度|表现|身份)",
        r"political|party member",
        "政治观点和政治面貌不得用于对群众的登记和处置，本平台不采集、不存储",
        "political opinion and affiliation may not be used to register people; this platform does not keep them",
    ),
    _kind(
        "petitioning",
        r"上访|缠访|闹访|涉访|重点信访|信访(史|经历|记录|次数|人员|对象|重点|情况|户|标记|标签)",
        r"petition(er|ing|s? (history|count|record))",
        "信访是公民的法定权利，不得据此登记或标记个人，本平台不采集、不存储",
        "petitioning is a citizen's lawful right; nobody may be registered or marked for it",
    ),
    _kind(
        "biometrics",
        r"指纹(?!锁)|人脸|面部(特征|识别|数据|信息)|虹膜|声纹|掌纹|指静脉|步态|生物(特征|识别)|dna",
        r"dna\b|finger ?print|face ?(print|id|data|feature|image|photo|recognition)|iris\b|voice ?print|palm ?print|biometric",
        "生物识别信息一旦泄露无法更换，社会治理无此必要，本平台不采集、不存储",
        "biometric data cannot be changed once leaked and are not needed here; this platform does not keep them",
    ),
    _kind(
        "sexual_life",
        r"性取向|性生活|性经历|性史|性关系|同性恋",
        r"sexual|sex life",
        "性生活、性取向属于个人隐私，本平台不采集、不存储",
        "sexual life and orientation are private; this platform neither collects nor keeps them",
    ),
    _kind(
        "health",
        r"病历|病史|诊断|疾病(?!预防)|病名|患病|体检|艾滋|hiv|性病|传染病(?!防)|基因|遗传|用药|服药|怀孕|孕期|孕周|流产|节育|避孕",
        r"hiv\b|aids\b|medical history|diagnos|disease|illness|health (record|status|condition)|medication|pregnan|contracept|genetic|genome",
        "健康和医疗信息超出社会治理所必需的范围，本平台不采集、不存储（残疾类别和等级可在帮扶登记中填写）",
        "health data go beyond what governance needs (kind and grade of disability belong in the welfare register)",
    ),
)


def plain(header: str) -> str:
    """A header without case, width, spaces, bracketed units and punctuation."""
    folded = unicodedata.normalize("NFKC", header).lower()
    return re.sub(r"[^\w]|_", "", folded)


def forbidden_kind(header: str) -> ForbiddenKind | None:
    """The kind of fact a header asks for, if that kind is never taken."""
    clean = plain(header)
    spaced = re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", header).lower())
    return next(
        (kind for kind in FORBIDDEN_KINDS if kind.chinese.search(clean) or kind.english.search(spaced)), None
    )


def signature(headers: Sequence[str]) -> str:
    """What a layout is remembered by: the same headers in the same order, as people would call them the same."""
    joined = "\x1f".join(plain(header) for header in headers)
    return hashlib.sha256(joined.encode()).hexdigest()[:32]


def guess_mapping(headers: Sequence[str], columns: Sequence[Column]) -> list[str | None]:
    """For each header the name of the column it most likely means; each column is taken once.

    Exact words (name, labels, aliases) go first; then a header that begins or ends with a label of at least
    two characters, such as “事发地址（详细）”.
    """
    words = {column.name: _words(column) for column in columns}
    guesses: list[str | None] = [None] * len(headers)
    for matches in (_is_same, _is_around):
        for index, header in enumerate(headers):
            if guesses[index] is not None or header.strip() in OUR_HEADERS:
                continue
            taken = set(guesses)
            clean = plain(header)
            free = (column.name for column in columns if column.name not in taken)
            guesses[index] = next((name for name in free if matches(clean, words[name])), None)
    return guesses


def header_row_index(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> int:
    """Which of the first rows is the header: the one with most known words, else the first that is not empty."""
    known = {word for column in columns for word in _words(column)}
    best, best_score = -1, 0
    for index, row in enumerate(rows[:LOOK_FOR_HEADER_IN_ROWS]):
        score = sum(1 for cell in row if plain(cell) in known)
        if score > best_score:
            best, best_score = index, score
    if best >= 0:
        return best
    return next((index for index, row in enumerate(rows) if any(cell.strip() for cell in row)), 0)


def _words(column: Column) -> set[str]:
    words = (column.name, column.label_zh, column.label_en, *column.aliases)
    return {plain(word) for word in words if plain(word)}


def _is_same(clean: str, words: set[str]) -> bool:
    return clean in words


def _is_around(clean: str, words: set[str]) -> bool:
    return any(len(word) >= 2 and (clean.startswith(word) or clean.endswith(word)) for word in words)
