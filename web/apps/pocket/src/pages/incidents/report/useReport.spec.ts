import { drafts } from "@jingwei/domain";
import { useSession, type Me } from "@jingwei/face";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, it } from "vitest";
import { useReport } from "./useReport.js";
import { whoIsHere } from "./whoIsHere.js";

const LI = "018f0000-0000-7000-8000-000000000001";
const draftOf = (person: string) => JSON.parse(localStorage.getItem(`jingwei.draft.${person}.report`) ?? "{}") as { value?: { words?: string } };

/** As the session takes an answer: first the drafts, then the name. */
function arrives(person: string): void {
  drafts.open(person);
  drafts.adopt("visitor");
  useSession().me = { person_id: person, role: "resident", permissions: [] } as unknown as Me;
}

beforeEach(() => {
  localStorage.clear();
  setActivePinia(createPinia());
  drafts.open("visitor");
});

it("goes on with what was begun where the server says late who is here, also over an old unfinished one", () => {
  localStorage.setItem(
    `jingwei.draft.${LI}.report`,
    JSON.stringify({ at: Date.now(), value: { id: "0192f0c1-0000-7000-8000-00000000000a", words: "上周没写完的" } }),
  );
  const report = useReport();
  report.begin();
  const { id } = report.said.value;
  report.said.value.words = "刚拍的";
  arrives(LI);
  expect(report.said.value.id).toBe(id);
  report.said.value.words = "刚拍的，再补一句";
  expect(draftOf(LI).value?.words).toBe("刚拍的，再补一句");
  expect(localStorage.getItem("jingwei.draft.visitor.report")).toBeNull();
});

it("does not wait for who is here where that is known", async () => {
  useSession().status = "out";
  expect(await whoIsHere()).toBe(true);
});

it("waits until the server has said who is here", async () => {
  const waiting = whoIsHere();
  const first = await Promise.race([waiting, Promise.resolve("still waiting")]);
  expect(first).toBe("still waiting");
  useSession().status = "in";
  expect(await waiting).toBe(true);
});
