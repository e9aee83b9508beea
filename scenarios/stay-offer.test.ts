import { resolve } from "node:path"
import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { publishPlanVersion, savePlanDraft } from "#catalog"

const buildDirectory = resolve(import.meta.dirname, "../build")

/** Bought on 2 March 2026; its last usable day is 1 April. */
async function buy(company: Company, by: Shopper, plan = "vps-start") {
  const order = await company.placeOrder({ by, plan })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const bought = (await by.api.billing.subscriptions.list({})).items
  const one = bought.find(({ orderId }) => orderId === order.orderId)
  if (!one) throw new Error("Nothing was subscribed to.")
  return { id: one.id, serviceId: one.subject, planId: one.planId }
}

/** Who keeps its disk can go down to it: the smallest plan's next version has the larger one's. */
async function widenSmallest(company: Company, planId: string) {
  const resources = { cpuCores: 1, memoryMb: 2_048, storageGb: 80, trafficGb: 2_000, ipv4: 1 }
  const prices = [{ cycle: "monthly", currency: "KRW", amountMinor: 11_000n, setupMinor: 0n }] as const
  const name = { en: "Start", ko: "스타트" }
  const text = { name, resources, packageId: 7, options: [], trial: null, prices }
  await company.ground.inTenant(company.tenant, async (ctx) => {
    await savePlanDraft(ctx, { planId, ...text })
    return publishPlanVersion(ctx, { planId, note: "a larger disk" })
  })
}

async function figuresOf(company: Company) {
  return (await company.operator.api.orders.stayOffers.figures()).items
}

test("nothing is offered unless the shop says so; a pause in place of cancelling is planned at once, and both answers are counted", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const by = await company.customer()
  const [kept, left] = [await buy(company, by), await buy(company, by)]
  const { stayOffers } = by.api.orders
  expect(await stayOffers.get({ id: kept.id })).toEqual({ offer: null })
  await expect(stayOffers.take({ id: kept.id })).rejects.toThrow("orders.stay_offer_missing")
  await expect(stayOffers.policy.save({ offer: "pause" })).rejects.toMatchObject({ status: 403 })
  await company.operator.api.orders.stayOffers.policy.save({ offer: "pause" })
  const { offer } = await stayOffers.get({ id: kept.id })
  expect(offer).toEqual({ kind: "pause", first: "2026-04-03", last: "2026-07-01" })
  const stranger = await company.customer()
  await expect(stranger.api.orders.stayOffers.get({ id: kept.id })).rejects.toThrow("subscription_missing")

  await expect(stayOffers.take({ id: kept.id, until: "2027-01-01" })).rejects.toThrow("out_of_range")
  expect(await figuresOf(company)).toEqual([])
  await stayOffers.take({ id: kept.id, until: "2026-04-20" })
  const { subscriptions } = by.api.billing
  expect(await subscriptions.get({ id: kept.id })).toMatchObject({ pauseUntil: "2026-04-20" })
  // Once: what is paused is not offered a pause.
  expect(await stayOffers.get({ id: kept.id })).toEqual({ offer: null })

  await subscriptions.cancel({ id: left.id, at: "end", reason: "too_expensive", offered: "pause" })
  await company.settle()
  expect(await stayOffers.get({ id: left.id })).toEqual({ offer: null })
  expect(await figuresOf(company)).toEqual([{ kind: "pause", cancelled: 1, kept: 1 }])
  const history = await company.operator.api.audit.entries.list({ subjectId: left.id, limit: 20 })
  const entry = history.items.find(({ act }) => act === "billing.subscription-cancelled")
  expect(entry?.after).toMatchObject({ at: "end", offered: "pause" })
  // Whoever leaves later all the same was not kept.
  await subscriptions.cancel({ id: kept.id, at: "end" })
  await company.settle()
  expect(await figuresOf(company)).toEqual([{ kind: "pause", cancelled: 2, kept: 0 }])
  await company.checkInvariants()
})

test("a cheaper plan is offered where there is one that fits, and counts as taken when it is asked for", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const by = await company.customer()
  const [small, middle] = [await buy(company, by), await buy(company, by, "vps-grow")]
  await company.operator.api.orders.stayOffers.policy.save({ offer: "cheaper_plan" })
  const { stayOffers, planChanges } = by.api.orders
  // The smaller disk can't take what is on the larger one; and below the smallest there is nothing.
  for (const { id } of [small, middle]) expect(await stayOffers.get({ id })).toEqual({ offer: null })
  await widenSmallest(company, small.planId)
  expect(await stayOffers.get({ id: middle.id })).toMatchObject({
    offer: {
      kind: "cheaper_plan",
      planId: small.planId,
      price: { minor: "11000", currency: "KRW" },
      current: { minor: "22000", currency: "KRW" },
    },
  })
  const taken = await stayOffers.take({ id: middle.id })
  expect(taken).toEqual({ kind: "cheaper_plan", serviceId: middle.serviceId })
  expect(await figuresOf(company)).toEqual([{ kind: "cheaper_plan", cancelled: 0, kept: 0 }])
  const { options } = await planChanges.preview({ id: middle.serviceId })
  const option = options.find(({ planId }) => planId === small.planId)
  if (!option) throw new Error("The smaller plan can't be changed to.")
  const expected = { outcome: option.outcome, amount: option.amount }
  await planChanges.request({ id: middle.serviceId, planId: small.planId, when: "now", expected })
  await company.settle()
  expect(await figuresOf(company)).toEqual([{ kind: "cheaper_plan", cancelled: 0, kept: 1 }])
  await company.checkInvariants()
})

test("the form to cancel shows the offer below its button, in both languages, and neither press is in the other's way", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  const by = await company.customer()
  const [one, other] = [await buy(company, by), await buy(company, by)]
  const [own, staff] = [await signIn(company, by), await signIn(company, demoPeople.operator)]
  const path = `/portal/subscriptions/${one.id}`
  expect(await see(company, path, own)).not.toContain("Or instead of cancelling")
  const settings = "/admin/settings/stay-offer"
  const save = { intent: "save", key: keyOf(await see(company, settings, staff)), offer: "pause" }
  expect(await send(company, settings, staff, save)).toBe(`${settings}?saved=yes`)

  const shown = await see(company, path, own)
  expect(shown.indexOf("Or instead of cancelling")).toBeGreaterThan(shown.indexOf("Cancel subscription"))
  expect(await see(company, `/ko${path}`, own)).toContain("해지 대신 선택하실 수 있습니다")
  const stay = { intent: "stay", key: "to-stay", until: "2026-04-20" }
  expect(await send(company, path, own, stay)).toBe(path)
  expect(await see(company, path, own)).toContain("Cancel the pause")
  const leave = { intent: "cancel", key: "to-leave", at: "end", offered: "pause" }
  expect(await send(company, `/portal/subscriptions/${other.id}`, own, leave)).toBe(
    `/portal/subscriptions/${other.id}`,
  )
  await company.settle()
  for (const [language, word] of [
    ["", "Kept by the offer"],
    ["/ko", "제안으로 유지"],
  ]) {
    expect(await see(company, `${language}${settings}`, staff)).toContain(word)
  }
  expect(await figuresOf(company)).toEqual([{ kind: "pause", cancelled: 1, kept: 1 }])
})

async function see(company: Company, path: string, cookie: string): Promise<string> {
  const answer = await company.request(path, { headers: { cookie } })
  const text = await answer.text()
  expect([path, answer.status]).toEqual([path, 200])
  return text
}

function keyOf(html: string): string {
  return /name="key" value="([^"]+)"/.exec(html)?.[1] ?? ""
}

async function send(company: Company, path: string, cookie: string, form: Record<string, string>) {
  const answer = await company.request(path, {
    method: "POST",
    headers: { cookie, origin: company.url },
    body: new URLSearchParams(form),
  })
  return answer.headers.get("location") ?? `${answer.status} ${(await answer.text()).slice(0, 2_000)}`
}

async function signIn(company: Company, { email, password }: { email: string; password: string }) {
  const answer = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}
