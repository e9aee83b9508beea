import { eq } from "drizzle-orm"
import type { z } from "zod"
import { type Context, within } from "#kit/context.ts"
import type { meShape } from "./contract.ts"
import { listOwnAccounts } from "./queries.ts"
import { people } from "./tables.ts"

export type Me = z.infer<typeof meShape>

export async function getMe(ctx: Context): Promise<Me> {
  const { actor } = ctx
  const permissions = [...actor.permissions].sort()
  if (actor.kind !== "customer" && actor.kind !== "staff") {
    return { person: null, role: "visitor", accounts: [], permissions }
  }
  const [row] = await ctx.db
    .select({ id: people.id, name: people.name, email: people.email, language: people.language })
    .from(people)
    .where(eq(people.id, actor.personId))
    .limit(1)
  const accounts = await listOwnAccounts(ctx, within(actor), actor.personId)
  return {
    person: row ?? null,
    role: actor.kind === "staff" ? "operator" : "customer",
    accounts,
    permissions,
  }
}
