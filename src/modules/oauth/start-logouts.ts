import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { clients, families, logouts } from "./tables.ts"
import { tellLogoutWork } from "./work-kinds.ts"

export interface EndedSessions {
  readonly personId: string
  readonly sessionIds: readonly string[]
  /** Only this client, where the person keeps their session here. */
  readonly clientId?: string
}

/** Every client that knows one of these sessions, and wants to hear of it, is told: by work, for it may not answer now. */
export async function startLogouts(ctx: Context, ended: EndedSessions): Promise<void> {
  if (ended.sessionIds.length === 0) return
  const rows = await ctx.db
    .selectDistinct({ clientId: families.clientId, sessionId: families.sessionId })
    .from(families)
    .innerJoin(clients, and(eq(clients.tenantId, families.tenantId), eq(clients.id, families.clientId)))
    .where(
      and(
        eq(families.personId, ended.personId),
        inArray(families.sessionId, [...ended.sessionIds]),
        ended.clientId === undefined ? undefined : eq(families.clientId, ended.clientId),
        isNull(families.endedAt),
        isNull(clients.endedAt),
        isNotNull(clients.backchannelLogoutUri),
      ),
    )
    .limit(1_000)
  for (const { clientId, sessionId } of rows) {
    const id = ctx.newId("olo")
    const { personId } = ended
    const row = { id, clientId, personId, sessionId, state: "telling" as const }
    await ctx.db.insert(logouts).values({ ...row, createdAt: sql`now()` as never })
    await startWork(ctx, tellLogoutWork, { logoutId: id })
  }
}
