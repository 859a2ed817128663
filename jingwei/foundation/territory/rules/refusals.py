"""What upkeep of the territory refuses, and what to do instead."""

from jingwei.kernel.errors import DomainError, Invalid


class NoDraftHere(Invalid):
    code = "territory.no_draft_here"
    message = "草稿只能建在区县或乡镇街道上，“{name}”不是。请选择一个乡镇街道或区县。"
    message_en = "A draft stands on a county or a township, and “{name}” is neither. Choose one of those."


class DraftStands(DomainError):
    code = "territory.draft_stands"
    message = (
        "“{area}”已有草稿“{title}”（{by_name}），同一块地同时只能有一份。请在那份草稿上继续，或先放弃它。"
    )
    message_en = (
        "There is a draft “{title}” by {by_name} on “{area}” already; a ground has one at a time. "
        "Go on with that one or discard it first."
    )


class DraftNotOpen(DomainError):
    code = "territory.draft_not_open"
    message = "草稿“{title}”现在是“{state}”，不能再改。请新建草稿；待启用的，先撤回发布。"
    message_en = (
        "The draft “{title}” is {state_en} and cannot be changed. Open a new one, "
        "or call back a publication that waits for its day."
    )


class DraftNotChecked(DomainError):
    code = "territory.draft_not_checked"
    message = "草稿还没有通过检查（{blocking}处必须处理，{posts}个岗位未答复）。请先处理，再检查，然后发布。"
    message_en = (
        "The draft has not passed its check ({blocking} faults to mend, {posts} posts to answer for). "
        "Mend them, check again, then publish."
    )


class BadOutline(Invalid):
    code = "territory.bad_outline"
    message = "图形不正确：{reason}。请重新绘制。"
    message_en = "The outline is not valid: {reason_en}. Draw it again."


class FeatureUnknown(Invalid):
    code = "territory.feature_unknown"
    message = "草稿里没有这个网格，可能已被合并或撤销。请刷新后再试。"
    message_en = "The draft has no such grid; it may have been merged or closed. Refresh and try again."


class LayerNotHere(Invalid):
    code = "territory.layer_not_here"
    message = "这份草稿不能编辑{layer}。大网格（乡镇街道）的边界在区县的草稿里调整。"
    message_en = (
        "This draft does not edit the layer “{layer_en}”. Townships are changed in a draft of the county."
    )


class LineDoesNotCut(Invalid):
    code = "territory.line_does_not_cut"
    message = "这条线没有把“{name}”分成几块。请让线从一侧边界画到另一侧。"
    message_en = "The line does not cut “{name}” into parts. Draw it from one border to another."


class EdgeTakesAll(Invalid):
    code = "territory.edge_takes_all"
    message = "这条线会让“{one}”或“{other}”没有地了。要并成一个请用“合并”。"
    message_en = "The line would leave “{one}” or “{other}” without ground. To make them one, merge them."


class NotNeighbours(Invalid):
    code = "territory.not_neighbours"
    message = "“{one}”和“{other}”没有共同的边界，或不是同一层。请选择相邻的两个网格。"
    message_en = "“{one}” and “{other}” share no border or are of different layers. Choose two neighbours."


class Swallowed(Invalid):
    code = "territory.swallowed"
    message = "这样会把“{name}”整个占去。请改小图形，或先合并、撤销它。"
    message_en = "This would swallow “{name}” whole. Draw less, or merge or close that grid first."


class CodeUnfit(Invalid):
    code = "territory.code_unfit"
    message = "代码“{value}”不合要求：应为{parent}后加三位数字，专属网格从901起，其他到900止。可用：{offer}。"
    message_en = (
        "The code “{value}” does not fit: {parent} and three digits are expected, from 901 for special grids "
        "and up to 900 for others. Free: {offer}."
    )


class CodeTaken(Invalid):
    code = "territory.code_taken"
    message = "代码“{value}”已经用过（{by}），代码不重复使用。可用：{offer}。"
    message_en = "The code “{value}” has been used already ({by}); codes are never used again. Free: {offer}."


class KindUnfit(Invalid):
    code = "territory.kind_unfit"
    message = "“专属”这一类只用于专属网格，专属网格也只能是这一类。请改选类别。"
    message_en = "The kind “special” is for special grids and only for them. Choose another kind."


class ParentUnfit(Invalid):
    code = "territory.parent_unfit"
    message = "上级“{code}”不在这份草稿里，或层级不对。请选择草稿范围内的上级。"
    message_en = (
        "The parent “{code}” is not in this draft or of the wrong level. Choose one within the draft."
    )


class StillHoldsGrids(Invalid):
    code = "territory.still_holds_grids"
    message = "“{name}”里还有{count}个网格。请先把它们改到别的上级，或一并合并。"
    message_en = "“{name}” still holds {count} grids. Give them another parent or merge first."


class NothingToUndo(DomainError):
    code = "territory.nothing_to_undo"
    message = "没有可以{what}的改动。"
    message_en = "There is nothing to {what_en}."


class FaultGone(DomainError):
    code = "territory.fault_gone"
    message = "这处问题已经不在了，或不能这样处理。请刷新问题清单。"
    message_en = "That fault is gone, or cannot be mended that way. Refresh the list of faults."


class PastDay(Invalid):
    code = "territory.past_day"
    message = "启用日期{on}已经过去。请选今天或以后的日子。"
    message_en = "The day {on} has passed. Choose today or a later day."


class SameDay(DomainError):
    code = "territory.same_day"
    message = "“{name}”今天已经换过一次版本，一天只能换一次。请选明天或以后启用。"
    message_en = "“{name}” has begun a version today already; one a day. Publish for tomorrow or later."


class GroundChanged(DomainError):
    code = "territory.ground_changed"
    message = "草稿开始后，“{names}”已另行发布。请放弃这份草稿，从现在的边界重新开始。"
    message_en = "“{names}” were published otherwise since the draft began. Discard it and begin from what is in force now."


class NewerStands(DomainError):
    code = "territory.newer_stands"
    message = "“{names}”之后又发布过，不能撤销这一次。请先撤销后来的，或新建草稿改回。"
    message_en = "“{names}” were published again since. Undo the later publication first, or change back in a new draft."


class NotToBeUndone(DomainError):
    code = "territory.not_to_be_undone"
    message = "这次发布现在是“{state}”，不能撤销。行数据还在移动的，请等移动完成。"
    message_en = "This publication is {state_en} and cannot be undone. While rows are moving, wait until they are done."


class AnswerUnfit(Invalid):
    code = "territory.answer_unfit"
    message = "岗位“{title}”的答复不能用：{reason}。"
    message_en = "The answer for the post “{title}” cannot be taken: {reason_en}."


class CityOnly(DomainError):
    code = "territory.city_only"
    message = "网格标准由市级管理员维护。请联系市级管理员。"
    message_en = "The grid standard is kept by the city's administrators. Ask them."
    status = 403


class LimitsReversed(Invalid):
    code = "territory.limits_reversed"
    message = "{layer}的下限大于上限，或同一类写了两次。请改正。"
    message_en = "A limit of the layer “{layer_en}” is reversed or given twice. Correct it."


class DayNotLater(Invalid):
    code = "territory.day_not_later"
    message = "新标准的生效日期要晚于现行标准（{after}）。请改选日期。"
    message_en = "The day of the new standard must be later than the present one's ({after}). Choose another."
