import { mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { createMemoryHistory, createRouter } from "vue-router";
import PageTabs from "./PageTabs.vue";

const none = { render: () => null };

it("marks the page one is on, counts where there is something, and takes along what is kept", async () => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: "/lines", name: "lines", component: none }, { path: "/try", name: "try", component: none }],
  });
  await router.push("/lines?list=7&cursor=abc");
  const tabs = [{ name: "lines", word: "条目", count: 0 }, { name: "try", word: "试算", count: 3 }];
  const page = mount(PageTabs, { props: { label: "权责清单", tabs, keeps: ["list"] }, global: { plugins: [router] } });
  const [here, there] = page.findAll("a");
  expect(page.find("nav").attributes("aria-label")).toBe("权责清单");
  expect(here?.attributes("aria-current")).toBe("page");
  expect(here?.text()).toBe("条目");
  expect(there?.attributes("aria-current")).toBeUndefined();
  expect(there?.text()).toBe("试算3");
  expect(there?.attributes("href")).toBe("/try?list=7");
});
