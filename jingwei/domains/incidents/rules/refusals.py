"""What an incident refuses, and what to do then."""

from jingwei.kernel.errors import DomainError, Forbidden, Invalid, NotFound


class StepRefused(DomainError):
    code = "incident.step_refused"
    message = "事件当前为“{state}”，不能执行“{action}”。可执行：{allowed}。"
    message_en = "The incident is “{state_en}”; “{action_en}” is not possible now. Possible: {allowed_en}."


class WhileSuspended(DomainError):
    code = "incident.suspended"
    message = "事件已挂起，不能执行“{action}”。请先恢复。"
    message_en = "The incident is suspended; resume it before “{action_en}”."


class NotYours(Forbidden):
    code = "incident.not_yours"
    message = "“{action}”应由{who}执行。您可以备注，或联系{who}。"
    message_en = "“{action_en}” is up to {who_en}. You may leave a note or contact them."


class RemarkMissing(Invalid):
    code = "incident.remark_missing"
    message = "请填写“{action}”的原因或说明（至少{least}个字）。"
    message_en = "Give a reason or remark for “{action_en}” (at least {least} characters)."


class ItemMissing(Invalid):
    code = "incident.item_missing"
    message = "受理前请选择事项，时限和责任单位由事项决定。"
    message_en = "Choose an item before accepting: it decides the limits and the responsible unit."


class EvidenceMissing(Invalid):
    code = "incident.evidence_missing"
    message = "“{item}”要求提供：{missing}。请补充后再提交，已填写的内容不会丢失。"
    message_en = "“{item}” asks for: {missing_en}. Add it and submit again; what you typed is kept."


class UnitUnfit(Invalid):
    code = "incident.unit_unfit"
    message = "不能派遣给“{unit}”：{reason}"
    message_en = "It cannot be dispatched to “{unit}”: {reason_en}"


class CorrectionMovesAway(DomainError):
    code = "incident.correction_moves_away"
    message = "更正后的地点不归“{unit}”负责。请用“改派”一次更正并交给负责那里的单位。"
    message_en = "“{unit}” does not serve the corrected place. Use “Reroute” to correct it and give it to one that does."


class AssigneeUnfit(Invalid):
    code = "incident.assignee_unfit"
    message = "只能指派给本单位在岗人员。请从名单中重新选择。"
    message_en = "Only a post of your own unit can be assigned. Choose one from the list."


class NoCentreAbove(DomainError):
    code = "incident.no_centre_above"
    message = "已在最高一级中心，不能再上报。"
    message_en = "This is the highest centre; it cannot be escalated further."


class IdTaken(DomainError):
    code = "incident.id_taken"
    message = "这个编号已用于另一件上报。请重新生成编号后提交，已填写的内容不会丢失。"
    message_en = (
        "This id belongs to a different report. Make a new id and submit again; what you typed is kept."
    )


class NobodyReceives(DomainError):
    code = "incident.nobody_receives"
    message = "现在没有可以接收保密线索的岗位，线索没有保存。请稍后再试，或直接联系上级综治中心。"
    message_en = (
        "No post can receive confidential tips at present, so nothing was stored. "
        "Try again later or contact a centre above directly."
    )


class TrackingUnknown(NotFound):
    code = "incident.tracking_unknown"
    message = "没有找到这个查询码。请核对受理回执上的10位查询码（不区分大小写）。"
    message_en = (
        "This tracking code is unknown. Check the ten letters on your receipt (case does not matter)."
    )


class ExtensionRefused(DomainError):
    code = "incident.extension_refused"
    message = "不能申请延期：{reason}"
    message_en = "No extension can be asked for: {reason_en}"


class NoWarningToAnswer(DomainError):
    code = "incident.no_warning_to_answer"
    message = "这件事上没有等您答复的预警。请刷新后查看，预警由该办的岗位或其负责人答复。"
    message_en = (
        "No warning of this matter waits for your answer. Refresh: whoever owes it, or leads them, answers."
    )


class NothingToDecide(DomainError):
    code = "incident.nothing_to_decide"
    message = "没有待审批的延期申请，可能已由他人处理。请刷新。"
    message_en = "No request for time is waiting; somebody may have decided it. Refresh."


class QuestionWaits(DomainError):
    code = "incident.question_waits"
    message = "上一个问题还在等反映人回答，{days}天内没有回答才能换一个。可以先电话联系，或备注说明。"
    message_en = (
        "The last question still waits for the reporter; another may take its place after {days} days. "
        "Call them instead, or leave a note."
    )


class NobodyToAsk(DomainError):
    code = "incident.nobody_to_ask"
    message = "这是移入的历史事项，没有账号、电话或查询码，征询送不到反映人。请到现场核实，或备注说明。"
    message_en = (
        "It was brought in as history, without account, phone or tracking code: a question would reach nobody. "
        "Look on site, or leave a note."
    )


class NothingToAnswer(DomainError):
    code = "incident.nothing_to_answer"
    message = "没有等您回答的问题，可能已经回答过，或事项已办结。请刷新查看。"
    message_en = "No question waits for you: it was answered, or the matter is closed. Refresh to see."


class UrgedAlready(DomainError):
    code = "incident.urged_already"
    message = "刚刚催办过，{again_at}之后可以再催。急需处理请直接联系承办人。"
    message_en = (
        "It was urged a short while ago; it can be urged again after {again_at}. If it presses, call them."
    )


class SuspensionTooLong(Invalid):
    code = "incident.suspension_too_long"
    message = "挂起时间应晚于现在，且不超过{days}天。请重新选择恢复日期。"
    message_en = "A suspension ends later than now and within {days} days. Choose another day."


class AlreadyRated(DomainError):
    code = "incident.already_rated"
    message = "您已评价过本次办理结果。如仍未解决，可以申请重开。"
    message_en = "You have rated this result. If it is not solved, you can ask to reopen it."


class ReopenTooLate(DomainError):
    code = "incident.reopen_too_late"
    message = "结案已超过{days}天，不能重开。请重新上报，并注明原编号{receipt_no}。"
    message_en = "It was closed more than {days} days ago. Please report it anew and name {receipt_no}."


class WordsMissing(Invalid):
    code = "incident.words_missing"
    message = "请用几个字说明是什么事（至少{least}个字），或拍一张照片。"
    message_en = "Say in a few words what it is (at least {least} characters) or add a photo."


class AboutUnitUnknown(Invalid):
    code = "incident.about_unit_unknown"
    message = "没有这个被反映单位。请从单位名单中重新选择，或在描述中写明。"
    message_en = "The unit this is about is not known. Choose one from the list, or name it in your words."


class PhotoNamesYou(Invalid):
    code = "incident.photo_names_you"
    message = "这些照片是登录后上传的，会留下您的身份。匿名上报请先退出登录，再重新上传照片。"
    message_en = (
        "These photos were uploaded while you were signed in and would tell who you are. "
        "To report anonymously, sign out and upload them again."
    )


class PlaceMissing(Invalid):
    code = "incident.place_missing"
    message = "请提供位置：地图选点、当前位置，或选择所在社区并写明地点。"
    message_en = (
        "Give a place: pick it on the map, use your position, or choose the community and describe it."
    )


class TimeInFuture(Invalid):
    code = "incident.time_in_future"
    message = "发生时间（{reported_at}）晚于现在。请检查手机时间。"
    message_en = "The time given ({reported_at}) lies in the future. Check the clock of your device."


class ContactMissing(Invalid):
    code = "incident.contact_missing"
    message = "{identity}上报需要留下联系电话；如不愿留下，请选择匿名。"
    message_en = (
        "A {identity_en} report needs a phone number; choose anonymous if you would rather not give one."
    )


class NoReporterPhone(DomainError):
    code = "incident.no_reporter_phone"
    message = "反映人没有留下电话。"
    message_en = "The reporter left no phone number."
    status = 404


class ReporterProtected(Forbidden):
    code = "incident.reporter_protected"
    message = "反映人选择了保密，只有受理中心可以联系。请通过受理中心转达。"
    message_en = (
        "The reporter asked for confidentiality: only the receiving centre may make contact. Go through it."
    )


class NotInHands(DomainError):
    code = "incident.not_in_hands"
    message = "“{name}”不在这个岗位手里，可能已由他人处理。请刷新后重新选择。"
    message_en = "“{name}” is not in the hands of this post; somebody may have dealt with it. Refresh and choose again."


class ReceiverVacant(Invalid):
    code = "incident.receiver_vacant"
    message = "“{title}”目前没有人担任，不能接手。请选择有人在岗的岗位。"
    message_en = "Nobody holds “{title}” at present, so it cannot take over. Choose a post that is held."


class HandOverToItself(Invalid):
    code = "incident.hand_over_to_itself"
    message = "移交的双方是同一个岗位。请选择本单位的另一个岗位。"
    message_en = "Both sides are the same post. Choose another post of the unit."


class ComponentUnknown(Invalid):
    code = "incident.component_unknown"
    message = "台账中没有编码为“{value}”的部件。请核对16位编码，或不填编码直接上报。"
    message_en = "The ledger has no component “{value}”. Check the sixteen digits, or report without them."
