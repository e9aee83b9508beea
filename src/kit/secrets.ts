import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto"

/** Where a sealed value lives. It opens there and nowhere else. */
export interface SealPlace {
  readonly tenant: string
  readonly table: string
  readonly column: string
  readonly row: string
}

/** Master keys by id, 32 bytes each, as bytes or base64. `current` seals; the others only open what they sealed. */
export interface KeyringSource {
  readonly current: string
  readonly keys: Readonly<Record<string, Uint8Array | string>>
}

export interface Keyring {
  readonly currentKeyId: string
  /** "sealed:v1:<keyId>:<nonce>:<ciphertext>", the last two in base64url. */
  seal(place: SealPlace, secret: string): string
  /** Throws a SecretError when the text was changed, moved, or sealed by a key that is gone. */
  open(place: SealPlace, sealed: string): string
  needsReseal(sealed: string): boolean
  reseal(place: SealPlace, sealed: string): string
  /** HMAC-SHA256 in hex, by the current key: each purpose has its own. */
  mac(purpose: string, text: string): string
  /** The same by every key, the current one first: to find rows whose mac an older key made. */
  macs(purpose: string, text: string): string[]
  isMac(purpose: string, text: string, mac: string): boolean
}

/** Its words hold no secret: only what is wrong, and the id of a key. */
export class SecretError extends Error {
  override readonly name = "SecretError"
}

export function createKeyring(source: KeyringSource): Keyring {
  const keys = readKeys(source)
  const keyOf = (keyId: string) => {
    const key = keys.get(keyId)
    if (!key) throw new SecretError(`The key "${keyId}" that sealed this value is not in the keyring.`)
    return key
  }
  const keyring: Keyring = {
    currentKeyId: source.current,
    seal: (place, secret) => seal(source.current, keyOf(source.current), place, secret),
    open: (place, sealed) => open(keyOf, place, sealed),
    needsReseal: (sealed) => readSealed(sealed).keyId !== source.current,
    reseal: (place, sealed) => keyring.seal(place, keyring.open(place, sealed)),
    mac: (purpose, text) => macBy(keyOf(source.current), purpose, text),
    macs: (purpose, text) => [...keys.values()].map((key) => macBy(key, purpose, text)),
    isMac: (purpose, text, mac) =>
      keyring
        .macs(purpose, text)
        .map((own) => isSameText(own, mac))
        .includes(true),
  }
  return keyring
}

/** In a time that says nothing about where they differ, nor about how long they are. */
export function isSameText(left: string, right: string): boolean {
  return timingSafeEqual(
    createHash("sha256").update(left).digest(),
    createHash("sha256").update(right).digest(),
  )
}

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Secrets have some 10 kB at most; the answers that are kept for repeats of a request are as large as a request may be. */
const MOST_SECRET_BYTES = 1_048_576

function readKeys(source: KeyringSource): ReadonlyMap<string, Buffer> {
  const others = Object.keys(source.keys).filter((keyId) => keyId !== source.current)
  return new Map([source.current, ...others].map((keyId) => [keyId, readKey(keyId, source.keys[keyId])]))
}

function readKey(keyId: string, given: Uint8Array | string | undefined): Buffer {
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(keyId))
    throw new SecretError("A key id is 1 to 32 letters, digits, - and _.")
  if (given === undefined) throw new SecretError(`The keyring has no key "${keyId}".`)
  const key = typeof given === "string" ? Buffer.from(given, "base64") : Buffer.from(given)
  if (key.byteLength !== KEY_BYTES)
    throw new SecretError(`The key "${keyId}" does not have ${KEY_BYTES} bytes.`)
  return key
}

/** One master key, many keys: what one purpose gives away is of no use to another. */
function deriveKey(master: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, new Uint8Array(0), purpose, KEY_BYTES))
}

function macBy(master: Uint8Array, purpose: string, text: string): string {
  return createHmac("sha256", deriveKey(master, `mac:${purpose}`))
    .update(text)
    .digest("hex")
}

/** A key of its own per column: random nonces stay safe up to 2^32 values under one key. */
function sealingKey(master: Uint8Array, { table, column }: SealPlace): Buffer {
  return deriveKey(master, `seal:${JSON.stringify([table, column])}`)
}

/** JSON keeps the parts apart: ("a", "bc") and ("ab", "c") are different places. */
function boundTo(keyId: string, { tenant, table, column, row }: SealPlace): Buffer {
  if ([tenant, table, column, row].includes(""))
    throw new SecretError("A secret's place has a tenant, a table, a column and a row.")
  return Buffer.from(JSON.stringify(["sealed:v1", keyId, tenant, table, column, row]))
}

function seal(keyId: string, master: Uint8Array, place: SealPlace, secret: string): string {
  if (!secret.isWellFormed()) throw new SecretError("A secret must be well-formed text.")
  if (Buffer.byteLength(secret) > MOST_SECRET_BYTES)
    throw new SecretError(`A secret has at most ${MOST_SECRET_BYTES} bytes.`)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv("aes-256-gcm", sealingKey(master, place), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(boundTo(keyId, place))
  const ciphertext = Buffer.concat([cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()])
  return `sealed:v1:${keyId}:${nonce.toString("base64url")}:${ciphertext.toString("base64url")}`
}

function open(keyOf: (keyId: string) => Uint8Array, place: SealPlace, sealed: string): string {
  const { keyId, nonce, ciphertext, tag } = readSealed(sealed)
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(keyOf(keyId), place), nonce, {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(boundTo(keyId, place))
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8")
  } catch (error) {
    throw new SecretError("This sealed value was changed, or it belongs to another row.", { cause: error })
  }
}

interface Sealed {
  readonly keyId: string
  readonly nonce: Buffer
  readonly ciphertext: Buffer
  readonly tag: Buffer
}

function readSealed(text: string): Sealed {
  const [word, version, keyId, nonceText, bodyText, ...rest] = text.split(":")
  const nonce = readBase64(nonceText)
  const body = readBase64(bodyText)
  const isSealed = word === "sealed" && version === "v1" && keyId && rest.length === 0
  if (!isSealed || nonce?.byteLength !== NONCE_BYTES || !body || body.byteLength < TAG_BYTES) {
    throw new SecretError("This is not a sealed value.")
  }
  const cut = body.byteLength - TAG_BYTES
  return { keyId, nonce, ciphertext: body.subarray(0, cut), tag: body.subarray(cut) }
}

/** The decoder forgives stray bits and letters; then two texts would be one value. */
function readBase64(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined
  const bytes = Buffer.from(text, "base64url")
  return bytes.toString("base64url") === text ? bytes : undefined
}
