import { chance } from "../chance.ts"
import { monotonicMs } from "../clock.ts"
import type { HostConfig, HostState, OutsideHost, OutsideTry } from "./call.ts"
import { type Resolve, resolveByDns } from "./connector.ts"
import { type Line, lineOf, stateOf, type Tools } from "./line.ts"
import { OutsideError } from "./outside-error.ts"
import { RequestRefused, readBaseUrl } from "./request.ts"
import { runCall } from "./run-call.ts"
import { type Pause, pause } from "./timer.ts"

export interface OutsideOptions {
  /** "Hostwell/0.1 (+https://…)" */
  readonly userAgent: string
  /** Called for every try, after it ended. What it throws goes to `onRecordFailure`; the call goes on. */
  readonly record?: (outsideTry: OutsideTry) => void
  readonly onRecordFailure?: (error: unknown) => void
  /** Never asked for the date, only for how long something took. */
  readonly monotonic?: () => number
  /** 0 up to 1, spreads retries. */
  readonly random?: () => number
  readonly resolve?: Resolve
  readonly pause?: Pause
}

export interface Outside {
  /** Throws an OutsideError of kind "refused" when the base URL is not one that may be called. */
  host(config: HostConfig): OutsideHost
  /** Every host with an open connection or a memory, for metrics. */
  states(): HostState[]
  close(): Promise<void>
}

export function createOutside(options: OutsideOptions): Outside {
  const tools: Tools = {
    userAgent: options.userAgent,
    record: createRecorder(options),
    monotonic: options.monotonic ?? monotonicMs,
    random: options.random ?? chance,
    resolve: options.resolve ?? resolveByDns,
    pause: options.pause ?? pause,
  }
  const lines = new Map<string, Line>()
  return {
    host: (config) => {
      const base = readBase(config)
      const find = () => lineOf(lines, config, base, tools)
      return {
        name: config.name,
        call: (call) => runCall({ config, base, line: find(), tools }, call),
        state: () => stateOf(find()),
      }
    },
    states: () => [...lines.values()].map(stateOf),
    close: async () => {
      const pools = [...lines.values()].map((line) => line.pool)
      lines.clear()
      await Promise.all(pools.map((pool) => pool.destroy()))
    },
  }
}

function readBase(config: HostConfig): URL {
  try {
    return readBaseUrl(config)
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    throw new OutsideError("refused", {
      host: config.name,
      method: "any",
      path: "call",
      because: error.message,
    })
  }
}

/** A record that can't be written must not make a charge look failed. */
function createRecorder(options: OutsideOptions): Tools["record"] {
  return (describe, recordForCall) => {
    const hooks = [options.record, recordForCall].filter((hook) => hook !== undefined)
    if (hooks.length === 0) return
    try {
      const outsideTry = describe()
      for (const hook of hooks) hook(outsideTry)
    } catch (error) {
      options.onRecordFailure?.(error)
    }
  }
}
