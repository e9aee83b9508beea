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

/**
 * Naver Login. Its address is one for contact that people may change as they like, and nothing says whether it was
 * confirmed: so it never opens or makes an account by itself.
 */
export const naverHouse: House = {
  authorizeUrl: async (doors, departing) =>
    withQuery(`${doors.baseUrl}/oauth2.0/authorize`, {
      response_type: "code",
      client_id: doors.clientId,
      redirect_uri: departing.redirectUri,
      state: departing.state,
      ...(departing.isProof ? { auth_type: "reauthenticate" } : {}),
    }),
  identify: async (doors, arriving) => {
    const answer = await askHouse(doors, `${doors.baseUrl}/oauth2.0/token`, {
      method: "POST",
      form: {
        grant_type: "authorization_code",
        client_id: doors.clientId,
        client_secret: doors.clientSecret,
        code: arriving.code,
        state: arriving.state,
      },
    })
    const token = readText(readAnswer(answer, "token"), "access_token")
    const asked = await askHouse(doors, `${doors.apiUrl}/v1/nid/me`, {
      method: "GET",
      headers: { authorization: `Bearer ${token}` },
    })
    const me = readAnswer(asked, "me")
    if (me["resultcode"] !== "00") return refuseAnswer(`resultcode ${String(me["resultcode"])}`)
    const person = readObject(me["response"])
    return {
      subject: readText(person, "id"),
      email: optionalText(person["email"]),
      isEmailVerified: false,
      name: optionalText(person["name"]) ?? optionalText(person["nickname"]),
      authenticatedAt: null,
    }
  },
}
