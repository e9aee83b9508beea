import { eq, sql } from "drizzle-orm"
import type { WorkKind } from "#kit/work/define.ts"
import { logouts } from "./tables.ts"
import { type OauthDoors, tellLogout } from "./tell-logout.ts"
import { tellLogoutWork } from "./work-kinds.ts"

/** A program may be down for a night: twelve growing pauses reach beyond it. */
const TRIES = { tries: 12 }

/** The module's work, ready to be played. */
export function createOauthWork(doors: OauthDoors): WorkKind[] {
  return [
    {
      ...tellLogoutWork,
      run: async (work, input) => {
        const { logoutId } = tellLogoutWork.input.parse(input)
        const outcome = await work.call("tell", (call) => tellLogout(doors, call, logoutId), TRIES)
        await work.record(
          "mark-told",
          async (ctx) => {
            await ctx.db
              .update(logouts)
              .set({ state: "told", outcome, toldAt: sql`now()` })
              .where(eq(logouts.id, logoutId))
          },
          { isLast: true },
        )
      },
    } as WorkKind,
  ]
}
