import type { MailboxFault } from "#sandbox/mailbox.ts"
import { openCompany } from "./company.ts"

export interface MailFaultWish {
  readonly clusterUrl: string
  readonly seed: number
  readonly fault: MailboxFault
  /** How many mails in a row. */
  readonly hits: number
}

export interface MailFaultResult {
  readonly mails: number
  /** Hand-overs beyond the first, of the same Message-ID. */
  readonly repeated: number
  readonly mostDeliveries: number
  readonly people: number
  readonly wrong: readonly string[]
}

/** The order is received, paid for, and its server is ready. */
const MAILS_OF_A_SALE = 3
const STEP_TIMEOUT_SECONDS = 1.5

/** One whole sale while the mail server misbehaves: the sale does not wait for it, and every mail arrives. */
export async function playMailFault(wish: MailFaultWish): Promise<MailFaultResult> {
  const { fault, hits, ...ground } = wish
  await using company = await openCompany({
    clusterUrl: ground.clusterUrl,
    player: { kind: "memory", seed: ground.seed, callTimeoutSeconds: STEP_TIMEOUT_SECONDS },
  })
  await company.fault("mailbox", { call: "mail", fault, remaining: hits })
  const order = await company.placeOrder()
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const { operations } = company.operator.api
  const stuck = await operations.list({ state: ["stuck"] })
  for (const { id } of stuck.items) await operations.retry({ id })
  await company.settle()
  await company.checkInvariants()
  const { mails, servers, charges } = await company.books()
  const mine = mails.filter(({ recipient }) => recipient === order.by.email)
  const wrong: string[] = []
  if (servers.length !== 1 || charges.length !== 1) wrong.push("the sale itself is not whole")
  if (mine.length !== MAILS_OF_A_SALE) {
    wrong.push(`${mine.length} mails arrived: ${mine.map(({ subject }) => subject).join(" | ")}`)
  }
  if (new Set(mails.map(({ messageId }) => messageId)).size !== mails.length) wrong.push("a Message-ID twice")
  const isLostAnswer = fault === "drop_after_data" || fault === "timeout_after_data"
  const repeated = mails.reduce((sum, mail) => sum + mail.deliveries - 1, 0)
  if (repeated !== (isLostAnswer ? hits : 0)) wrong.push(`${repeated} hand-overs too many`)
  if (fault !== "refuse" && stuck.items.length > 0) wrong.push("a person was asked")
  if (fault === "refuse" && stuck.items.length !== hits) wrong.push("a refused mail is before nobody")
  return {
    mails: mine.length,
    repeated,
    mostDeliveries: Math.max(...mails.map((mail) => mail.deliveries)),
    people: stuck.items.length,
    wrong,
  }
}
