import { type VatNumber, vatPrefix, writeVatNumber } from "#identity"
import type { Outside } from "#kit/outside/outside.ts"
import { OutsideError } from "#kit/outside/outside-error.ts"
import { readViesAnswer, viesUnknown } from "./read-vies-answer.ts"
import type { ViesAnswer } from "./vat-check.ts"

/** The European Commission's service. Free, and often partly away: each country answers for itself. */
export const PUBLIC_VIES = "https://ec.europa.eu/taxation_customs/vies"

export interface Vies {
  readonly outside: Outside
  /** "https://ec.europa.eu/taxation_customs/vies", or our stand-in. */
  readonly viesUrl: string
  readonly allowPrivate: boolean
}

export interface VatQuestion extends VatNumber {
  readonly requester?: VatNumber
}

/** They lock out who asks too much at once. */
const AT_ONCE = 2

/** Whether a number is one. Never throws for what the service does: it is down somewhere every day. */
export async function askVies(
  { outside, viesUrl, allowPrivate }: Vies,
  { country, number, requester }: VatQuestion,
  signal?: AbortSignal,
): Promise<ViesAnswer> {
  const { origin, pathname } = new URL(viesUrl)
  const host = outside.host({
    name: "VIES",
    baseUrl: origin,
    allowPrivate,
    timeoutMs: 10_000,
    concurrency: AT_ONCE,
  })
  const body = {
    countryCode: vatPrefix(country),
    vatNumber: number,
    ...(requester
      ? { requesterMemberStateCode: vatPrefix(requester.country), requesterNumber: requester.number }
      : {}),
  }
  try {
    const answer = await host.call({
      method: "POST",
      path: `${pathname.replace(/\/$/, "")}/rest-api/check-vat-number`,
      json: body,
      ...(signal ? { signal } : {}),
    })
    return { ...readViesAnswer(answer), requester: requester ? writeVatNumber(requester) : null }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    return viesUnknown(error.message)
  }
}
