import type { Context } from "#kit/context.ts"
import type { BulkAct, BulkActs } from "./bulk-act.ts"
import { deskRefusals } from "./errors.ts"

/** The act of this name, where the caller may do it. */
export function permittedAct(ctx: Context, acts: BulkActs, name: string): BulkAct {
  const act = acts.get(name) ?? deskRefusals.refuse("desk.act_unknown", {}, { field: "act" })
  if (!ctx.actor.permissions.has(act.permission)) deskRefusals.refuse("desk.act_not_allowed")
  return act
}
