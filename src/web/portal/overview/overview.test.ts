import { resolve } from "node:path"
import { expect, it } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"
import { suspendService } from "#provisioning"
import { nextCharge } from "./next-charge.ts"

const buildDirectory = resolve(import.meta.dirname, "../../../../build")

function charge(subscriptionId: string, dueOn: string) {
  const amount = { minor: "11000", currency: "KRW" as const }
  const words = { en: "Server", ko: "서버" }
  return {
    subscriptionId,
    dueOn,
    amount,
    words,
    collection: "manual" as const,
    periodStart: dueOn,
    periodEnd: dueOn,
  }
}

it("all charges of the first day are the next one, without what is asked for already", () => {
  const ahead = [
    charge("a", "2026-12-01"),
    charge("b", "2026-12-05"),
    charge("c", "2026-12-05"),
    charge("a", "2027-01-01"),
  ]
  const of = (asked: string[]) =>
    nextCharge(ahead, new Set(asked))?.charges.map(({ subscriptionId }) => subscriptionId)
  expect(of([])).toEqual(["a"])
  expect(of(["a"])).toEqual(["b", "c"])
  expect(of(["a", "b", "c"])).toEqual(["a"])
  expect(nextCharge(ahead.slice(0, 1), new Set(["a"]))).toBeNull()
})

it("the portal's first page says which charge comes next, when and for what, and hears of each service that moves", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  const buyer = await company.customer()
  const standing = await buyer.api.provisioning.services.standing({})
  const heard = async () => {
    const next = await standing.next()
    return next.done ? "over" : next.value.items.map(({ state }) => state)
  }
  expect(await heard()).toEqual([])
  const order = await company.placeOrder({ by: buyer })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  expect(await heard()).toEqual(["active"])
  const [service] = (await buyer.api.provisioning.services.list({})).items
  await company.ground.inTenant(company.tenant, (ctx) => suspendService(ctx, service?.id ?? "", "abuse"))
  await company.settle()
  expect(await heard()).toEqual(["suspended"])
  await standing.return?.()
  const signedIn = await company.request("/api/auth/sign-in/email", {
    json: { email: buyer.email, password: buyer.password },
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
  const [next] = (await buyer.api.billing.subscriptions.upcoming({})).items
  const page = await (await company.request("/ko/portal", { headers: { cookie } })).text()
  const card = page.slice(page.indexOf("다음 결제 예정"), page.indexOf("자주 찾는 메뉴"))
  expect(card).toContain("11,000원")
  expect(card).toContain(`dateTime="${next?.dueOn}"`)
  expect(card.replaceAll(/<wbr\/?>/g, "")).toContain(next?.words.ko ?? "no words")
})
