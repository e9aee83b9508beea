import { z } from "zod"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { fillPath, listRoutes, listWritingRoutes, sampleInput } from "#app/testing/listed-routes.ts"
import { listPages } from "#app/testing/page-doors.ts"
import { attackAs, comeIn, madeUp } from "./abuse-people.ts"
import { snapshotOfRights } from "./abuse-snapshot.ts"
import { insist, type Story } from "./story.ts"

/** Whatever the contract and the router list, in every way at once: nothing here is written down route by route. */
export const abuseRoutes: readonly Story[] = [
  {
    name: "CSRF (Pterodactyl CVE-2021-41273): every writing route, from another site",
    run: async (company) => {
      const staff = await comeIn(company, demoPeople.operator)
      const paths = writingPaths(company)
      const shapes: readonly Record<string, string>[] = [
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: company.url, "sec-fetch-site": "cross-site" },
        { origin: company.url, "sec-fetch-site": "same-site" },
        { origin: "https://evil.example", "content-type": "text/plain" },
      ]
      let tried = 0
      for (const { method, path } of paths) {
        for (const headers of shapes) {
          const seen = await staff.send(method, path, { raw: "{}", headers })
          tried++
          insist(seen.status === 403, `${method} ${path} from ${JSON.stringify(headers)}: ${seen.status}`)
        }
      }
      const own = await staff.send("PUT", "/api/v1/person", { raw: "{}" })
      insist(own.status === 422, `The shop's own page is turned away as well: ${own.status}.`)
      return `${paths.length} routes × ${shapes.length} ways, ${tried} of ${tried} refused`
    },
  },
  {
    name: "mass assignment: keys that no contract knows, on every input",
    run: async (company) => {
      const { objects, passing } = countLeaks()
      insist(passing.length === 0, `These inputs hand unknown keys on: ${passing.join(", ")}.`)
      const customer = await company.customer()
      const victim = await company.customer()
      const browser = await comeIn(company, customer)
      const before = await snapshotOfRights(company)
      const extras = extraKeys(company, victim.accountId ?? "")
      let calls = 0
      for (const route of listWritingRoutes()) {
        if (isGoodbye(route.name)) continue
        const json = withExtras(sampleInput(route), extras)
        const seen = await browser.send(route.method, fillPath(route, customer.accountId ?? ""), { json })
        calls++
        insist(seen.status < 500, `${route.name} broke: ${seen.status} ${seen.text}`)
      }
      const after = await snapshotOfRights(company)
      insist(before === after, `Something changed hands:\n${before}\n${after}`)
      return `${objects} input shapes drop or refuse them; ${calls} calls with ${Object.keys(extras).length} extra keys changed no right and no price`
    },
  },
  {
    name: "unsafe deserialization (Blesta CVE-2026-25614, 25615, 25616; Lagom CVE-2026-4239): poisoned names",
    run: async (company) => {
      const staff = await comeIn(company, demoPeople.operator)
      const bodies = [
        '{"__proto__":{"isStaff":true}}',
        '{"constructor":{"prototype":{"isStaff":true}}}',
        '{"a":[{"b":{"__proto__":{"isStaff":true}}}]}',
        `${'{"a":'.repeat(40)}1${"}".repeat(40)}`,
        'O:8:"stdClass":1:{s:7:"isStaff";b:1;}',
      ]
      const routes = [
        ...listWritingRoutes().map((route) => ({ ...route, path: fillPath(route, madeUp("xxx")) })),
        ...["sign-in/email", "sign-in/second-factor", "sign-in/link", "prove", "change-password"].map(
          (path) => ({
            name: path,
            method: "POST",
            path: `/api/auth/${path}`,
          }),
        ),
      ]
      let tried = 0
      for (const { name, method, path } of routes) {
        for (const raw of bodies) {
          const seen = await staff.send(method, path, { raw })
          tried++
          const isRefused = seen.code === "request.malformed" || [401, 403].includes(seen.status)
          insist(isRefused, `${name} with ${raw.slice(0, 40)}: ${seen.status} ${seen.text}`)
        }
      }
      insist(!("isStaff" in {}), "An object of this process has learnt a name.")
      return `${routes.length} routes × ${bodies.length} bodies, ${tried} of ${tried} refused; no object learnt a name`
    },
  },
  {
    name: "privileged API without login (FOSSBilling CVE-2026-27604): the closed list",
    run: async (company) => {
      const stranger = attackAs(company)
      const open: string[] = []
      const routes = listRoutes()
      for (const route of routes) {
        const json = sampleInput(route)
        const path = fillPath(route, madeUp("xxx"))
        const seen = await stranger.send(route.method, path, route.method === "GET" ? {} : { json })
        insist(seen.status < 500, `${route.name} broke: ${seen.status} ${seen.text}`)
        if (seen.status !== 401) open.push(route.name)
      }
      const closed = listRoutes().filter(({ name }) => /^(audit|operations|identity\.staff)/.test(name))
      const leak = closed.find(({ name }) => open.includes(name))
      insist(!leak, `${leak?.name} answers strangers.`)
      for (const path of foreignDoors) {
        const seen = await stranger.send("POST", path, { json: {} })
        insist([404, 405].includes(seen.status), `POST ${path} answers ${seen.status}.`)
      }
      return `of ${routes.length} procedures ${routes.length - open.length} say 401 to a stranger, ${open.length} are stated as everyone's; ${foreignDoors.length} doors of others' systems and libraries are not there`
    },
  },
]

/** What stands open elsewhere: cron of panels, and the endpoints sign-in libraries mount by themselves. */
const foreignDoors = [
  "/api/system/cron/run",
  "/api/guest/cron/run",
  "/api/v1/cron",
  "/api/v1/system/cron",
  "/cron.php",
  ...[
    "sign-up/email",
    "update-user",
    "delete-user",
    "change-email",
    "set-password",
    "reset-password",
    "request-password-reset",
    "send-verification-email",
    "verify-email",
    "list-sessions",
    "revoke-session",
    "revoke-sessions",
    "link-social",
    "unlink-account",
    "admin/create-user",
    "admin/set-role",
    "admin/impersonate-user",
    "api-key/create",
    "organization/create",
    "two-factor/disable",
    "token",
    "ok",
    "error",
  ].map((path) => `/api/auth/${path}`),
]

function writingPaths({ paths }: Company): { method: string; path: string }[] {
  const api = listWritingRoutes().map((route) => ({
    method: route.method,
    path: fillPath(route, madeUp("xxx")),
  }))
  const auth = paths.filter(({ method, path }) => method === "POST" && path.startsWith("/api/auth/"))
  const pages = listPages().map((path) => ({
    method: "POST",
    path: `/${path.replaceAll(/:\w+/g, "trial").replace("*", "nothing")}`,
  }))
  return [...api, ...auth, ...pages]
}

/** Static, and so for all of them: what comes out of a shape has no name that the shape doesn't have. */
function countLeaks(): { objects: number; passing: string[] } {
  let objects = 0
  const passing: string[] = []
  const look = (name: string, schema: unknown): void => {
    if (schema instanceof z.ZodObject) {
      objects++
      const { catchall } = schema.def
      if (catchall && !(catchall instanceof z.ZodNever) && !signedAnswers.has(name)) passing.push(name)
      for (const [part, below] of Object.entries(schema.shape)) look(`${name}.${part}`, below)
    }
    if (schema instanceof z.ZodArray) look(name, schema.element)
    if (
      schema instanceof z.ZodOptional ||
      schema instanceof z.ZodNullable ||
      schema instanceof z.ZodDefault
    ) {
      look(name, schema.unwrap())
    }
    if (schema instanceof z.ZodUnion) for (const one of schema.options) look(name, one)
  }
  for (const { name, input } of listWritingRoutes()) look(name, input)
  return { objects, passing }
}

/** As a browser's authenticator writes it; nothing in it counts that its signature doesn't cover. */
const signedAnswers = new Set(["identity.security.addPasskey.response"])

/** They do what they say: the caller is out afterwards, and the rest would be judged as a visitor's. */
function isGoodbye(name: string): boolean {
  return /endSession|endOtherSessions|leave$/.test(name)
}

function extraKeys(company: Company, foreignAccountId: string): Record<string, unknown> {
  return {
    role: "operator",
    roles: ["operator"],
    staffRole: "operator",
    isStaff: true,
    isAdmin: true,
    permissions: ["identity.staff.write"],
    tenantId: "ten_elsewhere",
    tenant_id: "ten_elsewhere",
    accountId: foreignAccountId,
    account_id: foreignAccountId,
    personId: company.operator.personId,
    person_id: company.operator.personId,
    userId: company.operator.personId,
    impersonatedBy: company.operator.personId,
    emailVerified: true,
    email_verified: true,
    priceMinor: "0",
    amountMinor: "0",
    unitMinor: "0",
    total: { minor: "0", currency: "KRW" },
    price: 0,
    discount: 100,
    credit: "1000000",
    state: "paid",
    status: "active",
    admittedAt: "2026-01-01T00:00:00Z",
    provedAt: "2999-01-01T00:00:00Z",
    strongAt: "2999-01-01T00:00:00Z",
    createdAt: "1999-01-01T00:00:00Z",
  }
}

/** At every level; a name the shape has keeps the sample's value. */
function withExtras(value: unknown, extras: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => withExtras(one, extras))
  if (typeof value !== "object" || value === null) return value
  const own = Object.entries(value).map(([name, part]) => [name, withExtras(part, extras)] as const)
  return { ...extras, ...Object.fromEntries(own) }
}
