import { asc, eq } from "drizzle-orm"
import type { Clock } from "#kit/clock.ts"
import type { Transaction } from "#kit/db.ts"
import { domains, type TenantState, tenants } from "./tables.ts"

export interface Tenant {
  readonly id: string
  readonly slug: string
  readonly state: TenantState
}

/** Whose shop answers under this host name. Reads outside the wall: nothing but the name is known yet. */
export async function findTenantByHost(db: Transaction, host: string): Promise<Tenant | undefined> {
  const [row] = await db
    .select({ id: tenants.id, slug: tenants.slug, state: tenants.state })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(eq(domains.host, host.toLowerCase()))
    .limit(1)
  return row
}

/** Every tenant, for sweeps; a company has hundreds at most, so 1,000 is a bound, not a page. */
export async function listTenants(db: Transaction): Promise<Tenant[]> {
  return db
    .select({ id: tenants.id, slug: tenants.slug, state: tenants.state })
    .from(tenants)
    .orderBy(asc(tenants.id))
    .limit(1_000)
}

export async function ensureTenant(
  db: Transaction,
  clock: Clock,
  wanted: { id: string; slug: string; hosts: readonly string[] },
): Promise<void> {
  const createdAt = clock.now()
  await db
    .insert(tenants)
    .values({ id: wanted.id, slug: wanted.slug, state: "open", createdAt })
    .onConflictDoNothing()
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
    .values({ id: wanted.id, slug: wanted.slug, state: "open", createdAt })
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
