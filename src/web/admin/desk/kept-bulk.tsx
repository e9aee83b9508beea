import { lazy } from "react"
import type { RowSelection } from "../../ui/data-table.tsx"
import type { OfferedAct } from "./bulk-acts.tsx"

/** Ticked rows are sent under this name. */
export const bulkForm = "bulk"

/** No boundary around it: the server waits for it, and without scripts it is all there. */
const BulkActs = lazy(() => import("./bulk-acts.tsx").then((module) => ({ default: module.BulkActs })))

export interface TickedRows<Row> {
  readonly label: (row: Row) => string
  readonly canSelect?: (row: Row) => boolean
}

/** The rows can be ticked, and the acts stand below: only for whoever may do something with many. */
export function bulkSelection<Row>(
  acts: readonly OfferedAct[],
  { label, canSelect = () => true }: TickedRows<Row>,
): { readonly selection?: RowSelection<Row> } {
  if (acts.length === 0) return {}
  return { selection: { label, canSelect, bulk: <BulkActs acts={acts} form={bulkForm} /> } }
}
