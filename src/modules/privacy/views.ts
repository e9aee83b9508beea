import type { z } from "zod"
import type { erasureShape, exportShape } from "./contract.ts"
import type { erasures, exports } from "./tables.ts"

export type ExportView = z.infer<typeof exportShape>
export type ErasureView = z.infer<typeof erasureShape>

export function describeExport(row: typeof exports.$inferSelect): ExportView {
  return {
    id: row.id,
    personId: row.personId,
    state: row.state,
    reason: row.reason,
    bytes: row.bytes,
    downloads: row.downloads,
    createdAt: row.createdAt.toString(),
    expiresAt: row.expiresAt?.toString() ?? null,
  }
}

export function describeErasure(row: typeof erasures.$inferSelect): ErasureView {
  return {
    id: row.id,
    personId: row.personId,
    state: row.state,
    reason: row.reason,
    createdAt: row.createdAt.toString(),
    dueAt: row.dueAt.toString(),
    obstacles: [...row.obstacles],
    withdrawnAt: row.withdrawnAt?.toString() ?? null,
    doneAt: row.doneAt?.toString() ?? null,
  }
}
