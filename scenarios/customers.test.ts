import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code,
  )

const player = { kind: "memory", seed: 1 } as const

test("whoever calls is found by any half of what they say, and one page has all of it", async () => {
  await using company = await testCompany({ player })
  const { customers } = company.operator.api
  const order = await company.placeOrder()
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const accountId = order.by.accountId ?? ""
  await company.operator.api.identity.profiles.save({
    id: accountId,
    kind: "business",
    personName: "김서연",
    company: "한빛상사",
    email: "seoyeon@hanbit.example",
    phone: "010-8765-4321",
    language: "ko",
    country: "KR",
    addressLines: [],
    taxIds: [],
    contacts: [{ name: "회계", email: "books@numbers.example", language: "ko", getsInvoices: true }],
    addresses: [],
  })
  const { serviceIds, number } = await order.by.api.orders.get({ id: order.orderId })
  const service = await order.by.api.provisioning.services.get({ id: serviceIds[0] ?? "" })
  const [invoice] = (await order.by.api.billing.invoices.list({})).items
  const address = service.addresses[0] ?? ""
  const ways = {
    // Half a telephone number, as people say it: from the middle, with its zero, with hyphens.
    "876543": "phone",
    "010-8765": "phone",
    "5-4321": "phone",
    서연: "name",
    빛상: "name",
    "hanbit.example": "email",
    "NUMBERS.exam": "contact",
    [order.by.email]: "email",
    [service.hostname.slice(2, 9)]: "host",
    [service.id]: "service",
    [address]: "address",
    [address.slice(0, -1)]: "address",
    [number]: "order",
    [number.slice(0, 6).toLowerCase()]: "order",
    [invoice?.number ?? "-"]: "invoice",
  }
  for (const [text, kind] of Object.entries(ways)) {
    const { items } = await customers.search({ text })
    const found = items.find((one) => one.accountId === accountId)
    expect([text, found?.kind]).toEqual([text, kind])
  }
  for (const text of ["", " ", "k", "%%", "zzzzzz", "__", "'; select 1 --"]) {
    expect((await customers.search({ text })).items).toEqual([])
  }
  expect((await customers.list({ search: "876543" })).items).toMatchObject([
    { id: accountId, name: "한빛상사", state: "active", serviceCount: 1, hasTrouble: false },
  ])
  expect(await customers.get({ id: accountId })).toMatchObject({
    name: "한빛상사",
    phone: "+821087654321",
    people: [{ email: order.by.email, role: "owner" }],
    contacts: [{ email: "books@numbers.example" }],
    balances: [],
    trouble: [],
    work: [],
  })
})

test("notes and tags: written, pinned, revised, given to many, filtered by, and every change in the audit", async () => {
  await using company = await testCompany({ player })
  const { customers, audit } = company.operator.api
  const [one, other] = [await company.customer(), await company.customer({ country: "DE" })]
  const [id, otherId] = [one.accountId ?? "", other.accountId ?? ""]
  const first = await customers.notes.add({ id, text: "Calls on Mondays." })
  const pinned = await customers.notes.add({ id, text: "Pays late, <b>always</b> does.", isPinned: true })
  expect((await customers.get({ id })).notes.map((note) => note.id)).toEqual([pinned.id, first.id])
  const revised = await customers.notes.revise({ id: first.id, text: "Calls on Tuesdays." })
  expect(revised.editedAt).not.toBeNull()
  await customers.notes.remove({ id: pinned.id })
  expect((await customers.get({ id })).notes).toMatchObject([{ text: "Calls on Tuesdays.", isPinned: false }])
  const acts = (await audit.entries.list({ subjectId: first.id })).items
  // Within one moment of a clock that stands, no entry is the newer one.
  expect(new Map(acts.map((entry) => [entry.act, entry.before]))).toEqual(
    new Map([
      ["customers.note-revised", { text: "Calls on Mondays.", isPinned: false }],
      ["customers.note-added", null],
    ]),
  )

  const vip = await customers.tags.create({ name: "VIP", color: "red" })
  expect(await codeOf(customers.tags.create({ name: " vip", color: "blue" }))).toBe("customers.tag_taken")
  expect(await customers.tags.apply({ id: vip.id, accountIds: [id, otherId], isGiven: true })).toEqual({
    changed: 2,
  })
  expect(await customers.tags.apply({ id: vip.id, accountIds: [id], isGiven: true })).toEqual({ changed: 0 })
  expect(new Set((await customers.list({ tagId: vip.id })).items.map((row) => row.id))).toEqual(
    new Set([id, otherId]),
  )
  expect((await customers.list({ tagId: vip.id, country: "DE" })).items.map((row) => row.id)).toEqual([
    otherId,
  ])
  expect((await customers.list({ tagId: vip.id, state: "active" })).items).toEqual([])
  expect((await customers.list({ tagId: vip.id, state: "prospect" })).items).toHaveLength(2)
  expect((await customers.list({ hasTrouble: true })).items).toEqual([])
  await customers.tags.set({ id, tagIds: [] })
  expect((await customers.tags.list()).items).toMatchObject([{ id: vip.id, customers: 1 }])
  await customers.tags.remove({ id: vip.id })
  expect((await customers.get({ id: otherId })).tagIds).toEqual([])
})

test("the timeline tells everything that was said and done, page by page, and each reader what they may know", async () => {
  await using company = await testCompany({ player })
  const { customers } = company.operator.api
  const order = await company.placeOrder()
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const id = order.by.accountId ?? ""
  await customers.notes.add({ id, text: "Friendly." })
  await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute(sql`
      insert into identity.sign_ins (id, person_id, method, user_agent, address, at)
      values (${ctx.newId("sin")}, ${order.by.personId}, 'password', 'Mozilla/5.0 (Windows) Firefox/130.0',
        '203.0.113.9', ${ctx.clock.now().toString()}::timestamptz)`),
  )
  const whole = (await customers.timeline({ id, limit: 100 })).items
  expect(new Set(whole.map((moment) => `${moment.kind} ${moment.what}`))).toEqual(
    new Set([
      "order placed",
      "payment settled",
      "document payment_requested",
      "document invoice_issued",
      "service ordered",
      "service activated",
      "mail sent",
      "sign_in password",
      "note written",
    ]),
  )
  expect(whole.find((moment) => moment.kind === "sign_in")).toMatchObject({
    title: "203.0.113.9",
    detail: "Firefox · Windows",
    by: "Demo Shopper",
  })
  // Page by page it is the same, each moment once.
  const paged: string[] = []
  let after: string | undefined
  do {
    const page = await customers.timeline({ id, limit: 3, after })
    paged.push(...page.items.map((moment) => moment.id))
    after = page.next ?? undefined
  } while (after)
  expect(paged).toEqual(whole.map((moment) => moment.id))
  const mails = (await customers.timeline({ id, kind: "mail" })).items
  const mail = await company.operator.api.notifications.messages.get({ id: mails[0]?.subjectId ?? "" })
  expect(mail.subject).toBe(mails[0]?.title)
  expect(mail.text.length).toBeGreaterThan(20)

  // What staff did names what it was about, as people do.
  const { quotes } = company.operator.api.paperwork
  const { id: quoteId } = await quotes.create({
    accountId: id,
    currency: "KRW",
    lines: [{ words: "Moving your sites", quantity: 1, unit: { minor: "55000", currency: "KRW" } }],
    validUntil: "2026-03-20",
    note: "",
  })
  const { number: title } = await quotes.send({ id: quoteId })
  expect(title).toMatch(/^QT-/)
  const acts = (await customers.timeline({ id, kind: "staff" })).items
  expect(new Set(acts.map(({ what }) => what))).toEqual(
    new Set(["paperwork.quote-written", "paperwork.quote-sent"]),
  )
  for (const act of acts) expect(act).toMatchObject({ subjectId: quoteId, title, by: "Demo Operator" })
})
