import { createHmac } from "node:crypto"
import { ensureTenant, saveSettings } from "#tenancy"
import { demoSettings } from "../demo/demo-tenant.ts"
import type { Company } from "./company.ts"
import { type Abuse, insist, refresh, refusedAs, userinfo } from "./oauth-abuse.ts"
import { follow, openProgram, signedIn, signInTo } from "./oauth-program.ts"
import { fetchFrom } from "./test-edge.ts"

/** Abuses of tokens. */
export const tokenAbuses: readonly Abuse[] = [
  {
    name: "a refresh token is used again: the family ends",
    run: async (company) => {
      await using program = await openProgram(company)
      const { tokens } = await signInTo(company, program, await signedIn(company))
      const first = await refresh(company, program, tokens.refresh_token ?? "")
      insist(first.status === 200, "The first refresh was refused.")
      refusedAs(await refresh(company, program, tokens.refresh_token ?? ""), "invalid_grant")
      refusedAs(await refresh(company, program, String(first.body["refresh_token"])), "invalid_grant")
      insist((await userinfo(company, String(first.body["access_token"]))) === 401, "A token still opens.")
      return "invalid_grant for it and for the one that came after; the access token is worth nothing"
    },
  },
  {
    name: "a refresh token of one program is brought by another",
    run: async (company) => {
      await using program = await openProgram(company)
      await using thief = await openProgram(company, { name: "Thief" })
      const { tokens } = await signInTo(company, program, await signedIn(company))
      return refusedAs(await refresh(company, thief, tokens.refresh_token ?? ""), "invalid_grant")
    },
  },
  {
    name: "a token without a signature (alg none)",
    run: async (company) => {
      await using program = await openProgram(company)
      const { tokens } = await signInTo(company, program, await signedIn(company))
      const [, claims] = tokens.access_token.split(".")
      const head = (alg: string) => toPart({ alg, typ: "at+jwt", kid: kidOf(tokens.access_token) })
      for (const forged of [`${head("none")}.${claims}.`, `${head("None")}.${claims}.`]) {
        insist((await userinfo(company, forged)) === 401, "An unsigned token opens.")
      }
      return "401"
    },
  },
  {
    name: "a token signed with the public key as a password (HS256 confusion)",
    run: async (company) => {
      await using program = await openProgram(company)
      const { tokens } = await signInTo(company, program, await signedIn(company))
      const [, claims] = tokens.access_token.split(".")
      const jwks = await (await company.request("/oauth/jwks")).json()
      const head = toPart({ alg: "HS256", typ: "at+jwt", kid: kidOf(tokens.access_token) })
      for (const password of [JSON.stringify(jwks.keys[0]), jwks.keys[0].n as string]) {
        const signed = createHmac("sha256", password).update(`${head}.${claims}`).digest("base64url")
        insist((await userinfo(company, `${head}.${claims}.${signed}`)) === 401, "A forged token opens.")
      }
      return "401"
    },
  },
  {
    name: "an id token is shown as an access token, and the other way round",
    run: async (company) => {
      await using program = await openProgram(company)
      const browser = await signedIn(company)
      const { tokens } = await signInTo(company, program, browser)
      insist((await userinfo(company, tokens.id_token ?? "")) === 401, "An id token opens.")
      const hint = new URLSearchParams({ id_token_hint: tokens.access_token })
      const to = await follow(company, browser, `/oauth/logout?${hint}`)
      insist(to.startsWith("/sign-out/ask"), "An access token signs out without asking.")
      return "401; and the sign-out asks first"
    },
  },
  {
    name: "a token of one shop is shown in another, and a program of one asks in another",
    run: async (company) => {
      await using program = await openProgram(company)
      const done = await signInTo(company, program, await signedIn(company))
      const { ask } = await openOtherShop(company)
      const authorization = `Bearer ${done.tokens.access_token}`
      const shown = await ask("/oauth/userinfo", { headers: { authorization } })
      insist(shown.status === 401, `The other shop answered ${shown.status}.`)
      const form = new URLSearchParams({
        grant_type: "refresh_token",
        client_id: program.clientId,
        client_secret: program.secret,
        refresh_token: done.tokens.refresh_token ?? "",
      })
      const headers = { "content-type": "application/x-www-form-urlencoded" }
      const asked = await ask("/oauth/token", { method: "POST", body: form.toString(), headers })
      insist((await asked.json()).error === "invalid_client", "The other shop knows the program.")
      const [mine, theirs] = [await keysOf(company.request("/oauth/jwks")), await keysOf(ask("/oauth/jwks"))]
      insist(mine.isDisjointFrom(theirs), "The shops share a key.")
      const issuer = (await (await ask("/.well-known/openid-configuration")).json()).issuer
      insist(issuer !== company.url, "The shops share an issuer.")
      return "401 and invalid_client; no key and no issuer in common"
    },
  },
  {
    name: "what was allowed is taken back: everything the program holds ends",
    run: async (company) => {
      await using program = await openProgram(company)
      const shopper = await company.customer()
      const browser = await signedIn(company, shopper)
      const { tokens } = await signInTo(company, program, browser)
      const { items } = (await browser.get("/api/v1/oauth/grants")).body as unknown as {
        items: { id: string }[]
      }
      const gone = await browser.send("DELETE", `/api/v1/oauth/grants/${items[0]?.id}`)
      insist(gone.status === 200, `Taking it back answered ${gone.status}.`)
      insist((await userinfo(company, tokens.access_token)) === 401, "Its token still opens.")
      return refusedAs(await refresh(company, program, tokens.refresh_token ?? ""), "invalid_grant")
    },
  },
]

/** A shop of its own on the same server, under its own name. */
async function openOtherShop(company: Company) {
  const { ground, url } = company
  const id = "ten_other_sign_in"
  await ground.database.transactAcrossTenants((db) =>
    ensureTenant(db, ground.clock, { id, slug: "other-sign-in", hosts: ["other.test"] }),
  )
  await ground.inTenant(id, (ctx) => saveSettings(ctx, { ...demoSettings, publicUrl: "http://other.test" }))
  const port = Number(new URL(url).port)
  return {
    ask: (path: string, init: Parameters<typeof fetchFrom>[2] = {}) =>
      fetchFrom(port, path, { host: "other.test", ...init }),
  }
}

async function keysOf(asked: Promise<Response>): Promise<Set<string>> {
  const { keys } = (await (await asked).json()) as { keys: { kid: string }[] }
  return new Set(keys.map(({ kid }) => kid))
}

function kidOf(token: string): string {
  return JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid
}

function toPart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url")
}
