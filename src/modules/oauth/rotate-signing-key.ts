import { announceAct } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { addSigningKey } from "./add-signing-key.ts"
import { ensureSigningKey } from "./ensure-signing-key.ts"

/** At once, for a key that may have been seen. Clients that keep the list fetch it anew when they meet a strange key. */
export async function rotateSigningKey(ctx: Context, keyring: Keyring): Promise<void> {
  const { id } = await ensureSigningKey(ctx, keyring)
  await addSigningKey(ctx, keyring, { leadHours: 0 })
  await announceAct(ctx, { act: "oauth.signing-key-rotated", subjectId: id })
}
