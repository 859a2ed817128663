import { Refusal } from "@jingwei/client";
import { drafts } from "@jingwei/domain";
import { mount } from "@vue/test-utils";
import { ElButton, ElCheckbox, ElCheckboxGroup, ElDatePicker, ElInput, ElOption, ElPopover, ElRadio, ElRadioGroup, ElSelect } from "element-plus";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ref } from "vue";
import { cleaned, creditSign, faultIn, identitySign } from "../src/form/checks.js";
import { changedFacts, conflictOf, decided, faultsOf, freshOf, sayFact } from "../src/form/facts.js";
import type { FormField, FormShape } from "../src/form/types.js";
import { EditConflict, RecordFacts, RecordForm, RecordHistory, setLocale } from "../src/index.js";

const NOW = new Date("2026-11-21T06:30:00Z");
const WU = "018f0000-0000-7000-8000-000000000001";

function field(key: string, over: Partial<FormField> = {}): FormField {
  return {
    key, label_zh: key, label_en: key, kind: "text", section_zh: "", section_en: "", is_required: false, keeping: "plain", seen_by: "scope", code_table: "", least: null,
    most: null, longest: null, decimals: null, unit_zh: "", unit_en: "", help_zh: "", help_en: "", is_personal: false, purpose: "", legal_basis: "", retention_days: null,
    is_built_in: false, ...over,
  };
}
const FORM: FormShape = {
  kind: "dwellings.house", version: 3, title_zh: "房屋", title_en: "House",
  fields: [
    field("name", { label_zh: "名称", label_en: "Name", is_required: true, section_zh: "基本", section_en: "Basics" }),
    field("storeys", { label_zh: "层数", label_en: "Storeys", kind: "whole", least: 1, most: 90, section_zh: "基本", section_en: "Basics" }),
    field("use", { label_zh: "用途", label_en: "Use", kind: "choice", code_table: "house_use", section_zh: "基本", section_en: "Basics" }),
    field("phone", { label_zh: "联系电话", label_en: "Phone", kind: "phone", keeping: "indexed", seen_by: "need", is_personal: true, section_zh: "联系", section_en: "Contact" }),
    field("keeper", { label_zh: "房主", label_en: "Owner", is_personal: true, section_zh: "联系", section_en: "Contact" }),
  ],
  code_tables: [{ key: "house_use", title_zh: "房屋用途", title_en: "Use", source: "", is_national: false, codes: [
    { value: "10", name_zh: "住宅", name_en: "Home", is_active: true }, { value: "20", name_zh: "仓库", name_en: "Store", is_active: false },
  ] }],
};
const FACTS = { name: "3栋", storeys: 6, use: "20", phone: "138****5678" };
const global = { components: { ElButton, ElCheckbox, ElCheckboxGroup, ElDatePicker, ElInput, ElOption, ElPopover, ElRadio, ElRadioGroup, ElSelect } };

beforeEach(() => {
  setLocale("zh-CN");
  sessionStorage.clear();
  drafts.open(WU);
});
afterEach(() => {
  drafts.close();
  vi.useRealTimers();
});

describe("a value", () => {
  const why = (over: Partial<FormField>, value: unknown) => faultIn(field("x", over), value, NOW)?.why;
  it("that is an identity number has its check digit, a birth that was, and 15 digits where it is old", () => {
    const first = "43090319900307221";
    const right = first + identitySign(first);
    expect(identitySign("11010519491231002")).toBe("X"); // the example of GB 11643
    for (const fine of [right, right.toLowerCase(), ` ${right} `, "４３０９０３９００３０７２２１", "11010519491231002X", "11010519491231002x"]) expect(why({ kind: "identity" }, fine)).toBeUndefined();
    const swapped = `${right.slice(0, 3)}${right[4]}${right[3]}${right.slice(5)}`;
    expect(why({ kind: "identity" }, swapped)).toBe("identityDigit");
    expect(why({ kind: "identity" }, `430903${"19900230"}2210`)).toBe("identityBirth");
    expect(why({ kind: "identity" }, `430903${"20991231"}2210`)).toBe("identityBirth");
    for (const short of ["43090319900307", "X30903199003072210", "四三〇九"]) expect(why({ kind: "identity" }, short)).toBe("identityForm");
  });
  it("that is a credit code has its check sign and no letter that looks like a digit", () => {
    const first = "91350100M000100Y4";
    expect(creditSign(first)).toBe("3"); // the example of GB 32100
    expect(why({ kind: "credit_code" }, `${first}3`)).toBeUndefined();
    expect(why({ kind: "credit_code" }, `${first}4`)).toBe("creditDigit");
    expect(why({ kind: "credit_code" }, "91350100I000100Y43")).toBe("creditForm");
  });
  it("keeps to what the field asks", () => {
    expect(why({ is_required: true }, "  ")).toBe("required");
    expect(why({}, "  ")).toBeUndefined();
    expect(why({ kind: "whole" }, "3.5")).toBe("whole");
    expect(why({ kind: "whole", most: 90 }, "９１")).toBe("most");
    expect(why({ kind: "decimal", decimals: 2 }, "1.234")).toBe("decimals");
    expect(why({ kind: "decimal", least: 0 }, "-1")).toBe("least");
    expect(why({ kind: "date", most: 0 }, "2026-11-22")).toBe("late");
    expect(why({ kind: "date", most: 0 }, "2026-11-21")).toBeUndefined();
    expect(why({ kind: "date" }, "2026-02-30")).toBe("date");
    expect(why({ longest: 3 }, "四个字了")).toBe("longest");
    for (const fine of ["13800138000", "＋86 138-0013-8000", "0737-1234567", "110000"]) expect(why({ kind: "phone" }, fine)).toBeUndefined();
    expect(why({ kind: "phone" }, "1380013800")).toBe("phone");
  });
  it("is sent plain", () => {
    expect(cleaned(field("n", { kind: "decimal" }), " 1,234.50 ")).toBe(1234.5);
    expect(cleaned(field("n", { kind: "decimal" }), "12345678901234567.5")).toBe("12345678901234567.5");
    expect(cleaned(field("i", { kind: "identity" }), "1101 0519 4912 3100 2x")).toBe("11010519491231002X");
    expect(cleaned(field("s"), "  ")).toBeNull();
  });
});

describe("what was changed", () => {
  it("is only what says something else", () => {
    expect(changedFacts(FORM, FACTS, { name: " 3栋 ", storeys: "7", use: "" })).toEqual({ storeys: 7, use: null });
  });
  it("of a masked value is what was typed anew: an empty field leaves it, null takes it away", () => {
    expect(changedFacts(FORM, FACTS, { phone: "" })).toEqual({});
    expect(changedFacts(FORM, FACTS, { phone: null })).toEqual({ phone: null });
    expect(changedFacts(FORM, FACTS, { phone: "138 0013 8000" })).toEqual({ phone: "13800138000" });
    expect(changedFacts(FORM, {}, { phone: "" })).toEqual({});
  });
});

describe("a record's form", () => {
  /** Element Plus gives its inputs their ids a moment later. */
  const shown = async (over: object = {}) => {
    const form = mount(RecordForm, { props: { form: FORM, facts: FACTS, modelValue: {}, draftKey: "house:7", ...over }, global, attachTo: document.body });
    await form.vm.$nextTick();
    return form;
  };
  type Shown = Awaited<ReturnType<typeof shown>>;
  const told = (form: Shown) => form.emitted("update:modelValue")?.at(-1)?.[0];
  const input = (form: Shown, label: string) => form.find(`[id="${form.findAll("label").find((one) => one.text() === label)?.attributes("for")}"]`);

  it("stands in its sections, and tells only what was changed", async () => {
    const form = await shown();
    expect(form.findAll("legend").map((one) => one.text())).toEqual(["基本", "联系"]);
    await input(form, "层数").setValue("８");
    expect(told(form)).toEqual({ storeys: 8 });
    await input(form, "层数").setValue("6");
    expect(told(form)).toEqual({});
    form.unmount();
  });

  it("is told of by a page that makes its facts anew at every change, and comes to rest", async () => {
    let drawn = 0;
    const page = mount({
      components: { RecordForm },
      setup: () => ({ form: FORM, changed: ref({}), facts: () => ((drawn += 1), { ...FACTS }) }),
      template: '<RecordForm v-model="changed" :form="form" :facts="facts()" />{{ changed }}',
    }, { global });
    await page.vm.$nextTick();
    await page.findAll("input")[1]!.setValue("7");
    await page.vm.$nextTick();
    expect(page.text()).toContain('"storeys": 7');
    expect(drawn).toBeLessThan(6);
  });

  it("types a masked value anew, takes it away, or leaves it", async () => {
    const form = await shown();
    expect(form.text()).toContain("138****5678");
    await form.find('[aria-label="更改“联系电话”"]').trigger("click");
    await input(form, "联系电话").setValue("1380013800");
    await input(form, "联系电话").trigger("blur");
    expect(form.text()).toContain("11 位手机号");
    await input(form, "联系电话").setValue("13800138000");
    expect(told(form)).toEqual({ phone: "13800138000" });
    await form.find('[aria-label="“联系电话”保持原值"]').trigger("click");
    expect(told(form)).toEqual({});
    await form.find('[aria-label="清空“联系电话”"]').trigger("click");
    expect(told(form)).toEqual({ phone: null });
    expect(form.text()).toContain("保存后清空");
    form.unmount();
  });

  it("keeps for this window what was not sent, and nothing of a person", async () => {
    const form = await shown();
    await input(form, "层数").setValue("9");
    await input(form, "房主").setValue("李四");
    expect(JSON.stringify({ ...sessionStorage })).toContain("9");
    expect(JSON.stringify({ ...sessionStorage })).not.toContain("李四");
    form.unmount();
    const again = await shown();
    expect(told(again)).toEqual({ storeys: 9 });
    expect(again.text()).toContain("上次没有提交的内容还在");
    (again.vm as unknown as { forget: () => void }).forget();
    expect(sessionStorage.length).toBe(0);
    again.unmount();
    drafts.open("018f0000-0000-7000-8000-000000000002");
    const other = await shown();
    expect(other.text()).not.toContain("上次没有提交");
    other.unmount();
  });

  it("asks a new record for what is required, says what the server refused at its field, and goes there", async () => {
    const form = await shown({ facts: {}, isNew: true });
    const check = () => (form.vm as unknown as { check: () => boolean }).check();
    expect(check()).toBe(false);
    await form.vm.$nextTick();
    await form.vm.$nextTick();
    expect(form.text()).toContain("请填写。");
    expect(document.activeElement).toBe(input(form, "名称").element);
    await input(form, "名称").setValue("5栋");
    expect(check()).toBe(true);
    const refused = new Refusal(422, { code: "forms.bad_facts", message: "有1项不对。", message_en: "One is wrong.", next: "correct", data: { faults: [{ field: "name", message: "重名。", message_en: "Taken." }] } });
    await form.setProps({ error: refused });
    expect(form.text()).toContain("重名。");
    await input(form, "名称").setValue("6栋");
    expect(form.text()).not.toContain("重名。");
    form.unmount();
  });
});

describe("a record as it is read", () => {
  it("says values in words, a code that is out of use as well", () => {
    expect(sayFact(FORM, FORM.fields[2]!, "20", "zh-CN")).toBe("仓库");
    expect(sayFact(FORM, field("a", { kind: "decimal", unit_zh: "平方米", unit_en: "m²" }), 80.5, "en")).toBe("80.5 m²");
    expect(sayFact(FORM, field("b", { kind: "yes_no" }), false, "zh-CN")).toBe("否");
  });

  it("shows what is masked for a purpose, and masks it again after a minute", async () => {
    vi.useFakeTimers({ now: NOW });
    const reveal = vi.fn(() => Promise.resolve({ phone: "13800135678" }));
    const facts = mount(RecordFacts, { props: { form: FORM, facts: FACTS, purposes: ["follow_up", "supervision"], reveal, seenAt: "2026-08-15T00:00:00Z", dueOn: "2026-11-15" } });
    expect(facts.text()).toContain("3个月前核实，已到期");
    await facts.find("button").trigger("click");
    await facts.find("select").setValue("supervision");
    await facts.find("form").trigger("submit");
    await vi.advanceTimersByTimeAsync(1);
    expect(reveal).toHaveBeenCalledWith("supervision");
    expect(facts.text()).toContain("13800135678");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(facts.text()).not.toContain("13800135678");
    expect(facts.text()).toContain("138****5678");
  });

  it("is fresh, due soon or due", () => {
    const state = (due: string | null, seen: string | null = "2026-11-01T00:00:00Z") => freshOf(seen, due, NOW, "zh-CN");
    expect(state(null)).toEqual({ words: "20天前核实", state: "fresh" });
    expect(state("2027-06-01").state).toBe("fresh");
    expect(state("2026-12-01")).toEqual({ words: "20天前核实，还有 10 天到期", state: "soon" });
    expect(state("2026-11-21").words).toContain("今天到期");
    expect(state("2026-11-20").state).toBe("due");
    expect(state("2026-11-20", null).state).toBe("never");
  });
});

describe("two people at one record", () => {
  const refused = new Refusal(409, { code: "forms.edit_conflict", message: "有人也改了。", message_en: "Somebody changed it.", next: "refresh", data: { version: 9, fields: [
    { field: "storeys", label: "层数", label_en: "Storeys", yours: 7, theirs: 8, by: "陈静", at: "2026-11-21T06:00:00Z" },
    { field: "use", label: "用途", label_en: "Use", yours: "10", theirs: null, by: "陈静", at: "2026-11-21T06:00:00Z" },
  ] } });
  const changed = { name: "4栋", storeys: 7, use: "10" };

  it("choose field by field; the rest goes along", async () => {
    const conflict = conflictOf(refused)!;
    const sheet = mount(EditConflict, { props: { form: FORM, conflict, changed } });
    expect(sheet.text()).toContain("陈静填的");
    expect(sheet.text()).toContain("住宅");
    const send = () => sheet.findAll("button")[0]!;
    expect(send().attributes("disabled")).toBeDefined();
    await sheet.find('input[value="theirs"]').setValue();
    await sheet.findAll('input[value="mine"]')[1]!.setValue();
    await send().trigger("click");
    expect(sheet.emitted("resend")).toEqual([[{ name: "4栋", use: "10" }, 9]]);
  });

  it("are not told of where it was refused for another reason", () => {
    expect(conflictOf(new Error("x"))).toBeUndefined();
    expect(faultsOf(refused)).toEqual([]);
    expect(decided(changed, conflictOf(refused)!, { storeys: "mine", use: "mine" })).toEqual(changed);
  });
});

describe("a record's history", () => {
  it("tells field by field what became of it, and of what is sealed only that", () => {
    const changes = [
      { record_version: 1, deed: "registered", at: "2026-01-01T00:00:00Z", actor_name: "林小芳", source: "phone", facts: { name: [null, "3栋"] } },
      { record_version: 2, deed: "changed", at: "2026-02-01T00:00:00Z", actor_name: "陈静", source: "department:房管", remark: "按产权证", facts: { use: ["10", "20"], phone: ["•", "•"], gone: ["a", "b"] } },
    ];
    const rows = mount(RecordHistory, { props: { form: FORM, changes } }).findAll("li").map((one) => one.text());
    expect(rows[0]).toMatch(/修改.*陈静.*部门数据：房管.*按产权证.*用途.*住宅.*仓库.*联系电话.*内容不显示.*已停用的字段 gone/s);
    expect(rows[1]).toMatch(/登记.*林小芳.*手机.*名称.*填写为.*3栋/s);
  });
});
