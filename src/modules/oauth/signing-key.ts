import { createPrivateKey, generateKeyPair, type KeyObject } from "node:crypto"
import { promisify } from "node:util"

/** RS256: the one that every client of OpenID Connect has to know. */
export const SIGNING_ALGORITHM = "RS256"

/** A key signs for so long; then its successor is made. */
export const KEY_LIFE_DAYS = 90

/** A key is published so long before it signs and after it has signed: clients keep what they fetched for a while. */
export const KEY_OVERLAP_HOURS = 24

export interface MadeKey {
  readonly publicJwk: Readonly<Record<string, unknown>>
  /** In clear: to be sealed before it reaches a column. */
  readonly privateJwk: string
}

export async function makeSigningKey(): Promise<MadeKey> {
  const { publicKey, privateKey } = await generateRsa("rsa", { modulusLength: 2_048 })
  return {
    publicJwk: { ...publicKey.export({ format: "jwk" }) },
    privateJwk: JSON.stringify(privateKey.export({ format: "jwk" })),
  }
}

export function readPrivateKey(privateJwk: string): KeyObject {
  return createPrivateKey({ key: JSON.parse(privateJwk) as Record<string, string>, format: "jwk" })
}

const generateRsa = promisify(generateKeyPair)
