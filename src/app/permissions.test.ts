import { resolve } from "node:path"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import type { z } from "zod"
import { signInMeansForTests } from "#identity/testing"
import type { Context } from "#kit/context.ts"
import { requestRefusals } from "#kit/serve/errors.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { createOrdersRouter } from "#orders"
import { type orderShape, ordersContract } from "#orders/contract"
import { demoPeople } from "./demo/demo-tenant.ts"
import { statedPages, statedPaths } from "./http/stated-paths.ts"
import type { Company } from "./testing/company.ts"
import { compareWithStated, nameOfPath } from "./testing/compare-stated.ts"
import { listPages, tryPageDoors } from "./testing/page-doors.ts"
import { tryPermissions } from "./testing/permission-trial.ts"
import { testCompany } from "./testing/test-company.ts"

const buildDirectory = resolve(import.meta.dirname, "../../build")
const openCompany = () => testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })

describe("who may call what", () => {
  it("holds for every procedure and role, about own, foreign and missing things", async () => {
    await using company = await openCompany()
    const { rows, faults } = await tryPermissions(company)
    expect(faults).toEqual([])
    expect(rows.length).toBeGreaterThan(40)
  })

  it("is seen to be broken where a procedure forgets its reach, or says what isn't to be seen", async () => {
    await using company = await openCompany()
    const { faults } = await tryPermissions(company, {
      orders: Object.assign({}, createOrdersRouter(signInMeansForTests()), holes) as never,
    })
    expect(faults.some((fault) => fault.startsWith("orders.get as owner: somebody else's thing shows"))).toBe(
      true,
    )
    expect(faults.some((fault) => fault.startsWith("orders.list as owner: a list tells"))).toBe(true)
  })
})

describe("paths", () => {
  it("are all stated, with who may come and why; and none is stated that is gone", async () => {
    await using company = await openCompany()
    expect(compareWithStated(company.paths, statedPaths, nameOfPath)).toEqual({ unstated: [], gone: [] })
    const found = listPages().map((path) => ({ path }))
    const stated = statedPages.map(({ path }) => ({ path }))
    expect(compareWithStated(found, stated, ({ path }) => path)).toEqual({ unstated: [], gone: [] })
    for (const { because } of [...statedPaths, ...statedPages]) expect(because.length).toBeGreaterThan(12)
  })

  it("are missed when they are new or gone", () => {
    const mounted = [{ method: "POST", path: "/api/auth/anything" }]
    expect(compareWithStated(mounted, [{ method: "GET", path: "/api/docs" }], nameOfPath)).toEqual({
      unstated: ["POST /api/auth/anything"],
      gone: ["GET /api/docs"],
    })
  })

  it("of pages turn away whom they are not for", async () => {
    await using company = await openCompany()
    const readers = [
      { name: "visitor", cookie: undefined },
      { name: "customer", cookie: await signIn(company) },
    ] as const
    const get = (path: string, cookie: string | undefined) =>
      company.request(path, cookie ? { headers: { cookie } } : {})
    expect(await tryPageDoors(statedPages, readers, get)).toEqual([])
    const open = [{ path: "terms", who: "staff", because: "planted: a page without a door" }] as const
    expect(await tryPageDoors(open, readers, get)).toHaveLength(2)
  })
})

/** An order is handed to whoever asks, and a list tells whether an account is there. */
const holes = serve(
  { get: ordersContract.get, list: ordersContract.list },
  {
    get: answer(permit("orders.read"), async (ctx: Context, { id }: { id: string }) => {
      const found = await ctx.db.execute(sql`select 1 from orders.orders where id = ${id}`)
      return found.rowCount === 1 ? { ...anOrder, id } : requestRefusals.refuse("request.path_missing")
    }),
    list: answer(permit("orders.read"), async (ctx: Context, { accountId }: { accountId?: string }) => {
      const found = await ctx.db.execute(sql`select 1 from identity.accounts where id = ${accountId ?? ""}`)
      return { items: found.rowCount === 1 ? [anOrder] : [], next: null }
    }),
  },
) as object

const nothing = { minor: "0", currency: "KRW" } as const
const anOrder: z.input<typeof orderShape> = {
  id: "ord_planted",
  number: "O-1",
  accountId: "acc_planted",
  accountName: "Planted",
  state: "paid",
  total: nothing,
  paymentRequestId: "req_planted",
  invoiceId: null,
  serviceIds: [],
  createdAt: "2026-01-01T00:00:00Z",
  paidAt: null,
  needsAttention: false,
  rejectReason: null,
  items: [],
  can: { approve: false, reject: false, withdraw: false },
}

async function signIn(company: Company): Promise<string> {
  const { email, password } = demoPeople.english
  const answered = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  return answered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}
