import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { getInvitationLetter } from "#identity"

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code,
  )

const player = { kind: "memory", seed: 1 } as const

test("fields of the shop's own: defined, filled in, shown in the list, and gone with all their values", async () => {
  await using company = await testCompany({ player })
  const { customers } = company.operator.api
  const id = (await company.customer()).accountId ?? ""
  const size = await customers.fields.create({
    name: "Size",
    kind: "choice",
    choices: ["Small", "Large"],
    isListed: true,
  })
  const until = await customers.fields.create({ name: "Until", kind: "date" })
  expect(await codeOf(customers.fields.create({ name: "size ", kind: "text" }))).toBe("customers.field_taken")
  expect(await codeOf(customers.fields.create({ name: "None", kind: "choice" }))).toBe(
    "customers.choices_needed",
  )
  await customers.fields.set({ id, values: { [size.id]: "large", [until.id]: "2026-12-31" } })
  expect(await codeOf(customers.fields.set({ id, values: { [until.id]: "soon" } }))).toBe(
    "customers.value_wrong",
  )
  await customers.fields.set({ id, values: { [until.id]: "" } })
  expect((await customers.get({ id })).fields).toEqual({ [size.id]: "Large" })
  expect((await customers.list({ limit: 100 })).items.find((row) => row.id === id)?.fields).toEqual({
    [size.id]: "Large",
  })
  const lost = { id: size.id, name: "Size", choices: ["Small"], isListed: true }
  expect(await codeOf(customers.fields.save(lost))).toBe("customers.choice_in_use")
  await customers.fields.remove({ id: size.id })
  expect((await customers.get({ id })).fields).toEqual({})
})

test("a file is kept under a name nobody can guess, comes back only to be saved, and goes with its bytes", async () => {
  await using company = await testCompany({ player })
  const { customers, audit } = company.operator.api
  const id = (await company.customer()).accountId ?? ""
  const content = "%PDF-1.7\nsigned\n%%EOF\n"
  const kept = await customers.files.store({ id, file: new File([content], "../../../etc/계약서.pdf") })
  expect(kept).toMatchObject({ name: "계약서.pdf", contentType: "application/pdf", bytes: 22 })
  const back = await customers.files.content({ id: kept.id })
  expect([back.name, back.type, await back.text()]).toEqual([
    "계약서.pdf",
    "application/octet-stream",
    content,
  ])
  const page = new File(["<script>alert(1)</script>"], "note.txt")
  expect(await codeOf(customers.files.store({ id, file: page }))).toBe("customers.file_kind")
  const large = new File([new Uint8Array(5_300_000)], "large.png")
  expect(await codeOf(customers.files.store({ id, file: large }))).toBe("customers.file_too_large")
  await customers.files.remove({ id: kept.id })
  await company.settle()
  expect(await codeOf(customers.files.content({ id: kept.id }))).toBe("customers.file_missing")
  const acts = (await audit.entries.list({ subjectId: kept.id })).items.map((entry) => entry.act)
  expect(new Set(acts)).toEqual(
    new Set(["customers.file-stored", "customers.file-read", "customers.file-removed"]),
  )
  expect((await company.operator.api.operations.list({ name: "customers.delete-file" })).items).toMatchObject(
    [{ state: "done" }],
  )
})

test("a file of customers is looked through, confirmed once, and the same file again changes nothing", async () => {
  await using company = await testCompany({ player })
  const { customers, operations } = company.operator.api
  const { keyring, inTenant } = company.ground
  const grade = await customers.fields.create({ name: "Grade", kind: "number" })
  const text = [
    "name,email,phone,company,tags,Grade,Shoe size",
    "Kim,kim@import.example,010-1234-5678,한빛,VIP,3,43",
    "Lee,lee@import.example,,,VIP;Seoul,,",
    "Nobody,not an address,,,,,",
    `Ann,${demoPeople.english.email},,,,,`,
  ].join("\n")
  const file = () => new File([text], "list.csv")
  const preview = await customers.imports.preview({ file: file() })
  expect(preview).toMatchObject({
    state: "previewed",
    counts: { fresh: 2, known: 1, wrong: 1 },
    unknownColumns: ["Shoe size"],
  })
  expect(preview.rows[0]).toMatchObject({
    line: 4,
    cells: ["Nobody", "not an address", "", "", "", "", ""],
    problems: [{ cell: 1, code: "email_wrong" }],
  })
  expect((await customers.search({ text: "import.example" })).items).toEqual([])
  const wish = { id: preview.id, sendsInvitations: true }
  expect(await customers.imports.confirm(wish)).toMatchObject({ state: "confirmed", createdCount: 2 })
  expect(await customers.imports.confirm(wish)).toMatchObject({ createdCount: 2 })
  const again = await customers.imports.preview({ file: file() })
  expect(again.counts).toEqual({ fresh: 0, known: 3, wrong: 1 })
  const [kim] = (await customers.search({ text: "1234-5678" })).items
  expect(await customers.get({ id: kim?.accountId ?? "" })).toMatchObject({
    name: "한빛",
    personName: "Kim",
    fields: { [grade.id]: "3" },
    tagIds: [expect.any(String)],
    people: [],
  })

  // The invitation makes whoever comes first the owner.
  await company.settle()
  expect((await operations.list({ name: "customers.invite-imported" })).items).toMatchObject([
    { state: "done" },
  ])
  const { invitations } = await company.operator.api.identity.members.team({ id: kim?.accountId ?? "" })
  expect(invitations).toMatchObject([{ email: "kim@import.example" }])
  const letter = await inTenant(company.tenant, (ctx) =>
    getInvitationLetter(ctx, keyring, invitations[0]?.id ?? ""),
  )
  expect(letter.token).not.toBe("")
  for (const wrong of ["", "name,email\n"]) {
    const empty = new File([wrong], "empty.csv")
    expect(await codeOf(customers.imports.preview({ file: empty }))).toBe("customers.import_empty")
  }
  const long = `name,email\n${"a,a@example.com\n".repeat(5_001)}`
  expect(await codeOf(customers.imports.preview({ file: new File([long], "long.csv") }))).toBe(
    "customers.import_too_long",
  )
})
