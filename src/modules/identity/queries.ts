import { and, desc, eq, ilike, inArray, isNull, or, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { apiKeyShape } from "./api-key-contract.ts"
import type { accountShape } from "./contract.ts"
import { identityRefusals } from "./errors.ts"
import { accounts, apiKeys, members } from "./tables.ts"

export type AccountView = z.infer<typeof accountShape>
export type ApiKeyView = z.infer<typeof apiKeyShape>

export interface AccountFilter extends TimedFilter {
  readonly limit: number
  readonly search?: string | undefined
}

export async function listAccounts(
  ctx: Context,
  reach: Reach,
  filter: AccountFilter,
): Promise<Page<AccountView>> {
  const { after, orderBy } = keysetOf(filter, accounts.createdAt, accounts.id)
  const wanted = filter.search?.trim() ? `%${escapeLike(filter.search.trim())}%` : undefined
  const rows = await ctx.db
    .select()
    .from(accounts)
    .where(
      and(
        withinReach(reach),
        wanted ? or(ilike(accounts.name, wanted), ilike(accounts.email, wanted)) : undefined,
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: page.items.map(describeAccount), next: page.next }
}

export async function getAccountView(ctx: Context, reach: Reach, id: string): Promise<AccountView> {
  const [row] = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, id), withinReach(reach)))
    .limit(1)
  if (!row) return identityRefusals.refuse("identity.account_missing", { id })
  return describeAccount(row)
}

/** A customer sees the keys of their accounts; staff see those of staff. */
export async function listApiKeys(
  ctx: Context,
  reach: Reach,
  filter: {
    readonly limit: number
    readonly after?: string | undefined
    readonly accountId?: string | undefined
  },
): Promise<Page<ApiKeyView>> {
  const key = decodeKey(filter.after, 2)
  const rows = await ctx.db
    .select()
    .from(apiKeys)
    .where(
      and(
        keysWithin(reach),
        filter.accountId ? eq(apiKeys.accountId, filter.accountId) : undefined,
        key ? sql`(${apiKeys.createdAt}, ${apiKeys.id}) < (${key[0]}::timestamptz, ${key[1]})` : undefined,
      ),
    )
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: page.items.map(describeApiKey), next: page.next }
}

export async function getApiKey(ctx: Context, reach: Reach, id: string): Promise<ApiKeyView> {
  const [row] = await ctx.db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.id, id), keysWithin(reach)))
    .limit(1)
  if (!row) return identityRefusals.refuse("identity.api_key_missing", { id })
  return describeApiKey(row)
}

export async function countActiveApiKeys(ctx: Context, reach: Reach): Promise<number> {
  return ctx.db.$count(apiKeys, and(keysWithin(reach), isNull(apiKeys.revokedAt)))
}

/** The accounts the caller acts for, with the role held in each, for the page's head. */
export async function listOwnAccounts(
  ctx: Context,
  reach: Reach,
  personId: string,
): Promise<{ id: string; name: string; role: string }[]> {
  return accountsOf(ctx.db, { personId, reached: reach.kind === "accounts" ? reach.accountIds : null })
}

const accountsOf = keepStatement((db) =>
  db
    .select({ id: accounts.id, name: accounts.name, role: members.role })
    .from(members)
    .innerJoin(accounts, and(eq(accounts.tenantId, members.tenantId), eq(accounts.id, members.accountId)))
    .where(
      and(
        eq(members.personId, sql.placeholder("personId")),
        sql`(${sql.placeholder("reached")}::text[] is null or ${accounts.id} = any(${sql.placeholder("reached")}::text[]))`,
      ),
    )
    .orderBy(members.id)
    .limit(100),
)

function withinReach(reach: Reach) {
  return reach.kind === "accounts" ? inArray(accounts.id, [...reach.accountIds]) : undefined
}

function keysWithin(reach: Reach) {
  return reach.kind === "accounts"
    ? inArray(apiKeys.accountId, [...reach.accountIds])
    : isNull(apiKeys.accountId)
}

function describeAccount(row: typeof accounts.$inferSelect): AccountView {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    email: row.email,
    country: row.country,
    createdAt: row.createdAt.toString(),
  }
}

function describeApiKey(row: typeof apiKeys.$inferSelect): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    start: row.start,
    scopes: row.scopes,
    accountId: row.accountId,
    makerId: row.personId,
    networks: [...row.networks],
    createdAt: row.createdAt.toString(),
    expiresAt: row.expiresAt?.toString() ?? null,
    lastUsedAt: row.lastUsedAt?.toString() ?? null,
    revokedAt: row.revokedAt?.toString() ?? null,
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`)
}
