import { Refusal, Unanswered } from "@jingwei/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { STALLED_MS, wire } from "./wire";

const ADDRESS = "/api/v1/uploads/secret";

/** The phone's own calls, answered by hand. */
class Call {
  static latest: Call;
  status = 0;
  responseText = "";
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onload = () => {};
  onerror = () => {};
  onabort = () => {};
  headers: Record<string, string> = {};
  answered: Record<string, string> = {};
  constructor() {
    Call.latest = this;
  }
  open = vi.fn();
  send = vi.fn();
  setRequestHeader = (name: string, value: string) => void (this.headers[name] = value);
  getResponseHeader = (name: string) => this.answered[name] ?? null;
  abort = () => this.onabort();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("XMLHttpRequest", Call);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const heard: number[] = [];
const send = (signal = new AbortController().signal) =>
  wire.append(ADDRESS, 5, new Blob(["12345"]), (sent) => void heard.push(sent), signal);

describe("the wire", () => {
  it("says where a piece belongs, and tells how much of it has left", async () => {
    const sent = send();
    const call = Call.latest;
    expect(call.open).toHaveBeenCalledWith("PATCH", ADDRESS);
    expect(call.headers).toEqual({
      "Tus-Resumable": "1.0.0",
      "X-Request-Id": expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{12}$/),
      "Upload-Offset": "5",
      "Content-Type": "application/offset+octet-stream",
    });
    call.upload.onprogress!({ loaded: 3 });
    Object.assign(call, { status: 204, answered: { "Upload-Offset": "10" } });
    call.onload();
    expect(await sent).toBe(10);
    expect(heard).toEqual([3]);
  });

  it("ends by itself where nothing moves any more, and not where it is only slow", async () => {
    const told = expect(send()).rejects.toBeInstanceOf(Unanswered);
    await vi.advanceTimersByTimeAsync(STALLED_MS - 1);
    Call.latest.upload.onprogress!({ loaded: 1 });
    await vi.advanceTimersByTimeAsync(STALLED_MS - 1);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await told;
  });

  it("ends at once when somebody stops it", async () => {
    const stop = new AbortController();
    const told = expect(send(stop.signal)).rejects.toThrow("enough");
    stop.abort(new Error("enough"));
    await told;
  });

  it("hands on the server's refusal", async () => {
    const sent = send();
    const body = { code: "files.upload_offset", message: "从那里继续", message_en: "", data: { received_bytes: 7 }, next: "refresh" };
    Object.assign(Call.latest, { status: 409, responseText: JSON.stringify(body) });
    Call.latest.onload();
    await expect(sent).rejects.toMatchObject({ status: 409, body });
  });

  it.each([
    [404, "files.upload_unknown"],
    [401, "sign_in_needed"],
    [502, "server_error"],
  ])("has words of its own where the answer %i has none", async (status, code) => {
    vi.stubGlobal("fetch", async () => new Response(null, { status }));
    const asked = wire.offset(ADDRESS, new AbortController().signal);
    await expect(asked).rejects.toSatisfy((fault: Refusal) => fault.status === status && fault.code === code);
  });

  it("begins with the length and the kind, and takes the address that it is told", async () => {
    const fetched = vi.fn(async () => new Response(null, { status: 201, headers: { Location: ADDRESS } }));
    vi.stubGlobal("fetch", fetched);
    const content = new Blob(["12345"], { type: "image/jpeg" });
    expect(await wire.create(content, "街口.jpg", true, new AbortController().signal)).toBe(ADDRESS);
    const [address, init] = fetched.mock.calls[0] as unknown as [string, RequestInit];
    expect(address).toBe("/api/v1/uploads");
    expect(init.headers).toMatchObject({
      "Upload-Length": "5",
      "Upload-Metadata": "filename 6KGX5Y+jLmpwZw==,filetype aW1hZ2UvanBlZw==,anonymous",
    });
  });

  it("tells no answer from a refusal", async () => {
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("offline")));
    await expect(wire.offset(ADDRESS, new AbortController().signal)).rejects.toBeInstanceOf(Unanswered);
  });
});
