import { listProviderLinks, unlinkProvider, type Schema } from "@jingwei/client";
import { useProviders, useRead, useWrite, type Provider } from "@jingwei/face";
import { computed } from "vue";

export type Link = Schema<"ProviderLinkOut">;

/** A provider and one's link with it; without a provider where it is no longer connected. */
export interface Row {
  key: string;
  provider: Provider | undefined;
  link: Link | undefined;
}

/** Every provider that staff may use, in the operator's order, then links whose provider is gone. */
export function rowsOf(providers: readonly Provider[], links: readonly Link[]): Row[] {
  const known = providers.map((provider) => ({ key: provider.key, provider, link: links.find((one) => one.provider === provider.key) }));
  const gone = links.filter((one) => !providers.some((provider) => provider.key === one.provider));
  return [...known, ...gone.map((link) => ({ key: link.provider, provider: undefined, link }))];
}

export function useProviderLinks() {
  const { providers, busyWith, error, link } = useProviders("staff");
  const links = useRead(listProviderLinks);
  const unlinking = useWrite(unlinkProvider, { changes: [listProviderLinks] });
  const rows = computed(() => rowsOf(providers.value, links.data.value ?? []));

  async function unlink(row: Row): Promise<boolean> {
    if (!row.link) return false;
    return unlinking.mutateAsync({ link_id: row.link.link_id }).then(() => true, () => false);
  }

  return { links, rows, unlinking, busyWith, error, unlink, link: (key: string) => void link(key, "/desk/account/providers") };
}
