import type { OperationId } from "@jingwei/client";
import { QueryClient, VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { defineComponent, h, ref } from "vue";
import { readAgain } from "./data.js";
import { useMore, type More } from "./more.js";

interface Given { view: string; cursor?: string | null }
interface Answer { rows: string[]; next_cursor: string | null }
const given: Given[] = [];
let stock = ["甲", "乙", "丙"];
/** Two rows a page, as a server gives them. */
const listNames = Object.assign(
  async (asked: Given): Promise<Answer> => {
    given.push(asked);
    const at = Number(asked.cursor ?? 0);
    return { rows: stock.slice(at, at + 2), next_cursor: at + 2 < stock.length ? String(at + 2) : null };
  },
  { operationId: "listCalls" as OperationId },
);

it("appends pages, reads all that is shown again together, and begins anew with another question", async () => {
  const view = ref("all");
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let list: More<Answer> | undefined;
  const page = defineComponent({
    setup() {
      list = useMore(listNames, () => ({ view: view.value }));
      return () => h("p", list?.rows.value.join());
    },
  });
  const shown = mount(page, { global: { plugins: [[VueQueryPlugin, { queryClient: client }]] } });
  await flushPromises();
  expect(shown.text()).toBe("甲,乙");
  expect(list?.hasMore.value).toBe(true);

  await list?.more();
  await flushPromises();
  expect(shown.text()).toBe("甲,乙,丙");
  expect(list?.hasMore.value).toBe(false);

  stock = ["新", "甲", "乙", "丙"];
  await readAgain(client, [listNames]);
  await flushPromises();
  expect(shown.text()).toBe("新,甲,乙,丙");

  view.value = "mine";
  await flushPromises();
  expect(given.at(-1)).toEqual({ view: "mine" });
  expect(shown.text()).toBe("新,甲");
  shown.unmount();
  client.clear();
});
