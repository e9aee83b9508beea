import { expect, test } from "vitest"
import { secondDemoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { fetchFrom } from "#app/testing/test-edge.ts"
import { openTwoShops, signInAt } from "#app/testing/two-shops.ts"

const openOne = () => testCompany({ player: { kind: "memory", seed: 1 } })
const names = (company: Company) => company.operator.api.hosts.names

async function setRecord(
  company: Company,
  record: { name: string; type: string; value: string },
): Promise<void> {
  const answer = await company.request("/sandbox/names/control/records", { method: "POST", json: record })
  if (answer.status !== 201) throw new Error(`The name service answered ${answer.status}.`)
}

async function clearRecords(company: Company): Promise<void> {
  const listed = await company.request("/sandbox/names/control/records")
  const { items } = (await listed.json()) as { items: { id: number }[] }
  for (const { id } of items) {
    await company.request(`/sandbox/names/control/records/${id}/remove`, { method: "POST", json: {} })
  }
}

async function setAll(company: Company, id: string): Promise<void> {
  const host = (await names(company).list()).items.find((one) => one.id === id)
  for (const { type, name, value } of host?.records ?? []) await setRecord(company, { type, name, value })
}

async function stateOf(company: Company, id: string) {
  return (await names(company).list()).items.find((one) => one.id === id)
}

const settle = (company: Company) => company.settle({ within: { seconds: 0 } })

/** What answers under a name: nothing (404), the shop (200), or the way to its first name (308). */
async function askAt(company: Company, host: string, path = "/api/v1/shop") {
  const port = Number(new URL(company.url).port)
  const answer = await fetchFrom(port, path, { host: `${host}:${port}` })
  return { status: answer.status, location: answer.headers.get("location") }
}

test("a name leads to the shop once its record is found, and to the shop's first name from there", async () => {
  await using company = await openOne()
  const host = "cloud.demo.localhost"
  const added = await names(company).add({ host })
  expect(added).toMatchObject({ state: "pending", isServed: false, isPrimary: false })
  expect(added.records.map(({ type, name }) => `${type} ${name}`)).toEqual([
    `TXT _shop-check.${host}`,
    `CNAME ${host}`,
  ])
  await settle(company)
  expect((await stateOf(company, added.id))?.state).toBe("pending")
  expect((await askAt(company, host)).status).toBe(404)
  await setAll(company, added.id)
  await names(company).check({ id: added.id })
  await settle(company)
  const verified = await stateOf(company, added.id)
  expect(verified).toMatchObject({ state: "verified", isServed: true, isChecking: false })
  expect(verified?.records.every(({ isFound }) => isFound)).toBe(true)
  await expect.poll(async () => (await askAt(company, host)).status).toBe(308)
  const led = await askAt(company, host, "/terms?x=1")
  expect(led).toEqual({ status: 308, location: `${company.url}/terms?x=1` })
  const settings = await company.visitor.tenancy.shop.get()
  const [mail] = await readMails(company, settings.seller.email)
  expect(mail?.subject).toContain(host)
  const { items } = await company.operator.api.audit.entries.list({ subjectId: added.id })
  expect(items.map(({ act }) => act).sort()).toEqual(["hosts.added", "hosts.verified"])
})

test("the clock finds what nobody asked about: a record set later, and one that is gone for days", async () => {
  await using company = await openOne()
  const { id } = await names(company).add({ host: "later.demo.localhost" })
  await settle(company)
  await setAll(company, id)
  await company.travel({ hours: 2 })
  await settle(company)
  expect((await stateOf(company, id))?.state).toBe("verified")
  await clearRecords(company)
  await company.travel({ hours: 25 })
  await settle(company)
  const missing = await stateOf(company, id)
  expect(missing).toMatchObject({ state: "verified", isServed: true })
  expect(missing?.missingSince).not.toBeNull()
  // Three days of silence say nothing; three days without the record do.
  await company.fault("names", { call: "query", fault: "servfail", remaining: null })
  await company.travel({ days: 4 })
  await settle(company)
  expect((await stateOf(company, id))?.state).toBe("verified")
  await company.clearFaults("names")
  await company.travel({ hours: 25 })
  await settle(company)
  expect(await stateOf(company, id)).toMatchObject({ state: "lapsed", isServed: false })
  await expect.poll(async () => (await askAt(company, "later.demo.localhost")).status).toBe(404)
  await setAll(company, id)
  await company.travel({ hours: 25 })
  await settle(company)
  expect(await stateOf(company, id)).toMatchObject({ state: "verified", isServed: true })
})

test("one name added twice at the same moment is one name, and the slower of the two is told", async () => {
  await using company = await openOne()
  const both = await Promise.allSettled([1, 2].map(() => names(company).add({ host: "twin.demo.localhost" })))
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  const slower = both.find((one) => one.status === "rejected")
  expect(slower?.reason).toMatchObject({ code: "hosts.host_known" })
})

test("nobody looks for ever: after a week it is over, until somebody asks again", async () => {
  await using company = await openOne()
  const { id } = await names(company).add({ host: "never.demo.localhost" })
  await company.travel({ days: 8 })
  await settle(company)
  expect((await stateOf(company, id))?.state).toBe("failed")
  const again = await names(company).check({ id })
  expect(again).toMatchObject({ state: "pending", isChecking: true })
})

test("the first name moves, and everything the shop says of itself moves with it", async () => {
  await using company = await openOne()
  const host = "xn--hp4bo76a.demo.example"
  const added = await names(company).add({ host: "쇼핑.demo.example" })
  expect(added).toMatchObject({ host, name: "쇼핑.demo.example" })
  const refused = (act: Promise<unknown>) =>
    act.then(
      () => "done",
      (error: { code: string }) => error.code,
    )
  const makePrimary = () => names(company).makePrimary({ id: added.id })
  expect(await refused(makePrimary())).toBe("hosts.host_unverified")
  const [proof] = added.records
  await setRecord(company, { type: "TXT", name: proof?.name ?? "", value: proof?.value ?? "" })
  await setRecord(company, { type: "A", name: host, value: "192.0.2.7" })
  await names(company).check({ id: added.id })
  await settle(company)
  expect(await refused(makePrimary())).toBe("hosts.host_not_here")
  expect((await stateOf(company, added.id))?.found).toContain("192.0.2.7")
  await names(company).makePrimary({ id: added.id, isBehindProxy: true })
  expect(await refused(names(company).remove({ id: added.id }))).toBe("hosts.host_primary")
  await expect.poll(async () => (await askAt(company, host)).status).toBe(200)
  const [first, given] = (await names(company).list()).items
  expect(first).toMatchObject({ host, isPrimary: true })
  await names(company).makePrimary({ id: given?.id ?? "" })
  await names(company).remove({ id: added.id })
  await expect.poll(async () => (await askAt(company, host)).status).toBe(404)
})

test("a name belongs to one shop: to who shows the record, and never to who only says so", async () => {
  await using company = await openOne()
  const { there } = await openTwoShops(company)
  const cookie = (await signInAt(there, secondDemoPeople.operator)) ?? ""
  const theirs = (host: string) => there("/api/v1/host-names", { method: "POST", cookie, json: { host } })
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code
  expect(await codeOf(await theirs("localhost"))).toBe("hosts.host_invalid")
  const [own] = (await names(company).list()).items
  const host = "wanted.demo.localhost"
  const mine = await names(company).add({ host })
  expect((await theirs(host)).status).toBe(201)
  await setAll(company, mine.id)
  await names(company).check({ id: mine.id })
  await settle(company)
  expect((await stateOf(company, mine.id))?.state).toBe("verified")
  // The same claim beside ours found no record of its own, and a later one is told so at once.
  const listed = (await (await there("/api/v1/host-names", { cookie })).json()) as {
    items: { id: string; host: string; state: string }[]
  }
  expect(listed.items.find((one) => one.host === host)?.state).toBe("pending")
  expect(listed.items.some((one) => one.id === mine.id || one.id === own?.id)).toBe(false)
  const removed = listed.items.find((one) => one.host === host)
  await there(`/api/v1/host-names/${removed?.id}`, { method: "DELETE", cookie })
  expect(await codeOf(await theirs(host))).toBe("hosts.host_taken")
})
