import { expect, test } from "vitest"
import { demoPeople, SECOND_DEMO_TENANT, secondDemoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { openTwoShops, roleAt, signInAt } from "#app/testing/two-shops.ts"
import { twoShopsClaims } from "#app/testing/two-shops-claims.ts"

const openTwo = () => testCompany({ player: { kind: "memory", seed: 1 } })

test.each(twoShopsClaims)("$name", async ({ run }) => {
  await using company = await openTwo()
  expect(await run(company)).not.toBe("")
})

test("staff of one shop are nobody in the other, and so are their cookies", async () => {
  await using company = await openTwo()
  const { here, there } = await openTwoShops(company)
  expect(await signInAt(there, demoPeople.operator)).toBeUndefined()
  expect(await signInAt(here, secondDemoPeople.operator)).toBeUndefined()
  const [mine, theirs] = [
    (await signInAt(here, demoPeople.operator)) ?? "",
    (await signInAt(there, secondDemoPeople.operator)) ?? "",
  ]
  expect(await roleAt(here, mine)).toBe("operator")
  expect(await roleAt(there, theirs)).toBe("operator")
  expect(await roleAt(there, mine)).toBe("visitor")
  expect(await roleAt(here, theirs)).toBe("visitor")
  // What a caller or a proxy says beside the host name moves nobody into another shop.
  const headers = { "x-forwarded-host": new URL(company.url).host, forwarded: "host=localhost" }
  const shop = (await (await there("/api/v1/shop", { headers })).json()) as { name: string }
  expect(shop.name).toContain("나래")
})

test("only the company that runs the installation sees and changes other tenants", async () => {
  await using company = await openTwo()
  const { there } = await openTwoShops(company)
  const theirs = (await signInAt(there, secondDemoPeople.operator)) ?? ""
  const seen = await there("/api/v1/me", { cookie: theirs })
  const { permissions } = (await seen.json()) as { permissions: string[] }
  expect(permissions).toContain("tenancy.settings.write")
  expect(permissions.filter((one) => one.startsWith("tenancy.tenants."))).toEqual([])
  expect((await there("/api/v1/tenants", { cookie: theirs })).status).toBe(403)
  const suspended = await there(`/api/v1/tenants/${company.tenant}/suspend`, {
    method: "PUT",
    cookie: theirs,
    json: { reason: "because we can", closure: "closed" },
  })
  expect(suspended.status).toBe(403)
  const { items } = await company.operator.api.tenancy.tenants.list({})
  expect(items.map(({ slug, isRoot, state }) => ({ slug, isRoot, state }))).toEqual([
    { slug: "demo", isRoot: true, state: "open" },
    { slug: "narae", isRoot: false, state: "open" },
  ])
  expect(items[1]).toMatchObject({ id: SECOND_DEMO_TENANT, staff: 1, accounts: 1, services: 0 })
})

test("a new tenant's first operator comes by a link in a mail, and nobody ever knew a password", async () => {
  await using company = await openTwo()
  const { tenants } = company.operator.api.tenancy
  const wish = {
    name: "Third Hosting",
    slug: "third",
    url: "https://shop.third.example",
    defaultLanguage: "en",
    currency: "EUR",
    timeZone: "Europe/Berlin",
    country: "DE",
    taxPercent: "19",
    operatorEmail: "boss@third.example",
  } as const
  const made = await tenants.create(wish)
  expect(made).toMatchObject({ isRoot: false, staff: 0, hosts: ["shop.third.example"] })
  await company.settle({ within: { seconds: 0 } })
  const [mail] = await readMails(company, "boss@third.example")
  expect(mail?.subject).toBe("Third Hosting is ready for you")
  expect(mail?.text).toContain("https://shop.third.example/invitation?token=")
  expect(mail?.text).not.toMatch(/hostwell|demo hosting/i)
  const refused = (change: object) =>
    tenants.create({ ...wish, ...change }).then(
      () => "done",
      (error: { code: string }) => error.code,
    )
  expect(await refused({ url: "https://another.example" })).toBe("tenancy.short_name_taken")
  expect(await refused({ slug: "fourth" })).toBe("tenancy.host_taken")
  const { ground, tenant } = company
  const acts = (of: string) =>
    ground.inTenant(of, async (ctx) => {
      const found = await ctx.db.execute<{ actor_id: string }>(
        `select actor_id from audit.entries where act = 'tenancy.opened'`,
      )
      return found.rows.map((row) => row.actor_id)
    })
  // Both sides can tell who opened it, and each in its own words.
  expect(await acts(tenant)).toEqual([company.operator.personId])
  expect(await acts(made.id)).toEqual([`system:root:${company.operator.personId}`])
})

test("a suspended shop is closed to its visitors, says why to its staff, and opens again", async () => {
  await using company = await openTwo()
  const { there } = await openTwoShops(company)
  const [staff, customer] = [
    (await signInAt(there, secondDemoPeople.operator)) ?? "",
    (await signInAt(there, secondDemoPeople.customer)) ?? "",
  ]
  const { tenants } = company.operator.api.tenancy
  const id = SECOND_DEMO_TENANT
  const status = async (path: string, cookie?: string) => (await there(path, cookie ? { cookie } : {})).status
  expect(await status("/api/v1/catalog/products")).toBe(200)
  await tenants.suspend({ id, reason: "Invoice WH-7 is unpaid", closure: "read_only" })
  await expect.poll(() => status("/api/v1/catalog/products")).toBe(503)
  expect(await status("/api/v1/orders", customer)).toBe(200)
  const cart = { method: "POST", json: { currency: "KRW" }, cookie: customer }
  expect((await there("/api/v1/carts", cart)).status).toBe(503)
  const standing = await there("/api/v1/shop/standing", { cookie: staff })
  expect(await standing.json()).toMatchObject({ suspension: { reason: "Invoice WH-7 is unpaid" } })
  expect(await signInAt(there, secondDemoPeople.operator)).toBeDefined()
  const own = company.operator.api.tenancy.tenants.suspend({
    id: company.tenant,
    reason: "ourselves",
    closure: "closed",
  })
  await expect(own).rejects.toMatchObject({ code: "tenancy.own_tenant" })
  await tenants.resume({ id })
  await expect.poll(() => status("/api/v1/catalog/products")).toBe(200)
  await tenants.suspend({ id, reason: "Again", closure: "closed" })
  await expect.poll(() => status("/api/v1/orders", customer)).toBe(503)
  const { suspensions } = await tenants.get({ id })
  expect(suspensions.map(({ endedAt }) => endedAt === null)).toEqual([true, false])
})

test("each shop looks and writes as itself, and a brand nobody can read is refused", async () => {
  await using company = await openTwo()
  const { here, there } = await openTwoShops(company)
  const staff = (await signInAt(there, secondDemoPeople.operator)) ?? ""
  const put = (path: string, json: object, cookie = staff) => there(path, { method: "PUT", cookie, json })
  const theme = {
    light: { accent: "#0b6b3a", surface: "#ffffff", ink: "#101410" },
    dark: { accent: "#7fd6a4", surface: "#101410", ink: "#e8f0ea" },
  }
  const sender = { senderName: "나래클라우드", senderAddress: "mail@narae.example" }
  const pale = { ...theme, light: { ...theme.light, accent: "#ffd400" } }
  const refused = await put("/api/v1/brand", { theme: pale, ...sender })
  expect(refused.status).toBe(422)
  expect(JSON.stringify(await refused.json())).toContain("1.43")
  expect((await put("/api/v1/brand", { theme, ...sender })).status).toBe(200)
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>").toString("base64")
  expect((await put("/api/v1/brand/pictures", { kind: "logo", content: svg })).status).toBe(422)
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
  expect((await put("/api/v1/brand/pictures", { kind: "logo", content: png })).status).toBe(200)
  const css = (await (await there("/api/v1/brand/css")).json()) as { css: string }
  expect(css.css).toMatch(/--accent:(light-dark\()?#0b6b3a/)
  expect(await (await here("/api/v1/brand/css")).json()).toEqual({ css: "" })
  expect((await here("/api/v1/brand/pictures?kind=logo")).status).toBe(404)
  const customer = (await signInAt(there, secondDemoPeople.customer)) ?? ""
  expect((await put("/api/v1/brand", { theme: null, ...sender }, customer)).status).toBe(403)

  await there("/api/v1/password-resets", {
    json: { email: secondDemoPeople.customer.email, language: "ko" },
  })
  await company.settle({ within: { seconds: 0 } })
  const raw = await rawMails(company, secondDemoPeople.customer.email)
  expect(raw).toHaveLength(1)
  for (const mail of raw) {
    expect(mail).toMatch(/^From: .*<mail@narae\.example>/m)
    expect(mail).not.toMatch(/hostwell/i)
  }
})

/** Headers and all, as it left the house. */
async function rawMails(company: Company, address: string): Promise<string[]> {
  const answer = await company.request("/sandbox/mailbox/control/mails")
  const { items } = (await answer.json()) as { items: { id: string; recipients: string[] }[] }
  const mine = items.filter((mail) => mail.recipients.includes(address))
  return Promise.all(
    mine.map(async ({ id }) => (await company.request(`/sandbox/mailbox/${id}/source`)).text()),
  )
}

test("the company that runs the installation puts another shop's looks right, and both can tell", async () => {
  await using company = await openTwo()
  const { there } = await openTwoShops(company)
  const { tenants } = company.operator.api.tenancy
  const id = SECOND_DEMO_TENANT
  const theme = {
    light: { accent: "#0b6b3a", surface: "#ffffff", ink: "#101410" },
    dark: { accent: "#7fd6a4", surface: "#101410", ink: "#e8f0ea" },
  }
  const wish = { id, theme, senderName: null, senderAddress: null }
  const pale = { ...theme, light: { ...theme.light, accent: "#ffd400" } }
  await expect(tenants.saveBrand({ ...wish, theme: pale })).rejects.toMatchObject({
    code: "tenancy.colours_unreadable",
  })
  await tenants.saveBrand(wish)
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
  await tenants.saveBrandPicture({ id, kind: "logo", content: png })
  const { pictures, theme: kept } = await tenants.brand({ id })
  expect(pictures).toEqual({ logo: `data:image/png;base64,${png}`, favicon: null })
  expect(kept).toEqual(theme)
  const css = (await (await there("/api/v1/brand/css")).json()) as { css: string }
  expect(css.css).toContain("--accent:light-dark(#0b6b3a")
  const entries = async (tenant: string) => {
    const found = await company.ground.inTenant(tenant, (ctx) =>
      ctx.db.execute<{ act: string; actor_id: string }>(
        "select act, actor_id from audit.entries where act like 'tenancy.%' and act <> 'tenancy.settings-saved' order by at",
      ),
    )
    return found.rows
      .filter(({ act }) => /brand|picture/.test(act))
      .map((row) => `${row.act} ${row.actor_id}`)
  }
  const { personId } = company.operator
  await company.settle({ within: { seconds: 0 } })
  expect(await entries(company.tenant)).toEqual([
    `tenancy.branded ${personId}`,
    `tenancy.branded ${personId}`,
  ])
  expect(new Set(await entries(id))).toEqual(
    new Set([
      `tenancy.brand-changed system:root:${personId}`,
      `tenancy.picture-changed system:root:${personId}`,
      `tenancy.branded system:root:${personId}`,
    ]),
  )
})
