import { CARD_WORDS } from "@jingwei/domain";
import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    title: "督办",
    view: { label: "显示", mine: "轮到本单位", open: "在办", all: "全部" },
    empty: "没有督办单",
    emptyHint: "超时、反复返工、逾期不答复会收到督办单；打开后看是哪件事，在那里答复。",
    kind: CARD_WORDS.zh.kind,
    state: CARD_WORDS.zh.state,
    due: "答复期限",
    more: "更多",
  },
  {
    title: "Supervision",
    view: { label: "Show", mine: "Our turn", open: "Running", all: "All" },
    empty: "No cards",
    emptyHint: "What is late, comes back or is not answered gets a card; open it to see the matter, and answer there.",
    kind: CARD_WORDS.en.kind,
    state: CARD_WORDS.en.state,
    due: "Answer by",
    more: "More",
  },
);
