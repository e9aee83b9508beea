import { type Context, within } from "#kit/context.ts"
import { actAsPerson } from "./act-as-person.ts"
import { type ApiKeyView, listApiKeys } from "./queries.ts"

/** The newest hundred within a person's reach. */
export async function listApiKeysOf(ctx: Context, email: string): Promise<readonly ApiKeyView[]> {
  const theirs = await actAsPerson(ctx, email)
  return (await listApiKeys(theirs, within(theirs.actor), { limit: 100 })).items
}
