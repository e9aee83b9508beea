import { askPasskey, knowsPasskeys } from "../passkey.ts"

/** Shows the passkey buttons of a page where the browser knows them. Followed by delegation: forms are replaced in place. */
export function offerPasskeys(): void {
  if (!knowsPasskeys()) return
  show()
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true })
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-passkey-ask]") : null
    const place = button?.closest<HTMLElement>("[data-passkey]")
    if (place) askAt(place)
  })
}

function show(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-passkey][hidden]")) place.hidden = false
}

function askAt(place: HTMLElement): void {
  const trouble = place.querySelector<HTMLElement>("[data-passkey-trouble]")
  const field = place.querySelector<HTMLInputElement>("input[name=passkey]")
  const form = place.closest("form")
  if (!trouble || !field || !form) return
  trouble.hidden = true
  // Turned away, timed out, or no passkey for this shop: browsers don't tell which, and the words fit them all.
  sign().then(
    (answer) => {
      field.value = answer
      form.requestSubmit()
    },
    () => (trouble.hidden = false),
  )
}

async function sign(): Promise<string> {
  const answer = await fetch("/api/auth/passkey/options", { method: "POST" })
  if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`)
  return askPasskey(await answer.json())
}
