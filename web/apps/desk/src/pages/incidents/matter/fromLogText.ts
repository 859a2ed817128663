import { pageText } from "@jingwei/ui";

export const fromLogText = pageText(
  { title: "由工作日志转来", noted: "{who} 记于", photos: "{n} 张照片", open: "看日志" },
  { title: "Grown from the work log", noted: "Noted by {who}", photos: "One photo | {n} photos", open: "Open the entry" },
);

export const fromConcernText = pageText(
  { title: "由民情转来", heard: "听到 {n} 次", open: "看这条民情" },
  { title: "Grown from people's concerns", heard: "Heard once | Heard {n} times", open: "Open the note" },
);
