// The files of a bundle, once all of them have arrived.

import { uploads } from "@jingwei/device";

/** The ids of the bundle's files once they are through; undefined where one is stuck. */
export async function settledFiles(bundle: string): Promise<string[] | undefined> {
  const items = await uploads.settled(bundle);
  const ids = items.flatMap((one) => (one.file ? [one.file.id] : []));
  return ids.length < items.length ? undefined : ids;
}
