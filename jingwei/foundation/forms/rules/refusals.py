"""What forms refuse, and the next step."""

from collections.abc import Sequence
from dataclasses import asdict

from jingwei.foundation.forms.contracts import FieldConflict, ValueFault
from jingwei.kernel.errors import DomainError, Invalid


class KindUnknown(DomainError):
    code = "forms.kind_unknown"
    message = "没有“{kind}”这类记录。请从表单列表中选择。"
    message_en = "There is no kind of record “{kind}”. Choose one from the list of forms."
    status = 404


class BadFacts(Invalid):
    """Some of what was given cannot be taken; ``data["faults"]`` says which and why."""

    code = "forms.bad_facts"
    message = "有{count}项填写不正确：{fields}。请按每一项的提示改正。"
    message_en = "{count} of the fields are not right: {fields_en}. Correct them as each of them says."

    def __init__(self, faults: Sequence[ValueFault], labels: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            count=len(faults),
            fields="、".join(zh for zh, _ in labels),
            fields_en=", ".join(en for _, en in labels),
            faults=[
                {"field": one.field, "message": one.message_zh, "message_en": one.message_en}
                for one in faults
            ],
        )


class EditConflict(DomainError):
    """Others changed the same fields meanwhile; whoever came second chooses field by field."""

    code = "forms.edit_conflict"
    message = "您填写期间，有{count}项已被他人改成别的内容：{labels}。请逐项选择保留哪一个，再保存。"
    message_en = (
        "While you were writing, others changed {count} of these fields to something else: {labels_en}. "
        "Choose for each which to keep, and save again."
    )
    status = 409

    def __init__(self, conflicts: Sequence[FieldConflict], *, version: int) -> None:
        super().__init__(
            count=len(conflicts),
            labels="、".join(one.label for one in conflicts),
            labels_en=", ".join(one.label_en for one in conflicts),
            fields=[asdict(one) for one in conflicts],
            version=version,
        )


class FormRefused(Invalid):
    """A form that may not be published; ``data["faults"]`` says what is missing, field by field."""

    code = "forms.form_refused"
    message = "表单还不能发布，有{count}处要改。第一处：“{first}”。"
    message_en = (
        "The form cannot be published yet; {count} things have to be mended. The first: “{first_en}”."
    )

    def __init__(self, faults: Sequence[ValueFault]) -> None:
        super().__init__(
            count=len(faults),
            first=faults[0].message_zh.rstrip("。"),
            first_en=faults[0].message_en.rstrip("."),
            faults=[
                {"field": one.field, "message": one.message_zh, "message_en": one.message_en}
                for one in faults
            ],
        )


class DraftMissing(DomainError):
    code = "forms.draft_missing"
    message = "“{kind}”没有草稿。请先新建草稿。"
    message_en = "There is no draft of “{kind}”. Start one first."
    status = 404


class StartRefused(Invalid):
    code = "forms.start_refused"
    message = "启用日不能早于{earliest}。请选择那天或以后的一天。"
    message_en = "It cannot come into force before {earliest}. Choose that day or a later one."


class BadCodeTable(Invalid):
    code = "forms.bad_code_table"
    message = "代码表不能这样保存：{reason}。请改正后再保存。"
    message_en = "The code table cannot be saved like this: {reason_en}. Correct it and save again."


class DraftExists(DomainError):
    code = "forms.draft_exists"
    message = "“{title}”已有草稿，由{by}保存。请继续修改它，或先放弃。"
    message_en = "There is a draft of “{title}” already, saved by {by}. Go on with it, or discard it first."


class TooManyTables(Invalid):
    code = "forms.too_many_tables"
    message = "代码表最多{most}张。请在已有的代码表里增加。"
    message_en = "There are {most} code tables at most. Add to one that is there."


class ChoiceMissing(Invalid):
    code = "forms.choice_missing"
    message = "两份记录有{count}项不同，还没有选。请逐项选择保留哪一个，再合并。"
    message_en = "{count} fields differ between the two records. Choose for each which to keep, then merge."
