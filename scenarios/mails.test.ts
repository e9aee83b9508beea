import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"
import type { ApiProblem } from "#kit/problem.ts"
import { wordings } from "#notifications/tables"

const problemOf = (run: Promise<unknown>): Promise<Partial<ApiProblem>> =>
  run.then(
    () => ({ code: "accepted" }),
    (error: ApiProblem) => error,
  )

async function buyServer(company: Company, by: Shopper): Promise<void> {
  const { attemptId } = await company.placeOrder({ by })
  await company.settle()
  await company.pay(attemptId)
  await company.settle()
}

async function subjectsFor(company: Company, address: string): Promise<string[]> {
  return (await readMails(company, address)).map(({ subject }) => subject)
}

const own = {
  subject: "{{ hostname }} is yours",
  text: "Hello {{ name }},\n\nyour server {{ hostname }} runs: {{ serviceUrl }}",
  html: '<p>Hello {{ name }}</p><p><a class="button" href="{{ serviceUrl }}">Your server</a></p>',
}

test("a shop says its mails in words of its own, tried before they count, and no mail is lost over them", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { notifications, audit } = company.operator.api
  const { templates, messages } = notifications
  const id = "service-ready"
  expect((await templates.list()).items.find((one) => one.id === id)).toMatchObject({ own: [] })

  // Tried first: what is wrong is said at the field, with its line.
  const wrong = { ...own, text: "Hello,\n{{ nmae }}" }
  const refused = await problemOf(templates.save({ id, language: "en", words: wrong }))
  expect(refused).toMatchObject({ status: 422, code: "notifications.value_unknown" })
  expect(refused.errors).toEqual([
    { pointer: "/words/text", detail: "Line 2: there is no value called nmae. Take one from the list." },
  ])
  expect((await problemOf(templates.preview({ id, language: "en", words: wrong }))).status).toBe(422)

  // As it comes, every one of them can be looked at.
  for (const { id: each } of (await templates.list()).items) {
    const { words, sampleCount } = await templates.get({ id: each })
    for (const language of ["en", "ko"] as const) {
      for (let sample = 0; sample < sampleCount; sample += 1) {
        const seen = await templates.preview({ id: each, language, sample, words: words[language] })
        expect(seen.subject, each).not.toBe("")
      }
    }
  }

  const preview = await templates.preview({ id, language: "en", words: own })
  expect(preview.subject).toBe("vm1.customer.example is yours")
  expect(preview.html).toContain("Demo Hosting")
  expect((await templates.get({ id })).history).toEqual([])

  const saved = await templates.save({ id, language: "en", words: own })
  expect(saved).toMatchObject({ own: ["en"], words: { en: own }, history: [{ number: 1, language: "en" }] })
  const [entry] = (await audit.entries.list({ act: "notifications.words-saved", limit: 1 })).items
  expect(entry).toMatchObject({ subjectId: id, after: { words: own } })

  const by = await company.customer()
  await buyServer(company, by)
  expect((await subjectsFor(company, by.email)).some((one) => one.endsWith(" is yours"))).toBe(true)

  // Words that were tried and fail all the same at a mail's own data: the house's go out, and staff read why.
  await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.insert(wordings).values({
      id: ctx.newId("wrd"),
      template: id,
      language: "en",
      number: 2,
      words: { ...own, html: "{{ hostname.nothing }}" },
      writtenAt: ctx.clock.now(),
      writtenBy: "planted",
    }),
  )
  const next = await company.customer()
  await buyServer(company, next)
  expect((await subjectsFor(company, next.email)).some((one) => one.endsWith(" is ready"))).toBe(true)
  const { failures } = await templates.get({ id })
  expect(failures).toHaveLength(1)
  const failed = await messages.get({ id: failures[0]?.messageId ?? "" })
  expect(failed).toMatchObject({
    to: next.email,
    state: "sent",
    warning: expect.stringContaining("undefined"),
  })

  const back = await templates.restore({ id, language: "en" })
  expect(back).toMatchObject({ own: [], words: { en: back.house.en } })
  expect(back.history.map(({ number }) => number)).toEqual([3, 2, 1])
  // The house's words, saved as they are, are no words of one's own.
  expect(await templates.save({ id, language: "en", words: back.house.en })).toMatchObject({ own: [] })
  expect((await templates.get({ id })).history).toHaveLength(3)
})

test("words on trial go to whoever tries them, so often and no more", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { operator } = company
  const { templates } = operator.api.notifications
  const words = { subject: "On trial", text: "{{ headline }}", html: "<p>{{ headline }}</p>" }
  const send = () => templates.send({ id: "shop-news", language: "ko", words })
  expect(await send()).toEqual({ sentTo: operator.email })
  await company.settle({ within: { seconds: 0 } })
  const [mail] = (await readMails(company, operator.email)).filter(({ subject }) =>
    subject.includes("On trial"),
  )
  expect(mail?.subject).toBe("[시험] On trial")
  expect(mail?.text).toContain("무료 수신거부")
  for (let count = 1; count < 10; count += 1) await send()
  expect(await problemOf(send())).toMatchObject({ status: 429 })
  expect((await templates.get({ id: "shop-news" })).history).toEqual([])
})

test("staff find every mail and send a failed one again; what opens something by itself is not shown to them", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { messages } = company.operator.api.notifications
  const by = await company.customer()
  await company.fault("mailbox", { call: "mail", fault: "refuse", remaining: 1 })
  await company.visitor.identity.passwords.forget({ email: by.email, language: "en" })
  await company.settle({ within: { seconds: 0 } })

  const { items } = await messages.list({ to: by.email, template: "reset-password" })
  expect(items).toMatchObject([{ state: "failed", to: by.email }])
  const id = items[0]?.id ?? ""
  const found = await messages.list({ subject: "RESET your" })
  expect(found.items.map((one) => one.id)).toContain(id)
  expect((await messages.list({ state: "failed" })).items.map((one) => one.id)).toEqual([id])
  expect((await messages.list({ to: "nobody@" })).items).toEqual([])

  expect(await messages.get({ id })).toMatchObject({ can: { resend: true } })
  await messages.resend({ id })
  await company.settle({ within: { seconds: 0 } })
  const sent = await messages.get({ id })
  expect(sent).toMatchObject({ state: "sent", can: { resend: false } })
  expect(await problemOf(messages.resend({ id }))).toMatchObject({ code: "notifications.not_failed" })

  const arrived = (await readMails(company, by.email)).find(({ subject }) => subject === sent.subject)
  const token = /token=([^\s&]+)/.exec(arrived?.text ?? "")?.[1] ?? ""
  expect(token.length).toBeGreaterThan(20)
  expect(JSON.stringify(sent)).not.toContain(token)
  expect(sent.text).toContain("/…")
})
