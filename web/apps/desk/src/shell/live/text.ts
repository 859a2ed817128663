import { pageText } from "@jingwei/ui";

export const text = pageText({ offline: "网络已断开" }, { offline: "No network" });
