// "5d" as people say it: 5 working days.

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

