import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    title: "可能的位置",
    lead: "按上报的文字找到，请核对后再用；定位会记入经过，事件随之归到那里的网格和中心。",
    none: "从文字里没有找到认识的地点。",
    sure: "把握 {n}%",
    use: "定在这里",
    useOf: "定在{name}",
    pick: "在地图上选",
    pickedRemark: "按上报内容在地图上定位",
  },
  {
    title: "Where it may be",
    lead: "Found in the words of the report; look before you use it. It is noted in the course, and the matter goes to the grid and centre there.",
    none: "The words name no place that is known.",
    sure: "{n}% sure",
    use: "Put it here",
    useOf: "Put it at {name}",
    pick: "Pick on the map",
    pickedRemark: "Placed on the map by what was reported",
  },
);
