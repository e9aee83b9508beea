import type { z } from "zod"
import type { viewShape } from "./contract.ts"
import type { views } from "./tables.ts"

/** Of each member of staff and list; so a list of views stays one that is read at a glance. */
export const MOST_VIEWS = 30

export type View = z.infer<typeof viewShape>

export function viewOf(row: typeof views.$inferSelect, me: string): View {
  const { id, list, name, query, isShared, ownerId } = row
  return { id, list, name, query, isShared, isOwn: ownerId === me }
}
