import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { PROVED_SECONDS } from "./proof.ts"
import { passkeys, secondFactors } from "./sign-in-tables.ts"
import { people, sessions, staff } from "./tables.ts"

export interface FoundSession {
  readonly id: string
  readonly personId: string
  readonly email: string
  readonly isAdmitted: boolean
  readonly isProved: boolean
  readonly hasSecondFactor: boolean
  /** Of staff who have a second factor and came in without it: nothing dangerous before it is shown. */
  readonly needsMore: boolean
}

/** By the hash of its token, while it lives; with what the next step of a sign-in depends on. */
export async function findSession(ctx: Context, tokenHash: string): Promise<FoundSession | undefined> {
  const [row] = await ctx.db
    .select({
      id: sessions.id,
      personId: sessions.userId,
      email: people.email,
      isAdmitted: sql<boolean>`${sessions.admittedAt} is not null`,
      isProved: sql<boolean>`coalesce(${sessions.provedAt} > now() - make_interval(secs => ${PROVED_SECONDS}), false)`,
      hasSecondFactor: sql<boolean>`${secondFactors.id} is not null`,
      needsMore: sql<boolean>`${sessions.strongAt} is null and ${staff.id} is not null and (${secondFactors.id} is not null
        or exists (select 1 from ${passkeys} w where w.tenant_id = ${sessions.tenantId} and w.person_id = ${sessions.userId}))`,
    })
    .from(sessions)
    .innerJoin(people, and(eq(people.tenantId, sessions.tenantId), eq(people.id, sessions.userId)))
    .leftJoin(
      secondFactors,
      and(
        eq(secondFactors.tenantId, sessions.tenantId),
        eq(secondFactors.personId, sessions.userId),
        isNotNull(secondFactors.confirmedAt),
      ),
    )
    .leftJoin(
      staff,
      and(
        eq(staff.tenantId, sessions.tenantId),
        eq(staff.personId, sessions.userId),
        isNull(staff.suspendedAt),
      ),
    )
    .where(and(eq(sessions.token, tokenHash), gt(sessions.expiresAt, sql`now()`)))
    .limit(1)
  return row
}
