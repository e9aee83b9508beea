import { and, desc, eq, gt, isNull } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { z } from "zod"
import { actorId, type Context, type Reach } from "#kit/context.ts"
import { listMembers } from "./list-members.ts"
import { listOpenInvitations } from "./list-open-invitations.ts"
import type { teamShape } from "./member-contract.ts"
import { ownershipOffers } from "./member-tables.ts"
import { getAccountView } from "./queries.ts"
import { people } from "./tables.ts"

/** Everybody who acts for an account, whoever was asked to, and whether it is about to change hands. */
export async function getTeam(ctx: Context, reach: Reach, id: string): Promise<z.infer<typeof teamShape>> {
  const account = await getAccountView(ctx, reach, id)
  return {
    accountId: account.id,
    members: await listMembers(ctx, { accountId: account.id }),
    invitations: await listOpenInvitations(ctx, account.id),
    ownershipOffer: await findOpenOffer(ctx, account.id),
  }
}

async function findOpenOffer(ctx: Context, accountId: string) {
  const from = alias(people, "offering")
  const to = alias(people, "receiving")
  const [row] = await ctx.db
    .select({ offer: ownershipOffers, fromName: from.name, toName: to.name })
    .from(ownershipOffers)
    .innerJoin(
      from,
      and(eq(from.tenantId, ownershipOffers.tenantId), eq(from.id, ownershipOffers.fromPersonId)),
    )
    .innerJoin(to, and(eq(to.tenantId, ownershipOffers.tenantId), eq(to.id, ownershipOffers.toPersonId)))
    .where(
      and(
        eq(ownershipOffers.accountId, accountId),
        isNull(ownershipOffers.acceptedAt),
        isNull(ownershipOffers.withdrawnAt),
        gt(ownershipOffers.expiresAt, ctx.clock.now()),
      ),
    )
    .orderBy(desc(ownershipOffers.createdAt))
    .limit(1)
  if (!row) return null
  const { id, expiresAt, toPersonId } = row.offer
  const isForYou = toPersonId === actorId(ctx.actor)
  return { id, fromName: row.fromName, toName: row.toName, expiresAt: expiresAt.toString(), isForYou }
}
