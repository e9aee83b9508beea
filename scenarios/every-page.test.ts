import { resolve } from "node:path"
import pg from "pg"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { prepareLivedIn } from "#app/testing/lived-in.ts"
import { actAsCustomer, actAsOperator, beginPaying } from "#app/testing/page-acts.ts"
import { findExamples, listUnvisited, roles, saysNo } from "#app/testing/page-examples.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { type Log, silentLog } from "#kit/context.ts"

const buildDirectory = resolve(import.meta.dirname, "../build")

/** What the program itself calls a warning or worse. */
const complaints: string[] = []
const complain: Log["warn"] = (facts, words) => void complaints.push(`${words} ${JSON.stringify(facts)}`)
const log: Log = { ...silentLog, warn: complain, error: complain, child: () => log }

let company: Company

beforeAll(async () => {
  const template = await prepareLivedIn(inject("testClusterUrl"))
  company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory, template, log })
})

afterAll(async () => {
  await company?.[Symbol.asyncDispose]()
})

test("every page opens for whoever it is for, in both languages, in a shop that has been open for a while", async () => {
  const buyer = await company.customer()
  const bought = await actAsCustomer(company, buyer)
  const written = await actAsOperator(company, buyer)
  const unpaid = await beginPaying(company, buyer)
  const acted = { visitor: [], customer: [...bought, ...unpaid], operator: written }
  const cookies = { visitor: "", customer: await signIn(buyer), operator: await signIn(demoPeople.operator) }
  complaints.length = 0
  const faults: string[] = []
  const visited: string[] = []
  for (const role of roles) {
    const read = memoized((address) => readPage(address, cookies[role]))
    const { paths, unseen } = await findExamples(role, acted[role], async (path) => (await read(path)).links)
    faults.push(...unseen.map((route) => `Nothing leads a ${role} to ${route}: see page-acts.ts.`))
    for (const path of paths) {
      for (const address of [path, path === "/" ? "/ko" : `/ko${path}`]) {
        faults.push(...faultsOf(address, await read(address), saysNo.has(path)))
      }
    }
    visited.push(...paths)
  }
  faults.push(...listUnvisited(visited).map((route) => `Nobody has been to ${route}: see page-acts.ts.`))
  expect(faults).toEqual([])
  expect(complaints).toEqual([])
})

test("a page that fails answers 500, and the log says so", async () => {
  const cookie = await signIn(demoPeople.operator)
  await asOwner("alter table notices.notices rename to lost")
  expect((await readPage("/admin/notices", cookie)).status).toBe(500)
  expect(complaints.join()).toContain("an API call failed")
})

/** At the door of the database itself: what no code of ours may do. */
async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: company.at.ownerUrl })
  await owner.connect()
  await owner.query(statement)
  await owner.end()
}

interface Page {
  readonly status: number
  readonly to: string | null
  readonly isKorean: boolean
  readonly links: readonly string[]
}

async function readPage(address: string, cookie: string): Promise<Page> {
  const answer = await company.request(address, { headers: { cookie } })
  const text = await answer.text()
  const [, main = ""] = /<main[\s>]([\s\S]*)<\/main>/.exec(text) ?? []
  return {
    status: answer.status,
    to: answer.headers.get("location"),
    isKorean: text.includes('<html lang="ko"'),
    links: [...main.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href]) => href ?? ""),
  }
}

function faultsOf(address: string, { status, to, isKorean }: Page, mayRefuse: boolean): string[] {
  if (status !== 200 && !(mayRefuse && status < 500)) return [`${address} answered ${status} ${to ?? ""}`]
  return isKorean === address.startsWith("/ko") ? [] : [`${address} is in another language.`]
}

/** Pages that were read for their links are not read twice. */
function memoized(read: (address: string) => Promise<Page>): (address: string) => Promise<Page> {
  const known = new Map<string, Promise<Page>>()
  return (address) => known.getOrInsertComputed(address, read)
}

async function signIn({ email, password }: { readonly email: string; readonly password: string }) {
  const answer = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}
