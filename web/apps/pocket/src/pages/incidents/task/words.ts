// "5d" as people say it: 5 working days; and a length of bytes or seconds.

import { usePageText } from "@jingwei/ui";
import { text } from "./text.js";

const WRITTEN = /^(\d+)([hdHD])$/;

/** Turns a limit as the interface writes it into words; anything else stays as it is. */
export function useLimitWords(): (written: string) => string {
  const { t } = usePageText(text);
  return (written) => {
    const parts = WRITTEN.exec(written);
    return parts ? t(`span.${parts[2] as "h"}`, { count: Number(parts[1]) }) : written;
  };
}

/** "1.4 MB" */
export function sizeOf(bytes: number | null): string {
  if (bytes === null) return "";
  return bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** "0:42" */
export function lengthOf(milliseconds: number | null): string {
  if (milliseconds === null) return "";
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
