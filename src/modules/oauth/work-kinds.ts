import { eq } from "drizzle-orm"
import { z } from "zod"
import { defineWork } from "#kit/work/define.ts"
import { logouts } from "./tables.ts"

/** What it takes to start it; how it is played stands in work.ts, for that needs the way out and the keys. */
export const tellLogoutWork = defineWork({
  name: "oauth.tell-logout",
  input: z.object({ logoutId: z.string() }),
  say: { en: "Notify a connected app of a sign-out", ko: "연동 앱에 로그아웃 알림" },
  subjects: ({ logoutId }) => [logoutId],
  onStuck: async (ctx, { logoutId }, why) => {
    await ctx.db.update(logouts).set({ state: "failed", outcome: why }).where(eq(logouts.id, logoutId))
  },
  run: () => Promise.reject(new Error("oauth.tell-logout is played by what createOauthWork returns.")),
})
