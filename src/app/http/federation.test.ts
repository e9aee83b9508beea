import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { demoPeople } from "../demo/demo-tenant.ts"
import type { Company } from "../testing/company.ts"
import {
  comeBack,
  type HouseKind,
  openWanderer,
  providerOf,
  visitHouse,
  type Wanderer,
} from "../testing/house-visit.ts"
import { testCompany } from "../testing/test-company.ts"

const openCompany = () => testCompany({ player: { kind: "memory", seed: 1 } })
const { english } = demoPeople

describe("coming in by a sign-in elsewhere", { timeout: 60_000 }, () => {
  it("makes an account of a confirmed address, and comes in by it ever after", async () => {
    await using company = await openCompany()
    for (const kind of ["google", "github", "kakao", "oidc"] as const) {
      const person = kind === "kakao" || kind === "google" ? "minji" : "alex"
      const browser = openWanderer(company)
      const first = await comeBack(company, browser, { kind, person })
      if (kind === "google" || kind === "github") {
        expect(first, kind).toBe("/sign-in/join")
        await join(browser)
        const again = openWanderer(company)
        expect(await comeBack(company, again, { kind, person, to: "/portal/orders" })).toBe("/portal/orders")
        expect(await again.role()).toBe("customer")
      } else expect(first, kind).toBe("/sign-in/connect")
    }
  })

  it("an unverified mail of a provider takes over no account", async () => {
    await using company = await openCompany()
    for (const kind of ["google", "github", "kakao", "naver", "oidc"] as const) {
      const browser = openWanderer(company)
      const to = await comeBack(company, browser, { kind, person: "impostor" })
      expect(to, kind).toBe("/sign-in/elsewhere?because=address_unverified")
      expect(await browser.role(), kind).toBe("visitor")
    }
    expect(await connectionsOf(company)).toBe(0)
  })

  it("connects a confirmed address only after its owner here has signed in the way they know", async () => {
    await using company = await openCompany()
    const browser = openWanderer(company)
    const kind = "google"
    expect(await comeBack(company, browser, { kind, person: "customer" })).toBe("/sign-in/connect")
    expect(await browser.role()).toBe("visitor")
    const offer = browser.cookies.get("hostwell_offer") ?? ""
    expect((await browser.send("POST", "/api/v1/arrivals/connect", { offer })).status).toBe(401)
    const other = await company.customer()
    const stranger = openWanderer(company)
    await stranger.signIn(other.email, other.password)
    const taken = await stranger.send("POST", "/api/v1/arrivals/connect", { offer })
    expect(taken.body.code).toBe("federation.somebody_else")
    await browser.signIn(english.email, english.password)
    expect((await browser.send("POST", "/api/v1/arrivals/connect", { offer })).status).toBe(200)
    const again = openWanderer(company)
    await comeBack(company, again, { kind, person: "customer" })
    expect(await again.role()).toBe("customer")
  })

  it("is refused in words when it was turned down, broke, or began in another browser", async () => {
    await using company = await openCompany()
    const browser = openWanderer(company)
    const kind = "github"
    expect(await comeBack(company, browser, { kind, person: "refuse" })).toContain("because=turned_away")
    expect(await comeBack(company, browser, { kind, person: "broken" })).toContain("because=no_answer")
    const back = await visitHouse(company, browser, { kind, person: "alex" })
    const victim = openWanderer(company)
    expect((await victim.go(back)).location).toContain("because=way_back_over")
    const bent = back.replace(/state=\w+/, "state=0123")
    expect((await browser.go(bent)).location).toContain("because=way_back_over")
    const twice = await visitHouse(company, browser, { kind, person: "alex" })
    await browser.go(twice)
    expect((await browser.go(twice)).location).toContain("because=way_back_over")
  })

  it("leads nowhere but into the shop", async () => {
    await using company = await openCompany()
    const browser = openWanderer(company)
    await signInAndConnect(company, browser, "kakao")
    const again = openWanderer(company)
    const wish = { kind: "kakao", person: "customer", to: "//evil.example" } as const
    expect(await comeBack(company, again, wish)).toBe("/portal")
  })
})

describe("a connected account", { timeout: 60_000 }, () => {
  it("is added by its owner with a fresh proof, and is nobody else's then", async () => {
    await using company = await openCompany()
    const browser = openWanderer(company)
    await signInAndConnect(company, browser, "naver", "nameless")
    const again = openWanderer(company)
    await comeBack(company, again, { kind: "naver", person: "nameless" })
    expect(await again.role()).toBe("customer")
    const other = await company.customer()
    const thief = openWanderer(company)
    await thief.signIn(other.email, other.password)
    const wish = { kind: "naver", person: "nameless", errand: "connect" } as const
    expect(await comeBack(company, thief, wish)).toContain("because=way_taken")
  })

  it("speaks the account's language afterwards, unless the way began at a Korean address", async () => {
    await using company = await openCompany()
    await signInAndConnect(company, openWanderer(company), "github")
    const again = openWanderer(company)
    await comeBack(company, again, { kind: "github", person: "customer", to: "/portal" })
    expect(again.cookies.get("language")).toBe("en")
    const korean = openWanderer(company)
    const to = "/ko/portal/orders"
    expect(await comeBack(company, korean, { kind: "github", person: "customer", to })).toBe(to)
    expect(korean.cookies.get("language")).toBeUndefined()
  })

  it("asks for the second factor all the same", async () => {
    await using company = await openCompany()
    const browser = openWanderer(company)
    await signInAndConnect(company, browser, "github")
    await company.ground.inTenant(company.tenant, (ctx) =>
      ctx.db.execute(sql`
        insert into identity.second_factors (id, person_id, secret_sealed, confirmed_at, last_step)
        select 'tot_trial', id, 'none', now(), 0 from identity.people where email = ${english.email}`),
    )
    const again = openWanderer(company)
    const to = await comeBack(company, again, { kind: "github", person: "customer" })
    expect(to).toMatch(/^\/sign-in\/second-factor/)
    expect(await again.role()).toBe("visitor")
  })

  it("proves who one is, and is not removed when it is the last way in", async () => {
    await using company = await openCompany()
    const browser = openWanderer(company)
    await comeBack(company, browser, { kind: "google", person: "alex" })
    await join(browser)
    await comeBack(company, browser, { kind: "google", person: "alex" })
    const { items } = (await browser.get("/api/v1/connections")).body as unknown as {
      items: { id: string }[]
    }
    const remove = () => browser.send("DELETE", `/api/v1/connections/${items[0]?.id}`)
    expect((await remove()).body.code, "a house lets in and proves nothing").toBe("identity.proof_needed")
    const to = "/portal/security"
    const asked = { kind: "google", person: "alex", errand: "prove", to } as const
    expect(await comeBack(company, browser, asked)).toBe(to)
    expect((await remove()).body.code).toBe("identity.last_way_in")
    await company.ground.inTenant(company.tenant, async (ctx) => {
      await ctx.db.execute(sql`update identity.sessions set proved_at = now() - interval '1 hour'`)
      await ctx.db.execute(sql`select pg_notify('hostwell_sessions', 'all of them')`)
    })
    await expect.poll(async () => (await remove()).body.code).toBe("identity.proof_needed")
    expect(await comeBack(company, browser, asked)).toBe(to)
    expect((await remove()).body.code).toBe("identity.last_way_in")
  })

  it("proves nothing by a house that doesn't say when it asked, and begins nothing for another site", async () => {
    await using company = await openCompany()
    const browser = openWanderer(company)
    await signInAndConnect(company, browser, "github")
    const asked = { kind: "github", person: "customer", errand: "prove" } as const
    expect(await comeBack(company, browser, asked)).toContain("because=not_shown_anew")
    const path = `/federation/${await providerOf(company, "kakao")}/begin?for=connect`
    const begin = (site: string) => browser.go(path, { "sec-fetch-site": site })
    expect((await begin("cross-site")).location).toBe("/portal/security")
    expect((await begin("same-origin")).location).toMatch(/^http/)
  })

  it("opens nothing when the shop has switched its house off", async () => {
    await using company = await openCompany()
    const browser = openWanderer(company)
    await signInAndConnect(company, browser, "google")
    const id = await providerOf(company, "google")
    const { providers } = company.operator.api.federation
    const set = (await providers.list()).items.find((one) => one.id === id)
    const addresses = { baseUrl: set?.baseUrl ?? undefined, apiUrl: set?.apiUrl ?? undefined }
    const wish = { id, name: "Google", clientId: "demo-shop", isOn: false, ...addresses }
    const elsewhere = providers.save({ ...wish, baseUrl: `${set?.baseUrl}/elsewhere` })
    await expect(elsewhere).rejects.toMatchObject({ code: "federation.secret_needed_again" })
    await providers.save(wish)
    const again = openWanderer(company)
    expect((await again.go(`/federation/${id}/begin`)).location).toContain("because=provider_missing")
  })
})

async function join(browser: Wanderer): Promise<void> {
  const offer = browser.cookies.get("hostwell_offer") ?? ""
  const joined = await browser.send("POST", "/api/v1/arrivals/join", {
    offer,
    name: "Somebody",
    country: "KR",
    language: "en",
    consents: { terms: true, age: true, privacy: true },
  })
  if (joined.status !== 200) throw new Error(`Joining answered ${joined.status} ${joined.body.code}`)
}

async function signInAndConnect(
  company: Company,
  browser: Wanderer,
  kind: HouseKind,
  person = "customer",
): Promise<void> {
  await browser.signIn(english.email, english.password)
  expect(await comeBack(company, browser, { kind, person, errand: "connect" })).toBe("/portal/security")
}

async function connectionsOf(company: Company): Promise<number> {
  const found = await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute(sql`select 1 from identity.sign_in_methods where provider_id <> 'credential'`),
  )
  return found.rowCount ?? 0
}
