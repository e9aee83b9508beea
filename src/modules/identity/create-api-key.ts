import { type Actor, actorId, type Context, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { isNetwork } from "#kit/network.ts"
import { type ApiKeyKind, hashApiKey, makeApiKey, startOf } from "./api-key.ts"
import { identityRefusals } from "./errors.ts"
import { apiKeyCreated } from "./events.ts"
import { findStaffPolicy } from "./find-staff-policy.ts"
import { permissionsIn } from "./held-permissions.ts"
import { listSecondFactors } from "./list-second-factors.ts"
import { type ApiKeyView, countActiveApiKeys, getApiKey } from "./queries.ts"
import { staffRefusals } from "./staff-errors.ts"
import { standingOf } from "./staff-policy.ts"
import { apiKeys } from "./tables.ts"

export interface ApiKeyWish {
  /** Of several accounts the chosen one, unless another is named. */
  readonly accountId?: string | undefined
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresInDays?: number | undefined
  /** Addresses and ranges it may be used from; none: from everywhere. */
  readonly networks?: readonly string[] | undefined
  /** "test" in the sandbox, so that nobody mistakes the one for the other. */
  readonly kind: ApiKeyKind
}

/** Its secret is in the answer and nowhere else: only a hash is kept. */
export async function createApiKey(
  ctx: Context,
  wish: ApiKeyWish,
): Promise<{ key: ApiKeyView; secret: string }> {
  const reach = within(ctx.actor)
  const accountId = chooseAccount(ctx.actor, wish.accountId)
  refuseForeignScopes(accountId ? permissionsIn(ctx.actor, accountId) : ctx.actor.permissions, wish.scopes)
  if ((await countActiveApiKeys(ctx, reach)) >= MOST_ACTIVE_KEYS) {
    identityRefusals.refuse("identity.too_many_api_keys", { limit: MOST_ACTIVE_KEYS })
  }
  if (ctx.actor.kind === "staff") await refuseUnsecured(ctx, ctx.actor.personId)
  const secret = makeApiKey(wish.kind)
  const id = ctx.newId("key")
  const createdAt = ctx.clock.now()
  const scopes = [...new Set(wish.scopes)].sort()
  await ctx.db.insert(apiKeys).values({
    id,
    name: wish.name,
    hash: hashApiKey(secret),
    start: startOf(secret),
    scopes,
    accountId,
    personId: actorId(ctx.actor),
    createdAt,
    networks: readNetworks(wish.networks ?? []),
    expiresAt: wish.expiresInDays ? createdAt.add({ hours: 24 * wish.expiresInDays }) : null,
  })
  const personId = actorId(ctx.actor)
  const start = startOf(secret)
  await announce(ctx, apiKeyCreated, { apiKeyId: id, accountId, personId, name: wish.name, start, scopes })
  return { key: await getApiKey(ctx, reach, id), secret }
}

const MOST_ACTIVE_KEYS = 50

function readNetworks(networks: readonly string[]): string[] {
  const wanted = [...new Set(networks.filter((one) => one !== ""))]
  const malformed = wanted.find((one) => !isNetwork(one))
  if (malformed !== undefined) {
    staffRefusals.refuse("identity.network_malformed", { network: malformed }, { field: "networks" })
  }
  return wanted
}

/** A key shows no factor, so whoever makes one for the shop has to have shown theirs. */
async function refuseUnsecured(ctx: Context, personId: string): Promise<void> {
  const isSecured = (await listSecondFactors(ctx, [personId])).has(personId)
  if (standingOf(await findStaffPolicy(ctx), isSecured, ctx.clock.now()) !== "needed") return
  staffRefusals.refuse("identity.second_factor_needed")
}

/** Null for staff: their keys are the shop's. A customer's key belongs to one account within reach. */
function chooseAccount(actor: Actor, wanted: string | undefined): string | null {
  if (actor.kind !== "customer") return null
  const found = wanted === undefined ? actor.accountIds[0] : actor.accountIds.find((id) => id === wanted)
  return found ?? identityRefusals.refuse("identity.account_missing", { id: wanted ?? "" })
}

/** Nobody hands on more than they hold; a key made with a key holds at most what that one holds. */
function refuseForeignScopes(held: ReadonlySet<string>, scopes: readonly string[]): void {
  for (const [index, scope] of scopes.entries()) {
    if (held.has(scope)) continue
    identityRefusals.refuse("identity.scope_not_yours", { scope }, { field: `scopes/${index}` })
  }
}
