// Read by `tsc` only: what must compile, and what must not.

import {
  closeIncident,
  dispatchIncident,
  downloadFile,
  getIncident,
  listIncidents,
  reportIncident,
  signOut,
  uploadFile,
} from "../src/index.js";
import type { Schema } from "../src/index.js";

const incident_id = "00000000-0000-4000-8000-000000000001";

export async function whatCompiles(photo: Blob): Promise<void> {
  const page = await listIncidents({ state: [10, 20], size: 20 });
  const first: Schema<"ListedOut"> | undefined = page.rows[0];
  const everything = await listIncidents();
  const closed = await closeIncident({ incident_id, remark: "已办结", version: first?.version ?? null });
  const receipt = await reportIncident({ id: incident_id, words: "路灯不亮", area_code: "430902" });
  const nothing: void = await signOut();
  const file = await uploadFile({ file: photo });
  const content: Blob = await downloadFile({ file_id: file.id });
  console.log(everything.next_cursor, closed.actions[0]?.label, receipt.tracking_code, nothing, content.size);
}

export async function whatDoesNot(): Promise<void> {
  // @ts-expect-error the id is missing
  await getIncident({});
  // @ts-expect-error a misspelt field
  await closeIncident({ incident_id, remarks: "已办结" });
  // @ts-expect-error the unit is missing
  await dispatchIncident({ incident_id, remark: "请处理" });
  // @ts-expect-error 15 is not a state
  await listIncidents({ state: [15] });
  const page = await listIncidents();
  // @ts-expect-error rows have no such field
  console.log(page.rows[0]?.reporter_phone);
}
