import { eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { admitSession } from "./admit-session.ts"
import { findSession } from "./find-session.ts"
import { isDeviceTrusted } from "./is-device-trusted.ts"
import type { SignInWay } from "./sign-in-tables.ts"
import { sessions } from "./tables.ts"

export interface Arriving {
  readonly tokenHash: string
  readonly way: SignInWay
  readonly deviceId: string | undefined
  readonly userAgent: string
  readonly address: string
  readonly country?: string | undefined
}

export type Admitted =
  | { readonly needsSecondFactor: true }
  | { readonly needsSecondFactor: false; deviceId: string }

/** In, or asked for a second factor first; then there are ten minutes for it. A passkey is two factors by itself. */
export async function beginAdmission(ctx: Context, wish: Arriving): Promise<Admitted> {
  const session = await findSession(ctx, wish.tokenHash)
  if (!session) throw new Error("A session that was just made is missing.")
  const { personId } = session
  const isAsked = session.hasSecondFactor && wish.way !== "passkey"
  const isSpared = isAsked && (await isDeviceTrusted(ctx, { personId, deviceId: wish.deviceId }))
  if (isAsked && !isSpared) {
    await ctx.db
      .update(sessions)
      .set({ expiresAt: sql`now() + interval '10 minutes'` })
      .where(eq(sessions.id, session.id))
    return { needsSecondFactor: true }
  }
  const { deviceId } = await admitSession(ctx, { ...wish, sessionId: session.id, personId, isSpared })
  return { needsSecondFactor: false, deviceId }
}
