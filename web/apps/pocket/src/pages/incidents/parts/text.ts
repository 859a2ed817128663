import { pageText } from "@jingwei/ui";

export const text = pageText(
  { urgent: "紧急", due: { left: "还有 {time}", over: "超时 {time}" } },
  { urgent: "Urgent", due: { left: "{time} left", over: "{time} over" } },
);
