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

