"""What exporting refuses."""

from jingwei.kernel.errors import DomainError, Forbidden, Invalid, NotFound


class SourceUnknown(NotFound):
    code = "exports.source_unknown"
    message = "没有可导出的“{source}”，或您当前的岗位不能导出它。请从导出列表中选择。"
    message_en = "There is nothing to export called “{source}”, or your post may not. Choose from the list."


class ExportUnknown(NotFound):
    code = "exports.unknown"
    message = "没有找到这次导出，或它不属于您现在的岗位。请到“导出”页面查看自己的导出。"
    message_en = (
        "There is no such export, or it is not of your present post. See your own on the exports page."
    )


class ColumnsRefused(Invalid):
    code = "exports.columns_refused"
    message = "列的选择有误：{reason_zh}。请重新选择列。"
    message_en = "The choice of columns is not valid: {reason_en}. Choose the columns again."


class PurposeMissing(Invalid):
    code = "exports.purpose_missing"
    message = "请写明用途（至少{least}个字）：它会写进文件和记录。"
    message_en = (
        "Say what it is for ({least} characters at least): it is written into the file and the record."
    )


class ReasonMissing(Invalid):
    code = "exports.reason_missing"
    message = "请写明不同意的理由，申请人会看到。"
    message_en = "Give the reason for refusing; whoever asked will read it."


class ClearNotForPost(Forbidden):
    code = "exports.clear_not_for_post"
    message = "您当前的岗位不能查看个人信息原文，因此也不能导出原文。请改为导出遮盖后的内容。"
    message_en = (
        "Your post may not see personal fields in the clear, so it cannot take them. Export them masked."
    )


class NobodyDecides(DomainError):
    code = "exports.nobody_decides"
    message = "没有可以审批的人：本单位没有在岗的负责人或指挥长，上级中心也没有人在岗。请导出遮盖后的内容，或请管理员安排岗位。"
    message_en = (
        "Nobody can decide on this: your unit has no head or commander in post and no centre above is staffed. "
        "Export the masked fields, or ask an administrator to fill a post."
    )


class NotByOneself(Forbidden):
    code = "exports.not_by_oneself"
    message = "不能审批自己的导出。请由本单位负责人、指挥长或上级中心审批。"
    message_en = "Nobody decides on their own export. Leave it to the head of your unit or the centre above."


class TooManyOpen(DomainError):
    code = "exports.too_many_open"
    message = "您已有{most}个导出在等待或生成。请等其中一个完成，或先停止一个。"
    message_en = "You have {most} exports waiting or being made. Wait for one to finish, or stop one."


class TooManyRows(DomainError):
    code = "exports.too_many_rows"
    message = "超过{most}行，没有生成文件。请按时间、区划或事项分成几次导出。"
    message_en = (
        "There are more than {most} rows, so no file was made. Narrow by time, area or item and repeat."
    )


class ExportStepRefused(DomainError):
    code = "exports.step_refused"
    message = "这次导出当前为“{state}”，不能“{action}”。可以：{allowed}。"
    message_en = "This export is “{state_en}” and cannot be asked to “{action_en}”. Possible: {allowed_en}."


class AskerChanged(DomainError):
    code = "exports.asker_changed"
    message = "申请导出之后，申请人的岗位已变动，这次导出不再提供。请用现在的岗位重新导出。"
    message_en = "The asker's post has changed since, so this export is no longer offered. Export again in the post held now."


class ExportGone(DomainError):
    code = "exports.gone"
    message = "文件已到期删除。请再次导出。"
    message_en = "The file was deleted at the end of its time. Export again."


class ExportDamaged(DomainError):
    code = "exports.damaged"
    message = "文件与生成时不一致，已停止提供。请再次导出，并告诉系统管理员编号{export_id}。"
    message_en = (
        "The file is not as it was made and is withheld. Export again and tell the administrator {export_id}."
    )


class ExportBroken(DomainError):
    """The same batch ended its runner several times."""

    code = "exports.broken"
    message = "生成到第{row}行之后，程序多次中断，已停止。请缩小范围再试，或联系系统管理员。"
    message_en = (
        "The program broke off repeatedly after row {row}. Narrow the filter, or tell the administrator."
    )
