import { and, eq, gt } from "drizzle-orm"
import { getAccount, identityRefusals } from "#identity"
import { type Context, within } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { paymentRefusals } from "./errors.ts"
import { findGatewayKind } from "./gateways/registry.ts"
import { getSetup } from "./get-setup.ts"
import { listAccountMethods } from "./list-account-methods.ts"
import { MOST_METHODS } from "./method.ts"
import { findEndpoint } from "./queries.ts"
import type { MethodSetup } from "./setup.ts"
import { methodSetups } from "./tables.ts"
import { openSetupWork } from "./work-kinds.ts"

/** Thieves try out stolen numbers wherever a card can be checked for nothing: nobody needs this page more often a day. */
const MOST_TRIES = 20
const A_DAY = { hours: 24 }

/** Opens the gateway's page where a method is left for later: for the payer alone, who agrees there to being charged. */
export async function startSetup(
  ctx: Context,
  wanted: { readonly accountId: string; readonly gateway: string },
): Promise<MethodSetup> {
  const { accountId, gateway } = wanted
  await checkPayer(ctx, accountId)
  const endpoint = await findEndpoint(ctx, { kind: "all" }, { gateway })
  if (endpoint?.state !== "enabled" || !findGatewayKind(gateway)?.keepsMethods) {
    return paymentRefusals.refuse("payments.gateway_missing", { gateway })
  }
  const kept = await listAccountMethods(ctx, { kind: "all" }, accountId)
  if (kept.length >= MOST_METHODS) return paymentRefusals.refuse("payments.too_many_methods", { accountId })
  const tried = await countSetupsSince(ctx, accountId, ctx.clock.now().subtract(A_DAY))
  if (tried >= MOST_TRIES) return paymentRefusals.refuse("payments.too_many_setups", { accountId })
  const id = ctx.newId("set")
  await ctx.db.insert(methodSetups).values({
    id,
    accountId,
    endpointId: endpoint.id,
    gateway,
    language: ctx.language,
    state: "created",
    createdAt: ctx.clock.now(),
  })
  await startWork(ctx, openSetupWork, { setupId: id }, { key: `open-setup:${id}` })
  return getSetup(ctx, { kind: "all" }, id)
}

async function countSetupsSince(ctx: Context, accountId: string, since: Temporal.Instant): Promise<number> {
  return ctx.db.$count(
    methodSetups,
    and(eq(methodSetups.accountId, accountId), gt(methodSetups.createdAt, since)),
  )
}

async function checkPayer(ctx: Context, accountId: string): Promise<void> {
  const reach = within(ctx.actor)
  if (reach.kind === "accounts" && !reach.accountIds.includes(accountId)) {
    identityRefusals.refuse("identity.account_missing", { id: accountId })
  }
  await getAccount(ctx, accountId)
  if (ctx.actor.kind !== "customer") paymentRefusals.refuse("payments.payer_needed", { accountId })
}
