// The files of a matter as the page shows them.

import type { Incident } from "./actions.js";

export type Attachment = Incident["attachments"][number];

export const SMALL_PX = 320;
export const LARGE_PX = 1280;

export function thumbnailOf(file: Attachment, side: number): string {
  return `/api/v1/files/${file.file_id}/thumb/${side}`;
}

export function contentOf(file: Attachment): string {
  return `/api/v1/files/${file.file_id}`;
}

export function isLookedAt(file: Attachment): boolean {
  return file.file_kind !== "document";
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
