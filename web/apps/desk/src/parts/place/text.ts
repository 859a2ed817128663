import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    place: "位置",
    placeHelp: "在地图上点选，或填坐标。坐标按所选坐标系换算一次，原值保留。网格由位置决定。",
    lon: "经度",
    lat: "纬度",
    datum: "坐标系",
    datums: { wgs84: "WGS-84", cgcs2000: "CGCS2000", gcj02: "GCJ-02（高德、腾讯）", bd09: "BD-09（百度）" },
    pick: "在地图上选",
    picking: "在地图上点一下，或用方向键移动地图后按回车。",
    map: "选点地图：点击放置；也可以用方向键移动中心，回车确定",
    use: "用这个位置",
    cancel: "取消",
    attribution: "本平台区划与底图",
    noDrawing: "这个浏览器画不出地图，请直接填写坐标或地址。",
  },
  {
    place: "Position",
    placeHelp: "Pick it on the map, or enter coordinates. They are converted once from the datum chosen, the original is kept. The grid follows from the position.",
    lon: "Longitude",
    lat: "Latitude",
    datum: "Datum",
    datums: { wgs84: "WGS-84", cgcs2000: "CGCS2000", gcj02: "GCJ-02 (AMap, Tencent)", bd09: "BD-09 (Baidu)" },
    pick: "Pick on the map",
    picking: "Click on the map, or move it with the arrow keys and press Enter.",
    map: "Map to pick a place: click to set it, or move with the arrow keys and press Enter",
    use: "Use this place",
    cancel: "Cancel",
    attribution: "The platform's own division and base map",
    noDrawing: "This browser cannot draw a map. Enter the coordinates or the address.",
  },
);
