import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

const terms = { country: "KR", language: "en", acceptTerms: true } as const
const staffOf = (company: Company) => company.operator.api.catalog.range

const resources = { cpuCores: 1, memoryMb: 2_048, storageGb: 40, trafficGb: 2_000, ipv4: 1 }
const planText = (amount: string) => ({
  name: { en: "Start", ko: "스타트" },
  resources,
  packageId: 7,
  prices: { KRW: { monthly: { amount } } },
})

async function shownPlan(company: Company, slug = "vps-start") {
  const { items } = await company.visitor.catalog.products.list({ currency: "KRW" })
  const product = items.find(({ plans }) => plans.some((plan) => plan.slug === slug))
  return { product, plan: product?.plans.find((plan) => plan.slug === slug) }
}

async function orderOne(company: Company, slug = "vps-start", quantity = 1) {
  const { product, plan } = await shownPlan(company, slug)
  const { api } = await company.customer()
  const { token } = await api.orders.carts.create({ currency: "KRW" })
  await api.orders.carts.addItem({
    token,
    planId: plan?.id ?? "",
    cycle: "monthly",
    locationId: product?.locations[0]?.id ?? "",
    imageId: product?.images[0]?.id ?? "",
    hostname: "web.example.com",
    quantity,
  })
  return { api, token, checkout: () => api.orders.checkout({ cartToken: token, ...terms }) }
}

test("from nothing to a plan that is sold: product, draft, version, shown", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { products, plans } = staffOf(company)
  const product = await products.create({
    slug: "game",
    name: { en: "Game servers", ko: "게임 서버" },
    description: { en: "For games.", ko: "게임용입니다." },
    needsApproval: false,
    locations: [{ id: "seoul", name: { en: "Seoul", ko: "서울" }, groupId: 3 }],
    images: [{ id: "debian-13", name: "Debian 13", templateId: 41 }],
  })
  const slugTaken = products.addPlan({ id: product.id, slug: "vps-start", ...planText("5000") })
  await expect(slugTaken).rejects.toMatchObject({
    code: "catalog.slug_taken",
    errors: [{ pointer: "/slug" }],
  })
  const { id } = await products.addPlan({ id: product.id, slug: "game-small", ...planText("5000") })
  const place = { id, state: "active", position: 0, stockLimit: null } as const
  await expect(plans.save(place)).rejects.toMatchObject({ code: "catalog.not_yet_published" })
  await plans.publish({ id })
  await plans.save(place)
  expect((await shownPlan(company, "game-small")).plan).toBeUndefined()
  const { name, description, needsApproval, position, locations, images } = product
  const shown = { id: product.id, name, description, needsApproval, position, locations, images }
  await products.save({ ...shown, state: "active" })
  expect((await shownPlan(company, "game-small")).plan?.prices[0]?.amount.minor).toBe("5000")

  await expect(
    products.save({ ...shown, state: "active", images: [{ ...images[0], id: "other" } as never] }),
  ).rejects.toMatchObject({
    code: "catalog.offer_gone",
  })
  await plans.save({ ...place, state: "archived" })
  expect((await shownPlan(company, "game-small")).plan).toBeUndefined()
})

test("a zero too many is asked about; the history says who changed what, from what to what", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { plans } = staffOf(company)
  const { plan } = await shownPlan(company)
  const id = plan?.id ?? ""
  const draft = await plans.saveDraft({ id, ...planText("110000") })
  const monthly = draft.draft?.changes?.prices.find(
    ({ cycle, currency }) => cycle === "monthly" && currency === "KRW",
  )
  expect(monthly).toMatchObject({ before: "11000", after: "110000", percent: 900 })
  await expect(plans.publish({ id })).rejects.toMatchObject({
    code: "catalog.price_jumps",
    errors: [{ pointer: "/acceptedPercent" }],
  })
  await expect(plans.publish({ id, acceptedPercent: 500 })).rejects.toMatchObject({
    code: "catalog.price_jumps",
  })
  expect((await shownPlan(company)).plan?.versionId).toBe(plan?.versionId)

  await plans.saveDraft({ id, ...planText("12000") })
  const after = await plans.publish({ id, note: "dearer power" })
  expect(after.draft).toBeNull()
  expect(after.versions.map(({ number, isCurrent, note }) => [number, isCurrent, note])).toEqual([
    [2, true, "dearer power"],
    [1, false, ""],
  ])
  expect(after.versions[0]?.publishedBy).toBe("Demo Operator")
  expect(after.versions[0]?.changes?.prices.find(({ cycle }) => cycle === "monthly")).toMatchObject({
    before: "11000",
    after: "12000",
    percent: 10,
  })
  await plans.saveDraft({ id, ...planText("12000") })
  await expect(plans.publish({ id })).rejects.toMatchObject({ code: "catalog.nothing_changed" })
  expect((await plans.dropDraft({ id })).draft).toBeNull()
  const { items } = await company.operator.api.audit.entries.list({ subjectId: id })
  expect(items.map(({ act }) => act)).toContain("catalog.version-published")
})

test("no more are sold than there are, however many come at once; what comes to nothing is sold again", async () => {
  await using company = await testCompany()
  const { plans } = staffOf(company)
  const { plan } = await shownPlan(company)
  const id = plan?.id ?? ""
  const buyers = await Promise.all(Array.from({ length: 6 }, () => orderOne(company)))
  await plans.save({ id, state: "active", position: 0, stockLimit: 2 })
  const answers = await Promise.allSettled(buyers.map(({ checkout }) => checkout()))
  const codes = answers.map((one) => (one.status === "fulfilled" ? "ordered" : one.reason.code))
  expect(codes.toSorted()).toEqual([
    ...Array.from({ length: 4 }, () => "catalog.plan_sold_out"),
    "ordered",
    "ordered",
  ])
  expect((await shownPlan(company)).plan).toMatchObject({ soldOut: true, left: 0 })
  expect((await plans.get({ id })).stock).toEqual({ limit: 2, taken: 2 })

  const loser = buyers[codes.indexOf("catalog.plan_sold_out")]
  const cart = await loser?.api.orders.carts.get({ token: loser.token })
  expect(cart?.items).toEqual([])
  expect(cart?.gone[0]).toMatchObject({
    hostname: "web.example.com",
    why: expect.stringContaining("sold out"),
  })

  const winner = buyers[codes.indexOf("ordered")]
  const [order] = (await winner?.api.orders.list({}))?.items ?? []
  await winner?.api.orders.withdraw({ id: order?.id ?? "" })
  expect((await shownPlan(company)).plan).toMatchObject({ soldOut: false, left: 1 })
  await loser?.checkout()
  await expect(orderOne(company)).rejects.toMatchObject({ code: "catalog.plan_sold_out" })

  await plans.save({ id, state: "active", position: 0, stockLimit: 4 })
  await expect(orderOne(company, "vps-start", 3)).rejects.toMatchObject({
    code: "catalog.too_few_left",
    errors: [{ pointer: "/quantity" }],
  })
  await company.checkInvariants()
})
