import { CARD_WORDS } from "@jingwei/domain";
import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    title: "督办与批示",
    kind: CARD_WORDS.zh.kind,
    state: CARD_WORDS.zh.state,
    act: CARD_WORDS.zh.act,
    note: "领导批示",
    due: "答复期限",
    urged: "催办 {n} 次",
    answer: "答复",
    hint: "说明为什么这样、打算怎么办、什么时候办完。反映人看不到。",
    send: "提交",
    thanks: "已答复",
    colon: "：",
  },
  {
    title: "Supervision and notes",
    kind: CARD_WORDS.en.kind,
    state: CARD_WORDS.en.state,
    act: CARD_WORDS.en.act,
    note: "Leader's note",
    due: "Answer by",
    urged: "Urged once | Urged {n} times",
    answer: "Answer",
    hint: "Say why it is so, what will be done and by when. Whoever reported it does not see it.",
    send: "Send",
    thanks: "Answered",
    colon: ": ",
  },
);
