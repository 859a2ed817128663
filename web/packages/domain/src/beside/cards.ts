// Words of supervision on every face.

export const CARD_WORDS = {
  zh: {
    kind: { ordinary: "普通督办", yellow: "黄牌督办", red: "红牌督办" },
    state: { raised: "待答复", answered: "待认定", sent_back: "退回重答", accepted: "已认可", lifted: "已解除", replaced: "已升级", over: "随事件结束" },
    act: { raised: "发出", answered: "答复", sent_back: "退回重答", accepted: "认可", lifted: "解除", replaced: "升级为更重的督办", missed: "逾期未答复", over: "随事件结束" },
  },
  en: {
    kind: { ordinary: "Supervision", yellow: "Yellow card", red: "Red card" },
    state: { raised: "To be answered", answered: "To be decided", sent_back: "Sent back", accepted: "Accepted", lifted: "Lifted", replaced: "Replaced", over: "Over with the matter" },
    act: {
      raised: "Raised", answered: "Answered", sent_back: "Sent back", accepted: "Accepted", lifted: "Lifted", replaced: "Replaced by a graver card", missed: "Not answered in time",
      over: "Over with the matter",
    },
  },
} as const;
