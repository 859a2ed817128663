import { pageText } from "@jingwei/ui";

export const dutyText = pageText(
  {
    label: "权责清单怎么说",
    line: "《{list}》第 {no} 条",
    lead: "主办：",
    leadNone: "（这里没有这样的单位）",
    assists: "协办：",
    asked: "同时请求协办（各有各的时限，全部完成或免除后主办才能报办结）",
    comma: "、",
    stop: "。",
    village: "村（社区）：",
  },
  {
    label: "What the duty matrix says",
    line: "Line {no} of “{list}”",
    lead: "Lead: ",
    leadNone: " (there is no such unit here)",
    assists: "Assisting: ",
    asked: "Asked to assist in the same go (each has its own time; the lead reports when all are done or excused)",
    comma: ", ",
    stop: ". ",
    village: "Village: ",
  },
);
