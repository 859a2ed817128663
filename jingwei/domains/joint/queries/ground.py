"""What moving borders needs to know of joint work: a whistle stands at a place, the rest goes where its area's code goes.

Who called and who takes part stay: a unit keeps what it began, wherever the border runs.
"""

from jingwei.foundation.areas.contracts import GroundTable

JOINT_GROUND = (
    GroundTable(table="joint_whistle", label_zh="吹哨", label_en="Whistles", is_open="ended_at is null"),
    GroundTable(
        table="joint_meeting",
        label_zh="联席会议",
        label_en="Joint meetings",
        position=None,
        is_open="ended_at is null",
    ),
    GroundTable(
        table="joint_mediation",
        label_zh="矛盾纠纷",
        label_en="Disputes",
        position=None,
        is_open="ended_at is null",
    ),
    GroundTable(
        table="joint_enforcement",
        label_zh="联合执法",
        label_en="Joint enforcement",
        position=None,
        is_open="ended_at is null",
    ),
)
