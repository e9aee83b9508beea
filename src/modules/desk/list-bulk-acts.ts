import type { Context } from "#kit/context.ts"
import type { BulkActs } from "./bulk-act.ts"

/** What the caller may do with many things of a list, in the order in which the program has them. */
export function listBulkActs({ actor, language }: Context, acts: BulkActs, list: string) {
  return [...acts.values()]
    .filter((act) => act.name.startsWith(`${list}.`) && actor.permissions.has(act.permission))
    .map(({ name, say, isGrave = false, only = {} }) => ({ name, title: say[language], isGrave, only }))
}
