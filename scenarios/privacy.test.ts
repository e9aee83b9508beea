import { unzipSync } from "fflate"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { mailAbout, tokenFor } from "#app/testing/letters.ts"
import { searchDatabase } from "#app/testing/search-database.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { TRIAL_FILES } from "#app/testing/trial-files.ts"
import { createFileStore } from "#kit/files.ts"
import type { ApiProblem } from "#kit/problem.ts"
import { terminateService } from "#provisioning"

const NAME = "Zelda Quillfeather"
const EMAIL = "zelda@quill.example"
const PHONE = "+821055512345"
const PASSWORD = "a password of zelda"

const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "accepted",
    (error: ApiProblem) => error.code,
  )

/** Somebody with a name of their own, who signed up, bought a server and ended it. */
async function openZelda(company: Company) {
  await company.visitor.identity.signUps.request({
    name: NAME,
    email: EMAIL,
    password: PASSWORD,
    phone: PHONE,
    country: "KR",
    language: "en",
    consents: { terms: true, age: true, privacy: true, marketingMail: true },
  })
  const token = await tokenFor(company, EMAIL, "/confirm")
  await company.visitor.identity.signUps.confirm({ token, password: PASSWORD })
  const { rows } = await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute<{ id: string }>(`select id from identity.people where email = '${EMAIL}'`),
  )
  const stub = await company.customer()
  const by = await company.again({ ...stub, personId: rows[0]?.id ?? "", email: EMAIL, password: PASSWORD })
  await by.api.identity.profiles.save({
    id: by.accountId ?? "",
    kind: "business",
    personName: NAME,
    company: "Quill & Feather",
    email: EMAIL,
    phone: PHONE,
    language: "en",
    country: "KR",
    addressLines: ["12 Inkwell Lane"],
    taxIds: [],
    contacts: [],
    addresses: [],
  })
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const { serviceIds } = await by.api.orders.get({ id: order.orderId })
  return { by, serviceId: serviceIds[0] ?? "" }
}

async function endService(company: Company, serviceId: string): Promise<void> {
  await company.ground.inTenant(company.tenant, (ctx) =>
    terminateService(ctx, serviceId, { reason: "the trial is over" }),
  )
  await company.settle()
}

test("a person gets everything held about them, once, after showing who they are, for seven days", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { by } = await openZelda(company)
  const asked = await by.api.privacy.own.requestExport()
  expect(asked.state).toBe("asked")
  expect(await codeOf(by.api.privacy.own.requestExport())).toBe("privacy.export_under_way")
  expect(await codeOf(by.api.privacy.own.download({ id: asked.id }))).toBe("privacy.export_not_ready")
  expect(await mailAbout(company, EMAIL, "Your data copy is ready")).toContain("/portal/privacy")
  const file = await by.api.privacy.own.download({ id: asked.id })
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const read = (name: string) => new TextDecoder().decode(files[name])
  const people = JSON.parse(read("data/identity.people.json")) as { name: string; phone: string }[]
  expect(people).toMatchObject([{ name: NAME, phone: PHONE, email: EMAIL }])
  expect(read("my-data.html")).toContain("Quill &amp; Feather")
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(["data/billing.invoices.json", "data/identity.consents.json", "manifest.json"]),
  )
  const whole = Object.keys(files).map(read).join("\n")
  expect(whole).not.toMatch(/sealed:v1|argon2|password_hash/)
  const stranger = await company.customer()
  expect(await codeOf(stranger.api.privacy.own.download({ id: asked.id }))).toBe("privacy.export_missing")
  expect(await codeOf(company.operator.api.privacy.own.download({ id: asked.id }))).toBe(
    "privacy.export_missing",
  )
  await company.travel({ days: 8 })
  expect(await codeOf(by.api.privacy.own.download({ id: asked.id }))).toBe("privacy.export_over")
  await company.checkInvariants()
})

async function keyOfOnlyFile(company: Company): Promise<string> {
  const { rows } = await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute<{ key: string }>("select key from customers.files"),
  )
  return rows[0]?.key ?? ""
}

test("an erasure waits while a server runs, can be taken back by mail, and then leaves nothing but what the law keeps", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { by, serviceId } = await openZelda(company)
  const { own } = by.api.privacy
  expect((await own.get()).obstacles.map(({ kind }) => kind)).toEqual(["service"])
  expect(await codeOf(own.requestErasure())).toBe("privacy.erasure_held")
  await endService(company, serviceId)
  expect((await own.get()).obstacles).toEqual([])
  await own.requestErasure()
  const token = await tokenFor(company, EMAIL, "/erasure-undo")
  const { undo } = company.visitor.privacy
  expect(await codeOf(undo.withdraw({ token: `${token.slice(0, -1)}x` }))).toBe("privacy.undo_link_wrong")
  await undo.withdraw({ token })
  expect(await codeOf(undo.withdraw({ token }))).toBe("privacy.undo_link_wrong")
  await company.travel({ days: 20 })
  expect((await own.get()).erasures[0]?.state).toBe("withdrawn")

  const { customers } = company.operator.api
  const bytes = new TextEncoder().encode("a letter of hers")
  await customers.files.store({
    id: by.accountId ?? "",
    file: new File([bytes], `${NAME}.txt`, { type: "text/plain" }),
  })
  const key = await keyOfOnlyFile(company)
  const store = createFileStore({ place: TRIAL_FILES })
  expect((await store.get(company.tenant, key)).bytes).toHaveLength(bytes.byteLength)
  await own.requestErasure()
  const copy = await own.requestExport()
  await company.travel({ days: 13 })
  expect((await own.get()).name).toBe(NAME)
  await company.travel({ days: 3 })
  await company.settle()
  const standing = await company.operator.api.privacy.people.get({ id: by.personId })
  expect(standing.erasures[0]?.state).toBe("done")
  await expect(store.get(company.tenant, key)).rejects.toMatchObject({ kind: "absent" })
  expect(await codeOf(by.api.privacy.own.download({ id: copy.id }))).toBe("privacy.export_missing")
  const { found } = await searchDatabase(company.at.ownerUrl, [
    NAME,
    EMAIL,
    PHONE,
    "Quill & Feather",
    "12 Inkwell Lane",
  ])
  // What the law keeps, in place and locked: the invoice says whom it was issued to.
  expect(found).toEqual(["billing.invoices"])
  await company.checkInvariants()
  const { billing } = company.operator.api
  const [invoice] = (await billing.invoices.list({ accountId: by.accountId ?? "" })).items
  expect(invoice).toMatchObject({ accountName: "", keptUntil: "2031-03-02" })
  const detail = await billing.invoices.get({ id: invoice?.id ?? "" })
  expect(detail.buyer).toEqual({ name: "", addressLines: [], taxId: null })
  expect(await codeOf(billing.invoices.pdf({ id: invoice?.id ?? "" }))).toBe("billing.kept_by_law")
  // The address is free: whoever has the mailbox may begin anew.
  await company.visitor.identity.signUps.request({
    name: "Another",
    email: EMAIL,
    password: PASSWORD,
    country: "KR",
    language: "en",
    consents: { terms: true, age: true, privacy: true },
  })
  await mailAbout(company, EMAIL, "Please confirm your e-mail address")
})

test("what is over is forgotten by its rule, within bounds, and the table says what went", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const { retention } = company.operator.api.privacy
  const wish = { password: PASSWORD, country: "KR", language: "en", phone: PHONE } as const
  const consents = { terms: true, age: true, privacy: true } as const
  await company.visitor.identity.signUps.request({ ...wish, name: NAME, email: EMAIL, consents })
  const wrong = retention.change({ id: "unconfirmed-sign-ups", keep: "P1Y" })
  expect(await codeOf(wrong)).toBe("privacy.retention_outside_bounds")
  await retention.change({ id: "unconfirmed-sign-ups", keep: "P20D" })
  await company.travel({ days: 19 })
  expect((await searchDatabase(company.at.ownerUrl, [NAME])).found).toContain("identity.sign_ups")
  await company.travel({ days: 3 })
  expect((await searchDatabase(company.at.ownerUrl, [NAME])).found).not.toContain("identity.sign_ups")
  const { items } = await retention.list()
  expect(items.find(({ id }) => id === "unconfirmed-sign-ups")).toMatchObject({
    keep: "P20D",
    usual: "P30D",
    run: { total: 1, isUnfinished: false },
  })
  expect(items.find(({ id }) => id === "documents")).toMatchObject({
    keep: "P5Y",
    country: "KR",
    isSwept: false,
  })
  await company.checkInvariants()
})
