"""The words for kinds of cards and for the lines of their course."""

KIND_LABELS: dict[str, tuple[str, str]] = {
    "ordinary": ("普通督办", "Supervision"),
    "yellow": ("黄牌督办", "Yellow card"),
    "red": ("红牌督办", "Red card"),
}
ACT_LABELS: dict[str, tuple[str, str]] = {
    "raised": ("发出", "raised"),
    "answered": ("答复", "answered"),
    "sent_back": ("退回重答", "sent back"),
    "accepted": ("认可", "accepted"),
    "lifted": ("解除", "lifted"),
    "replaced": ("升级", "replaced by a graver one"),
    "missed": ("逾期未答复", "not answered in time"),
    "over": ("随事件结束", "ended with the matter"),
}
