// The one refusal that the phone gives by itself, in the server's form: nobody waits for 25 MB to be told no.

import type { RefusalBody } from "@jingwei/client";

export function tooLarge(size_bytes: number, limit_bytes: number): RefusalBody {
  const size = Math.round(size_bytes / 1024 / 1024);
  const limit = Math.round(limit_bytes / 1024 / 1024);
  return {
    code: "files.too_large",
    message: `照片有${size}MB，超过了上限${limit}MB，这部手机也无法把它变小。请用相机重新拍一张，或截屏后上传。`,
    message_en: `The photo has ${size} MB; ${limit} MB are allowed, and this phone cannot make it smaller. Take it again, or send a screenshot of it.`,
    data: {},
    next: "correct",
  };
}
