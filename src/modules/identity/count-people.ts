import type { Context } from "#kit/context.ts"
import { accounts, staff } from "./tables.ts"

/** How many work here, and how many buy: figures only. */
export async function countPeople(ctx: Context): Promise<{ staff: number; accounts: number }> {
  return { staff: await ctx.db.$count(staff), accounts: await ctx.db.$count(accounts) }
}
