import { Pool } from "undici"
import { type Breaker, createBreaker } from "./breaker.ts"
import type { HostConfig, HostState, OutsideCall, OutsideTry } from "./call.ts"
import { createConnector, type Resolve } from "./connector.ts"
import { createRetryBudget, type RetryBudget } from "./retry.ts"
import { createSlots, type Slots } from "./slots.ts"
import type { Pause } from "./timer.ts"

export interface Tools {
  readonly userAgent: string
  readonly record: (describe: () => OutsideTry, recordForCall: OutsideCall["record"]) => void
  readonly monotonic: () => number
  readonly random: () => number
  readonly resolve: Resolve
  readonly pause: Pause
}

/** What all calls to one host share. */
export interface Line {
  readonly name: string
  readonly origin: string
  readonly pool: Pool
  readonly breaker: Breaker
  readonly budget: RetryBudget
  readonly slots: Slots
}

/** Customers' webhook addresses are hosts too, so there is no end to them: the longest unused one goes. */
const MOST_LINES = 500
const DEFAULT_CONCURRENCY = 10
const CONNECT_TIMEOUT_MS = 5_000

/** Whatever changes what a connection may do is part of the key, so a public host never rides on a private line. */
export function lineOf(lines: Map<string, Line>, config: HostConfig, base: URL, tools: Tools): Line {
  const key = JSON.stringify([
    config.name,
    base.origin,
    config.allowPrivate === true,
    config.concurrency,
    config.connectTimeoutMs,
    config.certificateAuthority,
  ])
  const line = lines.get(key) ?? createLine(config, base, tools)
  lines.delete(key)
  lines.set(key, line)
  if (lines.size > MOST_LINES) dropOldest(lines)
  return line
}

function dropOldest(lines: Map<string, Line>): void {
  // The last one was asked for just now.
  const idle = [...lines].slice(0, -1).find(([, line]) => line.slots.inFlight() === 0)
  if (!idle) return
  lines.delete(idle[0])
  void idle[1].pool.destroy()
}

function createLine(config: HostConfig, base: URL, tools: Tools): Line {
  const concurrency = config.concurrency ?? DEFAULT_CONCURRENCY
  return {
    name: config.name,
    origin: base.origin,
    pool: new Pool(base.origin, {
      connections: concurrency,
      pipelining: 1,
      connect: createConnector({
        allowPrivate: config.allowPrivate === true,
        timeoutMs: config.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
        resolve: tools.resolve,
        certificateAuthority: config.certificateAuthority,
      }),
    }),
    breaker: createBreaker(tools.monotonic),
    budget: createRetryBudget(),
    slots: createSlots(concurrency),
  }
}

export function stateOf(line: Line): HostState {
  return {
    name: line.name,
    origin: line.origin,
    breaker: line.breaker.state(),
    inFlight: line.slots.inFlight(),
    waiting: line.slots.waiting(),
  }
}
