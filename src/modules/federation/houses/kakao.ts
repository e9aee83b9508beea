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

/** Kakao Login: codes at kauth, who it was at kapi. An address counts only where both of its flags say so. */
export const kakaoHouse: House = {
  authorizeUrl: async (doors, departing) =>
    withQuery(`${doors.baseUrl}/oauth/authorize`, {
      response_type: "code",
      client_id: doors.clientId,
      redirect_uri: departing.redirectUri,
      state: departing.state,
      nonce: departing.nonce,
      code_challenge: departing.codeChallenge,
      code_challenge_method: "S256",
      ...(departing.isProof ? { prompt: "login" } : {}),
    }),
  identify: async (doors, arriving) => {
    const answer = await askHouse(doors, `${doors.baseUrl}/oauth/token`, {
      method: "POST",
      form: {
        grant_type: "authorization_code",
        client_id: doors.clientId,
        client_secret: doors.clientSecret,
        redirect_uri: arriving.redirectUri,
        code: arriving.code,
        code_verifier: arriving.codeVerifier,
      },
    })
    const token = readText(readAnswer(answer, "token"), "access_token")
    const asked = await askHouse(doors, `${doors.apiUrl}/v2/user/me`, {
      method: "GET",
      headers: { authorization: `Bearer ${token}` },
    })
    const user = readAnswer(asked, "user")
    if (typeof user["id"] !== "number") return refuseAnswer("the user has no id")
    const account = readObject(user["kakao_account"])
    return {
      subject: String(user["id"]),
      email: optionalText(account["email"]),
      // Valid: nobody else has taken the address over since. Verified: it was confirmed.
      isEmailVerified: account["is_email_valid"] === true && account["is_email_verified"] === true,
      name: optionalText(readObject(account["profile"])["nickname"]),
      authenticatedAt: null,
    }
  },
}
