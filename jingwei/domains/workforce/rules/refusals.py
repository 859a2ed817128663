"""What is refused about officers and teams."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class MemberNotFound(NotFound):
    code = "workforce.not_found"
    message = "没有找到这份人员档案，或不在您的辖区内。请从队伍名单中打开。"
    message_en = "No such file, or outside your jurisdiction. Open it from the list."


class ReferralNotFound(NotFound):
    code = "workforce.referral_not_found"
    message = "没有找到这件转介，或与您无关。请从转介列表中打开。"
    message_en = "No such referral, or it does not concern you. Open it from the list."


class TeamNotFound(DomainError):
    code = "workforce.team_not_found"
    message = "没有找到这支队伍，或不在您的辖区内。请从队伍列表中打开。"
    message_en = "No such team, or outside your jurisdiction. Open it from the list."


class MemberKeptElsewhere(DomainError):
    code = "workforce.kept_elsewhere"
    message = "这份档案由{area_name}维护，您可以看，不能改。请联系他们修改。"
    message_en = "This file is kept by {area_name}: you may read it, not change it. Ask them to."
    status = 403


class KindNotKnown(Invalid):
    code = "workforce.kind_unknown"
    message = "没有“{kind}”这一类力量，或已停用。请从列表中选择。"
    message_en = "There is no kind “{kind}” in use. Choose one from the list."


class HeldByPost(DomainError):
    code = "workforce.held_by_post"
    message = "“{kind}”由岗位任职决定，此人有工作账号。请由管理员在“岗位”里任命，这里会自动显示。"
    message_en = (
        "“{kind}” is whoever holds the post, and this person has an account. "
        "Have an administrator appoint them; it shows here by itself."
    )


class PlaceTooWide(Invalid):
    code = "workforce.place_too_wide"
    message = "人员要落到社区或网格。请选择一个社区或网格。"
    message_en = "People work in a community or a grid. Choose one."


class OutsideOwnGround(Invalid):
    code = "workforce.outside_own_ground"
    message = "{area_name}不在您的辖区内。请选择您辖区内的区划。"
    message_en = "{area_name} lies outside your jurisdiction. Choose an area within it."


class ServesAlready(DomainError):
    code = "workforce.serves_already"
    message = "{name}已在{area_name}担任“{kind}”。不用重复登记；要调动请用“调动”。"
    message_en = "{name} works in {area_name} as “{kind}” already. To move them, use “move”."


class ServiceEnded(DomainError):
    code = "workforce.service_ended"
    message = "这一任已于{to_on}结束，不能再调动或离岗。请刷新后查看。"
    message_en = "This service ended on {to_on} and cannot be moved or ended again. Load the page anew."


class DayOdd(Invalid):
    code = "workforce.day_odd"
    message = "日期不对：不能早于到岗日，也不能晚于今天。请改日期。"
    message_en = "The day is not valid: not before they joined, and not after today. Correct it."


class AccountNotMatched(Invalid):
    code = "workforce.account_not_matched"
    message = "没有用户名与姓名都相符的在用工作账号。请核对用户名和姓名，没有账号就留空。"
    message_en = "No account in use has both this user name and this name. Check both, or leave it empty."


class AccountTaken(DomainError):
    code = "workforce.account_taken"
    message = "这个工作账号已有一份人员档案。请在原档案里增加任职。"
    message_en = "There is a file for this account already. Add the service there."


class StandardRefused(Invalid):
    code = "workforce.standard_refused"
    message = "配备标准不能这样定：{reason}"
    message_en = "The standard cannot be like this: {reason_en}"


class TeamMembersOdd(Invalid):
    code = "workforce.team_members_odd"
    message = "队员名单里有看不到的人，或队长不在名单里。请从您辖区的人员中重新选择。"
    message_en = "A member is out of sight, or the leader is not a member. Choose again among your people."


class NotASpecialist(Invalid):
    code = "workforce.not_a_specialist"
    message = "“{kind}”不接受转介，或此人已离岗。请选择警员、医生、辅导员等在岗的人。"
    message_en = "“{kind}” takes no referrals, or they have left. Choose a specialist who is in place."


class MatterGuarded(DomainError):
    code = "workforce.matter_guarded"
    message = "这件事看不到，或者是保密线索、反映单位的事，不能转介。请不带事件，只写要问什么。"
    message_en = (
        "This matter is out of sight, confidential or about a unit, and cannot be referred. Ask without it."
    )


class PersonalWords(Invalid):
    code = "workforce.personal_words"
    message = "内容里有证件号码或电话号码。请删去，只写要办什么、在哪里。"
    message_en = "The words hold an identity or telephone number. Take it out: say what is needed and where."


class NotYoursToAnswer(DomainError):
    code = "workforce.not_yours_to_answer"
    message = "这件转介由{name}答复。请等待答复，或撤回后转给别人。"
    message_en = "This referral is {name}'s to answer. Wait, or withdraw it and ask somebody else."
    status = 403


class ReferralOver(DomainError):
    code = "workforce.referral_over"
    message = "这件转介已经结束。请刷新后查看结果。"
    message_en = "This referral is over. Load the page anew to see how."


class NoPhone(DomainError):
    code = "workforce.no_phone"
    message = "这个人没有登记电话。请联系维护档案的单位补上。"
    message_en = "No telephone is registered for this person. Ask who keeps the file to add one."


class PlaceIncomplete(Invalid):
    code = "workforce.place_incomplete"
    message = "还没有填完：到岗要填类别、地点和日期，调动要填新地点和原因，离岗要填原因。请补齐后再提交。"
    message_en = "Something is missing: joining needs a kind, a place and a day, moving a new place and why, leaving why."
