import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { createAccessGate } from "#identity"

const TEAM = "acme"
const AUDIENCE = "4714c1358e65fe4b408ad6d432a5f878f08194bdb4752441fd56faefa9b2b6f2"
const { email, password } = demoPeople.operator

interface TokenWish {
  readonly email?: string
  readonly audience?: string
  readonly seconds?: number
  readonly team?: string
}

/** As the stand-in's proxy would write it into the request. */
async function tokenFrom(company: Company, wish: TokenWish = {}): Promise<string> {
  const { team = TEAM, ...rest } = wish
  const answer = await company.request(`/sandbox/access/${team}/control/tokens`, {
    json: { email, audience: AUDIENCE, ...rest },
  })
  return ((await answer.json()) as { token: string }).token
}

async function open() {
  const company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const signedIn = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
  const ask = async (path: string, assertion?: string, json?: object) => {
    const proof: Record<string, string> = assertion ? { "cf-access-jwt-assertion": assertion } : {}
    const answer = await company.request(`/api/v1${path}`, {
      headers: { cookie, origin: company.url, ...proof },
      ...(json ? { method: "PUT", json } : {}),
    })
    const body = (await answer.json()) as { code?: string }
    return answer.ok ? "open" : (body.code ?? "")
  }
  const policy = (access: object | null) => ({
    needsSecondFactor: true,
    secondFactorFrom: "2999-01-01T00:00:00Z",
    networks: [],
    access,
  })
  return { company, ask, policy, setting: { team: TEAM, audience: AUDIENCE } }
}

test("staff come through the proxy only, and only its own proof of the very same person opens", async () => {
  const { company, ask, policy, setting } = await open()
  await using _ = company
  expect(await ask("/staff-policy", undefined, policy(setting))).toBe("identity.access_not_shown")
  const stranger = await tokenFrom(company, { email: "somebody@demo.example" })
  expect(await ask("/staff-policy", stranger, policy(setting))).toBe("identity.access_not_shown")
  expect(await ask("/orders")).toBe("open")
  const mine = await tokenFrom(company)
  expect(await ask("/staff-policy", mine, policy(setting))).toBe("open")

  await expect.poll(() => ask("/orders")).toBe("identity.access_absent")
  expect(await ask("/orders", mine)).toBe("open")
  const [head, body, signature] = mine.split(".")
  const claims = { ...(JSON.parse(Buffer.from(body ?? "", "base64url").toString()) as object), exp: 9e9 }
  const forged = [head, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".")
  const none = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url")
  const wrong = {
    "another person": [stranger, "identity.access_of_another"],
    "run out": [await tokenFrom(company, { seconds: -120 }), "identity.access_wrong"],
    "another application": [await tokenFrom(company, { audience: "f".repeat(64) }), "identity.access_wrong"],
    "another team": [await tokenFrom(company, { team: "evil" }), "identity.access_wrong"],
    "changed claims": [forged, "identity.access_wrong"],
    "no signature": [`${none}.${body}.`, "identity.access_wrong"],
    "no token": ["nonsense", "identity.access_wrong"],
  }
  for (const [name, [token, code]] of Object.entries(wrong)) {
    expect([name, await ask("/orders", token)]).toEqual([name, code])
  }
  // Their own door stays: who they are, and how they sign in.
  expect(await ask("/security")).toBe("open")
  expect(await ask("/staff-policy", mine, policy(null))).toBe("open")
  await expect.poll(() => ask("/orders")).toBe("open")
})

test("the team's new keys are fetched when one appears, and while none can be had the gate is shut", async () => {
  const { company, ask, policy, setting } = await open()
  await using _ = company
  await ask("/staff-policy", await tokenFrom(company), policy(setting))
  await expect.poll(async () => ask("/orders", await tokenFrom(company))).toBe("open")
  const before = await tokenFrom(company)

  const { outside, log } = company.ground
  const teamUrl = (team: string) => `${company.url}/sandbox/access/${team}`
  const fresh = () => createAccessGate({ outside, log, allowPrivate: true, teamUrl })
  await company.request(`/sandbox/access/${TEAM}/control/rotate`, { json: {} })
  const after = await tokenFrom(company)
  const gate = fresh()
  for (const token of [before, after]) {
    expect(await gate.judge(token, { ...setting, email })).toEqual({ isIn: true })
  }
  await company.fault("access", { call: "certs", fault: "garbage", remaining: null })
  expect(await fresh().judge(after, { ...setting, email })).toMatchObject({ because: "unreachable" })
  // Who has fetched them goes on with what it knows.
  expect(await gate.judge(after, { ...setting, email })).toEqual({ isIn: true })
})
