import { desc, eq, sql } from "drizzle-orm"
import { Hono, type Context as HonoContext } from "hono"
import { html } from "hono/html"
import PostalMime, { type Email } from "postal-mime"
import { z } from "zod"
import type { Clock } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"
import { type MailboxFault, mailboxFaults } from "./mailbox.ts"
import { mails } from "./mailbox-tables.ts"
import { addFault, clearFaults, listFaults } from "./stand-in-faults.ts"
import { type Markup, renderPage, renderTable, styleSheet } from "./stand-in-page.ts"

export interface MailboxPageOptions {
  readonly database: Database
  readonly clock: Clock
  /** Where it is mounted: pages link to themselves with it. */
  readonly basePath: string
}

type MailRow = typeof mails.$inferSelect

const faultInput = z.object({
  fault: z.enum(Object.keys(mailboxFaults) as [MailboxFault, ...MailboxFault[]]),
  remaining: z.coerce.number().int().min(1).max(1_000_000).nullable().default(1),
  delayMs: z.coerce.number().int().min(0).max(600_000).default(2_000),
})

/** Everything that was sent, to look at; and the switches of the mail server. */
export function createMailbox(options: MailboxPageOptions): Hono {
  const { database, clock, basePath } = options
  const app = new Hono()
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }))
  app.get("/", async (c) => c.html(await renderList(options)))
  app.get("/control/mails", async (c) => c.json({ items: await listMails(options) }))
  app.get("/control/faults", async (c) => c.json({ items: await listFaults(database, "mailbox") }))
  app.post("/control/faults", async (c) => {
    const wanted = faultInput.safeParse(await c.req.json())
    if (!wanted.success) return c.json({ error: z.prettifyError(wanted.error) }, 400)
    await addFault(database, "mailbox", { call: "mail", ...wanted.data }, clock.now())
    return c.json({ items: await listFaults(database, "mailbox") }, 201)
  })
  app.delete("/control/faults", async (c) => {
    await clearFaults(database, "mailbox")
    return c.json({ items: [] })
  })
  app.post("/faults", async (c) => {
    const form = await c.req.parseBody()
    const wanted = faultInput.safeParse({ ...form, remaining: form.remaining === "" ? null : form.remaining })
    if (wanted.success) await addFault(database, "mailbox", { call: "mail", ...wanted.data }, clock.now())
    return c.redirect(`${basePath}/`, 303)
  })
  app.post("/faults/clear", async (c) => {
    await clearFaults(database, "mailbox")
    return c.redirect(`${basePath}/`, 303)
  })
  app.get("/:id", (c) =>
    onMail(options, c, async (row, mail) => c.html(await renderMail(options, row, mail))),
  )
  app.get("/:id/html", (c) => onMail(options, c, (_, mail) => sendHtml(c, mail)))
  app.get("/:id/source", (c) =>
    onMail(options, c, (row) =>
      c.body(Buffer.from(row.raw), 200, { "content-type": "text/plain; charset=utf-8", ...harmless }),
    ),
  )
  app.get("/:id/attachments/:number", (c) => onMail(options, c, (_, mail) => sendAttachment(c, mail)))
  return app
}

/** Newest first. A stand-in's mailbox is looked at, not searched: 200 are enough. */
async function listMails({ database }: MailboxPageOptions) {
  return database.transactAcrossTenants((db) =>
    db
      .select({
        id: mails.id,
        messageId: mails.messageId,
        sender: mails.sender,
        recipients: mails.recipients,
        subject: mails.subject,
        receivedAt: sql<string>`to_json(${mails.receivedAt})#>>'{}'`,
        deliveries: mails.deliveries,
      })
      .from(mails)
      .orderBy(desc(mails.receivedAt), desc(mails.id))
      .limit(200),
  )
}

async function onMail(
  options: MailboxPageOptions,
  c: HonoContext,
  answer: (row: MailRow, mail: Email) => Response | Promise<Response>,
): Promise<Response> {
  const id = c.req.param("id") ?? ""
  const [row] = await options.database.transactAcrossTenants((db) =>
    db.select().from(mails).where(eq(mails.id, id)).limit(1),
  )
  if (!row) return c.text("404", 404)
  return answer(row, await PostalMime.parse(row.raw))
}

/** What a mail says is a stranger's: it may show itself, and do nothing. */
const harmless = {
  "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: cid:",
  "x-content-type-options": "nosniff",
  "x-frame-options": "SAMEORIGIN",
} as const

function sendHtml(c: HonoContext, mail: Email): Response {
  return c.body(mail.html ?? "", 200, { "content-type": "text/html; charset=utf-8", ...harmless })
}

function sendAttachment(c: HonoContext, mail: Email): Response {
  const found = mail.attachments[Number(c.req.param("number"))]
  if (!found) return c.text("404", 404)
  const content =
    typeof found.content === "string" ? Buffer.from(found.content) : Buffer.from(found.content as ArrayBuffer)
  const name = encodeURIComponent(found.filename ?? "attachment")
  return c.body(content, 200, {
    "content-type": found.mimeType,
    "content-disposition": `attachment; filename*=UTF-8''${name}`,
    ...harmless,
  })
}

async function renderList(options: MailboxPageOptions): Promise<Markup> {
  const rows = await listMails(options)
  const faults = await listFaults(options.database, "mailbox")
  const body = html`
    ${renderTable(
      "✉",
      ["@", "From", "To", "Subject", "×"],
      rows.map((row) => [
        row.receivedAt,
        row.sender,
        row.recipients.join(", "),
        html`<a href="${options.basePath}/${row.id}">${row.subject || "–"}</a>`,
        row.deliveries === 1 ? "1" : html`<strong class="bad">${row.deliveries}</strong>`,
      ]),
    )}
    <form class="row" method="post" action="${options.basePath}/faults">
      <label>Fault
        <select name="fault">
          ${Object.entries(mailboxFaults).map(([name, words]) => html`<option value="${name}">${name}: ${words}</option>`)}
        </select>
      </label>
      <label>Times (empty: always) <input name="remaining" type="number" min="1" value="1" /></label>
      <label>Delay, ms <input name="delayMs" type="number" min="0" value="2000" /></label>
      <button>Set</button>
    </form>
    ${renderTable(
      "Faults waiting",
      ["Fault", "Times left", "Delay"],
      faults.map((fault) => [fault.fault, fault.remaining ?? "∞", `${fault.delayMs} ms`]),
    )}
    <form class="row" method="post" action="${options.basePath}/faults/clear"><button>Take all faults away</button></form>`
  return renderPage({ title: "Mailbox", stylePath: `${options.basePath}/style.css`, body })
}

function renderMail(options: MailboxPageOptions, row: MailRow, mail: Email): Markup {
  const base = `${options.basePath}/${row.id}`
  const body = html`
    <p><a href="${options.basePath}/">← Mailbox</a> · <a href="${base}/source">Source</a></p>
    <h1>${row.subject}</h1>
    ${renderTable(
      "Envelope",
      ["From", "To", "@", "Message-ID", "×"],
      [[row.sender, row.recipients.join(", "), row.receivedAt.toString(), row.messageId, row.deliveries]],
    )}
    ${
      mail.attachments.length === 0
        ? ""
        : html`<ul>${mail.attachments.map(
            (one, index) =>
              html`<li><a href="${base}/attachments/${index}">${one.filename ?? index}</a> (${one.mimeType})</li>`,
          )}</ul>`
    }
    ${mail.html ? html`<iframe title="HTML" sandbox src="${base}/html"></iframe>` : ""}
    <pre>${mail.text ?? ""}</pre>
    ${renderTable(
      "Headers",
      ["Name", "Value"],
      mail.headers.map((header) => [header.key, header.value]),
    )}`
  return renderPage({ title: "Mailbox", stylePath: `${options.basePath}/style.css`, body })
}
