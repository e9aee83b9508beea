import { Hono } from "hono"
import { z } from "zod"
import type { ActorResolver } from "#identity"
import { requestRefusals } from "#kit/serve/errors.ts"
import { type EdgeBindings, type EdgeContext, orProblem } from "./edge.ts"
import type { SignIns } from "./sign-ins.ts"

/** The whole of what is reachable under /api/auth: a closed list, each behind a door of our own. */
export function createAuthRoutes(deps: {
  readonly signIns: SignIns
  readonly resolver: ActorResolver
}): Hono<EdgeBindings> {
  const app = new Hono<EdgeBindings>()
  app.post("/sign-in/email", (c) =>
    answer(c, async () => {
      const visit = c.get("visit")
      const wish = await readWish(c.req.raw)
      const { cookies, resolved } = await deps.signIns.signIn(visit, c.req.raw.headers, wish)
      return withCookies({ person: resolved.person }, cookies)
    }),
  )
  app.post("/sign-out", (c) =>
    answer(c, async () => {
      const { cookies } = await deps.signIns.signOut(c.get("visit"), c.req.raw.headers)
      return withCookies({ person: null }, cookies)
    }),
  )
  app.get("/get-session", (c) =>
    answer(c, async () => {
      const { tenant, isSecure, address } = c.get("visit")
      const { headers } = c.req.raw
      const { person } = await deps.resolver.resolve({ tenant: tenant.id, isSecure, address, headers })
      return withCookies({ person }, [])
    }),
  )
  app.all("*", (c) => answer(c, async () => requestRefusals.refuse("request.path_missing")))
  return app
}

const wishShape = z.object({
  email: z.string().max(254),
  password: z.string().max(128),
  rememberMe: z.boolean().default(true),
})

async function readWish(request: Request) {
  const body: unknown = await request.json().catch((cause: unknown) => {
    throw requestRefusals.create("request.malformed", {}, { cause })
  })
  const wish = wishShape.safeParse(body)
  if (!wish.success) return requestRefusals.refuse("request.invalid", {}, { because: wish.error.message })
  const { email, password, rememberMe } = wish.data
  return { email, password, isRemembered: rememberMe }
}

function answer(c: EdgeContext, run: () => Promise<Response>): Promise<Response> {
  return orProblem(c.get("visit"), new Headers(), run)
}

/** Never the token: it lives in the cookie, where scripts can't read it. */
function withCookies(body: object, cookies: readonly string[]): Response {
  const headers = new Headers({ "cache-control": "no-store" })
  for (const cookie of cookies) headers.append("set-cookie", cookie)
  return Response.json(body, { headers })
}
