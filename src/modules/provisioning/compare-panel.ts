import { and, eq, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type CallContext, defineWork, type WorkKind } from "#kit/work/define.ts"
import type { RemoteListItem } from "./drivers/driver.ts"
import type { ProvisioningDoors } from "./means.ts"
import { describeCall, openPanel } from "./open-panel.ts"
import { planDrift } from "./plan-drift.ts"
import { driftFindings, services } from "./tables.ts"
import { type CompareInput, comparePanelHead } from "./work-heads.ts"

/** 100,000 machines at 200 a page; a panel that never ends its list must not hold us for ever. */
const MOST_PAGES = 500

export function comparePanelWork(doors: ProvisioningDoors): WorkKind<CompareInput> {
  return defineWork({
    ...comparePanelHead,
    run: async (work, input) => {
      await work.call(
        "compare",
        async (call) => {
          // Before the list is read: what is built while we read must not look like a stranger's machine.
          const known = await call.read((ctx) => listKnown(ctx, input.panelId))
          const listed = await listEverything(doors, call, input.panelId)
          return call.transact(async (ctx) => {
            const bornMeanwhile = await listKnown(ctx, input.panelId)
            const all = [...new Map([...known, ...bornMeanwhile].map((one) => [one.serviceId, one])).values()]
            const findings = planDrift(all, listed).filter(
              (finding) =>
                finding.kind !== "missing" || known.some((one) => one.remoteId === finding.remoteId),
            )
            await recordDrift(ctx, input.panelId, findings)
            return findings.length
          })
        },
        { isLast: true },
      )
    },
  })
}

async function listEverything(
  doors: ProvisioningDoors,
  call: CallContext,
  panelId: string,
): Promise<RemoteListItem[]> {
  const { connected } = await openPanel(doors, call, panelId)
  const driverCall = describeCall(call)
  const all: RemoteListItem[] = []
  let after: string | undefined
  for (let page = 1; page <= MOST_PAGES; page++) {
    const found = await connected.list(driverCall, after)
    all.push(...found.items)
    if (found.next === null) return all
    after = found.next
  }
  throw new Error("The panel's list has no end.")
}

async function listKnown(ctx: Context, panelId: string) {
  const rows = await ctx.db
    .select({
      serviceId: services.id,
      remoteId: services.remoteId,
      state: services.state,
      desired: services.desired,
    })
    .from(services)
    .where(and(eq(services.panelId, panelId), isNotNull(services.remoteId)))
    .limit(200_000)
  return rows.flatMap(({ remoteId, ...row }) => (remoteId === null ? [] : [{ ...row, remoteId }]))
}

/** Found again: seen now. Not found again: agreed since now. */
async function recordDrift(
  ctx: Context,
  panelId: string,
  findings: ReturnType<typeof planDrift>,
): Promise<void> {
  const now = ctx.clock.now()
  for (const finding of findings) {
    const seen = { differences: [...finding.differences], lastSeenAt: now, serviceId: finding.serviceId }
    await ctx.db
      .insert(driftFindings)
      .values({
        id: ctx.newId("drf"),
        panelId,
        kind: finding.kind,
        remoteId: finding.remoteId,
        firstSeenAt: now,
        ...seen,
      })
      .onConflictDoUpdate({
        target: [driftFindings.tenantId, driftFindings.panelId, driftFindings.remoteId, driftFindings.kind],
        targetWhere: sql`resolved_at is null`,
        set: seen,
      })
  }
  const agreed = await ctx.db
    .select({ id: driftFindings.id })
    .from(driftFindings)
    .where(
      and(
        eq(driftFindings.panelId, panelId),
        isNull(driftFindings.resolvedAt),
        lt(driftFindings.lastSeenAt, now),
      ),
    )
    .limit(10_000)
  const ids = agreed.map((row) => row.id)
  if (ids.length > 0) {
    await ctx.db.update(driftFindings).set({ resolvedAt: now }).where(inArray(driftFindings.id, ids))
  }
}
