import type { Context } from "#kit/context.ts"
import { actAsPerson } from "./act-as-person.ts"
import { type RotationWish, rotateApiKey } from "./rotate-api-key.ts"

/** On behalf of a person, with what that person may do. */
export async function rotateApiKeyOf(ctx: Context, email: string, wish: RotationWish) {
  return rotateApiKey(await actAsPerson(ctx, email), wish)
}
