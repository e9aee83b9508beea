import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto"

/**
 * Where a sealed value lives. It is bound into the seal: copied to another row, table or tenant,
 * the value can't be opened there.
 */
export interface SealPlace {
  readonly tenant: string
  readonly table: string
  readonly column: string
  readonly row: string
}

export interface Keyring {
  readonly currentKeyId: string
  seal(place: SealPlace, text: string): string
  open(place: SealPlace, sealed: string): string
  needsReseal(sealed: string): boolean
  /** The same secret under the current key: what `hostwell keys rotate` does to every row. */
  reseal(place: SealPlace, sealed: string): string
  /** A keyed fingerprint for one purpose: look-up of tokens, signatures of our own. */
  mac(purpose: string, text: string): string
}

export class SealBroken extends Error {
  override readonly name = "SealBroken"
}

export interface KeyringOptions {
  readonly currentKeyId: string
  /** Key id → 32 bytes. Older keys stay until everything sealed with them is resealed. */
  readonly keys: Readonly<Record<string, Uint8Array>>
}

export function createKeyring(options: KeyringOptions): Keyring {
  for (const [id, key] of Object.entries(options.keys)) {
    if (!/^[a-z0-9-]{1,32}$/.test(id))
      throw new RangeError("A key id is lower-case letters, digits and hyphens.")
    if (key.length !== 32) throw new RangeError(`Key ${id} must have 32 bytes.`)
  }
  const master = keyOf(options.keys, options.currentKeyId)
  const current = derive(master, "seal")
  const open = (place: SealPlace, sealed: string) => openWith(options.keys, place, sealed)
  const seal = (place: SealPlace, text: string) => sealWith(options.currentKeyId, current, place, text)
  return {
    currentKeyId: options.currentKeyId,
    seal,
    open,
    needsReseal: (sealed) => parse(sealed).keyId !== options.currentKeyId,
    reseal: (place, sealed) => seal(place, open(place, sealed)),
    mac: (purpose, text) =>
      createHmac("sha256", derive(master, `mac:${purpose}`))
        .update(text)
        .digest("base64url"),
  }
}

/** Takes the same time wherever the two differ. */
export function isSameSecret(first: string, second: string): boolean {
  const key = randomBytes(32)
  const digest = (text: string) => createHmac("sha256", key).update(text).digest()
  return timingSafeEqual(digest(first), digest(second))
}

function sealWith(keyId: string, key: Buffer, place: SealPlace, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", key, nonce)
  cipher.setAAD(placeBytes(place))
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()])
  return `sealed:v1:${keyId}:${nonce.toString("base64url")}:${body.toString("base64url")}`
}

function openWith(keys: KeyringOptions["keys"], place: SealPlace, sealed: string): string {
  const { keyId, nonce, body } = parse(sealed)
  const key = derive(keyOf(keys, keyId), "seal")
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce)
    decipher.setAAD(placeBytes(place))
    decipher.setAuthTag(body.subarray(-16))
    return decipher.update(body.subarray(0, -16), undefined, "utf8") + decipher.final("utf8")
  } catch (cause) {
    throw new SealBroken(`The secret in ${place.table}.${place.column} can't be opened at ${place.row}.`, {
      cause,
    })
  }
}

function parse(sealed: string): { keyId: string; nonce: Buffer; body: Buffer } {
  const match = /^sealed:v1:([a-z0-9-]{1,32}):([\w-]{16}):([\w-]{22,})$/.exec(sealed)
  if (!match) throw new SealBroken("That is not a sealed secret.")
  return {
    keyId: match[1] ?? "",
    nonce: Buffer.from(match[2] ?? "", "base64url"),
    body: Buffer.from(match[3] ?? "", "base64url"),
  }
}

function keyOf(keys: KeyringOptions["keys"], keyId: string): Uint8Array {
  const key = keys[keyId]
  if (!key) throw new SealBroken(`Key ${keyId} is not in the keyring.`)
  return key
}

function derive(master: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, "hostwell", purpose, 32))
}

/** Lengths first, so that ("ab", "c") and ("a", "bc") are different places. */
function placeBytes(place: SealPlace): Buffer {
  return Buffer.from(
    [place.tenant, place.table, place.column, place.row].map((part) => `${part.length}:${part}`).join("|"),
  )
}
