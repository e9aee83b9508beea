import { Hono } from "hono"
import { z } from "zod"
import type { ActorResolver, PasskeyAnswer, Proof } from "#identity"
import { passkeyAnswer, passwordText } from "#identity/contract"
import { requestRefusals } from "#kit/serve/errors.ts"
import { refusePollution } from "#kit/serve/pollution.ts"
import { type EdgeBindings, type EdgeContext, orProblem } from "./edge.ts"
import type { Entered, SignIns } from "./sign-ins.ts"

/** The whole of what is reachable under /api/auth: a closed list, each behind a door of our own. */
export function createAuthRoutes(deps: {
  readonly signIns: SignIns
  readonly resolver: ActorResolver
}): Hono<EdgeBindings> {
  const app = new Hono<EdgeBindings>()
  const { signIns } = deps
  app.post("/sign-in/email", (c) =>
    answer(c, async () => {
      const { rememberMe, ...wish } = await readWish(c.req.raw, credentialsShape)
      return entered(
        await signIns.signIn(c.get("visit"), c.req.raw.headers, { ...wish, isRemembered: rememberMe }),
      )
    }),
  )
  app.post("/sign-in/second-factor", (c) =>
    answer(c, async () => {
      const { code, trustDevice } = await readWish(c.req.raw, secondFactorShape)
      const wish = { code, isTrusted: trustDevice }
      return entered(await signIns.answerSecondFactor(c.get("visit"), c.req.raw.headers, wish))
    }),
  )
  app.post("/passkey/options", (c) =>
    answer(c, async () => {
      return withCookies({ ...(await signIns.beginPasskey(c.get("visit"), c.req.raw.headers)) }, [])
    }),
  )
  app.post("/sign-in/passkey", (c) =>
    answer(c, async () => {
      const wish = await readWish(c.req.raw, passkeyAnswer)
      const response = wish as unknown as PasskeyAnswer
      return entered(await signIns.signInByPasskey(c.get("visit"), c.req.raw.headers, response))
    }),
  )
  app.post("/sign-in/link", (c) =>
    answer(c, async () => {
      const { token } = await readWish(c.req.raw, z.object({ token: z.string().max(200) }))
      return entered(await signIns.signInByLink(c.get("visit"), c.req.raw.headers, token))
    }),
  )
  app.post("/prove", (c) =>
    answer(c, async () => {
      const proof = await readWish(c.req.raw, proofShape)
      await signIns.prove(c.get("visit"), c.req.raw.headers, proof as Proof)
      return withCookies({ proved: true }, [])
    }),
  )
  app.post("/change-password", (c) =>
    answer(c, async () => {
      const { password } = await readWish(c.req.raw, z.object({ password: passwordText }))
      return entered(await signIns.changePassword(c.get("visit"), c.req.raw.headers, password))
    }),
  )
  app.post("/sign-out", (c) =>
    answer(c, async () => {
      const { cookies } = await signIns.signOut(c.get("visit"), c.req.raw.headers)
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

const credentialsShape = z.object({
  email: z.string().max(254),
  password: z.string().max(128),
  rememberMe: z.boolean().default(true),
})
const secondFactorShape = z.object({ code: z.string().max(40), trustDevice: z.boolean().default(false) })
const proofShape = z.union([
  z.object({ password: z.string().max(128) }),
  z.object({ code: z.string().max(40) }),
  z.object({ passkey: passkeyAnswer }),
])

async function readWish<Shape extends z.ZodType>(request: Request, shape: Shape): Promise<z.output<Shape>> {
  const body: unknown = await request.json().catch((cause: unknown) => {
    throw requestRefusals.create("request.malformed", {}, { cause })
  })
  refusePollution(body)
  const wish = shape.safeParse(body)
  if (!wish.success) return requestRefusals.refuse("request.invalid", {}, { because: wish.error.message })
  return wish.data
}

function entered({ cookies, resolved, needsSecondFactor }: Entered): Response {
  return withCookies({ person: resolved.person, needsSecondFactor }, cookies)
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
