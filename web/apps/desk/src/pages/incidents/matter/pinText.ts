import { pageText } from "@jingwei/ui";

export const pinText = pageText(
  {
    label: "位置",
    help: "位置不对就在地图上重新点。改到别的村（社区），事件随之转到那里的中心；原来经办的仍看得到，时限照走。",
    kept: "不改",
    pick: "在地图上改",
    undo: "不改了",
  },
  {
    label: "Place",
    help: "Where the pin is wrong, pick the place on the map. In another village or community the matter goes to the centre there; whoever worked on it keeps sight of it, and the clock goes on.",
    kept: "stays as it is",
    pick: "Set right on the map",
    undo: "Leave it",
  },
);
