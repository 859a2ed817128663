// Adding, correcting, retiring and restoring one place.

import { addPlace, changePlace, findPlaces, listPlaces, restorePlace, retirePlace } from "@jingwei/client";
import { useWrite } from "@jingwei/face";
import { computed, reactive, ref } from "vue";
import { nowhere, positionOf, type Given } from "@/parts/place/place.js";
import type { Kind, Place } from "./usePlaces.js";

export function usePlaceForm(was: Place | undefined) {
  const facts = reactive({
    name: was?.name ?? "",
    kind: (was?.kind ?? "") as Kind | "",
    address: was?.address ?? "",
    aliases: [...(was?.aliases ?? [])],
    former_names: [...(was?.former_names ?? [])],
  });
  const position = ref<Given>(was ? { lon: was.given_lon, lat: was.given_lat, datum: was.datum } : nowhere());
  const changes = [listPlaces, findPlaces];
  const add = useWrite(addPlace, { changes });
  const change = useWrite(changePlace, { changes });
  const end = useWrite(retirePlace, { changes });
  const again = useWrite(restorePlace, { changes });
  const all = [add, change, end, again];
  const isWhole = computed(() => facts.name.trim().length > 1 && facts.kind !== "" && positionOf(position.value) !== undefined);
  const isBusy = computed(() => all.some((one) => one.isPending.value));
  const error = computed(() => all.map((one) => one.error.value).find((one) => one));

  const done = (promise: Promise<unknown>): Promise<boolean> => promise.then(() => true, () => false);

  async function save(): Promise<boolean> {
    const at = positionOf(position.value);
    if (!at || facts.kind === "") return false;
    const body = { ...facts, kind: facts.kind };
    if (!was) return done(add.mutateAsync({ ...body, position: at }));
    const isMoved = was.given_lon !== at.lon || was.given_lat !== at.lat || was.datum !== at.datum;
    return done(change.mutateAsync({ place_id: was.id, ...body, version: was.version, ...(isMoved ? { position: at } : {}) }));
  }

  const retire = (reason: string) => (was ? done(end.mutateAsync({ place_id: was.id, reason, version: was.version })) : Promise.resolve(false));
  const restore = () => (was ? done(again.mutateAsync({ place_id: was.id, version: was.version })) : Promise.resolve(false));
  return { facts, position, isWhole, save, retire, restore, isBusy, error };
}
