import { and, asc, eq, inArray, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import type { MemberRole } from "./member-role.ts"
import { secondFactors, signIns } from "./sign-in-tables.ts"
import { members, people } from "./tables.ts"

export interface AccountPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly language: Language
  readonly currency: string | null
  readonly role: MemberRole
  readonly isConfirmed: boolean
  readonly hasSecondFactor: boolean
  readonly since: Temporal.Instant
  readonly lastSignInAt: Temporal.Instant | null
}

const MOST_PEOPLE = 100

/** Who acts for an account, for those who help them: with how they come in and when they last did. */
export async function listAccountPeople(
  ctx: Context,
  reach: Reach,
  accountId: string,
): Promise<AccountPerson[]> {
  const rows = await ctx.db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      phone: people.phone,
      language: people.language,
      currency: people.currency,
      role: members.role,
      isConfirmed: people.emailVerified,
      since: members.createdAt,
      hasSecondFactor: sql<boolean>`exists (select from ${secondFactors} f where f.tenant_id = ${people}.tenant_id
        and f.person_id = ${people}.id and f.confirmed_at is not null)`,
      lastSignInAt: sql<string | null>`(select to_json(max(s.at)) #>> '{}' from ${signIns} s
        where s.tenant_id = ${people}.tenant_id and s.person_id = ${people}.id)`,
    })
    .from(members)
    .innerJoin(people, and(eq(people.tenantId, members.tenantId), eq(people.id, members.personId)))
    .where(
      and(
        eq(members.accountId, accountId),
        reach.kind === "accounts" ? inArray(members.accountId, [...reach.accountIds]) : undefined,
      ),
    )
    .orderBy(asc(members.id))
    .limit(MOST_PEOPLE)
  return rows.map((row) => ({
    ...row,
    lastSignInAt: row.lastSignInAt === null ? null : Temporal.Instant.from(row.lastSignInAt),
  }))
}
