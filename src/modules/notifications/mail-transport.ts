import { createTransport } from "nodemailer"

/** One mail as it leaves the house. */
export interface OutgoingMail {
  readonly messageIdHeader: string
  readonly from: MailAddress
  readonly to: MailAddress
  readonly replyTo?: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Of advertising: where one POST ends it (RFC 8058). */
  readonly unsubscribeUrl?: string
  /** By the company's clock. */
  readonly date: Temporal.Instant
  readonly attachments: readonly {
    readonly filename: string
    readonly contentType: string
    readonly content: Uint8Array
  }[]
}

export interface MailAddress {
  readonly name: string
  readonly address: string
}

export interface MailTransport {
  /** Taken by the server is not delivered; but it is all that can be known here. */
  send(mail: OutgoingMail, signal?: AbortSignal): Promise<{ readonly response: string }>
  close(): void
}

/** The server's own "no". 5xx is final; 4xx passes (greylisting, full, busy). */
export class MailRefused extends Error {
  override readonly name = "MailRefused"
  readonly isFinal: boolean
  constructor(words: string, isFinal: boolean, cause: unknown) {
    super(words, { cause })
    this.isFinal = isFinal
  }
}

export interface SmtpOptions {
  readonly host: string
  readonly port: number
  /** implicit: TLS from the first byte (465) · starttls: required (587) · none: only for a server on this machine. */
  readonly tls: "implicit" | "starttls" | "none"
  readonly user?: string
  readonly password?: string
  /** How long each stage may take. */
  readonly timeoutMs?: number
}

/** Below the patience of any server, and below our own with a silent one. */
const IDLE_MS = 10_000
const MOST_CONNECTIONS = 5

/** Connections are kept for a while: greeting, encryption and sign-in cost a server more than a mail does. */
export function createSmtpTransport(options: SmtpOptions): MailTransport {
  const timeoutMs = options.timeoutMs ?? 20_000
  const transporter = createTransport({
    pool: true,
    maxConnections: MOST_CONNECTIONS,
    idleTimeout: Math.min(IDLE_MS, timeoutMs / 2),
    // A mail that may have gone out is the work's to judge: it is never sent again behind its back.
    maxRequeues: 0,
    host: options.host,
    port: options.port,
    secure: options.tls === "implicit",
    requireTLS: options.tls === "starttls",
    ignoreTLS: options.tls === "none",
    ...(options.user ? { auth: { user: options.user, pass: options.password ?? "" } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // What a template says must not make us open files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail) => {
      try {
        const sent = await transporter.sendMail(describeMail(mail))
        return { response: String(sent.response) }
      } catch (error) {
        throw readFailure(error)
      }
    },
    close: () => transporter.close(),
  }
}

function describeMail(mail: OutgoingMail) {
  return {
    messageId: mail.messageIdHeader,
    // As objects: nodemailer encodes what people typed, so a name can't become a header.
    from: { ...mail.from },
    to: { ...mail.to },
    ...(mail.replyTo ? { replyTo: { name: "", address: mail.replyTo } } : {}),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: formatMailDate(mail.date),
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(mail.unsubscribeUrl
        ? {
            "List-Unsubscribe": `<${mail.unsubscribeUrl}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }
        : {}),
    },
    attachments: mail.attachments.map((one) => ({ ...one, content: Buffer.from(one.content) })),
  }
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")

/** "Mon, 02 Mar 2026 09:00:00 +0000": RFC 5322, 3.3. */
function formatMailDate(moment: Temporal.Instant): string {
  const at = moment.toZonedDateTimeISO("UTC")
  const day = String(at.day).padStart(2, "0")
  const time = at.toPlainTime().toString({ smallestUnit: "second" })
  return `${DAYS[at.dayOfWeek - 1]}, ${day} ${MONTHS[at.month - 1]} ${at.year} ${time} +0000`
}

/** A reply of the server is its word; without one nothing is known, and the error stays what it was. */
function readFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { responseCode, response } = error as Error & { responseCode?: number; response?: string }
  if (!responseCode) return error
  return new MailRefused(response ?? error.message, responseCode >= 500, error)
}
