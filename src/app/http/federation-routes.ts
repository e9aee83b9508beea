import { Hono } from "hono"
import {
  DEPARTURE_COOKIE,
  type Departure,
  type Errand,
  type FederationMeans,
  federationRefusals,
  OFFER_COOKIE,
  openDeparture,
  openHouse,
  PASSAGE_SECONDS,
  sealDeparture,
  sealOffer,
  secretsOf,
  weighArrival,
} from "#federation"
import { type ActorResolver, addWayIn, identityRefusals } from "#identity"
import type { Actor, Context } from "#kit/context.ts"
import { Refusal } from "#kit/refusal.ts"
import { readWallTime } from "#kit/wall-time.ts"
import { findIssuer } from "#oauth"
import { languageOnArrival } from "#web/i18n/language-cookie.ts"
import { languageOfPath, withLanguage } from "#web/i18n/languages.ts"
import { type EdgeBindings, type EdgeContext, plainRefusal, type Visit } from "./edge.ts"
import type { Limits } from "./limits.ts"
import { findCookie, passageCookie, safePath } from "./passage-cookies.ts"
import type { SignIns } from "./sign-ins.ts"

export interface FederationDeps {
  readonly federation: FederationMeans
  readonly resolver: ActorResolver
  readonly signIns: SignIns
  readonly limits: Limits
  readonly inVisit: <Result>(
    visit: Visit,
    body: (ctx: Context) => Promise<Result>,
    actor?: Actor,
  ) => Promise<Result>
}

/** To a sign-in elsewhere, and back from it. Both are plain addresses: what they do is decided by who comes back. */
export function createFederationRoutes(deps: FederationDeps): Hono<EdgeBindings> {
  const app = new Hono<EdgeBindings>()
  app.get("/federation/:provider/begin", (c) => orTrouble(c, deps, () => leave(c, deps)))
  app.get("/federation/:provider/return", (c) => orTrouble(c, deps, () => arrive(c, deps)))
  return app
}

const errands: readonly Errand[] = ["sign-in", "connect", "prove"]

async function leave(c: EdgeContext, deps: FederationDeps): Promise<Response> {
  const visit = c.get("visit")
  deps.limits.countStep(visit.address)
  const errand = errands.find((one) => one === (c.req.query("for") ?? "sign-in"))
  const returnTo = safePath(c.req.query("to"), errand === "connect" ? "/portal/security" : "/portal")
  const actor = await actorOf(c, deps)
  const session = "session" in actor ? actor.session : undefined
  if (errand !== "sign-in" && !session) return goTo(`/sign-in?${new URLSearchParams({ to: returnTo })}`)
  if (errand !== "sign-in" && isFromElsewhere(c.req.raw.headers)) return goTo("/portal/security")
  // Another way in is as dangerous as another password: whoever only found the browser open must not add one.
  if (errand === "connect" && !session?.isProved)
    return goTo(`/prove?${new URLSearchParams({ to: returnTo })}`)
  const { keyring } = deps.federation
  const { opened, departure, origin } = await deps.inVisit(visit, async (ctx) => ({
    opened: await openHouse(ctx, deps.federation, c.req.param("provider") ?? ""),
    origin: await findIssuer(ctx),
    departure: {
      id: ctx.newId("dep"),
      providerId: c.req.param("provider") ?? "",
      errand: errand ?? "sign-in",
      returnTo,
      leftAt: (await readWallTime(ctx)).epochMilliseconds,
      ...("personId" in actor && session ? { personId: actor.personId } : {}),
    } satisfies Departure,
  }))
  const { state, nonce, codeChallenge } = secretsOf(keyring, departure)
  const to = await opened.house.authorizeUrl(opened.doors, {
    redirectUri: `${origin}/federation/${departure.providerId}/return`,
    state,
    nonce,
    codeChallenge,
    isProof: departure.errand === "prove",
  })
  const sealed = sealDeparture(keyring, visit.tenant.id, departure)
  return goTo(to, [passageCookie(visit, DEPARTURE_COOKIE, sealed, PASSAGE_SECONDS)])
}

/**
 * A page elsewhere may sign a browser in at a house as somebody else and then lead it here, so that their account there
 * opens the reader's here. Only a link of our own pages begins that.
 */
function isFromElsewhere(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site")
  return site !== null && site !== "same-origin"
}

async function arrive(c: EdgeContext, deps: FederationDeps): Promise<Response> {
  const visit = c.get("visit")
  deps.limits.countStep(visit.address)
  const departure = await readDeparture(c, deps)
  const { keyring } = deps.federation
  const { state, nonce, codeVerifier } = secretsOf(keyring, departure)
  if (c.req.query("state") !== state) return refuseWayBack("another state")
  const error = c.req.query("error")
  if (error === "access_denied") return federationRefusals.refuse("federation.turned_away")
  const code = c.req.query("code")
  if (error || !code)
    return federationRefusals.refuse("federation.no_answer", {}, { because: error ?? "no code" })
  const { opened, origin } = await deps.inVisit(visit, async (ctx) => ({
    opened: await openHouse(ctx, deps.federation, departure.providerId),
    origin: await findIssuer(ctx),
  }))
  const redirectUri = `${origin}/federation/${departure.providerId}/return`
  // No transaction is open while the other house is asked.
  const outside = await opened.house.identify(opened.doors, { code, state, redirectUri, nonce, codeVerifier })
  const actor = await actorOf(c, deps)
  const gone = passageCookie(visit, DEPARTURE_COOKIE, "", 0)
  const { headers } = c.req.raw
  const name = { providerId: departure.providerId, subject: outside.subject }
  const plan = await deps.inVisit(visit, (ctx) => weighArrival(ctx, departure, outside), actor)
  switch (plan.step) {
    case "refuse":
      return federationRefusals.refuse(`federation.${plan.why}`)
    case "come-in": {
      const { returnTo: to } = departure
      const { cookies, needsSecondFactor, resolved } = await deps.signIns.signInAs(visit, headers, plan)
      if (needsSecondFactor) {
        const page = withLanguage("/sign-in/second-factor", languageOfPath(to))
        return goTo(`${page}?${new URLSearchParams({ to })}`, [gone, ...cookies])
      }
      return goTo(to, [gone, ...cookies, ...languageOnArrival(to, resolved.person)])
    }
    case "connect":
      await deps.inVisit(visit, (ctx) => addWayIn(ctx, { ...name, personId: plan.personId }), actor)
      return goTo(departure.returnTo, [gone])
    case "prove":
      await deps.signIns.proveAs(visit, headers, plan.personId)
      return goTo(departure.returnTo, [gone])
    case "offer-to-connect":
    case "offer-to-join": {
      const arrivedAt = (await deps.inVisit(visit, readWallTime)).epochMilliseconds
      const offer = sealOffer(keyring, visit.tenant.id, {
        ...name,
        providerName: opened.name,
        email: plan.email,
        name: outside.name ?? "",
        returnTo: departure.returnTo,
        arrivedAt,
      })
      const page = plan.step === "offer-to-join" ? "/sign-in/join" : "/sign-in/connect"
      return goTo(page, [gone, passageCookie(visit, OFFER_COOKIE, offer, PASSAGE_SECONDS)])
    }
  }
}

/** Of this browser, this provider, and not too long ago; else somebody is being sent back in another's place. */
async function readDeparture(c: EdgeContext, deps: FederationDeps): Promise<Departure> {
  const visit = c.get("visit")
  const text = findCookie(c.req.raw.headers, DEPARTURE_COOKIE)
  const departure = text ? openDeparture(deps.federation.keyring, visit.tenant.id, text) : undefined
  if (!departure || departure.providerId !== c.req.param("provider")) {
    return refuseWayBack("no departure of this browser")
  }
  const age = (await deps.inVisit(visit, readWallTime)).epochMilliseconds - departure.leftAt
  return age > PASSAGE_SECONDS * 1_000 ? refuseWayBack("too long ago") : departure
}

function refuseWayBack(because: string): never {
  return federationRefusals.refuse("federation.way_back_over", {}, { because })
}

async function actorOf(c: EdgeContext, deps: FederationDeps): Promise<Actor> {
  const { tenant, isSecure, address } = c.get("visit")
  const { headers } = c.req.raw
  return (await deps.resolver.resolve({ tenant: tenant.id, isSecure, address, headers })).actor
}

function goTo(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location, "cache-control": "no-store", "referrer-policy": "no-referrer" })
  for (const cookie of cookies) headers.append("set-cookie", cookie)
  return new Response(null, { status: 303, headers })
}

/** A person looks at this: back to a page that says it in words. */
async function orTrouble(
  c: EdgeContext,
  deps: FederationDeps,
  run: () => Promise<Response>,
): Promise<Response> {
  try {
    return await run()
  } catch (error) {
    const visit = c.get("visit")
    if (!(error instanceof Refusal)) throw error
    const isOurs = error.code.startsWith(`${federationRefusals.module}.`) || error.code === WAY_TAKEN
    if (!isOurs) return plainRefusal(error, visit)
    visit.log.info({ code: error.code, because: error.detail.because }, "a sign-in elsewhere came to nothing")
    const because = error.code.split(".")[1] ?? ""
    const isIn = "session" in (await actorOf(c, deps))
    return goTo(`/sign-in/elsewhere?${new URLSearchParams({ because, ...(isIn ? { in: "yes" } : {}) })}`)
  }
}

const WAY_TAKEN = identityRefusals.create("identity.way_taken").code
