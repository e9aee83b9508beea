import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { identityRefusals } from "./errors.ts"
import type { PersonRow } from "./find-person.ts"
import { people } from "./tables.ts"

/** For modules that already hold the id: who is written to, and in which language. */
export async function getPerson(ctx: Context, id: string): Promise<PersonRow> {
  const [row] = await ctx.db.select().from(people).where(eq(people.id, id)).limit(1)
  return row ?? identityRefusals.refuse("identity.person_missing", { id })
}
