// What a write says when nobody answered: that it may not have been sent, and that nothing typed is lost.

import { closeIncident, getIncident } from "@jingwei/client";
import { RefusalNote } from "@jingwei/ui";
import { mount } from "@vue/test-utils";
import { beforeEach, expect, test } from "vitest";
import { serve } from "./served.js";

const ID = "018f0000-0000-7000-8000-00000000000a";
const thrown = (call: Promise<unknown>) => call.then(() => undefined, (error: unknown) => error);

beforeEach(() => {
  serve({});
});

test("a write that nobody answered may not have been sent", async () => {
  const error = await thrown(closeIncident({ incident_id: ID, remark: "已清运" }));
  const note = mount(RefusalNote, { props: { error } });
  expect(note.text()).toContain("可能没有送到");
  expect(note.text()).toContain("填写的内容还在");
});

test("a reading that nobody answered is just out of reach", async () => {
  const error = await thrown(getIncident({ incident_id: ID }));
  const note = mount(RefusalNote, { props: { error } });
  expect(note.text()).toContain("连接不到服务器");
  expect(note.text()).not.toContain("送到");
});
