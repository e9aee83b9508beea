import { sql } from "drizzle-orm"
import type { Company } from "#app/testing/company.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { type Claim, judge } from "./claim.ts"

export interface DrillWish {
  readonly customers: number
  /** Every so manyth customer pays the wrong sum before it is noticed. */
  readonly paysEvery: number
  readonly wrongMinor: string
}

const RIGHT = "11000"
const SUBJECT = "We have corrected a wrong price"

/** A wrong price is published, seen, meant all the same, asked and paid; then one command puts it right. */
export async function playPriceDrill(company: Company, wish: DrillWish): Promise<Claim[]> {
  const { billing, repricing, ledger } = company.operator.api
  const buyers = []
  for (let one = 0; one < wish.customers; one++) buyers.push(await buy(company))
  const owing = await buyOnTerms(company)
  const percent = Number((BigInt(wish.wrongMinor) * 100n) / BigInt(RIGHT)) - 100
  const { planId, wrongVersionId, rightVersionId, seen } = await publish(company, wish.wrongMinor, percent)
  await repricing.changes.start({ planId, acceptedPercent: percent })
  await company.travel({ days: 23 })
  const held = await billing.renewalRun.preview({})
  const claims = [
    judge(seen === percent, "the simulator shows the rise before it is published", `${seen} %`),
    judge(held.isHeld, "the run waits for a person, and nobody has been asked", `${held.stops.join(", ")}`),
  ]
  await billing.renewalRun.confirm({ sums: held.sums.map(({ now }) => now) })
  await company.settle()
  const paying = buyers.filter((_, index) => index % wish.paysEvery === 0)
  for (const { request, by } of paying) {
    const attempt = await by.api.billing.paymentRequests.pay({ id: (await request())?.id ?? "" })
    await company.pay(attempt.id)
    await company.settle()
  }
  const command = { planId, wrongVersionId, rightVersionId, reason: "a drill" }
  const { id } = await repricing.corrections.start(command)
  await company.settle()
  const once = await repricing.corrections.get({ id })
  await repricing.corrections.start(command)
  await company.settle()
  const twice = await repricing.corrections.get({ id })
  const tooMuch = BigInt(wish.wrongMinor) - BigInt(RIGHT)
  const back = BigInt(paying.length + 1) * tooMuch
  const sent = (await company.books()).charges.reduce((sum, one) => sum + BigInt(one.refundedMinor), 0n)
  const [owed] = (await owing.by.api.billing.invoices.list({ state: "open" })).items
  const requests = await Promise.all(buyers.map(({ request }) => request()))
  const open = requests.filter((one) => one !== undefined)
  const mails = await Promise.all(
    [...buyers, owing].map(async ({ by }) => (await readMails(company, by.email)).filter(isApology)),
  )
  const trial = await ledger.trialBalance.get({})
  // Each agreement, each invoice that was paid, and the one that is owed.
  const everything = wish.customers + 1 + paying.length + 1
  const credited = twice.credited.map(({ minor }) => minor).join(", ")
  return [
    ...claims,
    judge(
      once.failed === 0 && once.state === "over" && once.done === everything,
      "one command puts every agreement and every invoice right, by name",
      `${once.done} of ${everything}`,
    ),
    judge(BigInt(credited || "0") === back, "what was too much is credited, to the won", credited),
    judge(sent === back - tooMuch, "what was paid too much goes back, to the won", String(sent)),
    judge(
      owed?.total.minor === wish.wrongMinor && owed.left.minor === RIGHT,
      "what is owed on terms is owed at the right price, and no money moves for it",
      `${owed?.left.minor} of ${owed?.total.minor}`,
    ),
    judge(
      open.length === wish.customers - paying.length && open.every(({ total }) => total.minor === RIGHT),
      "what was asked is asked anew at the right price",
      `${open.length} requests`,
    ),
    judge(
      twice.done === once.done && twice.failed === 0,
      "the same command again finds all of it done",
      `${twice.done}`,
    ),
    judge(
      mails.every((one) => one.length === 1),
      "each customer hears it once",
      `${mails.flat().length} mails`,
    ),
    judge(
      trial.currencies.every(({ total }) => total.closing.minor === "0"),
      "the ledger comes to zero in every currency",
    ),
  ]
}

function isApology({ subject }: { readonly subject: string }): boolean {
  return subject === SUBJECT
}

/** A business: it is told of another price, and nobody waits for its consent. */
async function buy(company: Company) {
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute(sql`update identity.accounts set kind = 'business' where id = ${by.accountId}`),
  )
  const [subscription] = (await by.api.billing.subscriptions.list({})).items
  const request = async () => {
    const { paymentRequestId } = await by.api.billing.subscriptions.get({ id: subscription?.id ?? "" })
    return paymentRequestId ? by.api.billing.paymentRequests.get({ id: paymentRequestId }) : undefined
  }
  return { by, request }
}

/** Another one, who pays by invoice from the next time on. */
async function buyOnTerms(company: Company) {
  const bought = await buy(company)
  const limit = { minor: "5000000", currency: "KRW" } as const
  const id = bought.by.accountId ?? ""
  await company.operator.api.terms.accounts.set({ id, days: 30, limit, reason: "they are known" })
  return bought
}

async function publish(company: Company, amount: string, acceptedPercent: number) {
  const { catalog, repricing } = company.operator.api
  const [product] = (await catalog.range.products.list()).items
  const planId = product?.plans[0]?.id ?? ""
  const [first] = (await catalog.range.plans.get({ id: planId })).versions
  if (!first) throw new Error("The smallest server is not on sale.")
  const { name, resources, packageId } = first.text
  const prices = { KRW: { ...first.text.prices.KRW, monthly: { amount, setupFee: "0" } } }
  await catalog.range.plans.saveDraft({ id: planId, name, resources, packageId, prices })
  const simulated = await repricing.simulate({ planId })
  await catalog.range.plans.publish({ id: planId, acceptedPercent })
  const [wrong] = (await catalog.range.plans.get({ id: planId })).versions
  const seen = simulated.sums[0]?.largestPercent ?? 0
  return { planId, seen, wrongVersionId: wrong?.id ?? "", rightVersionId: first.id }
}
