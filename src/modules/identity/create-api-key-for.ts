import type { Context } from "#kit/context.ts"
import { actAsPerson } from "./act-as-person.ts"
import { type ApiKeyWish, createApiKey } from "./create-api-key.ts"
import type { ApiKeyView } from "./queries.ts"

/** On behalf of a person, with what that person may do. */
export async function createApiKeyFor(
  ctx: Context,
  email: string,
  wish: ApiKeyWish,
): Promise<{ key: ApiKeyView; secret: string }> {
  return createApiKey(await actAsPerson(ctx, email), wish)
}
