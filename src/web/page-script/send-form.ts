/**
 * Shop forms work without this. With it a refused form comes back in place: the password stays typed, and Back
 * never meets the browser's "send the form again?", because the history holds no form that was sent.
 */
export function sendFormsInPlace(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return
    event.preventDefault()
    if (form.ariaBusy === "true") return
    form.ariaBusy = "true"
    // Not reached: the browser sends it itself, and says so. The key inside makes a second sending harmless.
    send(form, new FormData(form, event.submitter)).then(
      () => (form.ariaBusy = null),
      () => form.submit(),
    )
  })
}

async function send(form: HTMLFormElement, typed: FormData): Promise<void> {
  const body = new URLSearchParams([...typed].map(([name, value]) => [name, textOf(value)]))
  const response = await fetch(form.action, { method: "POST", body })
  if (response.redirected) return location.assign(response.url)
  const answer = new DOMParser().parseFromString(await response.text(), "text/html")
  if (response.status >= 500) return showTrouble(form, answer)
  putInPlace(answer, typed)
}

/** The fault is ours: what was typed stays, and the words of the error page stand above it. */
function showTrouble(form: HTMLFormElement, answer: Document): void {
  const words = [...answer.querySelectorAll("main h1, main h1 ~ p:not(:has(a))")].map(
    (part) => part.textContent,
  )
  const alert = document.createElement("p")
  alert.setAttribute("role", "alert")
  alert.tabIndex = -1
  alert.textContent = words.join(". ")
  form.querySelector(":scope > [role=alert]")?.remove()
  form.prepend(alert)
  alert.focus()
}

function putInPlace(answer: Document, typed: FormData): void {
  const next = answer.querySelector("main")
  if (!next) return location.reload()
  document.querySelector("main")?.replaceWith(next)
  document.title = answer.title
  // The server never writes a password into a page; here it never left the page.
  for (const input of next.querySelectorAll<HTMLInputElement>("input[type=password]")) {
    input.value = textOf(typed.get(input.name))
  }
  const wrong = next.querySelector<HTMLElement>("[aria-invalid=true]")
  const place = wrong ?? next.querySelector<HTMLElement>("[role=alert]")
  place?.focus()
}

/** The shop's forms have no files in them. */
function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : ""
}
