import type { Context } from "#kit/context.ts"

/** Under which a transaction remembers them; whoever writes them forgets it. */
export function settingsKey(ctx: Pick<Context, "tenant">): string {
  return `tenancy.settings ${ctx.tenant}`
}
