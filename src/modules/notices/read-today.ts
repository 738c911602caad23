import { auditedRead } from "#audit";
import { mayCall, type Actor } from "../../kernel/actor.ts";
import type { Text } from "../../kernel/text.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { DutySource, OpenDuty } from "./duty.ts";
import type { NoticesRuntime } from "./notices-runtime.ts";
import { countUnread } from "./notices.store.ts";
import { groupByStage, stageOf, stagesOn } from "./reminder.rules.ts";

/** How near the end is: over, on its last day, within the stages before it, or far off or without a term. */
export type Urgency = "overdue" | "due" | "soon" | "open";

/** One line of what somebody has to do. */
export interface TodayLine {
  readonly duty: string;
  readonly title: Text;
  /** What tells it from its likes; null where it stands for all of a stage. */
  readonly label: Text | null;
  readonly urgency: Urgency;
  /** The stage in words, e.g. 今日到期; null where there is none. */
  readonly stage: Text | null;
  readonly count: number;
  /** The earliest last day. */
  readonly dueOn: LocalDate | null;
  readonly link: string;
}

export interface Today {
  readonly day: LocalDate;
  readonly lines: readonly TodayLine[];
  readonly unread: number;
}

const ORDER: readonly Urgency[] = ["overdue", "due", "soon", "open"];

/** What whoever asks has to do, the most urgent first, and how much of their inbox is unread. */
export async function readToday(runtime: NoticesRuntime, actor: Actor, requestId: string): Promise<Today> {
  const today = runtime.clock.today();
  const look = { actor, action: "notices/read-today", target: actor.id, detail: {}, requestId };
  return auditedRead(runtime, look, async (tx) => {
    const lines: TodayLine[] = [];
    for (const source of runtime.duties)
      if (mayCall(actor, source.grant)) lines.push(...(await linesOf(runtime, source, tx, actor)));
    const rank = ({ urgency, dueOn }: TodayLine): string => `${ORDER.indexOf(urgency)} ${dueOn ?? "9999-12-31"}`;
    return {
      day: today,
      lines: lines.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)),
      unread: await countUnread(tx, today),
    };
  });
}

async function linesOf(
  { clock, noticeLaw, workdays }: NoticesRuntime,
  source: DutySource,
  tx: Tx,
  actor: Actor,
): Promise<TodayLine[]> {
  const today = clock.today();
  const rule = noticeLaw.duties.get(source.duty);
  const title = rule?.title ?? { zh: source.duty, en: source.duty };
  const stages = rule ? stagesOn(rule, today) : [];
  const stageAt = (dueOn: LocalDate) => stageOf(stages, dueOn, today, workdays);
  const isMine = ({ body }: OpenDuty): boolean => source.holders === "any-body" || body === actor.body;
  const open = (await source.listOpen(tx, actor)).filter((one) => isMine(one) && one.count > 0);
  const single = open
    .filter(({ label }) => label !== undefined)
    .map((one) => ({ ...one, label: one.label ?? null, stage: one.dueOn === null ? null : stageAt(one.dueOn) }));
  const grouped = groupByStage(
    open.filter(({ label }) => label === undefined),
    { byBody: false, byDay: false },
    stageAt,
  ).map((group) => ({ ...group, label: null }));
  return [...single, ...grouped].map(({ label, stage, count, dueOn, link }) => ({
    duty: source.duty,
    title,
    label,
    urgency: urgencyOf(dueOn, stage !== null, today),
    stage: stage?.words ?? null,
    count,
    dueOn,
    link,
  }));
}

function urgencyOf(dueOn: LocalDate | null, hasStage: boolean, today: LocalDate): Urgency {
  if (dueOn === null) return "open";
  if (dueOn < today) return "overdue";
  if (dueOn === today) return "due";
  return hasStage ? "soon" : "open";
}
