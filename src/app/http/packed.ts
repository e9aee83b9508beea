import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import { remember } from "#kit/remember.ts"

/** In the order in which they are chosen: what is smallest first. */
const encodings = ["br", "gzip"] as const
export type Encoding = (typeof encodings)[number]

/** What a reader takes of it; nothing for those who take a text only as it is. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  return accepted === undefined ? undefined : bestIn(accepted)
}

export function takesGzip(accepted: string | undefined): boolean {
  return accepted !== undefined && takenOf(accepted).includes("gzip")
}

const bestIn = remember((accepted): Encoding | undefined => {
  const taken = takenOf(accepted)
  return encodings.find((encoding) => taken.includes(encoding))
})

function takenOf(accepted: string): (string | undefined)[] {
  return accepted
    .toLowerCase()
    .split(",")
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .filter(([, weight]) => weight === undefined || Number(weight) > 0)
    .map(([name]) => name)
}

/** For a text that is sent many times. At once: some 2 ms for a page, in which one rendering takes longer. */
export function pack(text: string, encoding: Encoding): Buffer {
  return encoding === "br"
    ? brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
    : gzipSync(text)
}
