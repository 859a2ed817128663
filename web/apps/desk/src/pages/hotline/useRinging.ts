// The telephone at this seat: asked every few seconds while signed on, and whenever the live connection says so.

import { getPresentCall, getSeat, type Schema } from "@jingwei/client";
import { liveState, useRead, useSession } from "@jingwei/face";
import { pageText, usePageText } from "@jingwei/ui";
import { computed, h, watch, type ComputedRef } from "vue";
import { useRouter } from "vue-router";

export type Call = Schema<"CallOut">;

/** Without live news a ringing telephone must still show soon; with it this is only a safeguard. */
const ASK_EVERY_MS = 3000;
const ASK_SELDOM_MS = 30_000;
const SEAT_EVERY_MS = 60_000;

const text = pageText(
  {
    title: "来电：{number}",
    withheld: "号码未显示",
    body: "在您的分机振铃。点这里打开登记页。",
    open: "打开登记页",
  },
  {
    title: "Call from {number}",
    withheld: "a withheld number",
    body: "It rings at your extension. Open the report page here.",
    open: "Open the report page",
  },
);

export function useSeat() {
  const session = useSession();
  return useRead(getSeat, undefined, {
    enabled: () => session.isIn && session.may("take_call"),
    refetchInterval: SEAT_EVERY_MS,
  });
}

/** The call at one's own seat now. */
export function usePresentCall(): ComputedRef<Call | null> {
  const session = useSession();
  const seat = useSeat();
  const isSignedOn = computed(() => seat.data.value?.seat?.is_signed_on === true);
  const present = useRead(getPresentCall, undefined, {
    enabled: () => session.status === "in" && session.may("take_call") && isSignedOn.value,
    refetchInterval: () => (liveState.value === "live" ? ASK_SELDOM_MS : ASK_EVERY_MS),
    staleTime: 0,
  });
  return computed(() => (isSignedOn.value ? (present.data.value?.call ?? null) : null));
}

/** For the navigation: 1 while it rings; on any page a call says so and offers the way to its form. */
export function useRinging(): ComputedRef<number | undefined> {
  const call = usePresentCall();
  const router = useRouter();
  const { t } = usePageText(text);
  watch(
    () => (call.value?.state === "ringing" ? call.value.id : undefined),
    async (id) => {
      const ringing = call.value;
      if (!id || !ringing || router.currentRoute.value.name === "intake") return;
      // With the first call, not with the first load.
      const { ElNotification } = await import("element-plus/es/components/notification/index");
      if (call.value?.id !== id || call.value.state !== "ringing") return;
      const note = ElNotification({
        title: t("title", { number: ringing.number ?? t("withheld") }),
        message: () => h("span", t("body")),
        type: "info",
        duration: 30_000,
        onClick: () => {
          note.close();
          void router.push({ name: "intake", query: { channel: "hotline", call: id } });
        },
      });
    },
  );
  return computed(() => (call.value?.state === "ringing" ? 1 : undefined));
}

/** For the navigation: how many promises are overdue, or else open. */
export function useCallBackCount(): ComputedRef<number | undefined> {
  const seat = useSeat();
  return computed(() => seat.data.value?.call_backs_open || undefined);
}
