"""The agreement 调解协议书 as paragraphs: what the law asks to stand in it, in the order people know.

Source: 《人民调解法》第二十九条 (who, what about, what was agreed, how and by when it is performed); 第三十一条 (binding).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jingwei.domains.joint.contracts import MediationWay, PartySide

SIDES = {PartySide.APPLICANT: "申请人", PartySide.RESPONDENT: "被申请人"}
TITLES = {
    MediationWay.PEOPLE: "人民调解协议书",
    MediationWay.ADMINISTRATIVE: "行政调解协议书",
    MediationWay.JUDICIAL: "调解协议书",
}
CLOSING = {
    MediationWay.PEOPLE: "本协议经各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效，具有法律约束力，"
    "当事人应当按照约定履行。双方认为有必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认。",
    MediationWay.ADMINISTRATIVE: "本协议经各方当事人签名或者盖章、调解机关盖章后生效，当事人应当按照约定履行。",
    MediationWay.JUDICIAL: "本协议经各方当事人签名或者盖章、调解组织盖章后生效，当事人应当按照约定履行。",
}


@dataclass(frozen=True, slots=True)
class Signer:
    """A party as the agreement names it."""

    side: PartySide
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """What an agreement says."""

    way: MediationWay
    number: str
    kind: str
    unit: str
    mediators: str
    signers: Sequence[Signer]
    facts: str
    terms: str
    performing: str
    agreed_on: date


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, and how it stands on the page."""

    words: str
    is_title: bool = False
    is_heading: bool = False
    is_right: bool = False


def paragraphs_of(one: Agreed) -> list[Paragraph]:
    """The agreement, line by line; places to sign are left empty."""
    found = [
        Paragraph(TITLES[one.way], is_title=True),
        Paragraph(f"编号：{one.number}", is_right=True),
        *(Paragraph(_signer(who)) for who in one.signers),
        Paragraph(f"纠纷类型：{one.kind}"),
    ]
    for heading, words in (
        ("一、纠纷主要事实、争议事项和各方责任", one.facts),
        ("二、协议内容", one.terms),
        ("三、履行方式、地点和期限", one.performing),
    ):
        found.append(Paragraph(heading, is_heading=True))
        found += [Paragraph(line) for line in words.splitlines() if line.strip()]
    found.append(Paragraph(CLOSING[one.way]))
    found += [Paragraph(f"{SIDES[who.side]}（签名或盖章）：") for who in one.signers]
    return [
        *found,
        Paragraph(f"调解员（签名）：{one.mediators}"),
        Paragraph("记录人（签名）："),
        Paragraph(f"{one.unit}（盖章）", is_right=True),
        Paragraph(f"{one.agreed_on:%Y}年{one.agreed_on.month}月{one.agreed_on.day}日", is_right=True),
    ]


def _signer(who: Signer) -> str:
    return f"{SIDES[who.side]}：{who.name}" + (f"    联系电话：{who.phone}" if who.phone else "")
