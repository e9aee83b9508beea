import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { mailAbout } from "#app/testing/letters.ts"
import { testCompany } from "#app/testing/test-company.ts"
import type { ApiProblem } from "#kit/problem.ts"

const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "accepted",
    (error: ApiProblem) => error.code,
  )
const inBoth = (en: string, ko: string) => ({ en, ko })

/** The day in the demo shop's calendar, so many days from now. */
function dayFrom(company: Company, days: number): string {
  const now = company.ground.clock.now().toZonedDateTimeISO("Asia/Seoul")
  return now.toPlainDate().add({ days }).toString()
}

test("terms are a template until the shop publishes its own; from their first day on people are asked anew", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { legal } = company.visitor.content
  const { pages } = company.operator.api.content
  const template = await legal.get({ page: "terms" })
  expect(template).toMatchObject({ isTemplate: true, version: "2026-11-01" })
  expect(template.html).toContain("Demo Hosting Co., Ltd.")
  expect(template.html).not.toContain("{{")

  const by = await company.customer()
  await by.api.identity.consents.accept({})
  expect((await by.api.privacy.own.get()).pending).toEqual([])

  const body = inBoth("## 1. New\n\nSold by {{seller}}.", "## 제1조\n\n판매자: {{seller}}")
  const text = { title: inBoth("Terms", "이용약관"), summary: inBoth("", ""), body }
  expect(await codeOf(pages.publish({ id: "terms", from: dayFrom(company, 0) }))).toBe(
    "content.nothing_to_publish",
  )
  await pages.save({ id: "terms", ...text, title: inBoth("Terms of {{shop}}", "{{shop}} 이용약관") })
  // Who edits it reads what visitors will read; the draft itself keeps its braces.
  const named = await pages.get({ id: "terms" })
  expect(named.name.en).not.toContain("{{")
  expect(named.text.title.ko).toBe("{{shop}} 이용약관")
  expect((await pages.list()).items.find(({ id }) => id === "terms")?.title).toEqual(named.name)
  await pages.save({ id: "terms", ...text })
  expect(await codeOf(pages.publish({ id: "terms", from: dayFrom(company, -1) }))).toBe(
    "content.day_too_early",
  )
  await pages.publish({ id: "terms", from: dayFrom(company, 7), note: "A lawyer looked at it" })

  const before = await legal.get({ page: "terms" })
  expect(before).toMatchObject({ isTemplate: true, isCurrent: true })
  expect(before.coming?.from).toBe(dayFrom(company, 7))
  const coming = before.versions[0]
  expect(coming?.from).toBe(dayFrom(company, 7))
  const read = await legal.get({ page: "terms", version: coming?.version ?? "" })
  expect(read).toMatchObject({ isCurrent: false, isTemplate: false })
  expect(read.html).toContain("Sold by 데모호스팅 주식회사")
  expect((await by.api.privacy.own.get()).pending).toEqual([])

  await company.travel({ days: 8 })
  expect(await legal.get({ page: "terms" })).toMatchObject({ isTemplate: false, version: coming?.version })
  const { pending } = await by.api.privacy.own.get()
  expect(pending).toEqual([{ purpose: "terms", version: coming?.version }])
  expect((await pages.get({ id: "terms" })).versions[0]).toMatchObject({ state: "current", agreed: 0 })
  await by.api.identity.consents.accept({})
  const { consents, pending: rest } = await by.api.privacy.own.get()
  expect(rest).toEqual([])
  expect(consents[0]).toMatchObject({ purpose: "terms", isGiven: true, version: coming?.version })
  expect((await pages.get({ id: "terms" })).versions[0]?.agreed).toBe(1)
  // What they agreed to before can still be read, word for word.
  const old = await legal.get({ page: "terms", version: "2026-11-01" })
  expect(old.html).toBe(template.html)
})

test("what was published never changes, and two versions can be compared word by word", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { pages } = company.operator.api.content
  const save = (words: string) =>
    pages.save({
      id: "acceptable-use",
      title: inBoth("Use", "이용"),
      summary: inBoth("", ""),
      body: inBoth(words, "그대로"),
    })
  await save("No spam at all.")
  await pages.publish({ id: "acceptable-use", from: dayFrom(company, 0) })
  await save("No misuse at all.")
  const twice = await pages.publish({ id: "acceptable-use", from: dayFrom(company, 0), note: "plainer" })
  expect(twice.versions.map(({ version }) => version)).toEqual([
    `${dayFrom(company, 0)}.02`,
    dayFrom(company, 0),
  ])
  const changed = await pages.compare({ id: "acceptable-use" })
  expect(changed.en.filter(({ change }) => change !== "same")).toEqual([
    { text: "spam", change: "removed" },
    { text: "misuse", change: "added" },
  ])
  expect(changed.ko.every(({ change }) => change === "same")).toBe(true)
  const forge = company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute(sql`update content.versions set body = '{}'`),
  )
  await expect(forge).rejects.toThrow()
  expect(await codeOf(pages.withdraw({ id: "acceptable-use" }))).toBe("content.stays")
})

test("news appear on their day and guides are found by their words, in either language", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { pages } = company.operator.api.content
  const { news, guides } = company.visitor.content
  const write = async (kind: "news" | "guide", slug: string, en: string, from: string) => {
    const text = {
      title: inBoth(en, `${en} 안내`),
      summary: inBoth("", ""),
      body: inBoth(`${en} body`, "방화벽 설정"),
    }
    const { id } = await pages.create({ kind, slug, ...text })
    await pages.publish({ id, from })
    return id
  }
  await write("news", "our-old", "Old", dayFrom(company, -30))
  await write("news", "our-soon", "Soon", dayFrom(company, 3))
  const today = await write("news", "our-today", "Today", dayFrom(company, 0))
  const listed = async () => (await news.list({})).items.map(({ slug }) => slug).filter(isOurs)
  expect(await listed()).toEqual(["our-today", "our-old"])
  const first = await news.list({ limit: 1 })
  expect(first.items.map(({ slug }) => slug)).toEqual(["our-today"])
  const second = await news.list({ limit: 1, after: first.next ?? "" })
  expect(second.items.map(({ slug }) => slug)).toEqual(["storage-servers"])
  expect(await codeOf(news.get({ slug: "our-soon" }))).toBe("content.page_missing")
  await pages.withdraw({ id: today })
  expect(await listed()).toEqual(["our-old"])

  await write("guide", "our-firewall", "Set up a firewall", dayFrom(company, 0))
  await write("guide", "our-backup", "Keep a backup", dayFrom(company, 0))
  const found = async (search: string) =>
    (await guides.list({ search })).items.map(({ slug }) => slug).filter(isOurs)
  expect(await found("FIREWALL set")).toEqual(["our-firewall"])
  expect(await found("body")).toEqual(["our-backup", "our-firewall"])
  expect(await found("firewall backup")).toEqual([])
  expect(await codeOf(pages.create({ kind: "guide", slug: "our-backup", ...blank }))).toBe(
    "content.slug_taken",
  )
})

/** The demo shop has written some of its own. */
const isOurs = (slug: string) => slug.startsWith("our-")
const blank = { title: inBoth("", ""), summary: inBoth("", ""), body: inBoth("", "") }

test("who writes to the shop reaches it, and an answer reaches them", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { contact } = company.visitor.content
  const wish = {
    name: "Ann <b>",
    email: "ann@visitor.example",
    topic: "sales",
    message: "Do you sell\nservers?",
  } as const
  await expect(contact.send({ ...wish, agrees: false as never })).rejects.toMatchObject({ status: 422 })
  await contact.send({ ...wish, agrees: true })
  await company.settle()
  await mailAbout(company, "hello@demo.example", "Ann <b> writes about products and prices")
  const { rows } = await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute<{ reply_to: string; html: string; state: string }>(
      sql`select reply_to, html, state from notifications.messages where template = 'contact-message'`,
    ),
  )
  expect(rows[0]).toMatchObject({ reply_to: "ann@visitor.example", state: "sent" })
  expect(rows[0]?.html).toContain("Do you sell<br>servers?")
  expect(rows[0]?.html).not.toContain("<b>")
})
