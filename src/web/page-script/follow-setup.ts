interface Offer {
  readonly words: Readonly<Record<string, string>>
  readonly cycles: Readonly<Record<string, Readonly<Record<string, string>>>>
}
type Board = Readonly<Record<string, Offer>>

/**
 * The form where a server is put together: prices and the total follow what is chosen, at the slider as it is dragged.
 * Every figure was written by the server; here the right one is shown. Followed by delegation: forms are replaced in place.
 */
export function followSetup(): void {
  if (!document.querySelector("[data-setup]")) return
  show()
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true })
  document.addEventListener("input", ({ target }) => {
    const place = target instanceof Element ? target.closest<HTMLElement>("[data-setup]") : null
    if (!place || !(target instanceof HTMLInputElement)) return
    if (target.type === "range") choosePlan(place, target)
    else if (target.name === "planId") moveSlider(place, target.value)
    tell(place)
  })
}

function show(): void {
  for (const slider of document.querySelectorAll<HTMLElement>("[data-slider][hidden]")) {
    slider.hidden = false
    const place = slider.closest<HTMLElement>("[data-setup]")
    // The browser may have kept what was chosen before the page was left.
    if (!place) continue
    moveSlider(place, chosen(place, "planId"))
    tell(place)
  }
}

function choosePlan(place: HTMLElement, slider: HTMLInputElement): void {
  const id = valuesOf(slider)[Number(slider.value)]
  for (const one of radios(place, "planId")) one.checked = one.value === id
}

function moveSlider(place: HTMLElement, planId: string): void {
  const slider = place.querySelector<HTMLInputElement>("[data-slider] input")
  const index = slider ? valuesOf(slider).indexOf(planId) : -1
  if (slider && index >= 0) slider.value = String(index)
}

/** Prices on the cards, then the summary. A term that the chosen plan isn't sold for gives way. */
function tell(place: HTMLElement): void {
  const board = JSON.parse(place.dataset["setup"] ?? "{}") as Board
  const offer = board[chosen(place, "planId")]
  if (!offer) return
  for (const one of radios(place, "cycle")) one.disabled = !offer.cycles[one.value]
  const sold = radios(place, "cycle").filter((one) => !one.disabled)
  if (!sold.some((one) => one.checked) && sold[0]) sold[0].checked = true
  const cycle = chosen(place, "cycle")
  for (const price of place.querySelectorAll<HTMLElement>("[data-price]")) {
    const value = price.dataset["price"] ?? ""
    const found = board[value] ? board[value].cycles[cycle] : offer.cycles[value]
    if (found || offer.cycles[cycle]) write(price, found?.["amount"] ?? price.textContent)
  }
  const words = { ...offer.words, ...offer.cycles[cycle] }
  for (const out of place.querySelectorAll<HTMLElement>("[data-out]")) {
    write(out, words[out.dataset["out"] ?? ""] ?? "")
  }
  const setup = place.querySelector<HTMLElement>("[data-line=setup]")
  if (setup) setup.hidden = words["setup"] === ""
  const slider = place.querySelector<HTMLInputElement>("[data-slider] input")
  slider?.setAttribute("aria-valuetext", `${words["plan"]}, ${words["total"]}`)
}

function write(place: HTMLElement, words: string): void {
  if (place.textContent !== words) place.textContent = words
}

function chosen(place: HTMLElement, name: string): string {
  return radios(place, name).find((one) => one.checked)?.value ?? ""
}

function radios(place: HTMLElement, name: string): HTMLInputElement[] {
  return [...place.querySelectorAll<HTMLInputElement>(`input[type=radio][name=${name}]`)]
}

function valuesOf(slider: HTMLInputElement): string[] {
  return (slider.dataset["values"] ?? "").split(" ")
}
