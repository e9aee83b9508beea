import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { Hono } from "hono"
import { html } from "hono/html"
import type { z } from "zod"
import { formatMoney, money } from "#kit/money.ts"
import { listBooks, refundAtConsole } from "./card-books.ts"
import { consoleRefund, faultInput } from "./card-control.ts"
import { loseDispute, turnDispute } from "./card-disputes.ts"
import { cardCallKinds, cardFaults, NOTICE_KIND } from "./card-faults.ts"
import { listNotices, resendNotice } from "./card-notices.ts"
import { basePath, type CardOptions, withBooks } from "./card-options.ts"
import { payerStyles } from "./card-payer-markup.ts"
import { addFault, clearFaults, listFaults } from "./stand-in-faults.ts"
import { type Markup, renderPage, renderTable, styleSheet } from "./stand-in-page.ts"

/** Many machines have no Korean font, and a payment page must be readable on all of them. */
const fontFile = join(
  dirname(createRequire(import.meta.url).resolve("pretendard/package.json")),
  "dist/web/static/woff2/Pretendard-Regular.woff2",
)

/** The gateway's own back office: what it holds, what it told whom, and what it shall do wrong. */
export function createInsidePage(options: CardOptions): Hono {
  const pages = new Hono()
  const home = () => `${basePath(options)}/`
  pages.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }))
  pages.get("/payer.css", (c) => c.body(payerStyles, 200, { "content-type": "text/css; charset=utf-8" }))
  pages.get("/pretendard.woff2", async (c) =>
    c.body(new Uint8Array(await readFile(fontFile)), 200, {
      "content-type": "font/woff2",
      "cache-control": "public, max-age=86400",
    }),
  )
  pages.get("/", async (c) => c.html(await renderInside(options)))
  pages.post("/faults", async (c) => {
    const form = await c.req.parseBody()
    const wanted = faultInput.safeParse({ ...form, remaining: form.remaining === "" ? null : form.remaining })
    if (wanted.success) await addFault(options.database, "card", wanted.data, options.clock.now())
    return c.redirect(home(), 303)
  })
  pages.post("/faults/clear", async (c) => {
    await clearFaults(options.database, "card")
    return c.redirect(home(), 303)
  })
  pages.post("/charges/:id/dispute", async (c) => {
    await withBooks(options, (books) => turnDispute(books, c.req.param("id")))
    return c.redirect(home(), 303)
  })
  pages.post("/charges/:id/dispute/lose", async (c) => {
    await withBooks(options, (books) => loseDispute(books, c.req.param("id")))
    return c.redirect(home(), 303)
  })
  pages.post("/charges/:id/refund", async (c) => {
    const form = await c.req.parseBody()
    const wanted = consoleRefund.safeParse({ amount: form.amount === "" ? undefined : form.amount })
    const refund = (chosen: z.infer<typeof consoleRefund>) =>
      withBooks(options, (books) => refundAtConsole(books, c.req.param("id"), chosen))
    if (wanted.success) await refund(wanted.data)
    return c.redirect(home(), 303)
  })
  pages.post("/notices/:id/resend", async (c) => {
    await withBooks(options, (books) => resendNotice(books, Number(c.req.param("id"))))
    return c.redirect(home(), 303)
  })
  return pages
}

/** The newest of each: a page is for looking, the JSON is for counting. */
const SHOWN = 50

async function renderInside(options: CardOptions): Promise<Markup> {
  const base = basePath(options)
  const books = await withBooks(options, async (at) => ({
    ...(await listBooks(at, SHOWN)),
    notices: await listNotices(at, SHOWN),
  }))
  const faults = await listFaults(options.database, "card")
  const say = (row: { amountMinor: bigint; currency: Parameters<typeof money>[1] }) =>
    formatMoney(money(row.amountMinor, row.currency), "en-IE")
  const body = html`<h1>Card gateway</h1>
    ${renderTable(
      "Checkouts",
      ["Checkout", "Reference", "Amount", "State", "Decline", "Opened"],
      books.checkouts.map((row) => [
        html`<a href="${base}/pay/${row.id}">${row.id}</a>`,
        row.reference,
        say(row),
        row.state,
        row.declineCode,
        row.createdAt.toString(),
      ]),
    )}
    ${renderTable(
      "Charges",
      ["Charge", "Reference", "Amount", "Refunded", "Card", "Taken", "Disputed", "Holder", "Send back"],
      books.charges.map((row) => [
        html`<a href="${base}/receipts/${row.id}">${row.id}</a>`,
        row.reference,
        say(row),
        say({ amountMinor: row.refundedMinor, currency: row.currency }),
        row.cardEnding,
        row.createdAt.toString(),
        row.disputeLostAt ? `lost ${row.disputeLostAt}` : (row.disputedAt?.toString() ?? ""),
        renderDispute(base, row),
        renderRefund(base, row),
      ]),
    )}
    ${renderKept(base, books, say)}
    ${renderTable(
      "Refunds",
      ["Refund", "Charge", "Reference", "Amount", "Sent"],
      books.refunds.map((row) => [
        row.id,
        row.chargeId,
        row.reference,
        row.amountMinor.toString(),
        row.createdAt.toString(),
      ]),
    )}
    ${renderTable(
      "Notices",
      ["Event", "Type", "Forged", "State", "Tries", "Last answer", "Due", "Again"],
      books.notices.map((row) => [
        row.eventId,
        row.type,
        row.isForged ? "yes" : "no",
        row.state,
        row.tries,
        row.lastAnswer,
        row.dueAt.toString(),
        html`<form method="post" action="${base}/notices/${row.id}/resend"><button aria-label="Send again: ${row.eventId}">Send again</button></form>`,
      ]),
    )}
    ${renderFaults(base, faults)}`
  return renderPage({ title: "Sandbox card gateway", stylePath: `${base}/style.css`, body })
}

/** What its holder's bank may still do about it. */
function renderDispute(base: string, row: Awaited<ReturnType<typeof listBooks>>["charges"][number]): Markup {
  if (row.disputeLostAt) return html``
  const button = (path: string, label: string, words: string) =>
    html`<form method="post" action="${base}/charges/${row.id}/${path}"><button aria-label="${words}: ${row.id}">${label}</button></form>`
  if (!row.disputedAt) return button("dispute", "Dispute", "Dispute")
  return html`${button("dispute", "Settle", "Settle the dispute")}${button("dispute/lose", "Lose", "Decide for the holder")}`
}

/** By hand, as a merchant's people do in their gateway's back office. */
function renderRefund(base: string, row: Awaited<ReturnType<typeof listBooks>>["charges"][number]): Markup {
  if (row.disputedAt || row.refundedMinor === row.amountMinor) return html``
  const left = row.amountMinor - row.refundedMinor
  return html`<form method="post" action="${base}/charges/${row.id}/refund"><input name="amount" inputmode="numeric" pattern="[0-9]+" size="8" placeholder="${left.toString()}" aria-label="Amount to refund of ${row.id}, in the smallest unit" /><button aria-label="Refund: ${row.id}">Refund</button></form>`
}

/** Cards that may be charged while their holder is away, where they were left, and each time it happened. */
function renderKept(
  base: string,
  books: Awaited<ReturnType<typeof listBooks>>,
  say: (row: { amountMinor: bigint; currency: Parameters<typeof money>[1] }) => string,
): Markup {
  return html`${renderTable(
    "Kept cards",
    ["Card", "Customer", "Number", "Consented", "Given up"],
    books.methods.map((row) => [
      row.id,
      row.customer,
      row.cardNumber,
      row.consentedAt.toString(),
      row.detachedAt?.toString() ?? "",
    ]),
  )}
    ${renderTable(
      "Pages to leave a card",
      ["Page", "Reference", "Customer", "State", "Decline", "Opened"],
      books.setups.map((row) => [
        html`<a href="${base}/setup/${row.id}">${row.id}</a>`,
        row.reference,
        row.customer,
        row.state,
        row.declineCode,
        row.createdAt.toString(),
      ]),
    )}
    ${renderTable(
      "Charges of kept cards",
      ["Payment", "Reference", "Card", "Amount", "State", "Decline", "Asked"],
      books.payments.map((row) => [
        row.id,
        row.reference,
        row.methodId,
        say(row),
        row.state,
        row.declineCode,
        row.createdAt.toString(),
      ]),
    )}`
}

function renderFaults(base: string, faults: Awaited<ReturnType<typeof listFaults>>): Markup {
  return html`<h2>Faults</h2>
    ${renderTable(
      "Set now",
      ["Call", "Fault", "For how many", "Delay"],
      faults.map((row) => [row.call, row.fault, row.remaining ?? "until cleared", `${row.delayMs} ms`]),
    )}
    <form method="post" action="${base}/faults" class="row">
      <label>Call
        <select name="call">${["*", ...cardCallKinds, NOTICE_KIND].map((kind) => html`<option>${kind}</option>`)}</select>
      </label>
      <label>Fault
        <select name="fault">
          ${Object.entries(cardFaults).map(([name, what]) => html`<option value="${name}">${name}: ${what}</option>`)}
        </select>
      </label>
      <label>For how many (empty: until cleared)
        <input name="remaining" type="number" min="1" value="1" />
      </label>
      <label>Delay in ms
        <input name="delayMs" type="number" min="0" value="2000" />
      </label>
      <button>Set</button>
    </form>
    <form method="post" action="${base}/faults/clear"><button>Clear all faults</button></form>`
}
