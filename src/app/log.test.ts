import { describe, expect, it, vi } from "vitest"
import { createLog } from "./log.ts"

function collect() {
  const lines: string[] = []
  return { lines, log: createLog({ level: "info", write: (line) => void lines.push(line) }) }
}

describe("the log", () => {
  it("writes one line of JSON with level, time, ids and words", () => {
    const { lines, log } = collect()
    log.child({ requestId: "req_1" }).child({ tenant: "ten_1" }).warn({ operation: "op_1" }, "slow")
    log.debug({}, "not asked for")
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: "warn",
      requestId: "req_1",
      tenant: "ten_1",
      operation: "op_1",
      msg: "slow",
    })
  })

  it("says when to the thousandth, also right after a full second", () => {
    vi.useFakeTimers({ toFake: ["Date"] })
    const { lines, log } = collect()
    const moments = ["2026-11-28T23:59:59.987Z", "2026-11-28T23:59:59.999Z", "2026-11-29T00:00:00.004Z"]
    for (const moment of [...moments, ...moments]) {
      vi.setSystemTime(new Date(moment))
      log.info({}, "now")
    }
    vi.useRealTimers()
    expect(lines.map((line) => JSON.parse(line).time)).toEqual([...moments, ...moments])
  })

  it("takes secrets out of fields, of text and of errors with their causes", () => {
    const { lines, log } = collect()
    const cause = new Error("Authorization: Bearer abcdefghijkl")
    const error = new Error("Failed query: select $1\nparams: kim@shop.test,$argon2id$v=19$hash", { cause })
    log.error(
      { error, password: "hunter2", nested: { apiKey: "k-123456" }, url: "postgres://u:pw@db/x" },
      "broke",
    )
    const [line = ""] = lines
    for (const secret of ["abcdefghijkl", "kim@shop.test", "argon2id", "hunter2", "k-123456", "u:pw"]) {
      expect(line).not.toContain(secret)
    }
    expect(JSON.parse(line).error).toMatchObject({ type: "Error", cause: { type: "Error" } })
    expect(line).toContain("Failed query: select $1")
  })
})
