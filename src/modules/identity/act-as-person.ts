import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { actorFromSession } from "./actor-facts.ts"
import { findPersonFacts } from "./actor-queries.ts"
import { identityRefusals } from "./errors.ts"
import { people } from "./tables.ts"

/** The context of a person, with what that person may do: for whoever already stands at the machine. */
export async function actAsPerson(ctx: Context, email: string): Promise<Context> {
  const [row] = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, email.trim().toLowerCase()))
    .limit(1)
  const facts = row ? await findPersonFacts(ctx.db, row.id) : undefined
  if (!facts) return identityRefusals.refuse("identity.person_missing", { email })
  return { ...ctx, actor: actorFromSession(facts) }
}
