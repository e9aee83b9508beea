import { promisify } from "node:util"
import { gunzip, inflate } from "node:zlib"
import type { OutsideAnswer } from "./call.ts"
import type { Received } from "./send.ts"

/** What came can't be unpacked or read, or grows beyond its bound: nobody knows what it said. */
export class Unreadable extends Error {
  override readonly name = "Unreadable"
}

const unpackers = { gzip: promisify(gunzip), "x-gzip": promisify(gunzip), deflate: promisify(inflate) }

export async function unpack(received: Received, maxBodyBytes: number): Promise<Uint8Array> {
  const encoding = (received.headers["content-encoding"] ?? "identity").trim().toLowerCase()
  if (encoding === "identity" || encoding === "" || received.bytes.byteLength === 0) return received.bytes
  if (!isUnpackable(encoding)) throw new Unreadable("the answer is packed in a way nobody asked for")
  try {
    // A few kilobytes can unpack to gigabytes: the bound holds for what comes out.
    return await unpackers[encoding](received.bytes, { maxOutputLength: maxBodyBytes })
  } catch (error) {
    const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE"
    const why = isTooLarge
      ? `the answer unpacks to more than ${maxBodyBytes} bytes`
      : "the answer can't be unpacked"
    throw new Unreadable(why)
  }
}

function isUnpackable(encoding: string): encoding is keyof typeof unpackers {
  return Object.hasOwn(unpackers, encoding)
}

export function createAnswer(
  received: Received,
  bytes: Uint8Array,
  tries: number,
  onGarbage: (answer: OutsideAnswer) => Error,
): OutsideAnswer {
  const text = decode(bytes, received.headers["content-type"] ?? "")
  const answer: OutsideAnswer = {
    status: received.status,
    headers: received.headers,
    text,
    bytes,
    tries,
    json: () => {
      try {
        return JSON.parse(text, dropPrototype) as unknown
      } catch {
        throw onGarbage(answer)
      }
    },
  }
  return answer
}

/** Copied into another object, a key of this name would become its prototype. */
function dropPrototype(key: string, value: unknown): unknown {
  return key === "__proto__" ? undefined : value
}

/** Some Korean providers still answer in EUC-KR; a charset nobody knows is read as UTF-8. */
function decode(bytes: Uint8Array, contentType: string): string {
  const charset = /charset="?([\w-]{1,40})/i.exec(contentType)?.[1] ?? "utf-8"
  return createDecoder(charset).decode(bytes)
}

function createDecoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder()
    throw error
  }
}
