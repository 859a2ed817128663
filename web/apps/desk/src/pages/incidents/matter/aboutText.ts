import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    title: "关于部件",
    none: "没有说是哪个部件",
    set: "选部件",
    change: "换一个",
    takeOff: "不是它",
    near: "附近的部件",
    nobodyNear: "200 米内，您看得到的台账里没有部件。可以直接填编码。",
    away: "{n} 米",
    code: "16位编码",
    use: "就是它",
    cancel: "取消",
    wrong: "编码是16位数字",
    open: "打开部件",
  },
  {
    title: "About a component",
    none: "No component was named",
    set: "Choose the component",
    change: "Another one",
    takeOff: "Not this one",
    near: "Components close by",
    nobodyNear: "Your ledger has none within 200 metres. Enter the code instead.",
    away: "{n} m",
    code: "The sixteen digits",
    use: "This one",
    cancel: "Cancel",
    wrong: "A code is sixteen digits",
    open: "Open the component",
  },
);
