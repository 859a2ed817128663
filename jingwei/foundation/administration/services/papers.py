"""Papers that administrators take with them: first passwords of a batch, the adoption figures, the staff list."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import AccountState, Actor, Permission, StaffAsked, UnitAdoption
from jingwei.foundation.administration.contracts import FirstPassword, StaffMember
from jingwei.foundation.administration.queries.staff import adoption, staff_administered_by
from jingwei.foundation.administration.rules import NoFirstPasswords
from jingwei.foundation.administration.services.sheets import PEOPLE_SHEET
from jingwei.foundation.administration.services.staff import KEEPER, area_kept
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.queries import batch_of, targets_of
from jingwei.foundation.imports.services.workbooks import NO_NOTES, Line, OutFile, write_file
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local

MOST_AT_ONCE = 2000
STATE_WORDS = {
    AccountState.IN_USE: "在用",
    AccountState.WAITING: "待首次登录",
    AccountState.LAPSED: "待签发一次性密码",
    AccountState.CLOSED: "已离岗",
    AccountState.NONE: "没有账号",
}


def issue_first_passwords(actor: Actor, batch_id: UUID, *, file_format: FileFormat, at: datetime) -> OutFile:
    """One-time passwords for everybody a batch brought in who has not signed in yet, as a file that is kept nowhere.

    Asked for again, new ones are made and the old ones end. Raises: BatchUnknown; NoFirstPasswords; NotFound.
    """
    with work(actor, Permission.MANAGE_POSTS) as job:
        batch = batch_of(actor, batch_id)
        ids = [UUID(target.rpartition(":")[2]) for target in targets_of(batch_id)][:MOST_AT_ONCE]
        if batch.sheet_key != PEOPLE_SHEET.key or not ids:
            raise NoFirstPasswords
        issued = _issue(ids, at=at)
        if not issued:
            raise NoFirstPasswords
        for person_id, _ in issued:
            area = area_kept(actor, person_id, at=at)
            job.record_in_area(f"access.person:{person_id}", area, act="first_password", batch=batch_id)
        name = f"一次性密码 {local(at):%Y-%m-%d %H%M}"
        lines = [
            Line([one.name, one.username, one.post_title, one.one_time_password], NO_NOTES)
            for _, one in issued
        ]
        return write_file(
            name,
            ["姓名", "用户名", "岗位", "一次性密码（三天内有效，首次登录后须改）"],
            lines,
            file_format=file_format,
        )


def export_adoption(
    actor: Actor, *, area_code: str | None, days: int, file_format: FileFormat, at: datetime
) -> OutFile:
    """The adoption figures by unit as a file. Raises: NotFound outside the actor's area."""
    with work(actor, Permission.READ_ADOPTION) as job:
        units = list(_all_units(actor, area_code, days, at))
        lines = [
            Line(
                [u.unit_name, u.area_code, u.accounts, u.active, u.idle, u.never, u.last_active_on], NO_NOTES
            )
            for u in units
        ]
        headers = ["单位", "区划代码", "账号", f"{days}天内登录过", "更早登录过", "从未登录", "最近登录日"]
        job.record_own("access.account:adoption", act="export", days=days, rows=len(lines))
        return write_file(f"使用情况 {local(at):%Y-%m-%d}", headers, lines, file_format=file_format)


def export_staff(
    actor: Actor, asked: StaffAsked, *, area_code: str | None, file_format: FileFormat, at: datetime
) -> OutFile:
    """The staff list as a file, without telephone numbers. Raises: NotFound outside the actor's area."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        rows = list(_all_staff(actor, asked, area_code, at))
        lines = [
            Line(
                [
                    one.name,
                    one.username,
                    "；".join(f"{post.title}（{post.unit_name}）" for post in one.posts),
                    STATE_WORDS[one.state],
                    one.last_active_on,
                ],
                NO_NOTES,
            )
            for one in rows
        ]
        job.record_own("access.person:list", act="export", rows=len(lines))
        headers = ["姓名", "用户名", "岗位", "账号状态", "最近登录日"]
        return write_file(f"人员名册 {local(at):%Y-%m-%d}", headers, lines, file_format=file_format)


def _issue(ids: list[UUID], *, at: datetime) -> list[tuple[UUID, FirstPassword]]:
    with eyes(KEEPER):
        issued = access.issue_passwords(ids, at=at)
        briefs = [
            (person_id, people.staff_brief(person_id, at=at)) for person_id in ids if person_id in issued
        ]
    return [
        (
            person_id,
            FirstPassword(
                name=brief.name,
                username=issued[person_id][0],
                post_title=brief.posts[0].title if brief.posts else "",
                one_time_password=issued[person_id][1],
            ),
        )
        for person_id, brief in briefs
    ]


def _all_units(actor: Actor, area_code: str | None, days: int, at: datetime) -> Iterator[UnitAdoption]:
    cursor: str | None = None
    while True:
        page = adoption(actor, area_code=area_code, days=days, at=at, limit=500, cursor=cursor)
        yield from page.units
        cursor = page.next_cursor
        if cursor is None:
            return


def _all_staff(actor: Actor, asked: StaffAsked, area_code: str | None, at: datetime) -> Iterator[StaffMember]:
    cursor: str | None = None
    while True:
        page = staff_administered_by(actor, asked, area_code=area_code, at=at, limit=500, cursor=cursor)
        yield from page.rows
        cursor = page.next_cursor
        if cursor is None:
            return
