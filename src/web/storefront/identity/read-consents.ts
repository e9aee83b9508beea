import type { SubmittedForm } from "../../serve-page.ts"

/** What was not ticked goes as what it is, and the API says no at its field. */
export function readConsents(values: SubmittedForm["values"], below = "") {
  const isTicked = (tick: string) => values[`${below}consents/${tick}`] === "yes"
  return {
    terms: isTicked("terms") as true,
    age: isTicked("age") as true,
    privacy: isTicked("privacy"),
    marketingMail: isTicked("marketingMail"),
    marketingSms: isTicked("marketingSms"),
    marketingKakao: isTicked("marketingKakao"),
    night: isTicked("night"),
  }
}
