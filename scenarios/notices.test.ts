import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code,
  )

const paragraph = (text: string) => [{ kind: "paragraph" as const, spans: [{ text }] }]
const everybody = { accountKinds: [], countries: [], tagIds: [], needsService: false }
const notice = {
  kind: "maintenance" as const,
  importance: "normal" as const,
  title: { en: "Work on Friday", ko: "금요일 작업 안내" },
  body: { en: paragraph("Between ten and eleven."), ko: paragraph("10시부터 11시까지입니다.") },
  audience: everybody,
  expiresAt: null,
}

const open = () => testCompany({ player: { kind: "memory", seed: 1 } })

test("a notice comes out by the clock, is read in the reader's language, and goes when it is over", async () => {
  await using company = await open()
  const { notices } = company.operator.api
  const reader = await company.customer({ language: "ko" })
  const titles = async () => (await reader.api.notices.own.list({})).items.map(({ title }) => title)
  const now = company.ground.clock.now()
  const expiresAt = now.add({ hours: 72 }).toString()
  const { id } = await notices.create({ ...notice, importance: "urgent", expiresAt })
  expect(await titles()).toEqual([])
  expect(await codeOf(reader.api.notices.own.get({ id }))).toBe("notices.notice_missing")
  expect(await codeOf(notices.publish({ id, publishAt: now.add({ hours: 96 }).toString() }))).toBe(
    "notices.ends_before",
  )
  const planned = await notices.publish({ id, publishAt: now.add({ hours: 24 }).toString() })
  expect(planned.state).toBe("planned")
  expect(await titles()).toEqual([])
  await company.travel({ hours: 25 })
  expect(await reader.api.notices.own.summary()).toMatchObject({ unread: 1, urgent: [{ id }] })
  const [shown] = (await reader.api.notices.own.list({})).items
  expect(shown).toMatchObject({ isRead: false, preview: expect.any(String) })
  await reader.api.notices.own.read({ id })
  await reader.api.notices.own.read({ id })
  expect(await reader.api.notices.own.summary()).toEqual({ unread: 0, urgent: [] })
  expect((await reader.api.notices.own.list({})).items).toMatchObject([{ id, isRead: true }])
  expect(await notices.get({ id })).toMatchObject({ state: "live", readers: 1 })
  await company.travel({ hours: 72 })
  expect(await titles()).toEqual([])
  expect((await notices.get({ id })).state).toBe("over")
})

test("whom it is for is asked of the reader's account at the moment of reading", async () => {
  await using company = await open()
  const { notices, customers } = company.operator.api
  const order = await company.placeOrder()
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [owner, other] = [order.by, await company.customer({ country: "DE" })]
  const tag = await customers.tags.create({ name: "VIP", color: "yellow" })
  const publish = async (title: string, audience: Partial<typeof everybody> | object) => {
    const { id } = await notices.create({
      ...notice,
      title: { en: title, ko: "" },
      body: { en: notice.body.en, ko: [] },
      audience: { ...everybody, ...audience },
    })
    await notices.publish({ id })
    return id
  }
  await publish("all", {})
  const running = await publish("running", { needsService: true })
  await publish("Germany", { countries: ["DE"] })
  await publish("companies", { accountKinds: ["business"] })
  const tagged = await publish("VIP", { tagIds: [tag.id] })
  const namesFor = async ({ api }: typeof owner) =>
    (await api.notices.own.list({})).items.map(({ title }) => title).toSorted()
  expect(await namesFor(owner)).toEqual(["all", "running"])
  expect(await namesFor(other)).toEqual(["Germany", "all"])
  expect(await codeOf(other.api.notices.own.get({ id: running }))).toBe("notices.notice_missing")
  expect(await codeOf(other.api.notices.own.read({ id: tagged }))).toBe("notices.notice_missing")
  await customers.tags.set({ id: other.accountId ?? "", tagIds: [tag.id] })
  expect(await namesFor(other)).toEqual(["Germany", "VIP", "all"])
  await notices.withdraw({ id: tagged })
  expect(await namesFor(other)).toEqual(["Germany", "all"])
  expect(await codeOf(notices.publish({ id: tagged }))).toBe("notices.withdrawn")
})

test("a notice needs words in one language, and a link that could run is refused", async () => {
  await using company = await open()
  const { notices } = company.operator.api
  expect(
    await codeOf(
      notices.create({ ...notice, title: { en: "", ko: "제목" }, body: { en: notice.body.en, ko: [] } }),
    ),
  ).toBe("notices.words_missing")
  const evil = [{ kind: "paragraph" as const, spans: [{ text: "press", href: "javascript:alert(1)" }] }]
  expect(await codeOf(notices.create({ ...notice, body: { en: evil, ko: [] } }))).toBe("request.invalid")
})
