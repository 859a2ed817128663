// The wire of an upload in pieces: tus 1.0.0 in three questions, with progress and an end to every wait.

import { deleteUpload, finishUpload, newNumber, NUMBER_HEADER, Refusal, Unanswered, type RefusalBody, type Schema } from "@jingwei/client";

const ADDRESS = "/api/v1/uploads";
const VERSION = "1.0.0";
/** Nothing moved for so long: the connection is dead, whatever the phone believes. */
export const STALLED_MS = 20_000;
const ANSWER_WITHIN_MS = 30_000;

export interface Wire {
  create: (content: Blob, name: string, isAnonymous: boolean, signal: AbortSignal) => Promise<string>;
  /** Where to go on. */
  offset: (address: string, signal: AbortSignal) => Promise<number>;
  /** Sends one piece and says where the server stands now; `heard` is told how much of it has left. */
  append: (address: string, offset: number, piece: Blob, heard: (sent: number) => void, signal: AbortSignal) => Promise<number>;
  finish: (address: string, signal: AbortSignal) => Promise<Schema<"FileOut">>;
  remove: (address: string) => Promise<void>;
}

const secretOf = (address: string) => address.slice(address.lastIndexOf("/") + 1);

export const wire: Wire = {
  async create(content, name, isAnonymous, signal) {
    const metadata = `filename ${coded(name)},filetype ${coded(content.type)}${isAnonymous ? ",anonymous" : ""}`;
    const answer = await asked(ADDRESS, "POST", { "Upload-Length": String(content.size), "Upload-Metadata": metadata }, signal);
    const address = answer.headers.get("Location");
    if (!address) throw new Unanswered("POST", "no Location");
    return address;
  },
  async offset(address, signal) {
    const answer = await asked(address, "HEAD", {}, signal);
    return Number(answer.headers.get("Upload-Offset") ?? 0);
  },
  append,
  finish: (address, signal) => finishUpload({ upload_secret: secretOf(address) }, { signal }),
  remove: (address) => deleteUpload({ upload_secret: secretOf(address) }),
};

async function asked(address: string, method: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  const within = AbortSignal.any ? AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]) : signal;
  const answer = await fetch(address, {
    method,
    headers: { "Tus-Resumable": VERSION, [NUMBER_HEADER]: newNumber(), ...headers },
    credentials: "same-origin",
    signal: within,
  }).catch((reason: unknown) => {
    if (signal.aborted) throw reason;
    throw new Unanswered(method, reason);
  });
  if (!answer.ok) throw new Refusal(answer.status, refusalIn(method === "HEAD" ? "" : await answer.text(), answer.status));
  return answer;
}

/** `fetch` tells nothing of what has left the phone; XMLHttpRequest does. */
function append(address: string, offset: number, piece: Blob, heard: (sent: number) => void, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    let watch: ReturnType<typeof setTimeout>;
    const moved = () => {
      clearTimeout(watch);
      watch = setTimeout(() => call.abort(), STALLED_MS);
    };
    const stop = () => call.abort();
    const end = (finish: () => void) => {
      clearTimeout(watch);
      signal.removeEventListener("abort", stop);
      finish();
    };
    call.open("PATCH", address);
    call.setRequestHeader("Tus-Resumable", VERSION);
    call.setRequestHeader(NUMBER_HEADER, newNumber());
    call.setRequestHeader("Upload-Offset", String(offset));
    call.setRequestHeader("Content-Type", "application/offset+octet-stream");
    call.upload.onprogress = ({ loaded }) => {
      moved();
      heard(Math.min(loaded, piece.size));
    };
    call.onload = () =>
      end(() => {
        if (call.status === 204) resolve(Number(call.getResponseHeader("Upload-Offset")));
        else reject(new Refusal(call.status, refusalIn(call.responseText, call.status)));
      });
    call.onerror = () => end(() => reject(new Unanswered("PATCH", "network")));
    call.onabort = () => end(() => reject(signal.aborted ? signal.reason : new Unanswered("PATCH", "stalled")));
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", stop);
    moved();
    call.send(piece);
  });
}

/** HEAD has no body, and a gateway's page is none of ours. */
function refusalIn(text: string, status: number): RefusalBody {
  try {
    const body = JSON.parse(text) as RefusalBody;
    if (body.code) return body;
  } catch {
    // No refusal of ours: told in our words below.
  }
  const words = WORDS[status] ?? {
    code: "server_error",
    message: "服务器没有收下这个文件。请稍后再试，文件还在这部手机上。",
    message_en: "The server did not take this file. Try again later; it is still on this phone.",
    next: "retry" as const,
  };
  return { ...words, data: {} };
}

const WORDS: Record<number, Omit<RefusalBody, "data">> = {
  401: {
    code: "sign_in_needed",
    message: "登录已结束。请重新登录，文件还在这部手机上。",
    message_en: "The session has ended. Sign in again; the file is still on this phone.",
    next: "sign_in",
  },
  404: {
    code: "files.upload_unknown",
    message: "这次上传已过期，会从头再传。",
    message_en: "This upload has expired and starts again.",
    next: "retry",
  },
};

function coded(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text.slice(-100))));
}
