import type { Context } from "#kit/context.ts"
import { actAsPerson } from "./act-as-person.ts"
import { revokeApiKey } from "./revoke-api-key.ts"

/** On behalf of a person, with what that person may do. */
export async function revokeApiKeyOf(ctx: Context, email: string, id: string) {
  return revokeApiKey(await actAsPerson(ctx, email), id)
}
