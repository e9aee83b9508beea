import { and, asc, eq, inArray, isNull, or } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { identityRefusals } from "./errors.ts"
import { apiKeyRevoked } from "./events.ts"
import { billingContacts, invitations, ownershipOffers, taxIds } from "./member-tables.ts"
import { signUps } from "./sign-in-tables.ts"
import { accounts, apiKeys, members } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

export interface Absorption {
  readonly fromId: string
  readonly intoId: string
}

/**
 * An account becomes part of another one: its people act for that one and reach what still hangs on it. Nobody gains a
 * role they had not: who is in both keeps the role they have there, and owners come as administrators.
 */
export async function absorbAccount(
  ctx: Context,
  { fromId, intoId }: Absorption,
): Promise<{ members: number }> {
  await lockBoth(ctx, [fromId, intoId])
  const moved = await moveMembers(ctx, { fromId, intoId })
  await endAsking(ctx, fromId)
  await endKeys(ctx, fromId)
  await moveContacts(ctx, { fromId, intoId })
  await ctx.db.update(signUps).set({ accountId: intoId }).where(eq(signUps.accountId, fromId))
  // What had been merged into it before goes along: it is never more than one step to the account that counts.
  await ctx.db
    .update(accounts)
    .set({ mergedIntoId: intoId })
    .where(or(eq(accounts.id, fromId), eq(accounts.mergedIntoId, fromId)))
  const people = await ctx.db
    .select({ personId: members.personId })
    .from(members)
    .where(eq(members.accountId, intoId))
    .limit(MOST_MEMBERS)
  for (const { personId } of people) await tellSessionNews(ctx, personId)
  return { members: moved }
}

const MOST_MEMBERS = 500

/** In one order everywhere: two merges that meet wait for each other and not for ever. */
async function lockBoth(ctx: Context, ids: readonly string[]): Promise<void> {
  const locked = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(inArray(accounts.id, [...ids]), isNull(accounts.mergedIntoId)))
    .orderBy(asc(accounts.id))
    .for("update")
  if (locked.length !== 2) identityRefusals.refuse("identity.account_missing", { ids: ids.join(" ") })
}

async function moveMembers(ctx: Context, { fromId, intoId }: Absorption): Promise<number> {
  const rows = await ctx.db
    .select()
    .from(members)
    .where(inArray(members.accountId, [fromId, intoId]))
    .orderBy(asc(members.id))
    .limit(MOST_MEMBERS)
  const there = rows.filter((row) => row.accountId === intoId)
  let moved = 0
  for (const row of rows.filter((one) => one.accountId === fromId)) {
    if (there.some((one) => one.personId === row.personId)) {
      await ctx.db.delete(members).where(eq(members.id, row.id))
      continue
    }
    const role = row.role === "owner" && there.length > 0 ? "admin" : row.role
    await ctx.db.update(members).set({ accountId: intoId, role }).where(eq(members.id, row.id))
    moved++
  }
  return moved
}

/** Nobody is asked into an account that isn't one any more. */
async function endAsking(ctx: Context, accountId: string): Promise<void> {
  const withdrawnAt = ctx.clock.now()
  await ctx.db
    .update(invitations)
    .set({ withdrawnAt })
    .where(
      and(
        eq(invitations.accountId, accountId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
  await ctx.db
    .update(ownershipOffers)
    .set({ withdrawnAt })
    .where(
      and(
        eq(ownershipOffers.accountId, accountId),
        isNull(ownershipOffers.acceptedAt),
        isNull(ownershipOffers.withdrawnAt),
      ),
    )
}

/** A key was made for the one account alone; it must not open the other. */
async function endKeys(ctx: Context, accountId: string): Promise<void> {
  const ended = await ctx.db
    .update(apiKeys)
    .set({ revokedAt: ctx.clock.now() })
    .where(and(eq(apiKeys.accountId, accountId), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id, personId: apiKeys.personId })
  for (const { id, personId } of ended) {
    await tellSessionNews(ctx, personId)
    await announce(ctx, apiKeyRevoked, { apiKeyId: id, accountId, personId })
  }
}

/** Bookkeepers and tax numbers that the other one lacks. */
async function moveContacts(ctx: Context, { fromId, intoId }: Absorption): Promise<void> {
  const knownMail = ctx.db
    .select({ email: billingContacts.email })
    .from(billingContacts)
    .where(eq(billingContacts.accountId, intoId))
  const contacts = await ctx.db
    .select()
    .from(billingContacts)
    .where(eq(billingContacts.accountId, fromId))
    .limit(50)
  const emails = new Set((await knownMail.limit(50)).map((row) => row.email))
  for (const { id, email } of contacts) {
    if (emails.has(email)) continue
    await ctx.db.update(billingContacts).set({ accountId: intoId }).where(eq(billingContacts.id, id))
  }
  const numbers = await ctx.db
    .select()
    .from(taxIds)
    .where(inArray(taxIds.accountId, [fromId, intoId]))
    .limit(50)
  const countries = new Set(numbers.filter((row) => row.accountId === intoId).map((row) => row.country))
  for (const { id, accountId, country } of numbers) {
    if (accountId !== fromId || countries.has(country)) continue
    await ctx.db.update(taxIds).set({ accountId: intoId }).where(eq(taxIds.id, id))
  }
}
