import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import type { Context } from "#kit/context.ts"
import { silentLog } from "#kit/context.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { createMemoryRunner } from "#kit/work/memory-runner.ts"
import { type MailboxServer, openMailbox } from "#sandbox/mailbox.ts"
import { createMailbox } from "#sandbox/mailbox-pages.ts"
import { saveSettings } from "#tenancy"
import { createSmtpTransport, notificationsWork, sendMessage, serviceReady } from "./index.ts"
import type { MailTransport } from "./mail-transport.ts"
import { messages } from "./tables.ts"

const TENANT = "ten_mail"
let at: TestDatabase
let mailbox: MailboxServer
let mail: MailTransport
let pages: ReturnType<typeof createMailbox>

beforeAll(async () => {
  at = await testDatabase({ runner: "memory" })
  mailbox = await openMailbox({ database: at.database, clock: at.clock, log: silentLog, port: 0 })
  mail = createSmtpTransport({ host: "127.0.0.1", port: mailbox.port, tls: "none", timeoutMs: 5_000 })
  pages = createMailbox({ database: at.database, clock: at.clock, basePath: "" })
  await inTenant((ctx) =>
    saveSettings(ctx, {
      name: "Hostwell Demo",
      defaultLanguage: "en",
      currencies: ["KRW"],
      defaultCurrency: "KRW",
      publicUrl: "https://shop.example",
      timeZone: "Asia/Seoul",
      taxIncluded: true,
      taxRate: { numerator: 10n, denominator: 100n },
      taxLabel: { en: "VAT", ko: "부가세" },
      seller: {
        legalName: "Demo Hosting Ltd.",
        representative: "Demo",
        addressLines: ["1 Demo Street"],
        country: "KR",
        registrationNumber: "000",
        taxId: "000-00-00000",
        mailOrderNumber: null,
        email: "hello@shop.example",
        phone: "+82 2 000 0000",
      },
      legalEntityId: "ent_demo",
      isDemo: true,
    }),
  )
})
afterEach(async () => void (await pages.request("/control/faults", { method: "DELETE" })))
afterAll(async () => {
  mail.close()
  await mailbox.close()
  await at.drop()
})

const inTenant = <Result>(body: (ctx: Context) => Promise<Result>) => at.inTenant(TENANT, body)

async function write(key: string, attachments: Parameters<typeof sendMessage>[1]["attachments"] = []) {
  return inTenant((ctx) =>
    sendMessage(ctx, {
      template: serviceReady,
      to: { name: "박민아", address: `${key}@example.com` },
      language: "ko",
      key,
      data: {
        name: "박민아",
        hostname: "vm1.example.com",
        address: "198.18.0.1",
        user: "root",
        serviceUrl: "https://shop.example/services/svc_1",
      },
      ...(attachments ? { attachments } : {}),
    }),
  )
}

async function playOut(hours = 2) {
  const runner = createMemoryRunner({
    database: at.database,
    clock: at.clock,
    newId: at.newId,
    log: silentLog,
    kinds: notificationsWork({ mail }),
    seed: 3,
  })
  await runner.playOut({ until: at.clock.now().add({ hours }) })
}

const fault = (name: string, remaining = 1) =>
  pages.request("/control/faults", {
    method: "POST",
    body: JSON.stringify({ fault: name, remaining }),
    headers: { "content-type": "application/json" },
  })

async function arrived(key: string) {
  const answer = await pages.request("/control/mails")
  const { items } = (await answer.json()) as {
    items: { id: string; recipients: string[]; deliveries: number; messageId: string; subject: string }[]
  }
  return items.filter((item) => item.recipients.includes(`${key}@example.com`))
}

async function stateOf(messageId: string) {
  const rows = await inTenant((ctx) => ctx.db.select().from(messages).where(eq(messages.id, messageId)))
  return rows[0]
}

describe("a message", () => {
  it("arrives once, whole, under a name of its own row", async () => {
    const pdf = new TextEncoder().encode("%PDF-1.7 invoice")
    const attachments = [{ filename: "거래명세서.pdf", contentType: "application/pdf", content: pdf }]
    const { messageId } = await write("whole", attachments)
    expect(await write("whole")).toEqual({ messageId })
    await playOut()
    expect(await stateOf(messageId)).toMatchObject({ state: "sent", attempts: 1 })
    const [item, ...others] = await arrived("whole")
    expect(others).toEqual([])
    expect(item).toMatchObject({ deliveries: 1, messageId: `<${messageId}@shop.example>` })
    expect(item?.subject).toBe("서버 설치가 완료되었습니다 (vm1.example.com)")
    const page = await (await pages.request(`/${item?.id}`)).text()
    expect(page).toContain("거래명세서.pdf")
    const attached = await pages.request(`/${item?.id}/attachments/0`)
    expect(await attached.text()).toBe("%PDF-1.7 invoice")
    const shown = await pages.request(`/${item?.id}/html`)
    expect(shown.headers.get("content-security-policy")).toContain("sandbox")
    expect(await shown.text()).toContain("198.18.0.1")
  })

  it("whose taking was never confirmed comes again under the same name: one mail", async () => {
    await fault("drop_after_data")
    const { messageId } = await write("dropped")
    await playOut()
    expect(await stateOf(messageId)).toMatchObject({ state: "sent", attempts: 2 })
    expect(await arrived("dropped")).toMatchObject([{ deliveries: 2 }])
  })

  it.each(["later", "drop_before_data"])("waits and comes when the server says %s", async (name) => {
    await fault(name, 3)
    const { messageId } = await write(name)
    await playOut()
    expect(await stateOf(messageId)).toMatchObject({ state: "sent", attempts: 4 })
    expect(await arrived(name)).toHaveLength(1)
  })

  it("that is refused for good stops for a person", async () => {
    await fault("refuse")
    const { messageId } = await write("refused")
    await playOut()
    expect(await stateOf(messageId)).toMatchObject({ state: "failed", attempts: 1 })
    expect((await stateOf(messageId))?.outcome).toContain("550")
    expect(await arrived("refused")).toEqual([])
  })

  it("is given up after two days, not sooner", async () => {
    await fault("later", 100_000)
    const { messageId } = await write("never")
    await playOut(1)
    at.clock.advance({ hours: 46 })
    await playOut(0)
    expect((await stateOf(messageId))?.state).toBe("sending")
    at.clock.advance({ hours: 2 })
    await playOut(0)
    expect((await stateOf(messageId))?.state).toBe("failed")
  })
})
