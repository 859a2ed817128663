import { pageText } from "@jingwei/ui";

export const printText = pageText(
  {
    print: "打印",
    hint: "写明做什么用：它和您的名字、时间印在每一页上，并记入审计。",
    purpose: "做什么用（至少 4 个字）",
    short: "请至少写 4 个字",
    make: "生成 PDF",
    making: "正在排版，约需几秒……",
    cancel: "取消",
    made: "已生成：{name}",
  },
  {
    print: "Print",
    hint: "Say what it is for: that, your name and the moment stand on every page and in the audit.",
    purpose: "What it is for (four letters at least)",
    short: "Four letters at least",
    make: "Make the PDF",
    making: "Laying out; a few seconds …",
    cancel: "Cancel",
    made: "Made: {name}",
  },
);
