import type { Context } from "#kit/context.ts"
import { entries } from "./tables.ts"

export interface AnnouncedFact {
  readonly act: string
  readonly subjectId: string
  readonly accountId: string | null
  readonly reason: string | null
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
  readonly actorKind: string
  readonly actorId: string
  readonly impersonatorId: string | null
  readonly requestId: string | null
}

/** Tenancy and identity stand before the audit and only announce; the row names who did it, not the house that writes it down. */
export async function auditAct(ctx: Context, fact: AnnouncedFact): Promise<void> {
  await ctx.db.insert(entries).values({ id: ctx.newId("aud"), at: ctx.clock.now(), ...fact })
}
