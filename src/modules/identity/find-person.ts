import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { people } from "./tables.ts"

export type PersonRow = typeof people.$inferSelect

/** By e-mail address, however it was typed. */
export async function findPerson(ctx: Context, email: string): Promise<PersonRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(people)
    .where(eq(people.email, email.trim().toLowerCase()))
    .limit(1)
  return row
}
