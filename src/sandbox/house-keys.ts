import { exportJWK, generateKeyPair, SignJWT } from "jose"

const ALGORITHM = "RS256"

/** Of this process: whoever asks fetches the public half anew, as one does of a house that changes its keys. */
export function createHouseKeys() {
  let made: ReturnType<typeof generateKeyPair> | undefined
  const keys = () => (made ??= generateKeyPair(ALGORITHM))
  return {
    publicKeys: async () => {
      const { publicKey } = await keys()
      return { keys: [{ ...(await exportJWK(publicKey)), kid: "house-1", use: "sig", alg: ALGORITHM }] }
    },
    sign: async (claims: Readonly<Record<string, unknown>>) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid: "house-1", typ: "JWT" })
        .setIssuedAt()
        .setExpirationTime("10 minutes")
        .sign((await keys()).privateKey),
  }
}

export type HouseKeys = ReturnType<typeof createHouseKeys>
