"""What is kept how long: the one table. Each row names its period, its ground, what becomes of it, and its job.

Periods stand beside the code that needs them; here they are only told. The overdue counts ask the tables directly, not
the jobs' own conditions: a job that forgets to look somewhere would agree with itself.
"""

from datetime import timedelta

from jingwei.config import retention_counts as counts
from jingwei.config.logfiles import KEEP_DAYS as LOG_DAYS
from jingwei.domains.concerns.rules.concerns import WORDS_KEPT
from jingwei.domains.concerns.services.keeping import forget_words
from jingwei.domains.doorvisits.services.keeping import VISITS_KEPT, forget_visits
from jingwei.domains.freshness.services.keeping import KEPT as COLLECTIONS_KEPT
from jingwei.domains.freshness.services.keeping import forget_closed
from jingwei.domains.hotline.rules.personal import CALLER_NUMBER
from jingwei.domains.hotline.services.keeping import forget_numbers
from jingwei.domains.incidents.rules.holding import MARKS_KEPT, SOURCES_KEPT
from jingwei.domains.incidents.rules.keeping import PICTURES_KEPT, REPORTER_KEPT, VOICE_KEPT
from jingwei.domains.incidents.services import keeping as incidents
from jingwei.domains.incidents.services.holding import forget_sources
from jingwei.domains.joint.rules.personal import PARTY_PHONE
from jingwei.domains.joint.services.agreeing import forget_numbers as forget_party_numbers
from jingwei.domains.ledger.rules.personal import CONTACT_PHONE
from jingwei.domains.ledger.services.resources import forget_contacts
from jingwei.domains.organisations.rules.forms import ENDED_KEPT_DAYS as ORGANISATION_KEPT_DAYS
from jingwei.domains.organisations.services.keeping import forget_ended as forget_ended_organisations
from jingwei.domains.residents.rules.form import ENDED_KEPT_DAYS
from jingwei.domains.residents.services.keeping import REQUESTS_KEPT, forget_ended
from jingwei.domains.residents.services.keeping import forget_requests as forget_resident_requests
from jingwei.domains.workforce.rules.personal import MEMBER_PHONE
from jingwei.domains.workforce.services.members import forget_phones
from jingwei.foundation.administration.rules.people import REQUEST_KEPT
from jingwei.foundation.administration.rules.phones import CODES_KEPT
from jingwei.foundation.administration.services.account import KEPT_AFTER_END, forget_ended_sessions
from jingwei.foundation.administration.services.phones import forget_codes
from jingwei.foundation.administration.services.resets import forget_requests
from jingwei.foundation.events.services import JOBS_KEPT, forget_jobs
from jingwei.foundation.files.rules.uploads import KEEP_UPLOADS
from jingwei.foundation.files.services.claims import KEEP_UNCLAIMED, sweep_files
from jingwei.foundation.files.services.uploads import sweep_uploads
from jingwei.foundation.imports.services.keeping import drop_expired_files
from jingwei.foundation.imports.services.storage import KEEP_DAYS as SHEET_DAYS
from jingwei.foundation.notices.rules import MESSAGE_KEEP_DAYS, NOTICE_KEEP_DAYS
from jingwei.foundation.notices.services.messages import erase_old_messages
from jingwei.foundation.retention.contracts import Pace, Rule
from jingwei.foundation.retention.services import forget_runs, overdue_runs
from jingwei.foundation.territory.services.exchange_keeping import drop_expired_geometry
from jingwei.foundation.territory.services.exchange_storage import KEEP_DAYS as GEOMETRY_DAYS

PIPL_19 = (
    "《个人信息保护法》第十九条（实现处理目的所必要的最短时间）",
    "Personal Information Protection Law, article 19",
)
LOG_LAW = (
    "《网络安全法》第二十一条（日志留存不少于六个月）",
    "Cybersecurity Law, article 21 (six months at least)",
)
SUITS = ("《民法典》第一百八十八条（诉讼时效三年）", "Civil Code, article 188 (three years)")
ARCHIVES = ("《档案法》：办理过程随事件存档", "Archives Law: the course stays with the matter")
ARCHIVES_OF_THINGS = ("《档案法》：资产和设施的档案", "Archives Law: records of assets and facilities")
DELETED = ("删除", "deleted")


def _rule(
    key: str,
    label: tuple[str, str],
    keep: tuple[str, str],
    basis: tuple[str, str],
    *,
    end: tuple[str, str] = DELETED,
    **more: object,
) -> Rule:
    return Rule(key, *label, *keep, *end, *basis, **more)  # type: ignore[arg-type]


def _days(period: timedelta, since: tuple[str, str]) -> tuple[str, str]:
    return f"{since[0]}{period.days}天", f"{period.days} days {since[1]}"


CLOSED = ("办结后", "after closing")
ENDED = ("结束后", "after its end")
SENT = ("之后", "after")

RULES: tuple[Rule, ...] = (
    _rule(
        "reporters",
        ("上报人的姓名和电话", "Names and numbers of who reported"),
        _days(REPORTER_KEPT, CLOSED),
        PIPL_19,
        end=("抹去，事件和经过保留", "erased; the matter and its course stay"),
        keep_days=REPORTER_KEPT.days,
        carry_out=incidents.forget_reporters,
        overdue=counts.reporters,
    ),
    _rule(
        "voices",
        ("录音", "Recorded voices"),
        _days(VOICE_KEPT, CLOSED),
        PIPL_19,
        end=("删除内容，保留曾有录音的记录", "content deleted; that there was one stays"),
        keep_days=VOICE_KEPT.days,
        carry_out=incidents.remove_voices,
        overdue=counts.voices,
    ),
    _rule(
        "pictures",
        ("照片和视频（上报的和处置前后的）", "Photos and videos, of reports and as proof"),
        _days(PICTURES_KEPT, CLOSED),
        SUITS,
        end=("删除内容，保留曾有照片的记录", "content deleted; that there was one stays"),
        keep_days=PICTURES_KEPT.days,
        carry_out=incidents.remove_pictures,
        overdue=counts.pictures,
    ),
    _rule(
        "unclaimed_files",
        ("没有随上报提交的附件", "Files that were never sent with a report"),
        _days(KEEP_UNCLAIMED, SENT),
        PIPL_19,
        keep_days=KEEP_UNCLAIMED.days,
        pace=Pace.HOURLY,
        carry_out=sweep_files,
        overdue=counts.unclaimed_files,
    ),
    _rule(
        "uploads",
        ("没有传完的分段上传", "Uploads in pieces that were not finished"),
        ("开始后48小时", "48 hours after they began"),
        PIPL_19,
        keep_days=KEEP_UPLOADS.days,
        pace=Pace.HOURLY,
        carry_out=sweep_uploads,
        overdue=counts.uploads,
    ),
    _rule(
        "caller_numbers",
        ("热线来电和回电号码", "Numbers of callers and of call-backs"),
        _days(timedelta(days=CALLER_NUMBER.retention_days), SENT),
        PIPL_19,
        end=("抹去，通话记录保留", "erased; that somebody called stays"),
        keep_days=CALLER_NUMBER.retention_days,
        carry_out=forget_numbers,
        overdue=counts.caller_numbers,
    ),
    _rule(
        "resource_contacts",
        ("资源联系人的姓名和电话", "Names and numbers of who is behind a resource"),
        _days(timedelta(days=CONTACT_PHONE.retention_days), ("撤销后", "after the resource was retired")),
        PIPL_19,
        end=("抹去，资源和记录保留", "erased; the resource and its log stay"),
        keep_days=CONTACT_PHONE.retention_days,
        carry_out=forget_contacts,
        overdue=counts.resource_contacts,
    ),
    _rule(
        "member_phones",
        ("网格力量的电话", "Telephones of who worked in a grid"),
        _days(timedelta(days=MEMBER_PHONE.retention_days), ("离岗后", "after they left for good")),
        PIPL_19,
        end=("抹去，档案和任职经历保留", "erased; the file and its services stay"),
        keep_days=MEMBER_PHONE.retention_days,
        carry_out=forget_phones,
        overdue=counts.member_phones,
    ),
    _rule(
        "party_phones",
        ("纠纷当事人的电话", "Telephones of parties to a dispute"),
        _days(timedelta(days=PARTY_PHONE.retention_days), ("纠纷办结后", "after the dispute ended")),
        PIPL_19,
        end=("抹去，协议和姓名随案卷保留", "erased; the agreement and the names stay with the file"),
        keep_days=PARTY_PHONE.retention_days,
        carry_out=forget_party_numbers,
        overdue=counts.party_phones,
    ),
    _rule(
        "concern_words",
        ("民情里写的话和地点说明", "What was written in notes of people's concerns"),
        _days(WORDS_KEPT, ("最后一次听到后", "after it was last heard")),
        PIPL_19,
        end=("抹去，主题、地点和次数保留", "erased; topic, place and numbers stay"),
        keep_days=WORDS_KEPT.days,
        carry_out=forget_words,
        overdue=counts.concern_words,
    ),
    _rule(
        "closed_collections",
        ("已结束的采集任务", "Collection tasks that ended"),
        _days(COLLECTIONS_KEPT, ENDED),
        PIPL_19,
        end=("删除，每条记录的核实经过保留", "deleted; that a record was confirmed stays in its history"),
        keep_days=COLLECTIONS_KEPT.days,
        carry_out=forget_closed,
        overdue=counts.closed_collections,
    ),
    _rule(
        "door_visits",
        ("入户走访", "Door visits"),
        _days(VISITS_KEPT, ("走访后", "after the visit")),
        SUITS,
        end=("删除，各条记录的经历保留", "deleted; the records' own histories stay"),
        keep_days=VISITS_KEPT.days,
        carry_out=forget_visits,
        overdue=counts.door_visits,
    ),
    _rule(
        "ended_residents",
        ("已结束的实有人口登记和它的经历", "Records of residents that ended, with their history"),
        _days(timedelta(days=ENDED_KEPT_DAYS), ENDED),
        SUITS,
        keep_days=ENDED_KEPT_DAYS,
        carry_out=forget_ended,
        overdue=counts.ended_residents,
    ),
    _rule(
        "ended_organisations",
        ("已停业、迁出、注销的组织和场所登记", "Records of organisations and places that ended"),
        _days(timedelta(days=ORGANISATION_KEPT_DAYS), ENDED),
        SUITS,
        keep_days=ORGANISATION_KEPT_DAYS,
        carry_out=forget_ended_organisations,
        overdue=counts.ended_organisations,
    ),
    _rule(
        "resident_requests",
        ("处理过的迁入和更正请求", "Decided requests about residents' records"),
        _days(REQUESTS_KEPT, ("处理后", "after they were decided")),
        PIPL_19,
        keep_days=REQUESTS_KEPT.days,
        carry_out=forget_resident_requests,
        overdue=counts.resident_requests,
    ),
    _rule(
        "residents",
        ("现有的实有人口登记", "Records of present residents"),
        ("住在或户籍在本市期间", "while they live or are registered here"),
        ("《户口登记条例》《居住证暂行条例》", "Regulations on household registration and residence permits"),
        end=("结束后进入上一行的期限", "once ended, as in the line above"),
    ),
    _rule(
        "sessions",
        ("登录状态和令牌", "Sessions and tokens"),
        _days(KEPT_AFTER_END, ENDED),
        PIPL_19,
        keep_days=KEPT_AFTER_END.days,
        carry_out=forget_ended_sessions,
        overdue=counts.sessions,
    ),
    _rule(
        "phone_codes",
        ("短信验证码", "Codes sent by SMS"),
        _days(CODES_KEPT, SENT),
        PIPL_19,
        keep_days=CODES_KEPT.days,
        carry_out=forget_codes,
        overdue=counts.phone_codes,
    ),
    _rule(
        "password_requests",
        ("忘记密码的申请", "Requests for a new password"),
        _days(REQUEST_KEPT, ENDED),
        PIPL_19,
        keep_days=REQUEST_KEPT.days,
        carry_out=forget_requests,
        overdue=counts.password_requests,
    ),
    _rule(
        "limits",
        ("限次计数（只有摘要）", "Counts against abuse, digests only"),
        ("恢复满额即删", "until they are full again"),
        PIPL_19,
        pace=Pace.HOURLY,
        carry_out=counts.forget_limits,
        overdue=counts.limits,
    ),
    _rule(
        "sources",
        ("上报来源摘要和来源标记", "Digests of sources, and marks on them"),
        (
            f"摘要{SOURCES_KEPT.days}天；标记到期后{MARKS_KEPT.days}天",
            f"digests {SOURCES_KEPT.days} days; marks {MARKS_KEPT.days} days after they ended",
        ),
        PIPL_19,
        carry_out=forget_sources,
        overdue=counts.sources,
    ),
    _rule(
        "sheets",
        ("导入的表格文件", "Imported sheets"),
        _days(timedelta(days=SHEET_DAYS), ("最后一次上传后", "after the last upload")),
        PIPL_19,
        end=("删除文件，保留批次记录", "files deleted; the record of the batch stays"),
        keep_days=SHEET_DAYS,
        carry_out=drop_expired_files,
        overdue=counts.sheets,
    ),
    _rule(
        "geometry_files",
        ("导入的几何文件", "Imported geometry files"),
        _days(timedelta(days=GEOMETRY_DAYS), ("最后一次上传后", "after the last upload")),
        PIPL_19,
        end=("删除文件，保留每个图形的原坐标和结果", "files deleted; each outline as given and taken stays"),
        keep_days=GEOMETRY_DAYS,
        carry_out=drop_expired_geometry,
        overdue=counts.geometry_files,
    ),
    _rule(
        "exports",
        ("导出的文件", "Exported files"),
        ("生成后按设置的小时数（默认24小时）", "so many hours after they were made (24 unless set)"),
        PIPL_19,
        end=("删除文件，保留导出和下载的记录", "files deleted; who took what stays"),
        pace=Pace.HOURLY,
        carry_out=counts.end_exports,
        overdue=counts.exports,
    ),
    _rule(
        "notices",
        ("站内通知", "Notices"),
        _days(timedelta(days=NOTICE_KEEP_DAYS), SENT),
        PIPL_19,
        keep_days=NOTICE_KEEP_DAYS,
        carry_out=counts.forget_notices,
        overdue=counts.notices,
    ),
    _rule(
        "messages",
        ("发出的短信和应用消息", "Messages that were sent"),
        _days(timedelta(days=MESSAGE_KEEP_DAYS), ENDED),
        PIPL_19,
        end=("抹去号码和内容，保留发送记录", "number and text erased; that it was sent stays"),
        keep_days=MESSAGE_KEEP_DAYS,
        carry_out=erase_old_messages,
        overdue=counts.messages,
    ),
    _rule(
        "presence",
        ("谁正打开哪一件", "Who has what open"),
        ("离开后45秒", "45 seconds after leaving"),
        PIPL_19,
        pace=Pace.HOURLY,
        carry_out=counts.forget_presence,
        overdue=counts.presence,
    ),
    _rule(
        "jobs",
        ("后台任务的记录", "Jobs that are done"),
        _days(JOBS_KEPT, ENDED),
        PIPL_19,
        keep_days=JOBS_KEPT.days,
        carry_out=forget_jobs,
        overdue=counts.jobs,
    ),
    _rule(
        "logs",
        ("运行日志（不含个人信息）", "Logs, which hold nothing of anybody"),
        _days(timedelta(days=LOG_DAYS), SENT),
        LOG_LAW,
        keep_days=LOG_DAYS,
        carry_out=counts.tidy_logs,
        overdue=counts.logs,
        is_log=True,
    ),
    _rule(
        "runs",
        ("本表的执行记录", "The record of these runs"),
        ("3年", "three years"),
        LOG_LAW,
        keep_days=3 * 365,
        carry_out=forget_runs,
        overdue=overdue_runs,
        is_log=True,
    ),
    _rule(
        "looks",
        ("谁看过个人信息", "Who looked at personal data"),
        ("一直保留", "for good"),
        (
            "《个人信息保护法》第五十五条、第五十六条",
            "Personal Information Protection Law, articles 55 and 56",
        ),
        end=("应用没有删除的权限", "the application cannot delete it"),
        is_log=True,
    ),
    _rule(
        "audit",
        ("审计记录", "The audit"),
        ("一直保留", "for good"),
        LOG_LAW,
        end=("应用没有删除的权限", "the application cannot delete it"),
        is_log=True,
    ),
    _rule(
        "matters",
        ("事件、步骤、评价、文书", "Matters, steps, ratings, documents"),
        ("一直保留", "for good"),
        ARCHIVES,
        end=("随事件存档", "stay with the matter"),
    ),
    _rule(
        "return_visits",
        ("回访、抽查核实的记录和照片", "Return visits and spot checks, with their photos"),
        ("一直保留", "for good"),
        ARCHIVES,
        end=("随事件存档", "stay with the matter"),
    ),
    _rule(
        "joint",
        (
            "吹哨、联席会议、矛盾纠纷调解、联合执法的记录",
            "Records of whistles, joint meetings, mediation and joint enforcement",
        ),
        ("一直保留", "for good"),
        ARCHIVES,
        end=("随事件存档", "stay with the matter"),
    ),
    _rule(
        "supervision",
        (
            "督办单、批示的答复、纪检查出的问题、综治督导和证明",
            "Cards, answers to leaders' notes, lapses, supervised areas",
        ),
        ("一直保留", "for good"),
        ARCHIVES,
        end=("随事件存档", "stay with the matter"),
    ),
    _rule(
        "things",
        ("部件和资源、它们的照片和巡检养护记录", "Components, resources, their photos and their logs"),
        ("报废、撤销后仍保留", "also after they were retired"),
        ARCHIVES_OF_THINGS,
        end=("随台账存档", "stay with the ledger"),
    ),
    _rule(
        "tasks",
        ("下达的任务、工作日志，和它们的照片附件", "Tasks given, the work log, their photos and attachments"),
        ("结束、划掉后仍保留", "also after their end, or struck out"),
        ("《档案法》：机关工作的档案", "Archives Law: records of the work of offices"),
        end=("随工作存档", "stay as records of work"),
    ),
    _rule(
        "tracks",
        ("网格员轨迹", "Tracks of officers"),
        ("目前不采集", "none are taken yet"),
        PIPL_19,
        end=("没有任何一张表保存人的位置", "no table holds where anybody is"),
    ),
)
