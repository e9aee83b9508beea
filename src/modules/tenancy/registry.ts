import { asc, eq, sql } from "drizzle-orm"
import type { Clock } from "#kit/clock.ts"
import type { Transaction } from "#kit/db.ts"
import { domains, tenants } from "./tables.ts"
import type { Closure, TenantState } from "./tenants-contract.ts"

export interface Tenant {
  readonly id: string
  readonly slug: string
  readonly state: TenantState
  /** What customers still get while it is suspended. */
  readonly closure: Closure | null
  /** "https://shop.example"; unknown before its settings were saved. */
  readonly origin: string | null
  /** Whether it is the company that runs this installation. */
  readonly isRoot: boolean
}

const registered = {
  id: tenants.id,
  slug: tenants.slug,
  state: tenants.state,
  closure: tenants.closure,
  origin: tenants.origin,
  isRoot: tenants.isRoot,
}

/** Whose shop answers under this host name. Reads outside the wall: nothing but the name is known yet. */
export async function findTenantByHost(db: Transaction, host: string): Promise<Tenant | undefined> {
  const [row] = await db
    .select(registered)
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(eq(domains.host, host.toLowerCase()))
    .limit(1)
  return row
}

/** Every tenant, for sweeps; a company has hundreds at most, so 1,000 is a bound, not a page. */
export async function listTenants(db: Transaction): Promise<Tenant[]> {
  return db.select(registered).from(tenants).orderBy(asc(tenants.id)).limit(1_000)
}

/** Since when a shop is known here; undefined where there is no such shop. */
export async function findOpening(db: Transaction, id: string): Promise<Temporal.Instant | undefined> {
  const [row] = await db.select({ at: tenants.createdAt }).from(tenants).where(eq(tenants.id, id)).limit(1)
  return row?.at
}

export async function ensureTenant(
  db: Transaction,
  clock: Clock,
  wanted: { id: string; slug: string; hosts: readonly string[] },
): Promise<void> {
  const createdAt = clock.now()
  await db.insert(tenants).values(newTenant(wanted, createdAt)).onConflictDoNothing()
  for (const host of wanted.hosts) {
    await db.insert(domains).values({ host, tenantId: wanted.id, createdAt }).onConflictDoNothing()
  }
}

/** A new shop under its first host name. Answers false when either belongs to somebody already. */
export async function openTenant(
  db: Transaction,
  clock: Clock,
  wanted: { id: string; slug: string; host: string },
): Promise<boolean> {
  const createdAt = clock.now()
  const [tenant] = await db
    .insert(tenants)
    .values(newTenant(wanted, createdAt))
    .onConflictDoNothing()
    .returning({ id: tenants.id })
  if (!tenant) return false
  const [domain] = await db
    .insert(domains)
    .values({ host: wanted.host.toLowerCase(), tenantId: wanted.id, createdAt })
    .onConflictDoNothing()
    .returning({ host: domains.host })
  if (!domain) await db.delete(tenants).where(eq(tenants.id, wanted.id))
  return domain !== undefined
}

/** The first one there is becomes the root; of two that come first together the index lets one through. */
function newTenant({ id, slug }: { id: string; slug: string }, createdAt: Temporal.Instant) {
  return { id, slug, state: "open" as const, createdAt, isRoot: sql`not exists (select 1 from ${tenants})` }
}
