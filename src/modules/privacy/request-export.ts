import { and, eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { getPerson } from "#identity"
import { actorId, type Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { privacyRefusals } from "./errors.ts"
import { exports } from "./tables.ts"
import { describeExport, type ExportView } from "./views.ts"
import { buildExportHead, startable } from "./work-heads.ts"

/** A copy of everything about a person: written down, and set going in the same transaction. */
export async function requestExport(
  ctx: Context,
  { personId, reason }: { readonly personId: string; readonly reason?: string },
): Promise<ExportView> {
  const person = await getPerson(ctx, personId)
  if (person.erasedAt) privacyRefusals.refuse("privacy.person_erased", { personId })
  const [open] = await ctx.db
    .select({ id: exports.id })
    .from(exports)
    .where(and(eq(exports.personId, personId), eq(exports.state, "asked")))
    .limit(1)
  if (open) privacyRefusals.refuse("privacy.export_under_way", { id: open.id })
  const [row] = await ctx.db
    .insert(exports)
    .values({
      id: ctx.newId("exp"),
      personId,
      state: "asked",
      askedBy: actorId(ctx.actor),
      reason: reason ?? null,
      createdAt: ctx.clock.now(),
      downloads: 0,
    })
    .onConflictDoNothing()
    .returning()
  // Two tabs at once: the index let one of them through.
  if (!row) return privacyRefusals.refuse("privacy.export_under_way", { personId })
  await startWork(ctx, startable(buildExportHead), { exportId: row.id }, { key: row.id })
  await recordAudit(ctx, {
    act: "privacy.export-asked",
    subjectId: personId,
    reason: reason ?? null,
    after: { exportId: row.id },
  })
  return describeExport(row)
}
