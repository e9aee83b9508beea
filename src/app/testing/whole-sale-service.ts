import { CARD_KEY, CARD_SECRET, PANEL_TOKEN } from "./company.ts"
import { insist } from "./insist.ts"
import { openPanelLink } from "./panel-visit.ts"
import { readMails } from "./read-mails.ts"
import type { Claim, Sale } from "./sale-claim.ts"
import { searchDatabase } from "./search-database.ts"
import { ask, getInvoice } from "./whole-sale-paper.ts"

/** In the panel's own books: one machine of that service, built once, and running. */
export async function* proveMachine(sale: Sale): AsyncGenerator<Claim> {
  const service = await getService(sale)
  const servers = (await sale.company.books()).servers.filter(({ name }) => name === service.id)
  const [server] = servers
  insist("servers in the panel's own books", servers.length, 1)
  insist("built and running", [server?.buildCount, server?.suspended], [1, false])
  yield { words: "the panel's own books have one server, built once", figure: `server ${server?.id}` }
  insist("the service", service.state, "active")
  insist("its address", /^\d+\.\d+\.\d+\.\d+$/.test(service.addresses[0] ?? ""), true)
  yield {
    words: "the service is active and has its address",
    figure: `${service.hostname} ${service.addresses[0]}`,
  }
}

const subjects = {
  en: { received: "Your order ", ready: "is ready" },
  ko: { received: "주문이 접수되었습니다", ready: "서버 설치가 완료되었습니다" },
} as const

/** Three mails in the buyer's language, each once; the paper in the receipt is the paper of the API. */
export async function* proveMails(sale: Sale): AsyncGenerator<Claim> {
  const { company, buyer, language } = sale
  const invoice = await getInvoice(sale)
  const mails = await readMails(company, buyer.email)
  // Each mail goes its own way, so the first one sent need not be the first to arrive.
  const about = (words: string) => mails.filter(({ subject }) => subject.includes(words))
  const wanted = [subjects[language].received, invoice.number, subjects[language].ready]
  insist(
    "mails of each kind",
    wanted.map((words) => about(words).length),
    [1, 1, 1],
  )
  const booked = (await company.books()).mails.filter(({ recipient }) => recipient === buyer.email)
  insist(
    "deliveries of each mail",
    booked.map(({ deliveries }) => deliveries),
    [1, 1, 1],
  )
  const [receipt] = about(invoice.number)
  insist("amounts in the receipt", /10,000[\s\S]*1,000[\s\S]*11,000/.test(receipt?.text ?? ""), true)
  const [paper] = receipt?.attachments ?? []
  const fromApi = Buffer.from(await (await buyer.api.billing.invoices.pdf({ id: invoice.id })).arrayBuffer())
  insist("the paper in the receipt", paper?.name, `${invoice.number}.pdf`)
  insist("is the paper of the API", fromApi.equals(paper?.content ?? Buffer.alloc(0)), true)
  const heads = mails.map(({ subject }) => subject)
  yield { words: `one mail each (${language}), the receipt with its paper`, figure: heads.join(" | ") }
}

/** Credentials that work in the machine's own console, behind a link that opens once. */
export async function* proveKeys(sale: Sale): AsyncGenerator<Claim, readonly string[]> {
  const { company, buyer } = sale
  const service = await getService(sale)
  const { services } = buyer.api.provisioning
  const credentials = await services.revealCredentials({ id: service.id })
  const { id } = await services.requestSignOn({ id: service.id })
  await company.settle({ within: { seconds: 30 } })
  const link = await services.getSignOn({ id })
  insist("the link", link.state, "ready")
  insist("the link, asked for again", (await services.getSignOn({ id })).url, null)
  const panel = await openPanelLink(link.url ?? "")
  insist("whose page it opens", panel.text.includes(service.hostname), true)
  insist("a wrong password", await panel.signIn("root", "not the password"), "Login incorrect.")
  const words = await panel.signIn(credentials.user, credentials.password)
  insist("the right one", words, `Signed in as root@${service.hostname}.`)
  insist("the link, opened again", (await openPanelLink(link.url ?? "")).status, 403)
  yield { words: "the credentials open the machine, the link opens once", figure: words }
  for (const mail of await readMails(company, buyer.email)) {
    insist("the password in a mail", mail.text.includes(credentials.password), false)
  }
  return [credentials.password, new URL(link.url ?? "").searchParams.get("token") ?? link.url ?? ""]
}

/** Every value of every column of ours is looked through: what must be sealed stands in none of them. */
export async function* proveSecrets(sale: Sale, shown: readonly string[]): AsyncGenerator<Claim> {
  const { company, buyer } = sale
  const secrets = [...shown, PANEL_TOKEN, CARD_KEY, CARD_SECRET, buyer.password]
  const control = await searchDatabase(company.at.ownerUrl, [buyer.email])
  if (control.found.length === 0) throw new Error("The search finds nothing, not even an e-mail address.")
  const { found, tables, columns, rows } = await searchDatabase(company.at.ownerUrl, secrets)
  insist("places where a secret stands in clear", found, [])
  const service = await getService(sale)
  const [kept] = await ask<{ sealed: string }>(
    company.at.ownerUrl,
    "select sealed_password as sealed from provisioning.credentials where service_id = $1",
    service.id,
  )
  insist("whether the kept password opens without its key", kept?.sealed.includes(shown[0] ?? ""), false)
  yield {
    words: `${secrets.length} secrets are in clear nowhere; the password is kept sealed`,
    figure: `${tables} tables, ${columns} columns, ${rows} rows; ${kept?.sealed.slice(0, 12)}…`,
  }
}

/** Everything that touched the outside with its steps, and every act with who did it. */
export async function* proveTrail(sale: Sale): AsyncGenerator<Claim> {
  const { company, order, buyer } = sale
  const { operations, audit } = company.operator.api
  const service = await getService(sale)
  const listed = (await operations.list({ limit: 100 })).items
  insist(
    "operations that are not done",
    listed.filter(({ state }) => state !== "done").map(({ id }) => id),
    [],
  )
  const names = new Set(listed.map(({ name }) => name))
  const touching = [
    "notifications.deliver",
    "payments.open-checkout",
    "payments.process-notice",
    "provisioning.create-service",
    "provisioning.request-sign-on",
  ]
  insist(
    "kinds that the operations list lacks",
    touching.filter((name) => !names.has(name)),
    [],
  )
  yield {
    words: "the operations list has all that touched the outside, and all is done",
    figure: `${listed.length} operations: ${[...names].sort().join(", ")}`,
  }
  const { items } = await operations.list({ subject: service.id, name: "provisioning.create-service" })
  const building = await operations.get({ id: items[0]?.id ?? "" })
  const open = building.steps.filter(({ state }) => state !== "done").map(({ name }) => name)
  insist("steps that are not done", open, [])
  const calls = building.steps.flatMap((step) => step.calls)
  insist("calls without a time", calls.filter(({ at }) => !at).length, 0)
  const steps = building.steps.map(({ name, attempts }) => `${name} ×${attempts}`).join(", ")
  yield { words: `the building shows every step, with ${calls.length} calls outside`, figure: steps }
  const { invoiceId } = await buyer.api.orders.get({ id: order.orderId })
  const acts: string[] = []
  for (const subjectId of [order.orderId, order.attemptId, invoiceId ?? "", service.id]) {
    acts.push(...(await audit.entries.list({ subjectId })).items.map(({ act }) => act))
  }
  insist("what the audit tells", acts.sort(), [
    "billing.invoice-issued",
    "orders.paid",
    "orders.placed",
    "payments.settled",
    "provisioning.credentials-revealed",
    "provisioning.sign-on-used",
  ])
  yield { words: "the audit tells who did what", figure: acts.join(", ") }
}

async function getService({ buyer, order }: Sale) {
  const { serviceIds } = await buyer.api.orders.get({ id: order.orderId })
  return buyer.api.provisioning.services.get({ id: serviceIds[0] ?? "" })
}
