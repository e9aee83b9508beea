import { and, desc, eq, isNull, sql } from "drizzle-orm"
import type { z } from "zod"
import { type Actor, barredBy, type Context, impersonatorOf, within } from "#kit/context.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import type { meShape } from "./contract.ts"
import { findStaffPolicy } from "./find-staff-policy.ts"
import { impersonations } from "./impersonation-tables.ts"
import { listSecondFactors } from "./list-second-factors.ts"
import { listOwnAccounts } from "./queries.ts"
import { standingOf } from "./staff-policy.ts"
import { people } from "./tables.ts"

/** In the order of the actor's own accounts: the chosen one leads. */
function chosenFirst<Account extends { readonly id: string }>(accounts: Account[], actor: Actor): Account[] {
  const order = actor.kind === "customer" ? actor.accountIds : []
  return accounts.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
}

export type Me = z.infer<typeof meShape>

/** Pages offer what may be done in the chosen account; another one may allow more. */
function permissionsNow(actor: Actor): ReadonlySet<string> {
  if (actor.kind !== "customer" || !actor.grants) return actor.permissions
  const [chosen] = actor.accountIds
  return new Set(
    actor.grants.filter((one) => one.accountId === chosen).flatMap((one) => [...one.permissions]),
  )
}

export async function getMe(ctx: Context): Promise<Me> {
  const { actor } = ctx
  const permissions = [...permissionsNow(actor)].sort()
  if (actor.kind !== "customer" && actor.kind !== "staff") {
    return { ...nobody, permissions }
  }
  const [row] = await personOf(ctx.db, { personId: actor.personId })
  const accounts = await listOwnAccounts(ctx, within(actor), actor.personId)
  return {
    person: row ?? null,
    role: actor.kind === "staff" ? "operator" : "customer",
    accounts: chosenFirst(accounts, actor),
    permissions,
    secondFactor: actor.kind === "staff" ? await describeDuty(ctx, actor.personId) : null,
    barredBy: barredBy(actor)?.code ?? null,
    impersonation: await describeImpersonation(ctx),
  }
}

const personOf = keepStatement((db) =>
  db
    .select({ id: people.id, name: people.name, email: people.email, language: people.language })
    .from(people)
    .where(eq(people.id, sql.placeholder("personId")))
    .limit(1),
)

const nobody = {
  person: null,
  role: "visitor",
  accounts: [],
  secondFactor: null,
  barredBy: null,
  impersonation: null,
} as const satisfies Omit<Me, "permissions">

async function describeDuty(ctx: Context, personId: string): Promise<Me["secondFactor"]> {
  const policy = await findStaffPolicy(ctx)
  const isSecured = (await listSecondFactors(ctx, [personId])).has(personId)
  return {
    standing: standingOf(policy, isSecured, ctx.clock.now()),
    from: policy.secondFactorFrom?.toString() ?? null,
  }
}

async function describeImpersonation(ctx: Context): Promise<Me["impersonation"]> {
  const staffPersonId = impersonatorOf(ctx.actor)
  if (staffPersonId === null) return null
  const [row] = await ctx.db
    .select({ staffName: people.name, expiresAt: impersonations.expiresAt })
    .from(impersonations)
    .innerJoin(
      people,
      and(eq(people.tenantId, impersonations.tenantId), eq(people.id, impersonations.staffPersonId)),
    )
    .where(and(eq(impersonations.staffPersonId, staffPersonId), isNull(impersonations.endedAt)))
    .orderBy(desc(impersonations.startedAt))
    .limit(1)
  return row ? { staffName: row.staffName, expiresAt: row.expiresAt.toString() } : null
}
