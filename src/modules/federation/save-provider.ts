import { and, eq, ne } from "drizzle-orm"
import { announceAct } from "#identity"
import { type Context, within } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { federationRefusals } from "./errors.ts"
import type { ProviderKind } from "./provider.ts"
import { getProviderView, type ProviderView } from "./queries.ts"
import { providers } from "./tables.ts"

export interface ProviderWish {
  /** Absent for one that is made; then `kind` says what it is, which doesn't change. */
  readonly id?: string
  readonly kind?: ProviderKind
  readonly name: string
  readonly clientId: string
  readonly secret?: string | undefined
  readonly baseUrl?: string | undefined
  readonly apiUrl?: string | undefined
  readonly isOn: boolean
}

export interface SaveMeans {
  readonly keyring: Keyring
  /** Whether addresses on our own network may be asked: only where the sandbox stands in. */
  readonly allowPrivate: boolean
}

export async function saveProvider(
  ctx: Context,
  means: SaveMeans,
  wish: ProviderWish,
): Promise<ProviderView> {
  const before = wish.id === undefined ? undefined : await lock(ctx, wish.id)
  const kind = before?.kind ?? wish.kind ?? "oidc"
  const id = before?.id ?? ctx.newId("fpr")
  await refuseTwin(ctx, kind, id)
  const addresses = readAddresses(wish, kind, means.allowPrivate)
  // Kept and sent to another address, it would be somebody else's.
  const isElsewhere = before && (before.baseUrl !== addresses.baseUrl || before.apiUrl !== addresses.apiUrl)
  if (isElsewhere && !wish.secret) {
    federationRefusals.refuse("federation.secret_needed_again", {}, { field: "secret" })
  }
  const place = { tenant: ctx.tenant, table: "federation.providers", column: "secret_sealed", row: id }
  const secretSealed = wish.secret ? means.keyring.seal(place, wish.secret) : before?.secretSealed
  if (!secretSealed) return federationRefusals.refuse("federation.secret_needed", {}, { field: "secret" })
  const plain = { name: wish.name, clientId: wish.clientId, ...addresses, isOn: wish.isOn }
  const row = { ...plain, secretSealed, changedAt: ctx.clock.now() }
  if (before) await ctx.db.update(providers).set(row).where(eq(providers.id, id))
  else await ctx.db.insert(providers).values({ id, kind, ...row, createdAt: ctx.clock.now() })
  await announceAct(ctx, {
    act: before ? "federation.provider-changed" : "federation.provider-created",
    subjectId: id,
    before: before ? { name: before.name, clientId: before.clientId, isOn: before.isOn } : null,
    after: { kind, ...plain, hasOtherSecret: wish.secret !== undefined },
  })
  return getProviderView(ctx, within(ctx.actor), id)
}

async function lock(ctx: Context, id: string) {
  const isAll = within(ctx.actor).kind === "all"
  const [row] = isAll ? await ctx.db.select().from(providers).where(eq(providers.id, id)).for("update") : []
  return row ?? federationRefusals.refuse("federation.provider_missing", { id })
}

async function refuseTwin(ctx: Context, kind: ProviderKind, id: string): Promise<void> {
  if (kind === "oidc") return
  const twins = await ctx.db.$count(providers, and(eq(providers.kind, kind), ne(providers.id, id)))
  if (twins > 0) federationRefusals.refuse("federation.provider_taken", {}, { field: "kind" })
}

function readAddresses(wish: ProviderWish, kind: ProviderKind, allowPrivate: boolean) {
  const baseUrl = readAddress("baseUrl", wish.baseUrl, allowPrivate)
  if (kind === "oidc" && baseUrl === null) {
    federationRefusals.refuse("federation.issuer_needed", {}, { field: "baseUrl" })
  }
  return { baseUrl, apiUrl: readAddress("apiUrl", wish.apiUrl, allowPrivate) }
}

function readAddress(field: string, text: string | undefined, allowPrivate: boolean): string | null {
  if (!text) return null
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isFine = url?.protocol === "https:" || (allowPrivate && url?.protocol === "http:")
  if (!url || !isFine || url.search !== "" || url.hash !== "" || url.username !== "") {
    return federationRefusals.refuse("federation.address_refused", { address: text }, { field })
  }
  return text.replace(/\/$/, "")
}
