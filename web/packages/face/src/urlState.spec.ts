import { flushPromises, mount } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import { defineComponent, h } from "vue";
import { createMemoryHistory, createRouter } from "vue-router";
import { askedOf, useUrlState, type UrlState } from "./urlState.js";

type Filters = { words: string; days: string };

async function at(address: string) {
  let url: UrlState<Filters> | undefined;
  const page = defineComponent({
    setup() {
      url = useUrlState({ words: "", days: "30" });
      return () => h("p");
    },
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: "/staff", name: "staff", component: page }] });
  await router.push(address);
  mount(defineComponent({ setup: () => () => h(page) }), { global: { plugins: [router] } });
  if (!url) throw new Error("the page was not set up");
  return { url, router };
}

describe("filters in the address", () => {
  it("are read from it, with defaults where it says nothing", async () => {
    const { url } = await at("/staff?words=吴");
    expect(url.state.value).toEqual({ words: "吴", days: "30" });
    expect(url.isNarrowed.value).toBe(true);
  });

  it("are written together, leave defaults out and begin at the first page again", async () => {
    const { url, router } = await at("/staff?cursor=abc&other=kept");
    url.set({ words: "林" });
    url.field("days").value = "7";
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({ words: "林", days: "7", other: "kept" });
    url.clear();
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({ other: "kept" });
  });

  it("may hold several, with commas between, and are asked for as several", async () => {
    const { url, router } = await at("/staff?words=吴,林");
    const chosen = url.several("words");
    expect(chosen.value).toEqual(["吴", "林"]);
    chosen.value = ["陈"];
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({ words: "陈" });
    expect(askedOf({ words: "井盖", kind: "", state: "damaged,missing" }, ["state"])).toEqual({ words: "井盖", state: ["damaged", "missing"] });
    expect(askedOf({ words: "", state: "" }, ["state"])).toEqual({});
  });

  it("keep to their page: what is told late changes no other address", async () => {
    const { url, router } = await at("/staff");
    router.addRoute({ path: "/posts", name: "posts", component: { render: () => null } });
    await router.push("/posts");
    url.set({ words: "迟到" });
    await flushPromises();
    expect(router.currentRoute.value.fullPath).toBe("/posts");
  });

  it("go to the next page as a step of its own", async () => {
    const { url, router } = await at("/staff?words=吴");
    url.next("abc");
    await flushPromises();
    expect(url.cursor.value).toBe("abc");
    url.previous();
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({ words: "吴" });
  });
});
