// The list of residents: what its address narrows it to, as the server and an export take it. Numbers never stand there.

import { listResidents } from "@jingwei/client";
import { flagOf, useRecordList } from "@/parts/records/list.js";

export function usePeople() {
  const list = useRecordList(
    listResidents, { words: "", area_code: "", living: "", band: "", is_due: "", is_ended: "", house_id: "" }, { several: ["living"] },
  );
  const { url } = list;
  return { ...list, livings: url.several("living"), isDue: flagOf(url, "is_due"), isEnded: flagOf(url, "is_ended") };
}
