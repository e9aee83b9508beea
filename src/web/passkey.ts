/** What the server asks a passkey to sign, answered as the text that goes back. Throws when the person turns away. */
export async function askPasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<string> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const credential = await navigator.credentials.get({ publicKey })
  return JSON.stringify(readCredential(credential).toJSON())
}

export async function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<string> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const credential = await navigator.credentials.create({ publicKey })
  return JSON.stringify(readCredential(credential).toJSON())
}

/** Since 2025 in every browser; an older one is offered no passkeys. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential
}

function readCredential(credential: Credential | null): PublicKeyCredential {
  if (!(credential instanceof PublicKeyCredential)) throw new Error("The browser answered no passkey.")
  return credential
}
