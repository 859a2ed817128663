"""People as a sheet: accounts by the hundred, each into a vacant post.

Nothing secret goes through the file: accounts come in with a password that nobody knows, and the first one-time
passwords are made afterwards, by batch, and shown once (``issue_first_passwords``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import ANYWHERE, Actor, HeldPost, Permission, UnitBrief
from jingwei.foundation.administration.contracts import STAFF_PHONE
from jingwei.foundation.administration.rules import OutsideYourArea, PostNotFound, UnitUnknown
from jingwei.foundation.administration.services.sheets.cells import fault_of, unit_code
from jingwei.foundation.administration.services.staff import KEEPER
from jingwei.foundation.imports.contracts import BadCell, Column, Context, Fault, Row, Sheet, text
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import DomainError

USERNAME_PATTERN = r"^[a-z][a-z0-9._-]{1,59}$"
KEPT_SIGNED_IN = (
    "本人已登录过，不能撤销；离岗请在“人员”中办理",
    "they have signed in; retire them under Staff instead",
)


def username(cell: str) -> str:
    """Raises: BadCell."""
    name = cell.strip().lower()
    if not re.fullmatch(USERNAME_PATTERN, name):
        raise BadCell(
            "用户名以小写字母开头，只用小写字母、数字和 . _ -，2至60个",
            "a small letter first, then small letters, digits and . _ -, 2 to 60",
        )
    return name


def phone(cell: str) -> str:
    """Raises: BadCell."""
    try:
        seal_value(STAFF_PHONE, cell)
    except DomainError as refusal:
        raise BadCell(refusal.text, refusal.text_en) from None
    return cell


def check_people_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """User names taken, posts that do not exist, are held already or belong to somebody else's area."""
    return {
        row.number: [fault_of(refusal)]
        for row, _, refusal in _measured(actor, rows, context.at)
        if refusal is not None
    }


def write_people_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Register people and appoint them. Raises: what ``check_people_rows`` finds; NotToYourself."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        for row, post, refusal in _measured(actor, rows, context.at):
            if refusal is not None or post is None:
                raise refusal or UnitUnknown(unit_code=row.values["unit_code"])
            sealed = seal_value(STAFF_PHONE, row.values["phone"]) if row.values["phone"] else None
            access.register_without_password(
                row.id,
                name=row.values["name"],
                username=row.values["username"],
                phone=(sealed.sealed, sealed.index) if sealed else None,
                at=context.at,
            )
            access.fill_post(post.post_id, row.id, by=actor.person_id, on=local(context.at).date())
            job.record_in_area(
                f"access.post:{post.post_id}",
                post.area_code,
                act="appoint_newcomer",
                title=post.title,
                person=row.id,
            )
    return [f"access.person:{row.id}" for row in rows]


def undo_people_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Vacate the posts and close the accounts of those who never signed in."""
    kept = {}
    with work(actor, Permission.MANAGE_POSTS) as job:
        for target in targets:
            person_id = UUID(target.rpartition(":")[2])
            with eyes(KEEPER):
                member = people.staff_brief(person_id, at=at)
                if member.last_active_on is not None:
                    kept[target] = Fault(None, *KEPT_SIGNED_IN)
                    continue
                for post in member.posts:
                    access.vacate_post(post.post_id, by=actor.person_id, at=at)
                access.forget_person(person_id)
            job.record_own(target, act="undo", posts=[post.post_id for post in member.posts])
        job.record_own("access.person:import", act="undo_people", undone=len(targets) - len(kept))
    return kept


def _measured(
    actor: Actor, rows: Sequence[Row], at: datetime
) -> Iterator[tuple[Row, HeldPost | None, DomainError | None]]:
    """Each row with its post and what speaks against it; a fixed number of reads for all of them."""
    units = {one.code: one for one in people.units_known(codes=[row.values["unit_code"] for row in rows])}
    posts = people.posts_of_units([one.unit_id for one in units.values()], on=local(at).date())
    with eyes(KEEPER):
        taken = people.usernames_taken(row.values["username"] for row in rows)
    filled: set[UUID] = set()
    for row in rows:
        post, refusal = None, None
        try:
            if row.values["username"] in taken:
                raise access.UsernameTaken(username=row.values["username"], column="username")
            post = _vacant_post(actor, row, units.get(row.values["unit_code"]), posts, filled)
            taken.add(row.values["username"])
            filled.add(post.post_id)
        except DomainError as found:
            refusal = found
        yield row, post, refusal


def _vacant_post(
    actor: Actor, row: Row, unit: UnitBrief | None, posts: Sequence[HeldPost], filled: set[UUID]
) -> HeldPost:
    title, area_code = row.values["title"], row.values["area_code"]
    if unit is None or not unit.is_active:
        raise UnitUnknown(unit_code=row.values["unit_code"], column="unit_code")
    fitting = [
        post
        for post in posts
        if post.unit_id == unit.unit_id and post.title == title and area_code in (None, post.area_code)
    ]
    if not fitting:
        raise PostNotFound(unit=unit.name, title=title, area_code=area_code or unit.area_code, column="title")
    if actor.scope != ANYWHERE and not all(lies_within(post.area_code, actor.scope) for post in fitting):
        raise OutsideYourArea(area_code=fitting[0].area_code, column="unit_code")
    vacant = [post for post in fitting if post.holder_id is None and post.post_id not in filled]
    if not vacant:
        raise access.PostTaken(title=title, column="title")
    return vacant[0]


PEOPLE_SHEET = Sheet(
    key="administration.people",
    title_zh="人员",
    title_en="Staff",
    columns=(
        Column(
            name="name",
            label_zh="姓名",
            label_en="Name",
            parse=text(60),
            required=True,
            aliases=("人员", "人员姓名"),
            example="吴芳",
        ),
        Column(
            name="username",
            label_zh="用户名",
            label_en="User name",
            parse=username,
            required=True,
            aliases=("账号", "登录名"),
            example="wufang",
            note_zh="登录用，全市不重复：小写字母开头，可用数字和 . _ -。密码不写在表里，导入后按批签发",
            note_en="to sign in with, unique in the city. No passwords here: they are made by batch afterwards",
        ),
        Column(
            name="title",
            label_zh="岗位名称",
            label_en="Post",
            parse=text(80),
            required=True,
            aliases=("岗位",),
            example="石码头社区工作站坐席",
            note_zh="已经设好、现在空缺的岗位；同名岗位有几个时依次填入",
            note_en="a post that stands and is vacant; of several with this title the next vacant one",
        ),
        Column(
            name="unit_code",
            label_zh="单位代码",
            label_en="Unit code",
            parse=unit_code,
            required=True,
            aliases=("所属单位代码", "机构代码"),
            example="430902005001-centre",
        ),
        Column(
            name="area_code",
            label_zh="区划代码",
            label_en="Area code",
            parse=text(15),
            aliases=("辖区代码", "区划"),
            example="430902005001",
            note_zh="岗位的辖区；单位内岗位名称不重复时可以不填",
            note_en="the post's area; may be left out where the title is unique in the unit",
        ),
        Column(
            name="phone",
            label_zh="联系电话",
            label_en="Telephone",
            parse=phone,
            aliases=("电话", "手机", "手机号"),
            example="13800001234",
            note_zh="工作联系用，加密保存，列表中只显示部分数字",
            note_en="for work; sealed, shown in part only",
        ),
    ),
    permission=Permission.MANAGE_POSTS,
    write=write_people_rows,
    check=check_people_rows,
    undo=undo_people_rows,
    key_columns=("username",),
)
