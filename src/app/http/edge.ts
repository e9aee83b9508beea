import type { Context as HonoContext } from "hono"
import type { Log } from "#kit/context.ts"
import type { Problem } from "#kit/problem.ts"
import { type Language, Refusal } from "#kit/refusal.ts"
import { toProblem } from "#kit/serve/problems.ts"
import type { Tenant } from "#tenancy"
import { problemResponse } from "../api/problem-response.ts"

/** What the edge knows of a request before anybody looks into it. */
export interface Arrival {
  readonly requestId: string
  readonly address: string
  readonly isSecure: boolean
  /** Where the caller is, when a proxy of our own says so. */
  readonly country?: string
  /** "https://shop.example": scheme and host the caller used. */
  readonly origin: string
  readonly log: Log
}

/** The same, once the host name has said whose shop it is. */
export interface Visit extends Arrival {
  readonly tenant: Tenant
  readonly language: Language
}

export type EdgeBindings = {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
  Variables: { arrival: Arrival; visit: Visit }
}

export type EdgeContext = HonoContext<EdgeBindings>

/** Runs a part that answers in JSON: whatever it throws leaves as a problem. */
export async function orProblem(
  reader: { readonly language: Language; readonly requestId: string; readonly log: Log },
  headers: Headers,
  run: () => Promise<Response>,
): Promise<Response> {
  try {
    const response = await run()
    for (const [name, value] of headers) response.headers.set(name, value)
    return response
  } catch (error) {
    return problemResponse(toProblem(error, reader), headers)
  }
}

/** For people who look at a bare address: a word, not a page. */
export function plainAnswer(status: number, words: string): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  })
}

export function plainRefusal(error: unknown, visit: Visit): Response {
  if (!(error instanceof Refusal)) throw error
  return plainProblem(toProblem(error, visit))
}

export function plainProblem(problem: Problem): Response {
  const answer = plainAnswer(problem.status, problem.detail)
  if (problem.retryAfterSeconds !== undefined) {
    answer.headers.set("retry-after", String(problem.retryAfterSeconds))
  }
  return answer
}

const LANGUAGES: readonly Language[] = ["en", "ko"]

/** What the reader prefers: their earlier choice (a cookie the pages set), else the browser's list, else English. */
export function languageOf(headers: Headers): Language {
  const chosen = /(?:^|;\s*)language=(en|ko)(?:;|$)/.exec(headers.get("cookie") ?? "")?.[1]
  if (chosen) return chosen as Language
  const ranked = (headers.get("accept-language") ?? "")
    .slice(0, 200)
    .split(",")
    .map((part, index) => {
      const [tag = "", quality] = part.trim().split(/;\s*q=/)
      return {
        tag: tag.slice(0, 2).toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
        index,
      }
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality || one.index - other.index)
  return LANGUAGES.find((language) => language === ranked.find(({ tag }) => isLanguage(tag))?.tag) ?? "en"
}

function isLanguage(tag: string): boolean {
  return LANGUAGES.some((language) => language === tag)
}
