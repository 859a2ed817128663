import { pageText } from "@jingwei/ui";

export const text = pageText(
  { title: "怎么用", report: "去反映", empty: "说明没有读到", emptyHint: "请检查网络，再打开一次。" },
  { title: "How to use it", report: "Report something", empty: "The help could not be read", emptyHint: "Check the network and open it again." },
);
