import { eq } from "drizzle-orm"
import { decodeProtectedHeader, importJWK, type JWTPayload, errors as joseErrors, jwtVerify } from "jose"
import type { Context } from "#kit/context.ts"
import { SIGNING_ALGORITHM } from "./signing-key.ts"
import { signingKeys } from "./tables.ts"
import type { TokenKind } from "./token.ts"

export interface TokenCheck {
  readonly kind: TokenKind
  readonly issuer: string
  readonly audience?: string
  /** A hint of who was signed in may be long over: then so many days more are forgiven. */
  readonly forgivenDays?: number
}

/**
 * Ours, and of this shop: the key is looked up behind the wall by the name in the token's head, and only our own
 * algorithm counts, whatever the head says. Anything else is no token.
 */
export async function verifyToken(
  ctx: Context,
  token: string,
  check: TokenCheck,
): Promise<JWTPayload | undefined> {
  try {
    const { kid } = decodeProtectedHeader(token)
    const [key] = await ctx.db
      .select({ publicJwk: signingKeys.publicJwk })
      .from(signingKeys)
      .where(eq(signingKeys.id, kid ?? ""))
      .limit(1)
    if (!key) return undefined
    const { payload } = await jwtVerify(token, await importJWK(key.publicJwk, SIGNING_ALGORITHM), {
      algorithms: [SIGNING_ALGORITHM],
      typ: check.kind,
      issuer: check.issuer,
      requiredClaims: ["sub", "exp"],
      ...(check.audience === undefined ? {} : { audience: check.audience }),
      ...(check.forgivenDays === undefined ? {} : { clockTolerance: check.forgivenDays * 86_400 }),
    })
    return payload
  } catch (error) {
    if (error instanceof joseErrors.JOSEError || error instanceof TypeError) return undefined
    throw error
  }
}
