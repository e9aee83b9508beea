import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { SecretError } from "./secrets.ts"

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A key for one file, in base64: sealed into the file's row. Whoever forgets the row's key has erased the file. */
export function createFileKey(): string {
  return randomBytes(32).toString("base64")
}

/** nonce, ciphertext, tag: opens with the key, and as the file it was sealed as. */
export function sealBytes(key: string, name: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key, "base64"), nonce, {
    authTagLength: TAG_BYTES,
  })
  cipher.setAAD(Buffer.from(name))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

export function openBytes(key: string, name: string, sealed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(sealed)
  const end = bytes.byteLength - TAG_BYTES
  if (end < NONCE_BYTES) throw new SecretError("This is not a sealed file.")
  const decipher = createDecipheriv(
    "aes-256-gcm",
    Buffer.from(key, "base64"),
    bytes.subarray(0, NONCE_BYTES),
    {
      authTagLength: TAG_BYTES,
    },
  )
  decipher.setAAD(Buffer.from(name))
  decipher.setAuthTag(bytes.subarray(end))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()])
  } catch (error) {
    throw new SecretError("This sealed file was changed, or it is another one.", { cause: error })
  }
}
