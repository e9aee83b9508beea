import { randomBytes } from "node:crypto"
import { sql } from "drizzle-orm"
import PostalMime from "postal-mime"
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server"
import { writerAcrossTenants } from "#kit/across-tenants.ts"
import type { Clock } from "#kit/clock.ts"
import type { Log } from "#kit/context.ts"
import type { Database } from "#kit/db.ts"
import { mails } from "./mailbox-tables.ts"
import { type Fault, pause, takeFault } from "./stand-in-faults.ts"

export interface MailboxOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** 0 takes any free port. */
  readonly port: number
}

export interface MailboxServer {
  readonly port: number
  close(): Promise<void>
}

/** What the mailbox can be told to do wrong; the page and the proofs read this list. */
export const mailboxFaults = {
  refuse: "550, for good",
  later: "451, try again later",
  slow: "takes it after a while",
  drop_before_data: "breaks the connection, nothing taken",
  timeout_after_data: "takes it, then never says so",
  drop_after_data: "takes it, then breaks the connection without saying so",
} as const
export type MailboxFault = keyof typeof mailboxFaults

const LONGEST_SILENCE_MS = 120_000
const MOST_MAIL_BYTES = 26_214_400

/** A mail server that delivers to nobody: whatever is sent through it can be looked at. */
export async function openMailbox(options: MailboxOptions): Promise<MailboxServer> {
  const silences = new Map<string, AbortController>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    size: MOST_MAIL_BYTES,
    banner: "Hostwell mailbox stand-in",
    onAuth: (_auth, _session, callback) => callback(null, { user: "anyone" }),
    onData: (stream, session, callback) => {
      const silence = new AbortController()
      silences.set(session.id, silence)
      takeMail(options, stream, session, silence.signal).then(
        () => callback(null),
        (error: Error) => (error instanceof Dropped ? drop(server, session) : callback(error)),
      )
    },
    onClose: (session) => {
      silences.get(session.id)?.abort()
      silences.delete(session.id)
    },
  })
  server.on("error", (error) => options.log.debug({ error: error.message }, "mailbox connection"))
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port, "127.0.0.1", () => {
      server.off("error", reject)
      resolve()
    })
  })
  const address = server.server.address()
  const port = typeof address === "object" && address ? address.port : options.port
  const close = () => {
    for (const silence of silences.values()) silence.abort()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { port, close }
}

async function takeMail(
  options: MailboxOptions,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  hungUp: AbortSignal,
): Promise<void> {
  const raw = await readWhole(stream)
  const fault = await takeFault(options.database, "mailbox", "mail")
  if (fault) await spoilBefore(fault)
  const storedAt = options.clock.now()
  const parsed = await PostalMime.parse(raw)
  const recipients = session.envelope.rcptTo.map((recipient) => recipient.address)
  const sender = session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address
  await writerAcrossTenants(options.database)
    .insert(mails)
    .values({
      id: randomBytes(12).toString("hex"),
      messageId: parsed.messageId ?? `<${randomBytes(12).toString("hex")}@none>`,
      sender,
      recipients,
      subject: parsed.subject ?? "",
      raw,
      receivedAt: storedAt,
      deliveries: 1,
      lastReceivedAt: storedAt,
    })
    .onConflictDoUpdate({
      target: mails.messageId,
      set: { deliveries: sql`${mails.deliveries} + 1`, lastReceivedAt: storedAt },
    })
  if (fault?.fault === "timeout_after_data") await pause(LONGEST_SILENCE_MS, hungUp)
  if (fault?.fault === "timeout_after_data" || fault?.fault === "drop_after_data") throw new Dropped()
}

async function spoilBefore(fault: Fault): Promise<void> {
  switch (fault.fault) {
    case "refuse":
      throw breakOff(550, "5.1.1 no such mailbox, on purpose")
    case "later":
      throw breakOff(451, "4.3.0 please try again later, on purpose")
    case "drop_before_data":
      throw new Dropped()
    case "slow":
      return pause(fault.delayMs)
    default:
      return undefined
  }
}

/** The connection ends here, without a word. */
class Dropped extends Error {
  override readonly name = "Dropped"
}

function drop(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) {
    if (connection.session.id === session.id) connection._socket.destroy()
  }
}

function breakOff(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}

async function readWhole(stream: SMTPServerDataStream): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part as Buffer))
  if (stream.sizeExceeded) throw breakOff(552, "5.3.4 the mail is too large")
  return Buffer.concat(parts)
}
