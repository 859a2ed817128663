import { pageText } from "../texts.js";

export const joinText = pageText(
  { nothing: "（空）", same: "两份相同", fromKept: "保留的这份", fromOther: "由另一份补上" },
  { nothing: "(nothing)", same: "the same in both", fromKept: "of the record that stays", fromOther: "filled in from the other one" },
);
