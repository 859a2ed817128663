"""What exchanging geometry files refuses."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class GeometryFileRefused(Invalid):
    """The file as a whole cannot be read, or is larger than what can be taken."""

    code = "territory.file_refused"
    message = "文件没有接收：{reason_zh}。"
    message_en = "The file was not taken: {reason_en}."

    def __init__(self, reason_zh: str, reason_en: str) -> None:
        """A reason that does not say itself what to do gets the usual advice."""
        if "请" not in reason_zh:
            reason_zh = f"{reason_zh}，请核对文件后重新上传"
            reason_en = f"{reason_en}; check the file and upload it again"
        super().__init__(reason_zh=reason_zh, reason_en=reason_en)


class ReadersBusy(DomainError):
    code = "territory.readers_busy"
    message = "正在读取其他几何文件，请在{seconds}秒后再试。"
    message_en = "Other geometry files are being read. Try again in {seconds} seconds."
    status = 429


class ColumnsRefused(Invalid):
    code = "territory.columns_refused"
    message = "列的对应关系没有保存：{reason_zh}。"
    message_en = "The mapping of columns was not saved: {reason_en}."


class NothingToApply(DomainError):
    code = "territory.nothing_to_apply"
    message = "没有可以放进草稿的图形：请先改正文件里的错误，或调整坐标系和列的对应关系后重新检查。"
    message_en = (
        "No feature can go into the draft: correct the file, or change the coordinate system or the columns, "
        "and check again."
    )


class ImportStepRefused(DomainError):
    code = "territory.import_step_refused"
    message = "这次导入当前为“{state}”，不能“{action}”。请先“{needed}”。"
    message_en = "This import is “{state_en}” and cannot be asked to “{action_en}”. First “{needed_en}”."


class GeometryImportUnknown(NotFound):
    code = "territory.import_unknown"


class GeometryFileGone(DomainError):
    code = "territory.file_gone"
    message = "这次导入的文件已过保存期（{days}天），已删除。请重新上传。"
    message_en = (
        "The file of this import was deleted at the end of its retention ({days} days). Upload it again."
    )


class WritingRefused(Invalid):
    code = "territory.writing_refused"
    message = "没有导出：{reason_zh}。"
    message_en = "Nothing was written: {reason_en}."
