"""Files of who works in grids as a sheet: one line, one person in one place. Numbers are sealed as they are read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.workforce.contracts import ForceKind, MemberDeed
from jingwei.domains.workforce.models import Entry, Member, Service, TeamMember
from jingwei.domains.workforce.queries.standards import active_kinds
from jingwei.domains.workforce.rules.personal import MEMBER_PHONE
from jingwei.domains.workforce.rules.refusals import AccountNotMatched, AccountTaken, HeldByPost
from jingwei.domains.workforce.services.members import READER, NewService, noted, started, told_service
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission
from jingwei.foundation.access.queries.seats import staff_by_username
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.imports.contracts import BadCell, Column, Context, Fault, Row, Sheet, day, text
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, ancestor_codes, lies_within
from jingwei.kernel.errors import DomainError, Invalid


def place_cell(cell: str) -> str:
    """The code of a community or a grid."""
    if not (cell.isascii() and cell.isdigit() and len(cell) in (Level.COMMUNITY, Level.GRID)):
        raise BadCell(
            "应填社区（12位）或网格（15位）代码", "give the code of a community (12 digits) or a grid (15)"
        )
    return cell


def phone_cell(cell: str) -> str:
    """A number that can be called. What it is, is not repeated."""
    try:
        seal_value(MEMBER_PHONE, cell)
    except Invalid:
        raise BadCell("电话号码不正确", "not a telephone number") from None
    return cell


COLUMNS = (
    Column("name", "姓名", "Name", text(40), True, ("人员姓名",), "周建国"),
    Column("kind", "力量类别", "Kind of force", text(40), True, ("类别", "人员类别", "身份"), "网格警员"),
    Column("area_code", "网格或社区代码", "Grid or community code", place_cell, True, ("网格代码", "社区代码", "区划代码"), "430902001001001"),
    Column("from_on", "到岗日期", "Since", day, True, ("上岗日期", "任职日期"), "2026-03-01"),
    Column("employer", "所在单位", "Employer", text(80), False, ("单位", "派出单位"), "大码头派出所"),
    Column("duties", "职责", "Duties", text(200), False, ("分工",), "入户走访、纠纷到场"),
    Column("username", "用户名", "User name", text(60), False, ("账号", "工作账号"), "", "有工作账号的填，姓名要一致", "of who has an account; the name must agree"),
    Column("phone", "联系电话", "Telephone", phone_cell, False, ("手机", "电话"), "", "加密保存，查看要留痕", "sealed; each look is recorded"),
)  # fmt: skip


def check_member_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Kinds that are not in use, places that are not one's own, days to come, accounts that do not agree."""
    found = {}
    for row, _, _, faults in _measured(actor, rows, context):
        if faults:
            found[row.number] = faults
    return found


def write_member_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Make the files of a chunk, each with its service. Raises: the first refusal, where something has changed since."""
    members, services, entries = [], [], []
    with work(actor, Permission.MANAGE_WORKFORCE) as job:
        for row, kind, person_id, faults in _measured(actor, rows, context):
            if faults or kind is None:
                first = faults[0]
                raise BadCell(first.message_zh, first.message_en)
            values = row.values
            member = Member(
                id=row.id,
                name=values["name"],
                person_id=person_id,
                employer=values["employer"] or "",
                duties=values["duties"] or "",
                phone_sealed=seal_value(MEMBER_PHONE, values["phone"]).sealed if values["phone"] else None,
                registered_at=context.at,
                changed_at=context.at,
                batch_id=context.batch_id,
            )
            member.lie_in(ancestor_codes(values["area_code"]))
            service = NewService(kind.key, values["area_code"], values["from_on"])
            members.append(member)
            begun = started(member, kind, service)
            begun.batch_id = context.batch_id
            services.append(begun)
            entries.append(
                noted(actor, member, MemberDeed.REGISTERED, at=context.at, facts=told_service(kind, service))
            )
        Member.objects.bulk_create(members)
        Service.objects.bulk_create(services)
        Entry.objects.bulk_create(entries)
        job.record_own(f"imports.batch:{context.batch_id}", act="register_members", rows=len(members))
    return [f"workforce.member:{row.pk}" for row in members]


def undo_member_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Take files out again; what was changed since, or joined a team, is kept."""
    ids = {UUID(target.rpartition(":")[2]): target for target in targets}
    with work(actor, Permission.MANAGE_WORKFORCE) as job:
        rows = Member.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk__in=ids, version=1)
        untouched = set(rows.values_list("pk", flat=True))
        with eyes(READER):
            untouched -= set(
                TeamMember.objects.filter(member_id__in=untouched).values_list("member_id", flat=True)
            )
        Entry.objects.filter(member_id__in=untouched).delete()
        Service.objects.visible_to(actor).filter(member_id__in=untouched).delete()
        Member.objects.visible_to(actor).filter(pk__in=untouched).delete()
        job.record_own("workforce.member:undo", undone=len(untouched), kept=len(ids) - len(untouched))
    kept = Fault(None, "建档后已有修改或已编入队伍，不能撤销", "changed since, or in a team; it is kept")
    return {target: kept for pk, target in ids.items() if pk not in untouched}


def _measured(
    actor: Actor, rows: Sequence[Row], context: Context
) -> Iterator[tuple[Row, ForceKind | None, UUID | None, list[Fault]]]:
    """Each row with its kind, its account and what speaks against it; a fixed number of reads for all of them."""
    kinds = {word: one for one in active_kinds() for word in (one.key, one.name_en, one.name_zh)}
    areas = names_of({row.values["area_code"] for row in rows if row.values["area_code"]})
    with eyes(READER):
        accounts = staff_by_username(row.values["username"] for row in rows if row.values["username"])
        ids = [one[0] for one in accounts.values()]
        taken = set(Member.objects.unscoped("whose account has a file").filter(person_id__in=ids).values_list("person_id", flat=True))  # fmt: skip
    today = local(context.at).date()
    for row in rows:
        values, faults = row.values, []
        kind = kinds.get(values["kind"] or "")
        if values["kind"] and kind is None:
            listed = "、".join(dict.fromkeys(one.name_zh for one in kinds.values()))
            faults.append(Fault("kind", f"没有这个类别；可填：{listed}", f"no such kind; known: {listed}"))
        code = values["area_code"]
        if code and code not in areas:
            faults.append(Fault("area_code", "没有这个社区或网格", "there is no such community or grid"))
        elif code and actor.scope != ANYWHERE and not lies_within(code, actor.scope):
            faults.append(Fault("area_code", "不在您的辖区内", "outside your jurisdiction"))
        if values["from_on"] and values["from_on"] > today:
            faults.append(Fault("from_on", "到岗日期不能晚于今天", "it cannot lie in the future"))
        person_id = None
        if values["username"]:
            person_id, refused = _account(accounts, taken, values["username"], values["name"], kind)
            if refused is not None:
                faults.append(Fault("username", refused.text, refused.text_en))
            elif person_id is not None:
                taken.add(person_id)
        yield row, kind, person_id, faults


def _account(
    accounts: Mapping[str, tuple[UUID, str]],
    taken: set[UUID | None],
    username: str,
    name: str | None,
    kind: ForceKind | None,
) -> tuple[UUID | None, DomainError | None]:
    found = accounts.get(username)
    if found is None or found[1] != name:
        return None, AccountNotMatched()
    if found[0] in taken:
        return None, AccountTaken()
    if kind is not None and kind.role is not None:
        return None, HeldByPost(kind=kind.name_zh)
    return found[0], None


MEMBER_SHEET = Sheet(
    key="workforce.members",
    title_zh="网格力量",
    title_en="People who work in grids",
    columns=COLUMNS,
    permission=Permission.MANAGE_WORKFORCE,
    write=write_member_rows,
    check=check_member_rows,
    undo=undo_member_rows,
    key_columns=("name", "kind", "area_code"),
)
