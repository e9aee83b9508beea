import {
  askHouse,
  type House,
  optionalText,
  readAnswer,
  readObject,
  readText,
  refuseAnswer,
  withQuery,
} from "../house.ts"

/** OAuth 2 without OpenID: who somebody is, and which addresses GitHub has confirmed, is asked of its API. */
export const githubHouse: House = {
  authorizeUrl: async (doors, departing) =>
    withQuery(`${doors.baseUrl}/login/oauth/authorize`, {
      client_id: doors.clientId,
      redirect_uri: departing.redirectUri,
      scope: "read:user user:email",
      state: departing.state,
      code_challenge: departing.codeChallenge,
      code_challenge_method: "S256",
      allow_signup: "false",
    }),
  identify: async (doors, arriving) => {
    const answer = await askHouse(doors, `${doors.baseUrl}/login/oauth/access_token`, {
      method: "POST",
      headers: { accept: "application/json" },
      form: {
        client_id: doors.clientId,
        client_secret: doors.clientSecret,
        code: arriving.code,
        redirect_uri: arriving.redirectUri,
        code_verifier: arriving.codeVerifier,
      },
    })
    // A code that is no good comes with 200 and an "error" in it.
    const token = readText(readAnswer(answer, "access_token"), "access_token")
    const ask = (path: string) =>
      askHouse(doors, `${doors.apiUrl}${path}`, {
        method: "GET",
        headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" },
      })
    const user = readAnswer(await ask("/user"), "user")
    if (typeof user["id"] !== "number") return refuseAnswer("the user has no id")
    const primary = readPrimary(readAnswer(await ask("/user/emails"), "emails"))
    return {
      subject: String(user["id"]),
      ...primary,
      name: optionalText(user["name"]) ?? optionalText(user["login"]),
      authenticatedAt: null,
    }
  },
}

/** The address in the profile is whatever somebody typed; only this list says what is confirmed. */
function readPrimary(list: unknown): { email: string | null; isEmailVerified: boolean } {
  const primary = (Array.isArray(list) ? list : []).map(readObject).find((one) => one["primary"] === true)
  return { email: optionalText(primary?.["email"]), isEmailVerified: primary?.["verified"] === true }
}
