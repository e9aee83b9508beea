import { randomBytes, randomUUID } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { sql } from "drizzle-orm"
import type { Company } from "#app/testing/company.ts"

/** A caller without a browser's manners: sends what it is told to, and says what came back. */
export interface Attacker {
  readonly cookie: string
  send(method: string, path: string, wish?: AttackWish): Promise<Seen>
}

export interface AttackWish {
  readonly json?: unknown
  /** As it is: for what no JSON writer writes. */
  readonly raw?: string
  readonly headers?: Readonly<Record<string, string>>
  /** From where it seems to come, where the trial's proxy is believed. */
  readonly from?: string
}

export interface Seen {
  readonly status: number
  readonly code: string
  readonly text: string
  readonly headers: Headers
}

export function attackAs(company: Company, cookie = ""): Attacker {
  return {
    cookie,
    send: async (method, path, { json, raw, headers = {}, from } = {}) => {
      const body = raw ?? (json === undefined ? undefined : JSON.stringify(json))
      const answer = await fetch(company.url + path, {
        method,
        redirect: "manual",
        headers: {
          origin: company.url,
          "idempotency-key": randomUUID(),
          ...(cookie ? { cookie } : {}),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(from ? { "x-forwarded-for": from } : {}),
          ...headers,
        },
        ...(body === undefined || method === "GET" ? {} : { body }),
      })
      const text = await firstWords(answer)
      return { status: answer.status, code: codeIn(text), text, headers: answer.headers }
    },
  }
}

/** A stream that never ends is judged by its first words. */
async function firstWords(answer: Response): Promise<string> {
  if (!answer.headers.get("content-type")?.startsWith("text/event-stream")) return answer.text()
  const reader = answer.body?.getReader()
  // A stream about nothing says nothing, and stays open.
  const first = await Promise.race([reader?.read(), pause(SILENCE_MS, undefined)])
  await reader?.cancel()
  return first?.value ? new TextDecoder().decode(first.value) : ""
}

const SILENCE_MS = 1_500

function codeIn(text: string): string {
  return /"code":"([a-z0-9_.]+)"/.exec(text)?.[1] ?? ""
}

/** Signs in as a browser does, and keeps its cookies. */
export async function comeIn(
  company: Company,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Attacker> {
  const answer = await attackAs(company).send("POST", "/api/auth/sign-in/email", {
    json: { email, password },
  })
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.text}`)
  return attackAs(company, cookiesOf(answer.headers))
}

export function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}

/** Neither an earlier trial's guards nor its mails shall end what is tried next. */
export async function freshen(company: Company): Promise<void> {
  await inShop(company, sql`delete from identity.guards`)
}

export function inShop(company: Company, statement: ReturnType<typeof sql>) {
  return company.ground.inTenant(company.tenant, (ctx) => ctx.db.execute<Record<string, unknown>>(statement))
}

/** Of a thousand places: 10.0.0.0 and on. */
export function addressOf(index: number): string {
  return `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`
}

export function madeUp(prefix: string): string {
  const letters = "0123456789abcdefghjkmnpqrstvwxyz"
  return `${prefix}_${[...randomBytes(26)].map((byte) => letters[byte % 32]).join("")}`
}
