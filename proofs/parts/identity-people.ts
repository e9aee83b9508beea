import { mailAbout, tokenFor } from "#app/testing/letters.ts"
import { openTraveller } from "#app/testing/traveller.ts"
import type { ApiProblem } from "#kit/problem.ts"
import { insist, type Story } from "./story.ts"

const PASSWORD = "a password of mina"
const wish = (email: string) => ({
  name: "Mina Kim",
  email,
  password: PASSWORD,
  phone: "010-1234-5678",
  country: "KR",
  language: "en" as const,
  consents: { terms: true as const, age: true as const, privacy: true },
})

const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "accepted",
    (error: ApiProblem) => error.code,
  )

/** Sign-up, confirmation, reset: what somebody does who has no session. */
export const provePeople: readonly Story[] = [
  {
    name: "sign up, confirm by mail, sign in",
    run: async (company) => {
      const { signUps } = company.visitor.identity
      await signUps.request(wish("mina@example.com"))
      const browser = openTraveller(company)
      const early = await browser.signIn("mina@example.com", PASSWORD)
      insist(early.status === 401, "Signed in before the address was confirmed.")
      const token = await tokenFor(company, "mina@example.com", "/confirm")
      const stranger = await codeOf(signUps.confirm({ token, password: "a password of somebody" }))
      insist(stranger === "identity.password_wrong", `A stranger's sign-up was confirmed: ${stranger}.`)
      await signUps.confirm({ token, password: PASSWORD })
      const again = await codeOf(signUps.confirm({ token }))
      insist(again === "identity.link_over", `The link worked twice: ${again}.`)
      const { status } = await browser.signIn("mina@example.com", PASSWORD)
      insist(status === 200, `The sign-in answered ${status}.`)
      return "401 before, 200 after; the link a second time: 410"
    },
  },
  {
    name: "sign up with a known address, and with an unknown one",
    run: async (company) => {
      const { email } = await company.customer()
      const { signUps } = company.visitor.identity
      const [known, unknown] = [
        await signUps.request(wish(email)),
        await signUps.request(wish("x@example.com")),
      ]
      insist(
        Object.keys(known).join() === Object.keys(unknown).join(),
        "The answers differ in more than the address.",
      )
      await mailAbout(company, email, "You already have an account")
      await mailAbout(company, "x@example.com", "Please confirm your e-mail address")
      return "one answer, two mails"
    },
  },
  {
    name: "forget a password: link, reset, every session over",
    run: async (company) => {
      const { email, password } = await company.customer()
      const browser = openTraveller(company)
      await browser.signIn(email, password)
      const { passwords } = company.visitor.identity
      await passwords.forget({ email, language: "en" })
      const token = await tokenFor(company, email, "/reset-password")
      await passwords.reset({ token, password: "a better password" })
      const reuse = await codeOf(passwords.reset({ token, password: "an attacker's own" }))
      insist(reuse === "identity.link_over", `The token worked twice: ${reuse}.`)
      const old = (await browser.signIn(email, password)).status
      insist(old === 401 && (await browser.role()) === "visitor", "The old password or session still works.")
      return "reset once, 410 the second time, 401 with the old password"
    },
  },
  {
    name: "a reset asked for under another host name",
    run: async (company) => {
      const { email } = await company.customer()
      await company.request("/api/v1/password-resets", {
        json: { email, language: "en" },
        headers: { "x-forwarded-host": "evil.example", origin: company.url },
      })
      const mail = await mailAbout(company, email, "Reset your password")
      insist(!mail.includes("evil.example") && mail.includes(company.url), "The link leads elsewhere.")
      return "the link leads to the shop's own address"
    },
  },
  {
    name: "a stolen password, and the list out of reach",
    run: async (company) => {
      const { signUps } = company.visitor.identity
      const stolen = { ...wish("y@example.com"), password: "correct horse battery staple" }
      const refused = await codeOf(signUps.request(stolen))
      insist(refused === "identity.password_breached", `It answered ${refused}.`)
      await company.fault("breaches", { call: "range", fault: "error_500", remaining: null })
      const offline = await codeOf(signUps.request(stolen))
      insist(offline === "accepted", `Without the list it answered ${offline}.`)
      return "refused; taken while the list cannot be asked"
    },
  },
]
