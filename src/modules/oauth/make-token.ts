import { SignJWT } from "jose"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { readWallTime } from "#kit/wall-time.ts"
import { ensureSigningKey } from "./ensure-signing-key.ts"
import { SIGNING_ALGORITHM } from "./signing-key.ts"
import type { TokenKind } from "./token.ts"

export interface TokenWish {
  readonly kind: TokenKind
  readonly issuer: string
  readonly audience: string
  readonly subject: string
  readonly seconds: number
  readonly claims: Readonly<Record<string, unknown>>
}

/** Signed with the shop's own key; from now on, for so long. */
export async function makeToken(ctx: Context, keyring: Keyring, wish: TokenWish): Promise<string> {
  const { id, privateKey } = await ensureSigningKey(ctx, keyring)
  const now = Math.floor((await readWallTime(ctx)).epochMilliseconds / 1_000)
  return new SignJWT({ ...wish.claims })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: id, typ: wish.kind })
    .setIssuer(wish.issuer)
    .setAudience(wish.audience)
    .setSubject(wish.subject)
    .setIssuedAt(now)
    .setExpirationTime(now + wish.seconds)
    .sign(privateKey)
}
