import { answerSecondFactor, type SecondFactorWish } from "./answer-second-factor.ts"
import { arrive } from "./arrive.ts"
import { beginPasskey, type PasskeyAsked } from "./begin-passkey.ts"
import { changePassword } from "./change-password.ts"
import { endSessionOf } from "./end-session-of.ts"
import { type Proof, prove } from "./prove.ts"
import { proveAs } from "./prove-as.ts"
import { hashToken } from "./session-cookie.ts"
import { signInByLink } from "./sign-in-by-link.ts"
import { signInByPasskey } from "./sign-in-by-passkey.ts"
import { type Credentials, signInByPassword } from "./sign-in-by-password.ts"
import { cookiesOf } from "./sign-in-cookies.ts"
import { actAt, type CameIn, type SignInDeps, type SignInSite } from "./sign-in-house.ts"
import type { PasskeyAnswer } from "./verify-passkey.ts"

export type { CameIn, SignInDeps, SignInSite } from "./sign-in-house.ts"

export interface SignIn {
  /** The cookies of a new session; the same refusal for a wrong password and an unknown address. */
  signIn(site: SignInSite, credentials: Credentials): Promise<CameIn>
  answerSecondFactor(site: SignInSite, wish: SecondFactorWish): Promise<CameIn>
  beginPasskey(site: SignInSite): Promise<PasskeyAsked>
  signInByPasskey(site: SignInSite, answer: PasskeyAnswer): Promise<CameIn>
  signInByLink(site: SignInSite, token: string): Promise<CameIn>
  /** For whoever another house has vouched for, once it is known who they are here. */
  signInAs(site: SignInSite, person: { personId: string; email: string }): Promise<CameIn>
  /** The same for somebody who is in already and has to show it anew. */
  proveAs(site: SignInSite, personId: string): Promise<void>
  /** "It is me": opens dangerous acts for some minutes. */
  prove(site: SignInSite, proof: Proof): Promise<void>
  /** Ends every other session; this one goes on under another secret. */
  changePassword(site: SignInSite, password: string): Promise<CameIn>
  /** Ends the session the cookie names, if any; the answer is the same without one. */
  signOut(site: SignInSite): Promise<{ setCookies: string[] }>
}

/** Every way in, and the way out. Each is a few short transactions of its own; none is open while a password is hashed. */
export function createSignIn(deps: SignInDeps): SignIn {
  return {
    signIn: (site, credentials) => signInByPassword(deps, site, credentials),
    answerSecondFactor: (site, wish) => answerSecondFactor(deps, site, wish),
    beginPasskey: (site) => beginPasskey(deps, site),
    signInByPasskey: (site, answer) => signInByPasskey(deps, site, answer),
    signInByLink: (site, token) => signInByLink(deps, site, token),
    signInAs: (site, person) => arrive(deps, site, { ...person, way: "provider" }),
    proveAs: (site, personId) => proveAs(deps, site, personId),
    prove: (site, proof) => prove(deps, site, proof),
    changePassword: (site, password) => changePassword(deps, site, password),
    signOut: (site) => signOut(deps, site),
  }
}

async function signOut(deps: SignInDeps, site: SignInSite): Promise<{ setCookies: string[] }> {
  const cookies = cookiesOf(deps, site)
  const token = cookies.token()
  if (token) await actAt(deps, site, (ctx) => endSessionOf(ctx, hashToken(token)))
  return { setCookies: cookies.endSession() }
}
