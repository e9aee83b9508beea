import { listAuditEntries } from "#audit"
import { readClockMove } from "#kit/clock/clock-move.ts"
import type { Context, Reach } from "#kit/context.ts"
import type { Database } from "#kit/db.ts"
import { listOperations } from "#kit/work/queries.ts"
import { listOrders } from "#orders"
import { listFaults } from "#sandbox/stand-in-faults.ts"
import { findOpening } from "#tenancy"
import { SECOND_DEMO_TENANT } from "./demo-tenant.ts"

export interface TourFacts {
  readonly isBought: boolean
  readonly isBroken: boolean
  readonly isRepaired: boolean
  readonly isClockMoved: boolean
  /** What is to be repaired: it got stuck under the reader's hands. */
  readonly stuckOperationId: string | null
}

const repairs = ["operations.retried", "operations.resumed", "operations.undone", "operations.closed"]
const everything: Reach = { kind: "all" }

/** What has really been done in a demo shop since its past was over. Null: this house has no demo. */
export async function readTour(ctx: Context, database: Database): Promise<TourFacts | null> {
  // The second shop opens when the past of the first is over: what is newer was done by whoever looks around.
  const opening = await database.transactAcrossTenants((db) => findOpening(db, SECOND_DEMO_TENANT))
  if (!opening) return null
  const since = opening.toString()
  const orders = await listOrders(ctx, everything, { since, limit: 50 })
  const stuck = await listOperations(ctx, { states: ["stuck"], since, limit: 1 })
  const isRepaired = await wasRepaired(ctx, since)
  const stuckOperationId = stuck.items[0]?.id ?? null
  return {
    isBought: orders.items.some(({ paidAt }) => paidAt !== null),
    // A panel that was put in order again was broken before, if something had to be repaired.
    isBroken: isRepaired || stuckOperationId !== null || (await isSwitched(database, opening)),
    isRepaired,
    isClockMoved: (await readClockMove(database)).offsetMs > 0,
    stuckOperationId,
  }
}

async function wasRepaired(ctx: Context, since: string): Promise<boolean> {
  for (const act of repairs) {
    const { items } = await listAuditEntries(ctx, everything, { act, since, limit: 1 }, nameNothing)
    if (items.length > 0) return true
  }
  return false
}

async function nameNothing() {
  return new Map()
}

async function isSwitched(database: Database, since: Temporal.Instant): Promise<boolean> {
  const faults = await listFaults(database, "virtfusion")
  return faults.some(({ createdAt }) => Temporal.Instant.compare(createdAt, since) > 0)
}
