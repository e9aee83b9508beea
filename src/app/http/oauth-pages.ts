import type { Hono } from "hono"
import type { ActorResolver } from "#identity"
import type { Actor, Context } from "#kit/context.ts"
import { Refusal } from "#kit/refusal.ts"
import type { Keyring } from "#kit/secrets.ts"
import {
  findIssuer,
  issueCode,
  loadAuthorization,
  oauthRefusals,
  openLogout,
  planAuthorization,
  receiveAuthorization,
  receiveLogout,
  resumeAuthorization,
  sealLogout,
  sealRequest,
} from "#oauth"
import { type EdgeBindings, type EdgeContext, plainRefusal, type Visit } from "./edge.ts"
import type { Limits } from "./limits.ts"
import type { SignIns } from "./sign-ins.ts"

export interface OauthPageDeps {
  readonly keyring: Keyring
  readonly resolver: ActorResolver
  readonly signIns: SignIns
  readonly limits: Limits
  /** One short transaction in the visited shop; as the house itself unless somebody is named. */
  readonly inVisit: <Result>(
    visit: Visit,
    body: (ctx: Context) => Promise<Result>,
    actor?: Actor,
  ) => Promise<Result>
}

/** Where browsers come by: each of these answers with another address, ours or the program's. */
export function addOauthPages(app: Hono<EdgeBindings>, deps: OauthPageDeps): void {
  app.on(["GET", "POST"], "/oauth/authorize", (c) => orTrouble(c, () => authorize(c, deps)))
  app.get("/oauth/authorize/resume", (c) => orTrouble(c, () => resume(c, deps)))
  app.on(["GET", "POST"], "/oauth/logout", (c) => orTrouble(c, () => logOut(c, deps)))
  app.get("/oauth/logout/resume", (c) =>
    orTrouble(c, async () => {
      const { tenant } = c.get("visit")
      const request = openLogout(deps.keyring, tenant.id, c.req.query("asked") ?? "")
      return request?.redirectTo ? goTo(request.redirectTo) : goTo("/sign-out/done")
    }),
  )
}

async function authorize(c: EdgeContext, deps: OauthPageDeps): Promise<Response> {
  const visit = c.get("visit")
  deps.limits.countPage(visit.address)
  const params = await readParams(c)
  // A form on another site brings no cookies; asked again as a plain address, the browser sends them.
  if (c.req.method === "POST") return goTo(`/oauth/authorize?${params}`)
  const received = await deps.inVisit(visit, async (ctx) => ({
    ...(await receiveAuthorization(ctx, params)),
    issuer: await findIssuer(ctx),
  }))
  if ("problem" in received) {
    const { error, description } = received.problem
    return goTo(withAnswer(received, received.issuer, { error, error_description: description }))
  }
  const asked = sealRequest(deps.keyring, visit.tenant.id, received.request)
  return goOn(c, deps, asked, params.get("ui_locales"))
}

async function resume(c: EdgeContext, deps: OauthPageDeps): Promise<Response> {
  const asked = c.req.query("asked") ?? ""
  if (c.req.query("denied") === undefined) return goOn(c, deps, asked, null)
  return deps.inVisit(c.get("visit"), async (ctx) => {
    const { request } = await resumeAuthorization(ctx, deps.keyring, asked)
    return goTo(withAnswer(request, await findIssuer(ctx), { error: "access_denied" }))
  })
}

/** To the program with what it asked for, or to the page that comes before that. */
async function goOn(
  c: EdgeContext,
  deps: OauthPageDeps,
  asked: string,
  locales: string | null,
): Promise<Response> {
  const visit = c.get("visit")
  const { tenant, isSecure, address } = visit
  const { headers } = c.req.raw
  const { actor } = await deps.resolver.resolve({ tenant: tenant.id, isSecure, address, headers })
  const page = `${/^ko\b/.test(locales ?? "") ? "/ko" : ""}/sign-in/allow?${new URLSearchParams({ asked })}`
  return deps.inVisit(
    visit,
    async (ctx) => {
      const { request } = await resumeAuthorization(ctx, deps.keyring, asked)
      const loaded = await loadAuthorization(ctx, request)
      const plan = planAuthorization(loaded)
      const issuer = await findIssuer(ctx)
      if (plan.step === "error") return goTo(withAnswer(request, issuer, { error: plan.error }))
      if (plan.step !== "ready") return goTo(page)
      return goTo(withAnswer(request, issuer, { code: await issueCode(ctx, loaded) }))
    },
    actor,
  )
}

async function logOut(c: EdgeContext, deps: OauthPageDeps): Promise<Response> {
  const visit = c.get("visit")
  deps.limits.countPage(visit.address)
  const params = await readParams(c)
  if (c.req.method === "POST") return goTo(`/oauth/logout?${params}`)
  const { tenant, isSecure, address } = visit
  const { headers } = c.req.raw
  const { actor } = await deps.resolver.resolve({ tenant: tenant.id, isSecure, address, headers })
  const session = "session" in actor ? actor.session : undefined
  const received = await deps.inVisit(visit, (ctx) => receiveLogout(ctx, params, session?.id))
  const { isShown, ...request } = received
  if (session && !isShown) {
    const asked = sealLogout(deps.keyring, tenant.id, request)
    return goTo(`/sign-out/ask?${new URLSearchParams({ asked })}`)
  }
  const { cookies } = session ? await deps.signIns.signOut(visit, headers) : { cookies: [] }
  return goTo(request.redirectTo ?? "/sign-out/done", cookies)
}

async function readParams(c: EdgeContext): Promise<URLSearchParams> {
  if (c.req.method !== "POST") return new URL(c.req.url).searchParams
  return new URLSearchParams((await c.req.raw.text()).slice(0, 16_384))
}

interface Answered {
  readonly redirectUri: string
  readonly state?: string | null
}

/** With our own name in it (RFC 9207): a program that knows several sign-ins can't mistake one for another. */
function withAnswer(
  { redirectUri, state }: Answered,
  issuer: string,
  answer: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  if (state !== null && state !== undefined) url.searchParams.set("state", state)
  url.searchParams.set("iss", issuer)
  return url.toString()
}

/** The address holds codes and sealed requests: nobody is told where they came from. */
function goTo(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location, "cache-control": "no-store", "referrer-policy": "no-referrer" })
  for (const cookie of cookies) headers.append("set-cookie", cookie)
  return new Response(null, { status: 303, headers })
}

/** A person looks at this: the page with the words, and nowhere else. */
async function orTrouble(c: EdgeContext, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (!error.code.startsWith(`${oauthRefusals.module}.`)) return plainRefusal(error, c.get("visit"))
    c.get("visit").log.info({ code: error.code, because: error.detail.because }, "a sign-in was not begun")
    return goTo(`/sign-in/trouble?because=${error.code.slice("oauth.".length)}`)
  }
}
