// One report being taken: what was said, what helps, and what becomes of it.

import {
  findCallerMatters,
  findPlacesInWords,
  getCall,
  getInbox,
  getSeat,
  linkCall,
  listCalls,
  listIncidents,
  previewReport,
  Refusal,
  takeReport,
  uploadFile,
  type Schema,
} from "@jingwei/client";
import { useDraft, useRead, useWrite } from "@jingwei/face";
import { computed, ref, watch, type Ref } from "vue";
import { useRoute, useRouter } from "vue-router";
import { usePresentCall, type Call } from "./useRinging.js";

export type Way = "hotline" | "walk_in" | "letter";
export type Matter = Schema<"MatterOut">;
export type Receipt = Schema<"TakenOut">;

export interface PlaceSaid {
  address: string;
  areaCode: string;
  lon: number | null;
  lat: number | null;
}

export interface WhoSaid {
  identity: Schema<"Identity">;
  name: string;
  phone: string;
  usesCaller: boolean;
  sms: boolean;
}

export interface Said {
  id: string;
  words: string;
  place: PlaceSaid;
  itemCode: string;
  who: WhoSaid;
  isUrgent: boolean;
  writtenOn: string;
  placeOfReception: string;
  callId: string;
  files: { id: string; name: string }[];
  told: { id: string; service: Schema<"Emergency"> }[];
}

export function nothingSaid(): Said {
  return {
    id: "",
    words: "",
    place: { address: "", areaCode: "", lon: null, lat: null },
    itemCode: "",
    who: { identity: "named", name: "", phone: "", usesCaller: true, sms: true },
    isUrgent: false,
    writtenOn: "",
    placeOfReception: "",
    callId: "",
    files: [],
    told: [],
  };
}

const LISTEN_AFTER_MS = 350;
const WAYS: readonly Way[] = ["hotline", "walk_in", "letter"];

export function useIntake() {
  const route = useRoute();
  const router = useRouter();
  const kept = useDraft("intake", nothingSaid, { hours: 12 }); // a caller's name and number: this shift, not this week
  const said = kept.value;
  const receipt: Ref<Receipt | null> = ref(null);
  const channel = computed<Way>({
    get: () => WAYS.find((one) => one === route.query["channel"]) ?? "hotline",
    set: (way) => void router.replace({ query: { ...route.query, channel: way } }),
  });

  // --- The call -----------------------------------------------------------------------------------------
  const present = usePresentCall();
  const known = ref<Schema<"KnownCallerOut"> | null>(null);
  const look = useWrite(findCallerMatters, { onSuccess: (answer) => (known.value = answer) });
  const opened = useRead(getCall, () => ({ call_id: said.value.callId }), {
    enabled: () => said.value.callId !== "",
    refetchInterval: 5000,
  });
  const call = computed<Call | null>(() => {
    if (said.value.callId === "") return null;
    return present.value?.id === said.value.callId ? present.value : (opened.data.value ?? null);
  });
  /** Calls entered already: they do not open by themselves again, though a second matter may follow. */
  const entered = ref<string[]>([]);
  const other = computed(() =>
    present.value && present.value.id !== said.value.callId && !receipt.value ? present.value : null,
  );
  const callerNumber = computed(() => call.value?.number ?? null);

  function openCall(one: Call): void {
    said.value.callId = one.id;
    channel.value = "hotline";
  }

  watch(
    () => route.query["call"],
    (id) => {
      if (typeof id === "string" && id !== "") said.value.callId = id;
    },
    { immediate: true },
  );
  // A call that comes in while nothing is written opens by itself; otherwise the strip offers it.
  watch(
    present,
    (one) => {
      const isFree = said.value.callId === "" && said.value.words === "" && !receipt.value;
      if (one && isFree && channel.value === "hotline" && !entered.value.includes(one.id)) openCall(one);
    },
    { immediate: true },
  );
  // Who calls is looked up once, when the call is opened; the reporter sees the look.
  watch(
    () => [said.value.callId, callerNumber.value] as const,
    ([id, number], before) => {
      if (id !== before?.[0]) known.value = null;
      if (id && number && (id !== before?.[0] || !before?.[1])) lookUp();
    },
    { immediate: true },
  );

  const canLook = computed(() => callerNumber.value !== null || said.value.who.phone.trim().length >= 5);
  function lookUp(): void {
    const byCall = callerNumber.value !== null && said.value.who.usesCaller;
    look.mutate({
      call_id: byCall ? said.value.callId : null,
      phone: byCall ? "" : said.value.who.phone,
      purpose: "answer_request",
    });
  }

  // --- What helps while listening -----------------------------------------------------------------------
  const heard = settled(
    computed(() => ({
      words: said.value.words,
      address: said.value.place.address,
      position: positionOf(said.value.place),
      area_code: said.value.place.areaCode,
      item_code: said.value.itemCode,
    })),
    LISTEN_AFTER_MS,
  );
  const hints = useRead(previewReport, heard, {
    enabled: () => heard.value.words.trim().length > 1 || heard.value.position !== null || heard.value.area_code !== "",
    keepsPrevious: true,
    staleTime: 10_000,
  });
  const isListening = computed(() => heard.value.words.trim().length > 1);
  const items = computed(() => (isListening.value ? (hints.data.value?.items ?? []) : []));
  const signs = computed(() => (isListening.value ? (hints.data.value?.signs ?? []) : []));
  const services = computed(() => (isListening.value ? (hints.data.value?.services ?? []) : []));
  const near = computed(() => (isListening.value ? (hints.data.value?.matters ?? []) : []));
  const areaName = computed(() =>
    positionOf(said.value.place) || said.value.place.areaCode ? (hints.data.value?.area_name ?? "") : "",
  );

  /** Places that the words name, as long as nobody has said where it is. */
  const named = useRead(findPlacesInWords, () => ({ words: heard.value.words }), {
    enabled: () => heard.value.words.trim().length > 3 && heard.value.position === null && heard.value.area_code === "",
    keepsPrevious: true,
    staleTime: 60_000,
  });
  const mentioned = computed(() => (isListening.value ? (named.data.value ?? []) : []));

  // --- Files ----------------------------------------------------------------------------------------------
  const sending = ref("");
  const upload = useWrite(uploadFile);
  async function addFiles(chosen: FileList | null): Promise<void> {
    for (const file of Array.from(chosen ?? []).slice(0, 9 - said.value.files.length)) {
      sending.value = file.name;
      try {
        const stored = await upload.mutateAsync({ file });
        said.value.files.push({ id: stored.id, name: file.name });
      } catch {
        break; // `upload.error` is shown; what was uploaded before stays
      } finally {
        sending.value = "";
      }
    }
  }

  // --- What becomes of it ---------------------------------------------------------------------------------
  const linked = ref("");
  const take = useWrite(takeReport, {
    changes: [listIncidents, getInbox, listCalls, getSeat],
    onSuccess: (answer) => {
      receipt.value = answer;
      if (said.value.callId) entered.value.push(said.value.callId);
      kept.clear();
    },
  });

  async function submit(): Promise<void> {
    if (take.isPending.value || receipt.value) return;
    said.value.id ||= crypto.randomUUID();
    const one = said.value;
    const isAnonymous = one.who.identity === "anonymous";
    const usesCaller = one.who.usesCaller && callerNumber.value !== null && channel.value === "hotline";
    try {
      await take.mutateAsync({
        id: one.id,
        channel: channel.value,
        words: one.words,
        title: "",
        address: one.place.address,
        position: positionOf(one.place),
        area_code: one.place.areaCode,
        item_code: one.itemCode,
        identity: one.who.identity,
        reporter_name: isAnonymous ? "" : one.who.name,
        reporter_phone: isAnonymous || usesCaller ? "" : one.who.phone,
        uses_caller_number: !isAnonymous && usesCaller,
        wants_sms: one.who.sms && !isAnonymous,
        is_urgent: one.isUrgent,
        file_ids: one.files.map((file) => file.id),
        call_id: channel.value === "hotline" && one.callId ? one.callId : null,
        written_on: channel.value === "letter" && one.writtenOn ? one.writtenOn : null,
        place_of_reception: channel.value === "walk_in" ? one.placeOfReception : "",
        hand_over_ids: one.told.map((note) => note.id),
      });
    } catch (error) {
      // The same id with other content was taken before: what is here now is another report.
      if (error instanceof Refusal && error.code === "incident.id_taken") said.value.id = crypto.randomUUID();
    }
  }

  const link = useWrite(linkCall, { changes: [listCalls, getCall] });
  async function sameAs(matter: Matter): Promise<void> {
    await link.mutateAsync({ call_id: said.value.callId, incident_id: matter.id });
    linked.value = matter.receipt_no;
  }

  function next(): void {
    receipt.value = null;
    linked.value = "";
    known.value = null;
    take.reset();
    kept.clear();
    void router.replace({ query: { channel: channel.value } });
    const one = present.value;
    if (one && one.state !== "ended" && !entered.value.includes(one.id) && channel.value === "hotline") openCall(one);
  }

  return {
    said, channel, isRestored: kept.isRestored, call, other, callerNumber, openCall,
    known, look, lookUp, canLook, hints, items, signs, services, near, areaName, mentioned,
    sending, upload, addFiles, receipt, take, submit, link, linked, sameAs, next,
  };
}

function positionOf(place: PlaceSaid): { lon: number; lat: number; datum: "wgs84" } | null {
  return place.lon !== null && place.lat !== null ? { lon: place.lon, lat: place.lat, datum: "wgs84" } : null;
}

/** A value once it has stood still for a while. */
function settled<T>(source: Readonly<Ref<T>>, afterMs: number): Ref<T> {
  const calm = ref(source.value) as Ref<T>;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch(source, (value) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (calm.value = value), afterMs);
  });
  return calm;
}
