"""What importing and exporting refuse."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class SheetUnknown(NotFound):
    code = "imports.sheet_unknown"
    message = "没有可导入的“{sheet}”，或您当前的岗位不能导入它。请从导入列表中选择。"
    message_en = (
        "There is no importable sheet “{sheet}”, or your post may not import it. Choose one from the list."
    )


class ForbiddenColumn(Invalid):
    """Red line: some facts about people are not collected here, whatever the sheet."""

    code = "imports.forbidden_column"
    message = (
        "文件中的“{header}”列不能导入：{reason_zh}。请从文件中删除这一列后重新上传；本次上传的文件没有保留。"
    )
    message_en = (
        "The column “{header}” cannot be imported: {reason_en}. "
        "Delete it from the file and upload again; this upload was not kept."
    )


class FileRefused(Invalid):
    """The file as a whole cannot be read, or is larger than what can be taken."""

    code = "imports.file_refused"
    message = "文件没有接收：{reason_zh}。"
    message_en = "The file was not taken: {reason_en}."

    def __init__(self, reason_zh: str, reason_en: str) -> None:
        """A reason that does not say itself what to do gets the usual advice."""
        if "请" not in reason_zh:
            reason_zh = f"{reason_zh}，请核对文件后重新上传"
            reason_en = f"{reason_en}; check the file and upload it again"
        super().__init__(reason_zh=reason_zh, reason_en=reason_en)


class MappingRefused(Invalid):
    code = "imports.mapping_refused"
    message = "列的对应关系没有保存：{reason_zh}。"
    message_en = "The mapping of columns was not saved: {reason_en}."

    def __init__(self, reason_zh: str, reason_en: str) -> None:
        super().__init__(reason_zh=reason_zh, reason_en=reason_en)


class BatchStepRefused(DomainError):
    code = "imports.step_refused"
    message = "这个导入批次当前为“{state}”，不能“{action}”。可以：{allowed}。"
    message_en = "This batch is “{state_en}” and cannot be asked to “{action_en}”. Possible: {allowed_en}."


class TooManyFaults(DomainError):
    code = "imports.too_many_faults"
    message = "错误已超过{most}行，检查提前结束。多半是列对应错了：请核对列的对应关系，或改正文件后重新上传。"
    message_en = (
        "More than {most} rows have errors, so the check stopped early. Most likely a column is mapped wrongly: "
        "look at the mapping, or correct the file and upload it again."
    )


class UndoUnavailable(DomainError):
    code = "imports.undo_unavailable"
    message = "“{sheet}”的导入不支持撤销。请逐条更正。"
    message_en = "An import of “{sheet_en}” cannot be undone. Correct the records one by one."


class NothingToUndo(DomainError):
    code = "imports.nothing_to_undo"
    message = "这个批次没有可撤销的行。"
    message_en = "This batch has no rows that could be undone."


class NotChecked(DomainError):
    code = "imports.not_checked"
    message = "这个文件还没有检查。请先检查，再下载错误文件。"
    message_en = "This file has not been checked yet. Check it first, then download the errors."


class BatchUnknown(NotFound):
    code = "imports.batch_unknown"


class FileGone(DomainError):
    code = "imports.file_gone"
    message = "这个批次的文件已过保存期（{days}天），已删除。请重新上传。"
    message_en = (
        "The file of this batch was deleted at the end of its retention ({days} days). Upload it again."
    )


class ActorChanged(DomainError):
    code = "imports.actor_changed"
    message = "发起导入的人已不在原岗位，导入已停止。请由现任人员继续。"
    message_en = (
        "Whoever started the import no longer holds that post; it has stopped. Let the present holder go on."
    )


class TooManyRowsForXlsx(Invalid):
    code = "imports.too_many_for_xlsx"
    message = "共{rows}行，超过 .xlsx 错误文件的上限{most}行。请选择 .csv 格式，或只下载错误行。"
    message_en = "There are {rows} rows; an .xlsx errors file takes {most}. Choose .csv, or download only the bad rows."
