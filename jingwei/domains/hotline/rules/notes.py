"""The note by which a matter is handed to 110, 119 or 120: words that can be read out, copied and printed."""

from datetime import datetime

from jingwei.domains.hotline.contracts import Emergency
from jingwei.domains.hotline.rules.refusals import NoteEmpty
from jingwei.kernel.clock import local

EMERGENCY_LABELS = {
    Emergency.POLICE: ("110报警台", "police (110)"),
    Emergency.FIRE: ("119消防救援", "fire and rescue (119)"),
    Emergency.MEDICAL: ("120急救", "ambulance (120)"),
}
LEAST = 2
LONGEST_SPOKEN = 200


def require_note(place: str, words: str) -> None:
    """Raises: NoteEmpty. Place and situation are what the operator asks for first."""
    if len(place.strip()) < LEAST or len(words.strip()) < LEAST:
        raise NoteEmpty


def note_text(
    service: Emergency,
    *,
    centre: str,
    clerk: str,
    place: str,
    words: str,
    contact: str,
    receipt_no: str,
    at: datetime,
) -> str:
    """What is read out: where, what, whom to call, who says it. ``contact`` is one of the lines below, or a number."""
    moment = local(at)
    spoken = " ".join(words.split())
    lines = [
        f"您好，{EMERGENCY_LABELS[service][0]}。这里是{centre}，转告一起紧急情况。",
        f"地点：{place.strip()}。",
        f"情况：{spoken[:LONGEST_SPOKEN]}{'…' if len(spoken) > LONGEST_SPOKEN else ''}",
        f"现场联系电话：{contact}。",
        f"转告人：{clerk}，{moment:%m月%d日%H时%M分}。",
    ]
    if receipt_no:
        lines.append(f"本中心登记编号：{receipt_no}。")
    return "\n".join(lines)


NO_CONTACT = "对方没有留下，请回复本中心"
CONTACT_SPOKEN = "已口头转告，不在此留存"
"""What is kept instead of the number: it was read out once, the note stays for years."""
