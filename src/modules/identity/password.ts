import { argon2, randomBytes, timingSafeEqual } from "node:crypto"
import { availableParallelism } from "node:os"
import { identityRefusals } from "./errors.ts"

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane; 16 ms on the machine it was chosen on. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG_BYTES = 32
const SALT_BYTES = 16

/** One core stays free for everybody who isn't signing in. */
const MOST_AT_ONCE = Math.max(1, availableParallelism() - 1)
/** Half a second of work for one core: whoever comes later is told to come back instead of waiting. */
const MOST_WAITING = 32

/** In the place of the hash of somebody who isn't here: it costs as much to compare with, and nothing fits it. */
export const NOBODYS_HASH = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`

/** Slow on purpose: call it before a transaction is opened, never inside. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await derive(password, salt, COST)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(tag)}`
}

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d),p=(\d)\$([\w+/]+)\$([\w+/]+)$/.exec(hash)
  if (!parts) return false
  const [, memory, passes, parallelism, salt, tag] = parts
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const expected = Buffer.from(tag ?? "", "base64")
  const found = await derive(password, Buffer.from(salt ?? "", "base64"), cost)
  return found.length === expected.length && timingSafeEqual(found, expected)
}

/** True while another sign-in would be turned away. */
export function isPasswordPoolFull(): boolean {
  return waiting.length >= MOST_WAITING
}

let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  await enter()
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      argon2(
        "argon2id",
        { message: password.normalize("NFKC"), nonce: salt, tagLength: TAG_BYTES, ...cost },
        (error, tag) => (error ? reject(error) : resolve(tag)),
      )
    })
  } finally {
    leave()
  }
}

async function enter(): Promise<void> {
  if (running < MOST_AT_ONCE) {
    running++
    return
  }
  if (isPasswordPoolFull()) identityRefusals.refuse("identity.sign_in_busy", {}, { retryAfterSeconds: 2 })
  await new Promise<void>((resolve) => waiting.push(resolve))
}

/** The place is handed on, not given back, so nobody can slip in between. */
function leave(): void {
  const next = waiting.shift()
  if (next) next()
  else running--
}

function encode(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "")
}
