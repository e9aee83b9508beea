import type { Permission } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"

/** Something that can be done with many things at once, one after the other. The program puts the list together. */
export interface BulkAct {
  /** "operations.retry": stays what it is, for runs remember it. */
  readonly name: string
  readonly say: Say
  /** Asked for when it starts; each single act is done with it, in the name of whoever started it. */
  readonly permission: Permission
  readonly needsReason: boolean
  run(ctx: Context, subjectId: string, reason: string): Promise<void>
}

export type BulkActs = ReadonlyMap<string, BulkAct>
