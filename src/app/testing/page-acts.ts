import type { Company } from "./company.ts"
import type { Shopper } from "./company-shoppers.ts"

const SEATS = "Seats"

/** What pages need before there is anything on them; answers the addresses that no link leads to afterwards. */
export async function actAsCustomer(company: Company, buyer: Shopper): Promise<string[]> {
  const order = await company.placeOrder({ by: buyer })
  await company.settle()
  await company.pay(order.attemptId, { keeps: true })
  await company.settle()
  const declined = await company.placeOrder({ by: buyer })
  await company.settle()
  await company.pay(declined.attemptId, { card: "no-money" })
  await company.settle()
  const { api, accountId = "" } = buyer
  const [service] = (await api.provisioning.services.list({})).items
  const signOn = await api.provisioning.services.requestSignOn({ id: service?.id ?? "" })
  const setup = await api.payments.setups.start({ id: accountId })
  const seats = await agreeOnSeats(company, buyer)
  await company.settle()
  return [
    `/portal/subscriptions/${seats}/quantity`,
    `/pay/${declined.attemptId}/return`,
    `/sign-ons/${signOn.id}`,
    `/add-method/${setup.id}`,
    `/add-method/${setup.id}/return`,
  ]
}

/** What nobody builds, by the piece; its customer may choose how many. */
async function agreeOnSeats(company: Company, { api, accountId = "" }: Shopper): Promise<string> {
  const { catalog, billing } = company.operator.api
  const { items } = await catalog.products.list({})
  const { id, paymentRequestId } = await billing.subscriptions.create({
    accountId,
    planId: items[0]?.plans[0]?.id ?? "",
    cycle: "monthly",
    currency: "KRW",
    quantity: 3,
    quantityBounds: { least: 1, most: 20 },
    label: SEATS,
  })
  const attempt = await api.billing.paymentRequests.pay({ id: paymentRequestId ?? "" })
  await company.settle()
  await company.pay(attempt.id)
  return id
}

/** Its page is there until the gateway's own is: nothing may be played afterwards. */
export async function beginPaying(company: Company, buyer: Shopper): Promise<string[]> {
  const { attemptId } = await company.placeOrder({ by: buyer })
  return [`/pay/${attemptId}`]
}

/** What staff wrote for this customer, and what they began for all. */
export async function actAsOperator(company: Company, buyer: Shopper): Promise<string[]> {
  const { api } = company.operator
  await writePapers(company, buyer.accountId ?? "")
  await publishNotice(company)
  const text = { en: "Words", ko: "글" }
  await api.content.pages.save({ id: "about", title: text, summary: text, body: text })
  await api.content.pages.publish({ id: "about", from: company.ground.clock.today("Asia/Seoul").toString() })
  await api.content.pages.save({
    id: "about",
    title: text,
    summary: text,
    body: { en: "Others", ko: "다른 글" },
  })
  const rows = "name,email,country\nDemo Orchard,orchard@demo.example,KR\nNo address,not-an-address,KR\n"
  await api.customers.imports.preview({ file: new File([rows], "customers.csv", { type: "text/csv" }) })
  const { items: stuck } = await api.operations.list({ state: ["stuck"], limit: 5 })
  await api.desk.bulkRuns.start({ act: "operations.retry", subjectIds: stuck.map(({ id }) => id) })
  await changePrice(company)
  await company.settle()
  const { items } = await api.billing.subscriptions.list({ accountId: buyer.accountId ?? "" })
  const seats = items.find(({ words }) => words.en.endsWith(SEATS))
  return ["/admin/content/about/comparison", `/admin/subscriptions/${seats?.id}/quantity`]
}

async function writePapers(company: Company, accountId: string): Promise<void> {
  const { drafts, quotes } = company.operator.api.paperwork
  const lines = [
    { words: "Moving your sites", quantity: 2, unit: { minor: "55000", currency: "KRW" as const } },
  ]
  const wish = { accountId, currency: "KRW" as const, lines }
  await drafts.create(wish)
  await drafts.send({ id: (await drafts.create(wish)).id })
  const validUntil = company.ground.clock.today("Asia/Seoul").add({ days: 30 }).toString()
  const { id } = await quotes.create({ ...wish, validUntil, note: "As agreed." })
  await quotes.send({ id })
}

async function publishNotice({ operator: { api } }: Company): Promise<void> {
  const paragraph = (text: string) => [{ kind: "paragraph" as const, spans: [{ text }] }]
  const { id } = await api.notices.create({
    kind: "news",
    importance: "normal",
    title: { en: "Frankfurt is open", ko: "프랑크푸르트 데이터센터 오픈" },
    body: {
      en: paragraph("Servers can now be built there."),
      ko: paragraph("이제 서버를 만들 수 있습니다."),
    },
    audience: { accountKinds: [], countries: [], tagIds: [], needsService: false },
    expiresAt: null,
  })
  await api.notices.publish({ id })
}

/** Another price for a plan, moved to whoever bought it; and, as if it had been a mistake, taken back. */
async function changePrice({ operator: { api } }: Company): Promise<void> {
  const { plans, products } = api.catalog.range
  const planId = (await products.list()).items[0]?.plans[0]?.id ?? ""
  const before = (await plans.get({ id: planId })).versions.find(({ isCurrent }) => isCurrent)
  if (!before) throw new Error("The demo company's first plan is not on sale.")
  const { name, resources, packageId, prices } = before.text
  const dearer = { ...prices, KRW: { ...prices.KRW, monthly: { amount: "12100", setupFee: "0" } } }
  await plans.saveDraft({ id: planId, name, resources, packageId, prices: dearer })
  await plans.publish({ id: planId })
  const after = (await plans.get({ id: planId })).versions.find(({ isCurrent }) => isCurrent)
  await api.repricing.changes.start({ planId })
  await api.repricing.corrections.start({
    planId,
    wrongVersionId: after?.id ?? "",
    rightVersionId: before.id,
    reason: "A zero too many",
  })
}
