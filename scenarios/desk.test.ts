import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { getInvitationLetter } from "#identity"

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code,
  )

const open = () => testCompany({ player: { kind: "memory", seed: 1 } })

/** A colleague who may do what is named, and no more. */
async function hire(company: Company, permissions: string[]) {
  const { staff, staffRoles } = company.operator.api.identity
  const role = await staffRoles.create({ name: `Role of ${permissions.join()}`.slice(0, 60), permissions })
  const person = await company.customer()
  const { id } = await staff.invite({ email: person.email, roleId: role.id })
  const { keyring, inTenant } = company.ground
  const { token } = await inTenant(company.tenant, (ctx) => getInvitationLetter(ctx, keyring, id))
  await person.api.identity.invitations.accept({ token })
  return company.again(person)
}

/** Paid orders whose servers a full panel would not build. */
async function getStuck(company: Company, count: number): Promise<string[]> {
  await company.fault("virtfusion", { call: "servers.create.dry-run", fault: "full", remaining: null })
  for (let made = 0; made < count; made += 1) {
    const order = await company.placeOrder()
    await company.settle()
    await company.pay(order.attemptId)
    await company.settle()
  }
  await company.clearFaults("virtfusion")
  const { items } = await company.operator.api.operations.list({ state: ["stuck"] })
  return items.map(({ id }) => id)
}

test("many are retried at once in the name of whoever asked, and what failed says why", async () => {
  await using company = await open()
  const { operations, desk, audit } = company.operator.api
  const stuck = await getStuck(company, 2)
  expect(stuck).toHaveLength(2)
  const [over] = (await operations.list({ state: ["done"], limit: 1 })).items
  const subjectIds = [...stuck, over?.id ?? "", ...stuck]
  expect(await codeOf(desk.bulkRuns.prepare({ act: "operations.retry", subjectIds: [] }))).toBe(
    "desk.nothing_chosen",
  )
  const run = await desk.bulkRuns.prepare({ act: "operations.retry", subjectIds })
  // Nothing is done twice, however often it was named; and nothing at all before somebody has said yes.
  expect(run).toMatchObject({ state: "prepared", total: 3, done: 0, failed: 0, title: "Retry operations" })
  await company.settle()
  const asked = await desk.bulkRuns.get({ id: run.id })
  expect(asked).toMatchObject({ warns: expect.stringContaining("again"), needsReason: false, isGrave: false })
  expect(asked.items.map(({ state }) => state)).toEqual(["waiting", "waiting", "waiting"])
  expect((await desk.bulkRuns.list({})).items).toEqual([])
  expect((await operations.list({ state: ["stuck"] })).items).toHaveLength(2)
  expect(await codeOf(desk.bulkRuns.retry({ id: run.id }))).toBe("desk.run_goes_on")
  await desk.bulkRuns.confirm({ id: run.id })
  expect(await codeOf(desk.bulkRuns.confirm({ id: run.id }))).toBe("desk.run_begun")
  expect(await codeOf(desk.bulkRuns.drop({ id: run.id }))).toBe("desk.run_begun")
  await company.settle()
  const ended = await desk.bulkRuns.get({ id: run.id })
  expect(ended).toMatchObject({ state: "done", done: 2, failed: 1 })
  expect(ended.endedAt).not.toBeNull()
  // Its stream says that nothing more comes (null, not undefined): no browser has to ask again.
  const stream = await desk.bulkRuns.progress({ id: run.id })
  expect((await stream.next()).value).toMatchObject({ counts: { done: 2, failed: 1, total: 3 } })
  expect(await stream.next()).toEqual({ done: true, value: null })
  // What failed stands first, with words for people.
  expect(ended.items.map(({ state }) => state)).toEqual(["failed", "done", "done"])
  expect(ended.items[0]).toMatchObject({ subjectId: over?.id })
  expect(ended.items[0]?.why).toMatch(/\w{3}/)
  // Each by what it does, on what and for whom: nobody knows an id.
  for (const item of ended.items) expect(item.title).toMatch(/^[A-Z]\w+ /)
  const { about } = await operations.get({ id: stuck[0] ?? "" })
  const [built] = about.filter(({ id }) => id.startsWith("svc_"))
  expect(built).toEqual({ id: built?.id, name: expect.stringContaining("."), whose: expect.any(String) })
  const retried = ended.items.find(({ subjectId }) => subjectId === stuck[0])
  expect(retried?.about).toContain(`${built?.name}, ${built?.whose}`)
  expect((await operations.list({ state: ["stuck"] })).items).toEqual([])
  const { items: entries } = await audit.entries.list({ act: "operations.retried" })
  expect(entries.map(({ actor }) => actor.id)).toEqual([company.operator.personId, company.operator.personId])
  expect((await desk.bulkRuns.list({})).items.map(({ id }) => id)).toEqual([run.id])
  // The report has each in the order in which they were done; once more is only what failed.
  const report = await desk.bulkRuns.items({ id: run.id, limit: 2 })
  expect(report.items.map(({ state }) => state)).toEqual(["done", "done"])
  const rest = await desk.bulkRuns.items({ id: run.id, limit: 2, after: report.next ?? "" })
  expect(rest).toMatchObject({ items: [{ state: "failed", why: ended.items[0]?.why }], next: null })
  const again = await desk.bulkRuns.retry({ id: run.id })
  await company.settle()
  expect(await desk.bulkRuns.get({ id: again.id })).toMatchObject({
    state: "done",
    total: 1,
    failed: 1,
    items: [{ subjectId: over?.id }],
  })
  // A question that was put and left leaves nothing.
  const left = await desk.bulkRuns.prepare({ act: "operations.retry", subjectIds: stuck })
  await desk.bulkRuns.drop({ id: left.id })
  expect(await codeOf(desk.bulkRuns.get({ id: left.id }))).toBe("desk.run_missing")
})

test("papers, coupons and customers: each act does what its own page does, and says where it could not", async () => {
  await using company = await open()
  const { audit, desk, billing, catalog, customers, notifications, paperwork, provisioning } =
    company.operator.api
  const paid = await company.placeOrder()
  await company.pay(paid.attemptId)
  await company.settle()
  const [invoice] = (await billing.invoices.list({})).items
  const accountId = invoice?.accountId ?? ""
  const lines = [
    { words: "Moving your sites", quantity: 1, unit: { minor: "55000", currency: "KRW" as const } },
  ]
  const draft = await paperwork.drafts.create({ accountId, currency: "KRW", lines })
  await paperwork.drafts.send({ id: draft.id })
  const run = async (act: string, subjectIds: string[], said = {}) => {
    const { id } = await desk.bulkRuns.start({ act, subjectIds, ...said })
    await company.settle()
    return desk.bulkRuns.get({ id })
  }
  const acts = async (list: string) => (await desk.bulkRuns.acts({ list })).items.map(({ name }) => name)
  expect(await acts("invoices")).toEqual(["invoices.mail", "invoices.write-off"])
  const colleague = await hire(company, ["desk.bulk-runs.write", "billing.invoices.read"])
  expect((await colleague.api.desk.bulkRuns.acts({ list: "invoices" })).items).toEqual([])
  const { items: requests } = await billing.paymentRequests.list({ state: "open" })
  const [request] = requests
  expect(requests).toHaveLength(1)
  const withdrawn = await run("requests.withdraw", [request?.id ?? ""], { reason: "ordered twice" })
  expect(withdrawn).toMatchObject({ done: 1, failed: 0, items: [{ title: request?.number }] })
  expect((await billing.paymentRequests.list({ state: "open" })).items).toEqual([])
  const invoiceIds = [invoice?.id ?? ""]
  // Nothing is owed by it: that one says so, and the run goes on.
  const lost = await run("invoices.write-off", invoiceIds, { reason: "they are gone" })
  expect(lost).toMatchObject({ done: 0, failed: 1, items: [{ title: invoice?.number, state: "failed" }] })
  await run("invoices.mail", invoiceIds)
  const { items: again } = await notifications.messages.list({ template: "paper-copy" })
  expect(again.map(({ subject }) => subject)).toEqual([expect.stringContaining(invoice?.number ?? "?")])
  const tag = await customers.tags.create({ name: "VIP", color: "red" })
  const untold = desk.bulkRuns.start({ act: "customers.tag-give", subjectIds: [accountId] })
  expect(await codeOf(untold)).toBe("desk.choice_needed")
  expect(await run("customers.tag-give", [accountId], { choice: tag.id })).toMatchObject({
    done: 1,
    choice: "VIP",
  })
  const tagsOf = async () => (await customers.list({ tagId: tag.id })).items.map(({ id }) => id)
  expect(await tagsOf()).toEqual([accountId])
  await run("customers.tag-take", [accountId], { choice: tag.id })
  expect(await tagsOf()).toEqual([])
  const [service] = (await provisioning.services.list({})).items
  const serviceIds = [service?.id ?? ""]
  const stateOf = async () => (await provisioning.services.get({ id: serviceIds[0] ?? "" })).state
  const said = { choice: "abuse", reason: "sends spam" }
  // Only what people decide can be chosen: an unpaid one is billing's.
  const unpaid = desk.bulkRuns.start({
    act: "services.suspend",
    subjectIds: serviceIds,
    ...said,
    choice: "unpaid",
  })
  expect(await codeOf(unpaid)).toBe("desk.choice_needed")
  await run("services.suspend", serviceIds, said)
  expect(await stateOf()).toBe("suspended")
  const [told] = (await audit.entries.list({ act: "provisioning.service-suspended" })).items
  expect(told).toMatchObject({ reason: "sends spam", actor: { id: company.operator.personId } })
  await run("services.unsuspend", serviceIds, said)
  expect(await stateOf()).toBe("active")
  const coupon = await catalog.coupons.create({
    code: "SPRING",
    name: "Spring",
    isOn: true,
    kind: "percent",
    percent: 10,
    arms: [],
    amounts: {},
    trialDays: null,
    periods: null,
    isExclusive: false,
    planIds: [],
    cycles: [],
    currencies: [],
    countries: [],
    isForNewCustomers: false,
    startsOn: null,
    endsOn: null,
    mostUses: null,
    mostPerCustomer: null,
  })
  await run("coupons.end", [coupon.id])
  expect(await catalog.coupons.get({ id: coupon.id })).toMatchObject({ state: "off", isOn: false })
})

test("closing many needs a reason, which stays with each of them; a run asks for what its act asks for", async () => {
  await using company = await open()
  const { operations, desk } = company.operator.api
  const [stuck = ""] = await getStuck(company, 1)
  // What stopped it: of which kind, what to do now, and the panel's own words.
  expect(await operations.get({ id: stuck })).toMatchObject({
    trouble: {
      kind: "declined",
      says: "The external system rejected the request.",
      advice: "Fix the reason it gives, then retry; or undo the operation.",
    },
    why: expect.stringContaining("no hypervisors"),
  })
  // What it is about has a name, on its page and in the mail that tells staff of it.
  const { about } = await operations.get({ id: stuck })
  const service = about.find((one) => one.id.startsWith("svc_"))
  expect(service?.name).toMatch(/\./)
  await company.settle()
  const mails = (await company.operator.api.notifications.messages.list({ limit: 50 })).items
  const told = mails.map(({ subject }) => subject).find((subject) => subject.startsWith("Action needed"))
  expect(told).toContain(service?.name)
  expect(told).not.toMatch(/[a-z]{3}_[0-9a-z]{26}/)
  const wish = { act: "operations.close", subjectIds: [stuck] }
  expect(await codeOf(desk.bulkRuns.start(wish))).toBe("desk.reason_needed")
  expect(await codeOf(desk.bulkRuns.start({ ...wish, act: "operations.burn" }))).toBe("desk.act_unknown")
  const colleague = await hire(company, ["desk.bulk-runs.write", "operations.read"])
  const asked = { ...wish, reason: "built by hand" }
  expect(await codeOf(colleague.api.desk.bulkRuns.start(asked))).toBe("desk.act_not_allowed")
  await desk.bulkRuns.start(asked)
  await company.settle()
  expect(await operations.get({ id: stuck })).toMatchObject({
    state: "closed",
    trouble: null,
    closeReason: "built by hand",
  })
})

test("views are one's own unless they are shared; the same name is the same view", async () => {
  await using company = await open()
  const { views } = company.operator.api.desk
  const colleague = await hire(company, ["desk.views.manage"])
  const mine = await views.save({
    list: "orders",
    name: "Paid",
    query: "state=paid&after=x",
    isShared: false,
  })
  // Where somebody stood in the list is no part of a view.
  expect(mine).toMatchObject({ query: "state=paid", isOwn: true })
  const namesOf = async (api: typeof company.operator.api) =>
    (await api.desk.views.list({ list: "orders" })).items.map(({ name }) => name)
  expect(await namesOf(colleague.api)).toEqual([])
  await views.save({ list: "orders", name: "Paid", query: "state=paid&sort=oldest", isShared: true })
  const [shared] = (await colleague.api.desk.views.list({ list: "orders" })).items
  expect(shared).toMatchObject({ id: mine.id, query: "state=paid&sort=oldest", isOwn: false })
  expect(await codeOf(colleague.api.desk.views.remove({ id: mine.id }))).toBe("desk.view_missing")
  expect((await views.list({ list: "invoices" })).items).toEqual([])
  // A list that stands behind another one has views of its own.
  await views.save({ list: "requests/drafts", name: "Oldest", query: "sort=oldest", isShared: false })
  expect((await views.list({ list: "requests/drafts" })).items).toMatchObject([{ name: "Oldest" }])
  expect((await views.list({ list: "requests" })).items).toEqual([])
  await views.remove({ id: mine.id })
  expect(await namesOf(company.operator.api)).toEqual([])
})
