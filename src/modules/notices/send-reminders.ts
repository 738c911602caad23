import { SYSTEM_ACTOR } from "../../kernel/actor.ts";
import { inScope } from "../../platform/db/scope.ts";
import { giveNotice } from "./give-notice.ts";
import type { NoticesRuntime } from "./notices-runtime.ts";
import { groupByStage, stageOf, stagesOn, type DutyGroup } from "./reminder.rules.ts";

/**
 * Reminds of every open duty whose plan has reached a stage: once for each duty, body, last day and stage, however often
 * this runs. What is overdue is told as one, again only when more has become overdue. Gives how many were given.
 */
export async function sendReminders(runtime: NoticesRuntime): Promise<number> {
  const { db, clock, workdays, noticeLaw, duties } = runtime;
  const today = clock.today();
  let given = 0;
  for (const source of duties) {
    const rule = noticeLaw.duties.get(source.duty);
    const stages = rule ? stagesOn(rule, today) : [];
    if (stages.length === 0) continue;
    given += await inScope(db, async (tx) => {
      const open = await source.listOpen(tx, SYSTEM_ACTOR);
      const byBody = source.holders === "own-body";
      let count = 0;
      for (const group of groupByStage(open, { byBody, byDay: true }, (dueOn) =>
        stageOf(stages, dueOn, today, workdays),
      )) {
        const reminder = byBody && group.body === null ? null : reminderOf(source.duty, group);
        const to = { grant: source.grant, body: group.body };
        if (reminder && (await giveNotice(tx, { ...reminder, to, at: clock.now() }))) count += 1;
      }
      return count;
    });
  }
  return given;
}

function reminderOf(duty: string, { stage, count, dueOn, latestDueOn, link }: DutyGroup) {
  if (stage === null || dueOn === null) return null;
  return {
    kind: "reminder",
    params: { duty, stage: stage.stage, count, due: dueOn },
    link,
    dueOn,
    occasion: `reminder ${duty} ${stage.stage} ${latestDueOn ?? dueOn}`,
  };
}
