/**
 * Which of their accounts somebody acts for, in a cookie of its own: it decides what comes first, never what is
 * allowed, so nothing is lost when it is made up. Only accounts of the session itself can be chosen.
 */
export const CHOSEN_ACCOUNT_COOKIE = "account"

export function readChosenAccount(cookies: string | null): string | undefined {
  const name = CHOSEN_ACCOUNT_COOKIE
  return new RegExp(`(?:^|;\\s*)${name}=(acc_[0-9a-z]{26})(?:;|$)`).exec(cookies ?? "")?.[1]
}
