import { type Abuse, insist } from "./oauth-abuse.ts"
import { begin, follow, openProgram, signedIn, signInTo } from "./oauth-program.ts"

/** Abuses of the way through the browser. */
export const browserAbuses: readonly Abuse[] = [
  {
    name: "a redirect_uri that is not registered, letter by letter (open redirect)",
    run: async (company) => {
      await using program = await openProgram(company)
      const browser = await signedIn(company)
      await signInTo(company, program, browser)
      const bent = [
        "https://evil.example/callback",
        `${program.redirectUri}/../evil`,
        program.redirectUri.replace("127.0.0.1", "127.0.0.1@evil.example"),
        program.redirectUri.replace("callback", "Callback"),
        "javascript:alert(1)",
        "//evil.example",
      ]
      for (const redirect_uri of bent) {
        const to = await follow(company, browser, (await begin(program, { redirect_uri })).url)
        insist(to === "/sign-in/trouble?because=redirect_unknown", `${redirect_uri} led to ${to}.`)
      }
      return `${bent.length} bent addresses: a page of ours, and nobody is sent anywhere`
    },
  },
  {
    name: "a sign-out that leads elsewhere (open redirect)",
    run: async (company) => {
      await using program = await openProgram(company)
      const evil = new URLSearchParams({
        client_id: program.clientId,
        post_logout_redirect_uri: "https://evil.example/",
      })
      const browser = await signedIn(company)
      const to = await follow(company, browser, `/oauth/logout?${evil}`)
      insist(to === "/sign-in/trouble?because=redirect_unknown", `It led to ${to}.`)
      const forged = `${Buffer.from('{"redirectTo":"https://evil.example"}').toString("base64url")}.00`
      const resumed = await follow(company, browser, `/oauth/logout/resume?asked=${forged}`)
      insist(resumed === "/sign-out/done", `A forged request led to ${resumed}.`)
      return "a page of ours for the address, /sign-out/done for a forged request"
    },
  },
  {
    name: "no PKCE, or plain",
    run: async (company) => {
      await using program = await openProgram(company)
      const browser = await signedIn(company)
      const { url } = await begin(program)
      const plain = new URL(url)
      plain.searchParams.set("code_challenge_method", "plain")
      const none = new URL(url)
      none.searchParams.delete("code_challenge")
      none.searchParams.delete("code_challenge_method")
      for (const bent of [plain, none]) {
        const to = await follow(company, browser, bent)
        insist(to.includes("error=invalid_request") && !to.includes("code="), `It led to ${to}.`)
      }
      return "error=invalid_request for both"
    },
  },
  {
    name: "another site's page allows in the person's name (consent CSRF)",
    run: async (company) => {
      await using program = await openProgram(company)
      const browser = await signedIn(company)
      const first = await follow(company, browser, (await begin(program)).url)
      const asked = new URLSearchParams(first.split("?")[1]).get("asked") ?? ""
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
      const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site", cookie }
      const byApi = await company.request("/api/v1/oauth/requests/allow", {
        method: "PUT",
        json: { asked },
        headers: foreign,
      })
      insist(byApi.status === 403, `The API answered ${byApi.status}.`)
      const byForm = await company.request("/sign-in/allow", {
        method: "POST",
        body: new URLSearchParams({ intent: "allow", asked, answer: "allow" }).toString(),
        headers: { ...foreign, "content-type": "application/x-www-form-urlencoded" },
      })
      insist(byForm.status === 403 || byForm.status === 404, `The page answered ${byForm.status}.`)
      const still = await follow(company, browser, (await begin(program, { prompt: "none" })).url)
      insist(still.includes("error=consent_required"), "It was allowed all the same.")
      return "403, and nothing is allowed"
    },
  },
  {
    name: "a request whose scopes were widened on the way to the page",
    run: async (company) => {
      await using program = await openProgram(company)
      const browser = await signedIn(company)
      const first = await follow(company, browser, (await begin(program, { scope: "openid" })).url)
      const asked = new URLSearchParams(first.split("?")[1]).get("asked") ?? ""
      const [body = "", mac = ""] = asked.split(".")
      const request = JSON.parse(Buffer.from(body, "base64url").toString())
      const wider = Buffer.from(JSON.stringify({ ...request, scopes: ["openid", "accounts"] }))
      const bent = `${wider.toString("base64url")}.${mac}`
      const answered = await browser.send("PUT", "/api/v1/oauth/requests/allow", { asked: bent })
      insist(answered.body.code === "oauth.request_over", `It answered ${answered.status}.`)
      return "oauth.request_over: the seal does not fit"
    },
  },
  {
    name: "a program asks for more than it was registered for",
    run: async (company) => {
      await using program = await openProgram(company, { scopes: ["openid"] })
      const to = await follow(company, await signedIn(company), (await begin(program)).url)
      insist(to.includes("error=invalid_scope"), `It led to ${to}.`)
      return "error=invalid_scope"
    },
  },
]
