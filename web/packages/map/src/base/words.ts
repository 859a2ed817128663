// What the map's own controls are called. MapLibre's are replaced as well: its words are English only.

const WORDS = {
  zoomIn: { zh: "放大", en: "Zoom in" },
  zoomOut: { zh: "缩小", en: "Zoom out" },
  north: { zh: "拖动旋转，点击恢复正北", en: "Drag to rotate, click for north up" },
  attribution: { zh: "显示或收起来源", en: "Show or hide sources" },
  map: { zh: "地图", en: "Map" },
  mark: { zh: "地图标记", en: "Mark on the map" },
  close: { zh: "关闭", en: "Close" },
  tilt: { zh: "3D 立体建筑", en: "3D buildings" },
} as const;

export type Word = keyof typeof WORDS;

export function language(): "zh" | "en" {
  return document.documentElement.lang.startsWith("en") ? "en" : "zh";
}

export function word(name: Word): string {
  return WORDS[name][language()];
}

/** MapLibre's words in the reader's language. */
export function words(): Record<string, string> {
  return {
    "NavigationControl.ZoomIn": word("zoomIn"),
    "NavigationControl.ZoomOut": word("zoomOut"),
    "NavigationControl.ResetBearing": word("north"),
    "AttributionControl.ToggleAttribution": word("attribution"),
    "Map.Title": word("map"),
    "Marker.Title": word("mark"),
    "Popup.Close": word("close"),
    "ScaleControl.Meters": language() === "en" ? "m" : "米",
    "ScaleControl.Kilometers": language() === "en" ? "km" : "公里",
  };
}
