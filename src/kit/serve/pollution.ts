import { requestRefusals } from "./errors.ts"

/** Names that change what an object is, in whatever code merges it later. No contract of ours uses them. */
const POISONED = new Set(["__proto__", "constructor", "prototype"])
/** No input of ours is half as deep; a deeper one is meant to exhaust whoever walks it. */
const DEEPEST = 20

export function refusePollution(input: unknown, depth = 0): void {
  if (typeof input !== "object" || input === null) return
  if (depth > DEEPEST) requestRefusals.refuse("request.malformed", {}, { because: "too deep" })
  for (const name of Object.keys(input)) {
    if (POISONED.has(name)) requestRefusals.refuse("request.malformed", {}, { because: `a field ${name}` })
    refusePollution((input as Record<string, unknown>)[name], depth + 1)
  }
}
