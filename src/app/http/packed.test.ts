import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { encodingFor, pack } from "./packed.ts"

describe("a packed answer", () => {
  it.each([
    [undefined, undefined],
    ["", undefined],
    ["identity", undefined],
    ["gzip, deflate", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["BR;q=0.5, gzip;q=0.9", "br"],
    ["br;q=0, gzip", "gzip"],
    ["brotli", undefined],
  ])("is chosen by what a reader takes: %s", (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding)
  })

  it("opens to the same text", () => {
    const text = "한국어 <p>".repeat(500)
    expect(brotliDecompressSync(pack(text, "br")).toString()).toBe(text)
    expect(gunzipSync(pack(text, "gzip")).toString()).toBe(text)
  })
})
