import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto"

/** A passkey kept in memory: what a telephone answers to the shop, without a browser in between (WebAuthn level 2). */
export interface SoftPasskey {
  /** To the options of a registration. */
  make(asked: Asked): object
  /** To the challenge of a sign-in. */
  answer(asked: Asked): object
}

export interface Asked {
  readonly challenge: string
}

const PRESENT_AND_VERIFIED = 0x05
const WITH_KEY = 0x40

export function openSoftPasskey(origin: string): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const id = randomBytes(32)
  const rpIdHash = sha256(new URL(origin).hostname)
  let counter = 0
  const clientData = (type: string, { challenge }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = (flags: number) => {
    counter++
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count])
  }
  const named = (response: Record<string, Buffer | string[]>) => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
    response: Object.fromEntries(
      Object.entries(response).map(([name, value]) => [
        name,
        Buffer.isBuffer(value) ? value.toString("base64url") : value,
      ]),
    ),
  })
  return {
    make: (asked) => {
      const length = Buffer.from([0, id.length])
      const key = coseKey(publicKey.export({ format: "jwk" }))
      const data = Buffer.concat([head(PRESENT_AND_VERIFIED | WITH_KEY), Buffer.alloc(16), length, id, key])
      return named({
        clientDataJSON: clientData("webauthn.create", asked),
        attestationObject: attestation(data),
        transports: ["internal"],
      })
    },
    answer: (asked) => {
      const authenticatorData = head(PRESENT_AND_VERIFIED)
      const clientDataJSON = clientData("webauthn.get", asked)
      const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)])
      return named({ clientDataJSON, authenticatorData, signature: sign("sha256", signed, privateKey) })
    },
  }
}

/** {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y} in CBOR, RFC 9053. */
function coseKey({ x = "", y = "" }: { readonly x?: string; readonly y?: string }): Buffer {
  const coordinate = (name: number, text: string) =>
    Buffer.concat([Buffer.from([name, 0x58, 32]), Buffer.from(text, "base64url")])
  const kind = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01])
  return Buffer.concat([kind, coordinate(0x21, x), coordinate(0x22, y)])
}

/** {fmt: "none", attStmt: {}, authData} in CBOR. */
function attestation(authData: Buffer): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 | word.length]), Buffer.from(word)])
  return Buffer.concat([
    Buffer.from([0xa3]),
    text("fmt"),
    text("none"),
    text("attStmt"),
    Buffer.from([0xa0]),
    text("authData"),
    Buffer.from([0x58, authData.length]),
    authData,
  ])
}

function sha256(data: string | Buffer): Buffer {
  return createHash("sha256").update(data).digest()
}
