import { demoPeople } from "../demo-tenant.ts"
import type { Buyer } from "./buy.ts"
import type { PastPlan } from "./plan.ts"
import { findMember, type Stage } from "./stage.ts"

/** A product costs a tenth more in won from its next time on: who has bought it is asked, or told. */
export async function raisePrice({ operator, player }: Stage): Promise<void> {
  const { plans, products } = operator.catalog.range
  const product = (await products.list()).items.find(({ slug }) => slug === "storage-vps")
  const planId = product?.plans[0]?.id
  const [newest] = planId ? (await plans.get({ id: planId })).versions : []
  if (!planId || !newest) throw new Error("The demo company sells no storage.")
  const { name, resources, packageId, prices } = newest.text
  const monthly = prices.KRW?.monthly
  if (!monthly) throw new Error("The demo company sells no storage by the month.")
  const raised = { ...monthly, amount: ((BigInt(monthly.amount) * 11n) / 10n).toString() }
  await plans.saveDraft({
    id: planId,
    name,
    resources,
    packageId,
    prices: { ...prices, KRW: { ...prices.KRW, monthly: raised } },
  })
  await plans.publish({ id: planId })
  await operator.repricing.changes.start({ planId, note: "Demo: disks have become dearer." })
  await player.settle({ within: { minutes: 10 } })
}

const CUSTOMERS_OF_BEFORE = [
  "name,email,country,language",
  "Demo Moved-in One,moved-in-1@demo.example,DE,en",
  "데모 이사 고객,moved-in-2@demo.example,KR,ko",
  "Demo Without Address,,US,en",
].join("\r\n")

/** One of the things that are done with many at once. */
const TAGGING = "customers.tag-give"

/** What staff and customers of a used shop have made for themselves: fields, views, a file of customers, keys, a copy of data. */
export async function leaveTraces(
  stage: Stage,
  { buyers, plan }: { readonly buyers: readonly Buyer[]; readonly plan: PastPlan },
): Promise<void> {
  const { operator, player } = stage
  const { customers, desk, identity } = operator
  const trades = ["Demo: shop", "Demo: agency", "Demo: school"]
  const trade = await customers.fields.create({
    name: "Demo: line of business",
    kind: "choice",
    choices: trades,
    isListed: true,
  })
  for (const [at, { accountId }] of buyers.slice(0, 12).entries()) {
    await customers.fields.set({ id: accountId, values: { [trade.id]: trades[at % trades.length] ?? "" } })
  }
  for (const [list, name, query] of [
    ["operations", "Demo: stuck work", "state=stuck"],
    ["subscriptions", "Demo: overdue", "state=past_due"],
    ["invoices", "Demo: not paid yet", "state=open"],
  ] as const) {
    await desk.views.save({ list, name, query, isShared: true })
  }
  const { items: tags } = await customers.tags.list()
  await desk.bulkRuns.start({
    act: TAGGING,
    subjectIds: buyers.slice(-6).map(({ accountId }) => accountId),
    ...(tags[0] ? { choice: tags[0].id } : {}),
  })
  const file = new File([CUSTOMERS_OF_BEFORE], "demo-customers.csv", { type: "text/csv" })
  const read = await customers.imports.preview({ file })
  await customers.imports.confirm({ id: read.id })
  await identity.apiKeys.create({ name: "Demo: our own figures", scopes: ["billing.invoices.read"] })
  const { api } = await findMember(stage, demoPeople.english.email)
  await api.identity.apiKeys.create({ name: "Demo: my monitoring", scopes: ["provisioning.services.read"] })
  await api.privacy.own.requestExport()
  await leaveForGood(stage, plan)
  await player.settle({ within: { minutes: 10 } })
}

/** Somebody who looked around and never bought: nothing keeps the shop from forgetting them. */
async function leaveForGood(stage: Stage, { newcomers }: PastPlan): Promise<void> {
  const visitor = newcomers.findLast(({ purchase, isKnown }) => !purchase && !isKnown)
  if (!visitor) return
  const { api } = await findMember(stage, visitor.email)
  await api.privacy.own.requestErasure()
}
