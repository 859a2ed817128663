"""The words of the reading pages, in both languages; a page asks for all of them at once."""

from django.http import HttpRequest

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.lifecycle import STATE_LABELS

LANGUAGES = ("zh", "en")

WORDS = {
    "platform": ("经纬 · 网格化社会治理平台", "Jingwei · community governance"),
    "other_language": ("English", "中文"),
    "home": ("首页", "Home"),
    "areas": ("各地办理情况", "How areas do"),
    "report": ("反映问题", "Report"),
    "track": ("查进度", "Follow a report"),
    "report_this": ("反映这一类问题", "Report something of this kind"),
    "items": ("受理事项与时限", "What is taken on, and by when"),
    "open_matters": ("正在办理", "In progress"),
    "lately_closed": ("近30天办结", "Closed in the last 30 days"),
    "no_open": ("这里没有正在办理的公开事项。", "No open matter to show here."),
    "no_closed": ("近30天没有办结的公开事项。", "None was closed in the last 30 days."),
    "report_hint": (
        "看到问题可以随手拍上报；紧急情况请拨打 110、119、120。",
        "Report what you see; in an emergency call 110, 119 or 120.",
    ),
    "what_is_shown": (
        "这里只列公共空间的事项，位置模糊到约250米的方格，不显示反映人、原话和照片。涉及住户、个人和商户的事项只计入数字。",
        "Only matters of public space are listed, their place blurred to a square of about 250 m; never who reported, "
        "their words or photos. Matters of homes, persons and businesses are only counted.",
    ),
    "figures": ("近90天", "Last 90 days"),
    "reported": ("受理上报", "Reported"),
    "closed": ("已办结", "Closed"),
    "open_now": ("现在在办", "Open now"),
    "overdue_now": ("其中超时", "of these overdue"),
    "on_time": ("按时处置率", "Handled on time"),
    "satisfied": ("满意率（4星及以上）", "Satisfied (4 stars or more)"),
    "too_few": ("数量太少，不计算", "too few to tell"),
    "rated": ("份评价", "ratings"),
    "parts": ("下级区划", "Parts of it"),
    "officers": ("网格员与监督电话", "Grid officers and supervision"),
    "grid": ("网格", "Grid"),
    "officer": ("网格员", "Officer"),
    "grid_head": ("网格长", "Grid head"),
    "vacant": ("暂缺，由社区代管", "vacant; the community stands in"),
    "supervision": ("监督电话", "Supervision phone"),
    "fallback_phone": ("12345（政务服务便民热线）", "12345 (government hotline)"),
    "item": ("事项", "Matter"),
    "class": ("类别", "Class"),
    "community": ("社区（村）", "Community"),
    "day": ("上报日", "Reported on"),
    "state": ("进度", "State"),
    "overdue": ("超时", "overdue"),
    "map_title": ("公开事项分布", "Where they are"),
    "search": ("搜索", "Search"),
    "search_hint": ("例如：路灯、井盖、噪声", "for example 路灯, 井盖, 噪声"),
    "no_items": ("没有找到。换个说法试试，或看全部事项。", "Nothing found. Try other words, or see all."),
    "all_classes": ("全部类别", "All classes"),
    "accept_limit": ("受理", "Accepted within"),
    "handle_limit": ("处置", "Handled within"),
    "verify_limit": ("核查", "Checked within"),
    "definition": ("哪些属于这一项", "What belongs to it"),
    "handling": ("怎样处置", "How it is handled"),
    "closing": ("办到什么程度算完", "When it counts as done"),
    "law": ("依据", "Legal basis"),
    "who_handles": ("承办", "Handled by"),
    "duties": ("派遣目录：什么事归谁办", "Who handles what"),
    "duties_short": ("派遣目录", "Who handles what"),
    "duties_lead": (
        "从上往下，第一条符合的起作用；没有列出的，按事项清单里的承办单位。",
        "From the top, the first line that fits decides; what is not listed goes to the unit that the item names.",
    ),
    "in_force_from": ("启用日期", "in force from"),
    "village_lists": ("村级三张清单", "The village's three lists"),
    "all_lines": ("全部", "All"),
    "no": ("序号", "No."),
    "what_where_when": ("什么事、在哪里、什么时候", "What, where and when"),
    "lead_unit": ("主办", "Lead"),
    "assisting": ("协办", "Assisting"),
    "village_owes": ("村（社区）", "Village"),
    "no_duties": (
        "没有符合的条目，按事项清单里的承办单位办理：",
        "No line fits; the unit that the item names handles it:",
    ),
    "visit": ("回访", "Return visit"),
    "visit_lead": (
        "您反映的事项已经办结。请告诉我们办得怎么样；不用登录，答案只用来改进办理。",
        "The matter you reported is closed. Tell us how it was done; no account is needed.",
    ),
    "receipt": ("受理编号", "Receipt"),
    "visit_solved": ("问题解决了吗？", "Is it solved?"),
    "visit_yes": ("解决了", "Solved"),
    "visit_no": ("没有解决（会重新办理）", "Not solved (it is taken up again)"),
    "visit_stars": ("总的来说", "All in all"),
    "visit_remark": ("还想说的（可以不填）", "Anything else (optional)"),
    "visit_send": ("提交", "Send"),
    "visit_incomplete": (
        "请选择问题是否解决，再选满意程度。",
        "Say whether it is solved, and how satisfied you are.",
    ),
    "visit_thanks": ("谢谢，已经收到您的回答。", "Thank you, your answer is in."),
    "visit_reopened": ("这件事会重新办理。", "The matter is taken up again."),
    "next_page": ("下一页", "Next page"),
    "not_found": ("没有这个页面", "There is no such page"),
    "not_found_hint": ("请核对地址，或从首页查找。", "Check the address, or start from the front page."),
    "as_of": ("数据时间", "As of"),
    "newest_only": ("只列最新的100件。", "The newest 100 only."),
}

LIMITS = {
    "h": ("{}工作小时", "{} working hours"),
    "d": ("{}个工作日", "{} working days"),
    "H": ("{}小时", "{} hours"),
    "D": ("{}天", "{} days"),
}


def language_of(request: HttpRequest) -> str:
    """What the address asks for, else what the browser prefers, else Chinese."""
    asked = request.GET.get("lang", "")
    if asked in LANGUAGES:
        return asked
    first = request.headers.get("Accept-Language", "").split(",")[0].strip().lower()
    return "en" if first.startswith("en") else "zh"


def words_in(language: str) -> dict[str, str]:
    """Every word by its key."""
    return {key: pair[LANGUAGES.index(language)] for key, pair in WORDS.items()}


def state_word(state: State, language: str) -> str:
    return STATE_LABELS[state][LANGUAGES.index(language)]


def limit_word(limit: str, language: str) -> str:
    """``5d`` as people say it."""
    return LIMITS[limit[-1]][LANGUAGES.index(language)].format(limit[:-1]) if limit else "—"
