import type { Context } from "#kit/context.ts"
import { type BulkDoors, confirmBulkRun, type SaidOfAll } from "./confirm-bulk-run.ts"
import type { BulkRun } from "./describe-bulk-run.ts"
import { prepareBulkRun } from "./prepare-bulk-run.ts"

export interface BulkWish extends SaidOfAll {
  readonly act: string
  readonly subjectIds: readonly string[]
}

/** Put together and begun at once, for programs: nobody looks in between. */
export async function startBulkRun(
  ctx: Context,
  doors: BulkDoors,
  { act, subjectIds, ...said }: BulkWish,
): Promise<BulkRun> {
  const { id } = await prepareBulkRun(ctx, doors, { act, subjectIds })
  return confirmBulkRun(ctx, doors, { id, ...said })
}
