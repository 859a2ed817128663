import { pageText } from "@jingwei/ui";

export const sheetText = pageText(
  { print: "打印", sheet: "居民登记表", why: "查看的用途", clear: "号码不打码（逐项留痕，本人查得到）" },
  { print: "Print", sheet: "Registration sheet", why: "Purpose of the look", clear: "Numbers in the clear (each is a look that the person can read)" },
);
