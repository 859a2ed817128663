"""Names of the trays of an inbox."""

BUCKET_LABELS = {
    "to_accept": ("待受理", "To accept"),
    "to_dispatch": ("待派遣", "To dispatch"),
    "waiting_for_units": ("单位办理中", "Waiting for units"),
    "to_verify": ("待核查", "To verify"),
    "to_close": ("待结案", "To close"),
    "to_decide": ("待审批延期", "Time to decide"),
    "disputed": ("待裁决异议", "Objections"),
    "to_take": ("待接收", "To take"),
    "in_hand": ("办理中", "In hand"),
    "to_assist": ("待协办", "To assist"),
    "overdue": ("已超时", "Overdue"),
    "nobodys": ("无人认领", "Nobody's"),
    "tips": ("保密线索", "Tips"),
}
