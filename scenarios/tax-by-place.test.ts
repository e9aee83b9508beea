import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { DEMO_TENANT } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { watchEuSales } from "#billing"
import { getSettings, saveSettings } from "#tenancy"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

async function buy(company: Company, country: string, seenIn?: string) {
  const by = await company.customer({ country, seenIn })
  const order = await company.placeOrder({ by })
  await company.pay(order.attemptId, { card: seenIn === "DE" ? "german" : "approved" })
  await company.settle()
  const [invoice] = (await by.api.billing.invoices.list({})).items
  return { by, order, invoice: await by.api.billing.invoices.get({ id: invoice?.id ?? "" }) }
}

async function fillCart(company: Company) {
  const { catalog, orders } = company.visitor
  const product = await catalog.products.get({ slug: "vps", currency: "KRW" })
  const { token } = await orders.carts.create({ currency: "KRW" })
  await orders.carts.addItem({
    token,
    planId: product.plans[0]?.id ?? "",
    cycle: "monthly",
    locationId: product.locations[0]?.id ?? "",
    imageId: product.images[0]?.id ?? "",
    hostname: "web.example.com",
    quantity: 1,
  })
  return token
}

/** Of a seller in the EU the year's sales to consumers in other member states are added up each day, less what was credited. */
async function checkEuSales({ ground, tenant, operator }: Company) {
  const { taxReport } = operator.api.billing
  expect(await taxReport.euSales()).toEqual({ sales: null })
  const { seller, ...settings } = await ground.inTenant(tenant, getSettings)
  const move = (country: string) =>
    ground.inTenant(tenant, (ctx) => saveSettings(ctx, { ...settings, seller: { ...seller, country } }))
  const today = ground.clock.today(settings.timeZone)
  await move("AT")
  await ground.inTenant(tenant, (ctx) => watchEuSales(ctx, today))
  // The German's 9,244 less the 4,622 of the half that was credited; neither the Korean's nor the American's.
  expect(await taxReport.euSales()).toMatchObject({
    sales: {
      year: today.year,
      seenOn: today.toString(),
      sold: { minor: "0", currency: "EUR" },
      others: [won("4622")],
      limit: { minor: "1000000", currency: "EUR" },
      standing: "below",
    },
  })
  await move("DE")
  await ground.inTenant(tenant, (ctx) => watchEuSales(ctx, today))
  expect((await taxReport.euSales()).sales?.others).toEqual([])
  await move(seller.country)
}

/** The report says what the papers say, a row leads to its papers, and all of it is what the books say. */
async function checkReport(company: Company, german: Awaited<ReturnType<typeof buy>>) {
  const { taxReport } = company.operator.api.billing
  const until = company.ground.clock.today("Asia/Seoul").toString()
  const days = { from: german.invoice.issuedOn, until }
  const report = await taxReport.get(days)
  const [inWon] = report.currencies
  const none = { region: "", creditNotes: 0, invoices: 1 }
  expect(inWon?.rows).toMatchObject([
    { ...none, kind: "domestic", country: "KR", percent: "10", tax: won("1000"), gross: won("11000") },
    // 1,756 less the 878 of the half that was credited.
    {
      ...none,
      kind: "oss",
      country: "DE",
      rate: "19/100",
      tax: won("878"),
      net: won("4622"),
      creditNotes: 1,
    },
    { ...none, kind: "not_registered", country: "US", percent: "0", net: won("11000") },
  ])
  expect(inWon).toMatchObject({
    total: { tax: won("1878"), gross: won("27500"), invoices: 3, creditNotes: 1 },
    books: { documents: won("1878"), ledger: won("1878"), difference: won("0") },
  })
  const row = { ...days, kind: "oss", country: "DE", region: "", rate: "38/200", currency: "KRW" } as const
  const first = await taxReport.documents({ ...row, limit: 1 })
  const then = await taxReport.documents({ ...row, limit: 1, after: first.next ?? "" })
  expect([...first.items, ...then.items]).toMatchObject([
    { paper: "credit_note", invoiceId: german.invoice.id, parts: [{ tax: won("-878") }] },
    { paper: "invoice", id: german.invoice.id, parts: [{ percent: "19", tax: won("1756") }] },
  ])
  expect(then.next).toBeNull()
  expect((await taxReport.documents({ ...row, rate: "1/10" })).items).toEqual([])
  expect((await taxReport.documents(days)).items).toHaveLength(4)
  await checkEuSales(company)
  // The day before everything was sold, and another seller: nothing, and nothing to differ.
  const before = Temporal.PlainDate.from(days.from).subtract({ days: 1 }).toString()
  expect(await taxReport.get({ from: before, until: before })).toMatchObject({ currencies: [] })
  const other = await taxReport.get({ ...days, legalEntity: "another" })
  expect(other.currencies).toMatchObject([{ rows: [], books: { difference: won("0") } }])
  await expect(german.by.api.billing.taxReport.get(days)).rejects.toMatchObject({ status: 403 })
}

/** A German address and a Korean card: charged by the address, and somebody settles it. */
async function checkPlaces(company: Company, german: Awaited<ReturnType<typeof buy>>) {
  const { tax, audit } = company.operator.api
  expect((await tax.settings.get()).unprovedPlaces).toBe(1)
  const { items } = await tax.placeProofs.list({})
  const evidence = [
    { kind: "address", country: "DE" },
    { kind: "payment", country: "KR" },
  ]
  const { id, number } = german.invoice
  const shown = { documentId: id, documentNumber: number, country: "DE", verdict: "contradictory", evidence }
  expect(items).toMatchObject([{ ...shown, accountId: german.by.accountId, settled: null }])
  const wish = { id: items[0]?.id ?? "", country: "DE", reason: "A copy of the passport was sent." }
  await tax.placeProofs.settle(wish)
  await expect(tax.placeProofs.settle(wish)).rejects.toMatchObject({ code: "tax.proof_settled" })
  expect((await tax.placeProofs.list({})).items).toEqual([])
  const settled = (await tax.placeProofs.list({ state: "settled" })).items
  expect(settled).toMatchObject([{ ...shown, settled: { country: "DE", reason: wish.reason } }])
  expect((await audit.entries.list({ act: "tax.place-settled" })).items).toMatchObject([
    { reason: wish.reason, after: { country: "DE" } },
  ])
}

test("registrations decide: orders, renewals, papers and credit notes are taxed by place, each by what was decided then", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 5 } })
  const { tax, billing } = company.operator.api
  expect(await tax.settings.get()).toMatchObject({ isByPlace: false, rates: [] })
  await tax.registrations.add({ country: "KR", number: "101-81-00001", scheme: "local", from: "2020-01-01" })
  const oss = { country: "IE", number: "EU372000001", scheme: "non_union_oss", from: "2020-01-01" } as const
  await expect(tax.registrations.add({ ...oss, country: "KR" })).rejects.toMatchObject({
    code: "tax.oss_outside",
  })
  const set = await tax.registrations.add(oss)
  expect(set).toMatchObject({ isByPlace: true, gaps: [] })
  await expect(tax.registrations.add(oss)).rejects.toMatchObject({ code: "tax.registration_there" })
  expect(set.rates.filter(({ country }) => country === "FI").map((one) => one.percent)).toEqual([
    "24",
    "25.5",
  ])

  const german = await buy(company, "DE")
  // 11,000 × 19/119 = 1,756.3
  expect(german.invoice).toMatchObject({ total: won("11000"), tax: won("1756"), net: won("9244") })
  expect(german.invoice.lines[0]?.taxPercent).toBe("19")
  expect(german.invoice.lines[0]?.steps.join(" ")).toContain("Germany")
  const korean = await buy(company, "KR")
  expect(korean.invoice).toMatchObject({ total: won("11000"), tax: won("1000") })
  const american = await buy(company, "US")
  expect(american.invoice).toMatchObject({ total: won("11000"), tax: won("0"), net: won("11000") })
  expect(american.invoice.lines[0]?.steps.join(" ")).toContain("not registered for tax in United States")

  // The next run asks by what holds then; what was issued stays, and is credited as it was issued.
  const ending = set.registrations.find(({ scheme }) => scheme === "non_union_oss")?.id ?? ""
  const today = company.ground.clock.today("Asia/Seoul")
  await tax.registrations.end({ id: ending, until: today.add({ days: 3 }).toString() })
  await company.travel({ days: 26 })
  const asked = async ({ by }: typeof german) => {
    const { items } = await by.api.billing.paymentRequests.list({ state: "open" })
    const { lines, total } = await by.api.billing.paymentRequests.get({ id: items[0]?.id ?? "" })
    return { percents: lines.map(({ taxPercent }) => taxPercent), total }
  }
  expect(await asked(german)).toEqual({ percents: ["0"], total: won("11000") })
  expect(await asked(korean)).toEqual({ percents: ["10"], total: won("11000") })
  const [line] = german.invoice.lines
  const half = { reason: "a trial", lines: [{ lineId: line?.id ?? "", gross: won("5500") }] }
  const note = await billing.creditNotes.issue({ id: german.invoice.id, ...half })
  expect(note).toMatchObject({ total: won("5500"), tax: won("878") })
  const before = await german.by.api.billing.invoices.explain({
    id: german.invoice.id,
    lineId: line?.id ?? "",
  })
  expect(before).toMatchObject({ isSame: true })
  await company.checkInvariants()
  await checkReport(company, german)
  await checkPlaces(company, german)
})

test("a cart shows the tax of where its buyer is, and nothing is ordered at another total", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 6 } })
  const { tax } = company.operator.api
  const texas = {
    country: "US",
    region: "TX",
    number: "3-20000",
    scheme: "local",
    from: "2026-01-01",
  } as const
  await expect(tax.registrations.add(texas)).rejects.toMatchObject({ code: "tax.registration_without_rate" })
  const rate = { country: "US", region: "TX", percent: "8.25", sharePercent: "80", from: "2025-01-01" }
  await tax.rates.add(rate)
  await expect(tax.rates.add(rate)).rejects.toMatchObject({ code: "tax.rate_later" })
  await expect(tax.rates.add({ ...rate, percent: "7.3333", from: "2026-02-01" })).rejects.toMatchObject({
    code: "tax.rate_too_fine",
  })
  await tax.registrations.add(texas)
  await tax.registrations.add({ country: "KR", number: "101-81-00001", scheme: "local", from: "2020-01-01" })
  await tax.registrations.add({ country: "IE", number: "EU372", scheme: "non_union_oss", from: "2020-01-01" })
  const token = await fillCart(company)
  const { carts, checkout } = company.visitor.orders
  expect(await carts.get({ token })).toMatchObject({ total: won("11000"), taxes: [{ percent: "10" }] })
  const seen = await carts.saveBuyer({ token, country: "US", region: "TX" })
  // 11,000 × 6.6/106.6 = 681.05
  expect(seen).toMatchObject({ total: won("11000"), tax: won("681"), taxes: [{ percent: "6.6" }] })
  expect(seen.taxWhy).toContain("United States (TX)")

  const policy = { elsewhere: "none", mode: "per_document" } as const
  await tax.settings.savePolicy({ ...policy, insidePrices: "net_stays" })
  expect(await carts.saveBuyer({ token, country: "DE" })).toMatchObject({
    total: won("11900"),
    tax: won("1900"),
  })
  const wish = {
    cartToken: token,
    person: {
      name: "Erika Beispiel",
      email: "erika@example.com",
      password: "a password of a buyer",
      consents: { age: true, privacy: true },
    },
    country: "DE",
    language: "en",
    acceptTerms: true,
  } as const
  await expect(checkout({ ...wish, totalShown: won("11000") })).rejects.toMatchObject({
    code: "orders.total_changed",
  })
  expect(await checkout({ ...wish, totalShown: won("11900") })).toMatchObject({ total: won("11900") })

  // A class of its own, and a policy that charges the home country's tax everywhere.
  const [product] = (await company.operator.api.catalog.range.products.list()).items
  await tax.rates.add({ country: "KR", taxClass: "reduced", percent: "5", from: "2026-01-01" })
  await tax.products.save({ productId: product?.id ?? "", taxClass: "reduced" })
  await tax.settings.savePolicy({ ...policy, insidePrices: "total_stays", elsewhere: "home" })
  const other = await fillCart(company)
  const abroad = await carts.saveBuyer({ token: other, country: "JP" })
  expect(abroad).toMatchObject({ total: won("11000"), tax: won("524"), taxes: [{ percent: "5" }] })
})

test("a VAT number: asked about, kept with its answer, and no tax is left out before VIES has said so", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 7 } })
  const { tax, billing } = company.operator.api
  await tax.registrations.add({ country: "KR", number: "101-81-00001", scheme: "local", from: "2020-01-01" })
  await tax.registrations.add({ country: "DE", number: "DE123456789", scheme: "local", from: "2020-01-01" })
  await tax.registrations.add({ country: "DE", number: "DE123456789", scheme: "oss", from: "2020-01-01" })
  const token = await fillCart(company)
  const { carts, checkout } = company.visitor.orders
  const french = { country: "FR", taxId: "FR 40 303 265 045" }
  const unsure = await carts.saveBuyer({ token, ...french })
  expect(unsure).toMatchObject({ taxes: [{ percent: "20" }] })
  expect(unsure.taxWhy).toContain("VIES has not confirmed the VAT number FR40303265045")
  const wish = {
    cartToken: token,
    person: {
      name: "Camille Exemple",
      email: "camille@example.com",
      password: "a password of a buyer",
      consents: { age: true, privacy: true },
    },
    ...french,
    company: "Exemple SARL",
    language: "en",
    acceptTerms: true,
  } as const
  // Its form is said at once, the rest by VIES, which takes a moment.
  await expect(checkout({ ...wish, taxId: "FR 40 303" })).rejects.toMatchObject({
    code: "identity.vat_number_wrong",
  })
  await expect(checkout(wish)).rejects.toMatchObject({ code: "tax.vat_unanswered" })
  await company.settle()
  const seen = await carts.get({ token })
  expect(seen).toMatchObject({ total: won("11000"), tax: won("0") })
  expect(seen.taxWhy).toContain("Reverse charge")
  const order = await checkout(wish)
  const asked = await billing.paymentRequests.get({ id: order.paymentRequestId ?? "" })
  expect(asked.lines.map(({ taxPercent }) => taxPercent)).toEqual(["0"])
  const kept = await tax.vatNumbers.list({ id: order.accountId })
  expect(kept.taxWhy).toContain("Reverse charge")
  expect(kept.items).toMatchObject([
    {
      number: "40303265045",
      state: "valid",
      consultation: expect.stringMatching(/^WAPI/),
      requester: "DE123456789",
      requestDate: expect.stringMatching(/^20/),
      traderName: expect.stringContaining("40303265045"),
    },
  ])
  const audited = (await company.operator.api.audit.entries.list({ act: "tax.vat-number-checked" })).items
  expect(audited).toHaveLength(1)

  // Paid, it stands in the sales list by the number.
  const paying = await billing.paymentRequests.pay({ id: order.paymentRequestId ?? "" })
  await company.pay(paying.id)
  await company.settle()
  const sales = await billing.taxReport.salesList({})
  expect(sales.items).toMatchObject([
    { country: "FR", vatNumber: "FR40303265045", net: won("11000"), invoices: 1, creditNotes: 0 },
  ])
  const [sold] = (await billing.taxReport.get({})).currencies
  expect(sold?.rows).toMatchObject([{ kind: "reverse_charge", country: "FR", tax: won("0") }])

  // Away: the tax is charged and said, nothing is taken for "not valid", and the next hour brings the answer.
  await company.fault("vies", { call: "check", fault: "ms_unavailable" })
  const other = await fillCart(company)
  const italian = { country: "IT", taxId: "12345678901" }
  await carts.saveBuyer({ token: other, ...italian })
  await company.settle()
  const away = await carts.get({ token: other })
  expect(away).toMatchObject({ taxes: [{ percent: "22" }] })
  expect(away.taxWhy).toContain("VIES has not confirmed the VAT number IT12345678901 yet")
  await company.travel({ hours: 3 })
  await company.settle()
  expect(await carts.get({ token: other })).toMatchObject({ tax: won("0") })
  await carts.saveBuyer({ token: other, country: "IT", taxId: "IT12345678900" })
  await company.settle()
  const none = await carts.get({ token: other })
  expect(none).toMatchObject({ taxes: [{ percent: "22" }] })
  expect(none.taxWhy).toContain("VIES does not know")
})

test("who becomes a business elsewhere is charged none from then on, and old papers stay what they were", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 8 } })
  const { tax, billing } = company.operator.api
  await tax.registrations.add({ country: "KR", number: "101-81-00001", scheme: "local", from: "2020-01-01" })
  await tax.registrations.add({
    country: "IE",
    number: "EU372000001",
    scheme: "non_union_oss",
    from: "2020-01-01",
  })
  const { by, invoice } = await buy(company, "DE", "DE")
  // Seen in Germany, paid by a card from there: proved, and on the paper.
  expect((await tax.settings.get()).unprovedPlaces).toBe(0)
  const papers = await company.ground.inTenant(DEMO_TENANT, (ctx) =>
    ctx.db.execute(sql`select content::jsonb -> 'tax' -> 'evidence' as evidence from billing.invoices`),
  )
  expect(papers.rows).toEqual([
    {
      evidence: [
        { kind: "address", country: "DE" },
        { kind: "connection", country: "DE" },
        { kind: "payment", country: "DE" },
      ],
    },
  ])
  expect(invoice).toMatchObject({ tax: won("1756"), net: won("9244") })
  const id = by.accountId ?? ""
  const profile = await by.api.identity.profiles.get({ id })
  const business = {
    ...profile,
    id,
    kind: "business" as const,
    company: "Exemple",
  }
  const save = (change: object) => by.api.identity.profiles.save({ ...business, ...change })
  await expect(save({ taxIds: [{ country: "DE", number: "DE12345" }] })).rejects.toMatchObject({
    code: "identity.vat_number_wrong",
  })
  await save({ country: "AT", taxIds: [{ country: "AT", number: "ATU 12345678" }] })
  await company.settle()
  const checks = await by.api.tax.vatNumbers.list({ id })
  // Without a number of our own in the EU to ask in, VIES gives none of its own.
  expect(checks.items).toMatchObject([{ number: "U12345678", state: "valid", consultation: null }])
  expect(checks.taxWhy).toContain("ATU12345678")

  const before = JSON.stringify(invoice)
  const again = await by.api.billing.invoices.get({ id: invoice.id })
  expect(JSON.stringify(again)).toBe(before)
  const [line] = invoice.lines
  const half = { reason: "a trial", lines: [{ lineId: line?.id ?? "", gross: won("5500") }] }
  expect(await billing.creditNotes.issue({ id: invoice.id, ...half })).toMatchObject({ tax: won("878") })

  await company.travel({ days: 26 })
  const [open] = (await by.api.billing.paymentRequests.list({ state: "open" })).items
  const request = await by.api.billing.paymentRequests.get({ id: open?.id ?? "" })
  expect(request.lines.map(({ taxPercent }) => taxPercent)).toEqual(["0"])

  // A certificate takes away its own place's tax, to its last day; staff is told before.
  const { exemptions } = company.operator.api.tax
  const day = company.ground.clock.today("Asia/Seoul")
  const wish = { id, country: "AT", number: "EX-1", reference: "ex-1.pdf", from: day.toString() }
  await expect(
    exemptions.add({ ...wish, until: day.subtract({ days: 1 }).toString() }),
  ).rejects.toMatchObject({ code: "tax.days_wrong" })
  await save({ kind: "consumer", country: "AT", taxIds: [] })
  const taxNow = async () => (await by.api.tax.vatNumbers.list({ id })).taxWhy
  const added = await exemptions.add({ ...wish, until: day.add({ days: 5 }).toString() })
  expect(added.items).toMatchObject([{ number: "EX-1", state: "ends_soon" }])
  expect((await exemptions.listEnding()).items).toMatchObject([{ accountId: id }])
  expect(await taxNow()).toContain("exempt by certificate EX-1 (Austria")
  const later = day.add({ days: 9 }).toString()
  const [kept] = added.items
  await expect(exemptions.end({ id: kept?.id ?? "", until: later })).rejects.toMatchObject({
    code: "tax.exemption_days",
  })
  // Told five days before, and once more when it is over; customers see it, but not where staff keep it.
  const mails = async () =>
    (await readMails(company, by.email)).filter(({ subject }) => subject.includes("EX-1"))
  expect((await by.api.tax.exemptions.list({ id })).items).toMatchObject([
    { number: "EX-1", reference: null },
  ])
  await company.travel({ days: 2 })
  expect(await mails()).toMatchObject([{ subject: expect.stringContaining("ends on") }])
  await company.travel({ days: 4 })
  expect(await taxNow()).toContain("The tax of Austria")
  expect((await exemptions.listEnding()).items).toMatchObject([{ accountId: id, state: "over" }])
  await company.travel({ days: 3 })
  expect(
    (await mails()).map(({ subject }) => subject).filter((one) => one.includes("has ended")),
  ).toHaveLength(1)
  expect(await mails()).toHaveLength(2)

  // A number that was one and is none any more: told once, listed for staff, and gone from there once it is one again.
  await save({ country: "AT", taxIds: [{ country: "AT", number: "ATU87654321" }] })
  await company.settle()
  const askAgain = async () => {
    await by.api.tax.vatNumbers.check({ id })
    await company.settle()
  }
  const lostMails = async () =>
    (await readMails(company, by.email)).filter(({ subject }) => subject.includes("ATU87654321"))
  // A second account of the same business has it as well.
  const second = await company.customer({ country: "AT", language: "ko" })
  const secondId = second.accountId ?? ""
  const its = {
    ...(await second.api.identity.profiles.get({ id: secondId })),
    id: secondId,
    company: "Exemple",
  }
  const taxIds = [{ country: "AT", number: "ATU87654321" }]
  await second.api.identity.profiles.save({ ...its, kind: "business", taxIds })
  await company.settle()
  for (const times of [1, 2]) {
    await company.fault("vies", { call: "check", fault: "not_valid", remaining: 1 })
    await askAgain()
    expect(await lostMails(), `asked ${times} times`).toHaveLength(1)
  }
  const toSecond = (await readMails(company, second.email)).filter(({ subject }) =>
    subject.includes("ATU87654321"),
  )
  expect(toSecond).toHaveLength(1)
  expect(await taxNow()).toContain("VIES does not know the VAT number ATU87654321")
  const { vatNumbers } = company.operator.api.tax
  expect((await vatNumbers.listLost()).items).toMatchObject([{ accountId: id, number: "U87654321" }])
  await askAgain()
  expect((await vatNumbers.listLost()).items).toEqual([])

  // A private person pays as one, whatever number stands in the profile.
  await save({ kind: "consumer", country: "AT", taxIds: [{ country: "AT", number: "ATU12345678" }] })
  const asConsumer = await by.api.tax.vatNumbers.list({ id })
  expect(asConsumer.items).toEqual([])
  expect(asConsumer.taxWhy).toContain("The tax of Austria")
  await company.checkInvariants()
})
