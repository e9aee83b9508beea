import type { z } from "zod"
import type { importShape } from "./customer-import-contract.ts"
import type { imports } from "./tables.ts"

/** Of a file what the list shows: how many rows stand how. */
export function summaryOf(
  row: typeof imports.$inferSelect,
  names: ReadonlyMap<string, string>,
): z.infer<typeof importShape> {
  const count = (standing: "fresh" | "known" | "wrong") =>
    row.rows.filter((one) => one.standing === standing).length
  return {
    id: row.id,
    fileName: row.fileName,
    state: row.state,
    sendsInvitations: row.sendsInvitations,
    startedBy: names.get(row.startedBy) ?? row.startedBy,
    createdAt: row.createdAt.toString(),
    confirmedAt: row.confirmedAt?.toString() ?? null,
    counts: { fresh: count("fresh"), known: count("known"), wrong: count("wrong") },
    createdCount: row.createdCount,
  }
}
