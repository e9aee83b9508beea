import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { putOut } from "./put-out.ts"
import { takeLink } from "./take-link.ts"

/** The link in a mail about a browser nobody knew, or about a change that somebody else made. */
export async function reportNotMe(ctx: Context, keyring: Keyring, token: string): Promise<{ done: true }> {
  const link = await takeLink(ctx, keyring, { token, kind: "not-me" })
  await putOut(ctx, link.personId ?? "")
  return { done: true }
}
