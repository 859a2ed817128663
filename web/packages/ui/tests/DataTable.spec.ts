import { keyRegistry } from "@jingwei/domain";
import { DataTable, i18n } from "@jingwei/ui";
import { mount } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { nextTick } from "vue";

const ROWS = [
  { id: "1", name: "吴芳", count: 3 },
  { id: "2", name: "赵强", count: null },
];
const COLUMNS = [
  { key: "name", label: "姓名" },
  { key: "count", label: "件数", isNumber: true },
];

function table(props: object = {}) {
  return mount(DataTable, {
    props: { columns: COLUMNS, rows: ROWS, rowKey: "id", caption: "人员", opens: true, ...props } as never,
    global: { plugins: [i18n] },
    attachTo: document.body,
  });
}
const press = (key: string) => keyRegistry.press(new KeyboardEvent("keydown", { key, cancelable: true }));

describe("a table of rows", () => {
  let shown: ReturnType<typeof table>;
  afterEach(() => shown.unmount());

  it("is a real table with a caption, heads of columns and cells, empty where nothing stands", () => {
    shown = table();
    expect(shown.get("caption").text()).toBe("人员");
    expect(shown.findAll("th[scope=col]").map((one) => one.text())).toEqual(["姓名", "件数"]);
    expect(shown.findAll("tbody td").map((one) => one.text())).toEqual(["吴芳", "3", "赵强", ""]);
  });

  it("is walked with j and k and opened with o and Enter", async () => {
    shown = table();
    press("j");
    press("j");
    await nextTick();
    expect(document.activeElement?.textContent).toContain("赵强");
    press("k");
    press("o");
    expect(shown.emitted("open")).toEqual([[ROWS[0]]]);
    await shown.findAll("tbody tr")[1]?.trigger("keydown", { key: "Enter" });
    expect(shown.emitted("open")?.[1]).toEqual([ROWS[1]]);
  });

  it("leaves a click on a button in a row to the button", async () => {
    shown = mount(DataTable, {
      props: { columns: COLUMNS, rows: ROWS, rowKey: "id", caption: "人员", opens: true } as never,
      slots: { "cell-name": "<button type='button'>改名</button>" },
      global: { plugins: [i18n] },
      attachTo: document.body,
    }) as never;
    await shown.find("tbody button").trigger("click");
    expect(shown.emitted("open")).toBeUndefined();
    await shown.findAll("tbody td")[1]?.trigger("click");
    expect(shown.emitted("open")).toHaveLength(1);
  });

  it("shows the pages only where there are some", async () => {
    shown = table();
    expect(shown.find("nav").exists()).toBe(false);
    await shown.setProps({ hasNext: true } as never);
    const [previous, next] = shown.findAll("nav button");
    expect(previous?.attributes("disabled")).toBeDefined();
    await next?.trigger("click");
    expect(shown.emitted("next")).toHaveLength(1);
  });
});
