import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { actorFromSession } from "./actor-facts.ts"
import { findPersonFacts } from "./actor-queries.ts"
import { type ApiKeyWish, createApiKey } from "./create-api-key.ts"
import { identityRefusals } from "./errors.ts"
import type { ApiKeyView } from "./queries.ts"
import { people } from "./tables.ts"

/** On behalf of a person, with what that person may do: for whoever already stands at the machine. */
export async function createApiKeyFor(
  ctx: Context,
  email: string,
  wish: ApiKeyWish,
): Promise<{ key: ApiKeyView; secret: string }> {
  const [row] = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, email.trim().toLowerCase()))
    .limit(1)
  const facts = row ? await findPersonFacts(ctx.db, row.id) : undefined
  if (!facts) return identityRefusals.refuse("identity.person_missing", { email })
  return createApiKey({ ...ctx, actor: actorFromSession(facts) }, wish)
}
