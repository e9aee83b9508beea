import { z } from "zod"
import type { ViesAnswer } from "./vat-check.ts"

const answerShape = z.object({
  valid: z.boolean().optional(),
  userError: z.string().optional(),
  requestDate: z.string().max(60).optional(),
  requestIdentifier: z.string().max(60).optional(),
  name: z.string().optional(),
  address: z.string().optional(),
  errorWrappers: z.array(z.object({ error: z.string() })).optional(),
})

const nothing = {
  consultation: null,
  requester: null,
  requestDate: null,
  traderName: null,
  traderAddress: null,
}

/** Only what is said outright counts: "not valid" beside an error code means that nobody knows. Pure. */
export function readViesAnswer({
  status,
  text,
}: {
  readonly status: number
  readonly text: string
}): ViesAnswer {
  const read = answerShape.safeParse(parse(text))
  if (!read.success) return viesUnknown(`VIES answered ${status} in another shape.`)
  const { valid, userError, errorWrappers = [], requestDate, requestIdentifier, name, address } = read.data
  const code = errorWrappers[0]?.error ?? userError
  if (code === "INVALID_INPUT") return { verdict: "invalid", ...nothing, trouble: null }
  if (code !== undefined && code !== "VALID" && code !== "INVALID") return viesUnknown(`VIES: ${code}`)
  if (status !== 200 || valid === undefined) return viesUnknown(`VIES answered ${status}.`)
  return {
    verdict: valid ? "valid" : "invalid",
    consultation: requestIdentifier || null,
    requester: null,
    requestDate: requestDate ?? null,
    traderName: told(name),
    traderAddress: told(address),
    trouble: null,
  }
}

export function viesUnknown(trouble: string): ViesAnswer {
  return { verdict: "unknown", ...nothing, trouble: trouble.slice(0, 300) }
}

/** Germany and Spain tell no names. */
function told(text: string | undefined): string | null {
  const plain = text?.trim() ?? ""
  return plain === "" || plain === "---" ? null : plain.slice(0, 300)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
