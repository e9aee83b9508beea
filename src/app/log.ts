import pino from "pino"
import { machineClock } from "#kit/clock.ts"
import type { Log } from "#kit/context.ts"
import { areClean } from "#kit/log.ts"
import { createRedactor } from "#kit/redact.ts"
import { readableStack } from "./readable-stack.ts"

export interface LogOptions {
  readonly level: "debug" | "info" | "warn" | "error" | "silent"
  /** Where the lines go; standard error when absent. */
  readonly write?: (line: string) => void
}

const redactor = createRedactor()

/** One JSON line each. Whatever is handed in, secrets are taken out on the way. */
export function createLog({ level, write }: LogOptions): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: createIsoTime(),
    formatters: {
      level: (label) => ({ level: label }),
      log: (fields) =>
        areClean(fields) ? fields : (redactor.value(describeErrors(fields)) as Record<string, unknown>),
    },
  }
  return pino(options, { write: write ?? createLineSink() })
}

/** Spelling out a moment costs a quarter of a line: all but its thousandths is the same for a second. */
function createIsoTime(): () => string {
  let second = Number.NaN
  let spelt = ""
  return () => {
    const now = machineClock.nowMs()
    const milliseconds = now % 1_000
    if (now - milliseconds !== second) {
      second = now - milliseconds
      const words = Temporal.Instant.fromEpochMilliseconds(second).toString({ smallestUnit: "second" })
      spelt = `,"time":"${words.replace("Z", ".")}`
    }
    return `${spelt}${String(milliseconds).padStart(3, "0")}Z"`
  }
}

/** Nobody reads faster than this, and under load some hundred lines go in one write: each write costs as much as three lines. */
const GATHERED_MS = 20

function createLineSink(): (line: string) => void {
  const sink = pino.destination({ dest: 2, sync: true })
  let waiting: string[] = []
  const flush = () => {
    const lines = waiting.join("")
    waiting = []
    if (lines !== "") sink.write(lines)
  }
  // Also when something broke that nobody caught: the last words are those one wants to read.
  process.on("exit", flush)
  return (line) => {
    if (waiting.length === 0) setTimeout(flush, GATHERED_MS)
    waiting.push(line)
  }
}

/** Errors have no fields of their own that JSON would show. */
function describeErrors(fields: Record<string, unknown>): Record<string, unknown> {
  if (!Object.values(fields).some((value) => value instanceof Error)) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error ? describe(value, 0) : value,
    ]),
  )
}

const DEEPEST_CAUSE = 5

function describe(error: Error, depth: number): Record<string, unknown> {
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {}
  return {
    type: error.name,
    message: clean(error.message),
    ...code,
    stack: clean(readableStack(error.stack ?? "")),
    ...(error.cause instanceof Error && depth < DEEPEST_CAUSE
      ? { cause: describe(error.cause, depth + 1) }
      : {}),
  }
}

/** A failed statement carries its parameters in its words: people's names, addresses, hashes. */
function clean(text: string): string {
  return redactor.text(text.replace(/\nparams: [\s\S]*?(?=\n\s+at |$)/g, "\nparams: [left out]"))
}
