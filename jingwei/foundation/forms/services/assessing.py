"""The assessment as a document that can be printed and signed."""

from jingwei.foundation.documents.contracts import Asked, Block, Document, Facts, Note, Section, Table
from jingwei.foundation.forms.contracts import Keeping, SeenBy
from jingwei.foundation.forms.queries.assessment import AssessedField, Assessment
from jingwei.kernel.redlines import RED_LINES

KEEPING_WORDS = {
    Keeping.PLAIN: ("明文，按辖区可见", "plain, within the jurisdiction"),
    Keeping.SEALED: ("加密", "sealed"),
    Keeping.INDEXED: ("加密，可按已知的原值查找", "sealed, found by a value already known"),
}
SEEN_WORDS = {
    SeenBy.SCOPE: ("辖区内有权限的岗位", "posts with the permission in the jurisdiction"),
    SeenBy.NEED: ("遮盖显示；说明用途后查看，逐次留痕", "masked; read after saying what for, each look recorded"),
    SeenBy.KEEPER: ("只有管理这类记录的岗位", "only posts that manage such records"),
}  # fmt: skip


def assessment_document(found: Assessment, asked: Asked) -> Document:
    """The assessment, drawn up for printing. What the city adds by hand is signed for below."""
    say = asked.say
    every = found.every_field
    sections = [
        Section(
            f"form_{number}",
            say(one.form.title_zh, one.form.title_en),
            (
                Facts(
                    (
                        (say("表单版本", "Version of the form"), str(one.form.version)),
                        (say("起用日", "In force from"), asked.day(one.form.valid_from)),
                        (say("其他项", "Other fields"), str(one.other_fields)),
                    )
                ),
                *_fields(one.fields, found.look_days, asked),
            ),
        )
        for number, one in enumerate(found.forms)
    ]
    sections.append(
        Section(
            "other",
            say("其他业务保存的个人信息", "Personal fields of other work"),
            _fields(found.other, found.look_days, asked),
        )
    )
    sections.append(
        Section(
            "never",
            say("从不收集的信息", "What is never collected"),
            (
                Note(
                    say(
                        "以下信息不能作为表单的项、导入的列或标签，系统在每个入口拒绝：",
                        "None of these can become a field, an imported column or a label; every entrance refuses them:",
                    )
                ),
                Table(
                    (say("说明", "Why"),), tuple((say(one.reason_zh, one.reason_en),) for one in RED_LINES)
                ),
            ),
        )
    )
    return Document(
        title=say("个人信息保护影响评估", "Personal information protection assessment"),
        language=asked.language,
        sections=tuple(sections),
        lead=(
            (say("生成时间", "Made at"), asked.moment(found.at)),
            (say("依据", "Ground"), say("《个人信息保护法》第五十五条、第五十六条", "Personal Information Protection Law, articles 55 and 56")),
            (say("个人信息项", "Personal fields"), str(len(every))),
            (say("加密保存", "Sealed"), str(sum(one.keeping is not Keeping.PLAIN for one in every))),
            (say(f"近{found.look_days}天查看原文", f"Looks in {found.look_days} days"), str(sum(one.looks for one in every))),
        ),
        foot=say("由系统按表单定义生成", "Made by the system from the definitions of its forms"),
        signatures=(
            say("评估意见：", "Findings:"),
            say("个人信息保护负责人签字：　　　　　　日期：", "Signed by the person in charge:            Date:"),
        ),
    )  # fmt: skip


def _fields(fields: tuple[AssessedField, ...], days: int, asked: Asked) -> tuple[Block, ...]:
    say = asked.say
    if not fields:
        return (Note(say("没有个人信息项。", "No personal fields.")),)
    heads = (
        say("项", "Field"),
        say("用途", "Purpose"),
        say("依据", "Legal basis"),
        say("保存期限", "Retention"),
        say("保存方式", "How it is kept"),
        say("谁能看", "Who sees it"),
        say(f"{days}天内查看", f"Looks in {days} days"),
    )
    rows = tuple(
        (
            say(one.label_zh, one.label_en) + (say("（必填）", " (required)") if one.is_required else ""),
            one.purpose,
            one.legal_basis,
            _period(one.retention_days, asked),
            asked.word(KEEPING_WORDS[one.keeping]),
            asked.word(SEEN_WORDS[one.seen_by]),
            say(f"{one.looks}次，{one.lookers}人", f"{one.looks} by {one.lookers}"),
        )
        for one in fields
    )
    return (Table(heads, rows),)


def _period(days: int, asked: Asked) -> str:
    if not days:
        return asked.say("随所属档案保存", "as long as the record")
    return asked.say(f"{days}天", f"{days} days")
