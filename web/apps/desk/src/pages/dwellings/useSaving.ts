// Registering and changing buildings and houses: what was typed, as the server takes it.

import {
  changeBuilding, changeHouse, getBuilding, getHouse, getHousePlan, listBuildings, listHouses, registerBuilding, registerHouse, type Schema,
} from "@jingwei/client";
import { useWrite } from "@jingwei/face";
import type { ChangedFacts } from "@jingwei/ui";
import { computed, reactive, ref } from "vue";
import { nowhere, positionOf, type Given } from "@/parts/place/place.js";

export type Whole = Schema<"BuildingOut"> | Schema<"HouseOut">;
export const buildingOf = (was: Whole | undefined): string => (was && "building_id" in was ? (was.building_id ?? "") : "");

export function useSaving(what: "building" | "house", was: Whole | undefined) {
  const changes = what === "building" ? [getBuilding, listBuildings, getHousePlan, listHouses] : [getHouse, listHouses, getHousePlan, listBuildings];
  const writes = {
    newBuilding: useWrite(registerBuilding, { changes: [listBuildings] }),
    newHouse: useWrite(registerHouse, { changes: [listHouses, listBuildings, getHousePlan, getBuilding] }),
    building: useWrite(changeBuilding, { changes }),
    house: useWrite(changeHouse, { changes }),
  };
  const write = was ? writes[what] : what === "building" ? writes.newBuilding : writes.newHouse;
  const typed = reactive({
    words: was?.address ?? "",
    parts: undefined as Schema<"AddressPartsOut"> | undefined,
    unit: was?.parts.unit ?? "",
    room: was?.parts.room ?? "",
    floor: was?.parts.floor ?? "",
    building: buildingOf(was),
    isInside: was ? buildingOf(was) !== "" : what === "house",
    aliases: was?.aliases.join("\n") ?? "",
    files: was?.files.map((one) => one.file_id) ?? ([] as string[]),
    remark: "",
  });
  const place = ref<Given>(was ? { lon: was.given_lon, lat: was.given_lat, datum: was.datum as Given["datum"] } : nowhere());
  const facts = ref<ChangedFacts>({});

  /** What is missing, by the key of its word. */
  const missing = computed(() => {
    if (what === "house" && typed.isInside) return !typed.building ? "buildingMissing" : typed.unit.trim() || typed.room.trim() || typed.floor.trim() ? undefined : "roomMissing";
    if (!typed.words.trim() && !typed.parts) return "addressMissing";
    return positionOf(place.value) ? undefined : "positionMissing";
  });
  const inside = () => ({ parts: { ...EMPTY, unit: typed.unit, floor: typed.floor, room: typed.room } });
  const address = () => (what === "house" && typed.isInside ? inside() : typed.parts ? { parts: typed.parts } : { text: typed.words.trim() });
  const aliases = () => typed.aliases.split("\n").map((one) => one.trim()).filter(Boolean);

  async function register(): Promise<string> {
    const position = positionOf(place.value);
    const common = { address: address(), aliases: aliases(), facts: facts.value, file_ids: typed.files };
    if (what === "building") return (await writes.newBuilding.mutateAsync({ ...common, position: position! })).record_id;
    return (await writes.newHouse.mutateAsync({ ...common, ...(typed.isInside ? { building_id: typed.building } : { position: position! }) })).record_id;
  }
  /** Only what differs is sent, so that others' work is not in the way of it. */
  async function change(sent: ChangedFacts, version: number, own: { address?: boolean } = { address: true }): Promise<string> {
    const position = positionOf(place.value);
    const isMoved = was && position && (was.given_lon !== position.lon || was.given_lat !== position.lat || was.datum !== position.datum);
    const isRenamed = typed.isInside && what === "house"
      ? typed.unit !== was?.parts.unit || typed.room !== was.parts.room || typed.floor !== was.parts.floor
      : typed.parts !== undefined || typed.words.trim() !== was?.address;
    const files = was?.files.map((one) => one.file_id).join() === typed.files.join() ? {} : { file_ids: typed.files };
    const renamed = own.address && isRenamed ? { address: address() } : {};
    const called = aliases().join("\n") === was?.aliases.join("\n") ? {} : { aliases: aliases() };
    const body = { version, facts: sent, remark: typed.remark.trim(), ...renamed, ...called, ...files, ...(isMoved && !typed.isInside ? { position } : {}) };
    const record = was!.record_id;
    const saved = what === "building" ? await writes.building.mutateAsync({ building_id: record, ...body }) : await writes.house.mutateAsync({ house_id: record, ...body });
    return saved.record_id;
  }
  return { typed, place, facts, missing, write, register, change };
}

const EMPTY = { road: "", number: "", estate: "", block: "", unit: "", floor: "", room: "" };
