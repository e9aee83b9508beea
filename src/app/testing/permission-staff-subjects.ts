import type { Company } from "./company.ts"
import type { Shopper } from "./company-shoppers.ts"

export async function furnishStaff(
  company: Company,
  tagId: string,
  about: { readonly own: Shopper; readonly foreign: Shopper; readonly operationId: string },
) {
  return {
    ...(await furnishNotices(company, tagId, about.own)),
    ...(await furnishDesk(company, about.operationId)),
    ...(await furnishPaperwork(company, about.own)),
    quotes: { own: await offer(company, about.own), foreign: await offer(company, about.foreign) },
    ...(await furnishPrices(company, about.own)),
  }
}

/** A draft, and money that is to go back by the bank. Both are the staff's own, whoever is looked at. */
async function furnishPaperwork(company: Company, own: Shopper) {
  const { billing, paperwork, payments } = company.operator.api
  const { id } = await paperwork.drafts.create({ accountId: own.accountId ?? "", ...draftForTrial })
  const paid = await paperwork.drafts.create({ accountId: own.accountId ?? "", ...draftForTrial })
  const requestId = (await paperwork.drafts.send({ id: paid.id })).requestId ?? ""
  const { total } = await billing.paymentRequests.get({ id: requestId })
  const transfer = { amount: total, receivedOn: "2026-03-01", reference: "a trial" }
  const { invoiceId } = await billing.paymentRequests.recordTransfer({ id: requestId, ...transfer })
  await billing.creditNotes.issue({ id: invoiceId ?? "", reason: "a trial" })
  const [refund] = (await payments.bankRefunds.list({})).items
  const refundId = refund?.id ?? ""
  return {
    drafts: { own: id, foreign: id },
    "bank-refunds": { own: refundId, foreign: refundId },
  }
}

/** A quote that waits for an answer. */
async function offer({ operator }: Company, to: Shopper): Promise<string> {
  const { quotes } = operator.api.paperwork
  const { id } = await quotes.create({ accountId: to.accountId ?? "", ...quoteForTrial })
  await quotes.send({ id })
  return id
}

export const draftForTrial = {
  currency: "KRW" as const,
  lines: [{ words: "A trial", quantity: 1, unit: { minor: "1000", currency: "KRW" as const } }],
}

/** One for the customers who carry a tag, and one for nobody who is here. */
async function furnishNotices({ operator }: Company, tagId: string, own: Shopper) {
  const { customers, notices } = operator.api
  await customers.tags.set({ id: own.accountId ?? "", tagIds: [tagId] })
  const [mine, theirs] = [
    await notices.create(noticeFor(tagId)),
    await notices.create(noticeFor("tag_of_nobody")),
  ]
  for (const { id } of [mine, theirs]) await notices.publish({ id })
  return {
    notices: { own: mine.id, foreign: theirs.id },
    "own-notices": { own: mine.id, foreign: theirs.id },
  }
}

export function noticeFor(tagId: string) {
  return {
    kind: "news" as const,
    importance: "normal" as const,
    title: { en: "Trial", ko: "" },
    body: { en: [{ kind: "paragraph" as const, spans: [{ text: "A trial." }] }], ko: [] },
    audience: { accountKinds: [], countries: [], tagIds: [tagId], needsService: false },
    expiresAt: null,
  }
}

/** A view and a run of the staff's own. */
async function furnishDesk({ operator }: Company, operationId: string) {
  const { views, bulkRuns } = operator.api.desk
  const view = await views.save({ list: "orders", name: "Trial", query: "state=paid", isShared: false })
  const run = await bulkRuns.start({ act: "operations.retry", subjectIds: [operationId] })
  return { views: { own: view.id, foreign: view.id }, "bulk-runs": { own: run.id, foreign: run.id } }
}

export const quoteForTrial = { ...draftForTrial, validUntil: "2099-01-01" }
/** Everybody is moved to another price, and asked about it: the shop's own change, and each customer's question. */
async function furnishPrices(company: Company, own: Shopper) {
  const { catalog, repricing } = company.operator.api
  const [product] = (await catalog.range.products.list()).items
  const planId = product?.plans[0]?.id ?? ""
  const text = (await catalog.range.plans.get({ id: planId })).versions[0]?.text
  if (!text) throw new Error("The trial company sells nothing.")
  const prices = { KRW: { ...text.prices.KRW, monthly: { amount: "12000", setupFee: "0" } } }
  await catalog.range.plans.saveDraft({ id: planId, ...text, prices })
  await catalog.range.plans.publish({ id: planId })
  const change = await repricing.changes.start({ planId })
  await company.settle()
  const { items } = await repricing.changes.items({ id: change.id })
  const isMine = ({ accountId }: { accountId: string }) => accountId === own.accountId
  const [mine, theirs] = [items.find(isMine)?.id ?? "", items.find((one) => !isMine(one))?.id ?? ""]
  const [right, wrong] = (await catalog.range.plans.get({ id: planId })).versions.toReversed()
  const correction = await repricing.corrections.start({
    planId,
    wrongVersionId: wrong?.id ?? "",
    rightVersionId: right?.id ?? "",
    reason: "a trial",
  })
  return {
    "price-corrections": { own: correction.id, foreign: correction.id },
    "price-changes": { own: change.id, foreign: change.id },
    "own-price-changes": { own: mine, foreign: theirs },
  }
}
