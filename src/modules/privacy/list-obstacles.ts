import type { Context } from "#kit/context.ts"
import type { Obstacle, PersonalDataHolder } from "#kit/personal-data/define.ts"
import { loadSubject } from "./load-subject.ts"

/** What stands against forgetting them now, from every module that knows of such a thing. */
export async function listObstacles(
  ctx: Context,
  holders: readonly PersonalDataHolder[],
  personId: string,
): Promise<Obstacle[]> {
  const subject = await loadSubject(ctx, holders, personId)
  const found: Obstacle[] = []
  for (const holder of holders) found.push(...((await holder.listObstacles?.(ctx, subject)) ?? []))
  return found
}
