import type { Context } from "#kit/context.ts"

/** What people call the things of these ids; what has no name, or isn't there any more, is left out. */
export type NameThings = (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
