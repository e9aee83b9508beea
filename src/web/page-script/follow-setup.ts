import type { Language } from "../i18n/languages.ts"
import { inWords, type PriceBoard, showExtra, showMinor, waysOf } from "../storefront/catalog/price-board.ts"
import { isOfferedFor, sumSetup } from "../storefront/catalog/setup-sum.ts"

/**
 * The form where a server is put together: prices and the total follow what is chosen, at the slider as it is dragged.
 * Prices were written by the server; here they are added up and written the way the page writes them. The order is
 * priced by the server alone. Followed by delegation: forms are replaced in place.
 */
export function followSetup(): void {
  if (!document.querySelector("[data-setup]")) return
  show()
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true })
  document.addEventListener("input", ({ target }) => {
    const place = target instanceof Element ? target.closest<HTMLElement>("[data-setup]") : null
    if (!place || !(target instanceof HTMLInputElement)) return
    const pair = target.dataset["for"]
    if (pair) field(place, pair, (one) => (one.value = target.value))
    else if (target.type === "range") choosePlan(place, target)
    else if (target.type === "number") slider(place, target.name, (one) => (one.value = target.value))
    else if (target.name === "planId") {
      moveSlider(place, target.value)
      takeAlong(place, target.value)
    }
    tell(place)
  })
}

function show(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-setup]:not([data-followed])")) {
    place.dataset["followed"] = ""
    for (const one of place.querySelectorAll<HTMLElement>("[data-slider], [data-for]")) one.hidden = false
    // The browser may have kept what was chosen before the page was left.
    moveSlider(place, chosen(place, "planId"))
    for (const one of numbers(place)) slider(place, one.name, (range) => (range.value = one.value))
    tell(place)
  }
}

function choosePlan(place: HTMLElement, slide: HTMLInputElement): void {
  const id = valuesOf(slide)[Number(slide.value)] ?? ""
  for (const one of radios(place, "planId")) one.checked = one.value === id
  takeAlong(place, id)
}

function moveSlider(place: HTMLElement, planId: string): void {
  const slide = place.querySelector<HTMLInputElement>("[data-slider] input")
  const index = slide ? valuesOf(slide).indexOf(planId) : -1
  if (slide && index >= 0) slide.value = String(index)
}

/** What was chosen with the plan before goes along to another one that has it too. */
function takeAlong(place: HTMLElement, planId: string): void {
  const shown = place.querySelector<HTMLElement>("[data-options]:not([hidden])")?.dataset["options"]
  if (!shown || shown === planId) return
  for (const one of inputs(place, shown)) {
    const name = one.name.replace(`/${shown}/`, `/${planId}/`)
    for (const other of inputs(place, planId).filter((input) => input.name === name)) {
      if (other.type === "radio" && other.value === one.value && !other.disabled)
        other.checked ||= one.checked
      else if (other.type === "checkbox") other.checked = one.checked
      else if (other.type === "number") {
        other.value = one.value
        slider(place, other.name, (range) => (range.value = one.value))
      }
    }
  }
}

/** Prices on the cards, then the options, then the summary. A term that the chosen plan isn't sold for gives way. */
function tell(place: HTMLElement): void {
  const board = JSON.parse(place.dataset["setup"] ?? "{}") as PriceBoard
  const planId = chosen(place, "planId")
  const offer = board.plans[planId]
  if (!offer) return
  for (const one of radios(place, "cycle")) one.disabled = !offer.cycles[one.value]
  const sold = radios(place, "cycle").filter((one) => !one.disabled)
  if (!sold.some((one) => one.checked) && sold[0]) sold[0].checked = true
  const cycle = chosen(place, "cycle")
  const { currency } = board
  const language: Language = document.documentElement.lang === "ko" ? "ko" : "en"
  const write = (minor: bigint | string) => showMinor(minor, currency, language)
  for (const price of place.querySelectorAll<HTMLElement>("[data-price]")) {
    const value = price.dataset["price"] ?? ""
    const plan = board.plans[value]
    const found = plan ? plan.cycles[cycle] : offer.cycles[value]
    // A term's card is named by its term; a size's price says it.
    if (found) put(price, plan ? inWords(board, cycle, write(found.minor)) : write(found.minor))
  }
  const sum = sumSetup(offer, cycle, chosenOptions(place, planId))
  if (!sum) return
  const ways = waysOf(board, { cycle, language, once: place.dataset["once"] ?? "" })
  tellOptions(place, { planId, cycle, offer, ways, parts: sum.parts })
  const amount = write(sum.minor)
  const { later = "", term = "" } = offer.terms[cycle] ?? {}
  const words: Record<string, string> = {
    ...offer.words,
    term,
    each: inWords(board, cycle, amount),
    setup: sum.setup > 0n ? write(sum.setup) : "",
    total: write(sum.minor + sum.setup),
    later: later.replace("{price}", amount),
  }
  for (const out of place.querySelectorAll<HTMLElement>("[data-out]")) {
    put(out, words[out.dataset["out"] ?? ""] ?? "")
  }
  const line = place.querySelector<HTMLElement>("[data-line=setup]")
  if (line) line.hidden = sum.setup === 0n
  const slide = place.querySelector<HTMLInputElement>("[data-slider] input")
  slide?.setAttribute("aria-valuetext", `${words["plan"]}, ${words["total"]}`)
}

interface Told {
  readonly planId: string
  readonly cycle: string
  readonly offer: PriceBoard["plans"][string]
  readonly ways: Parameters<typeof showExtra>[1]
  readonly parts: readonly { readonly id: string; readonly minor: bigint; readonly setup: bigint }[]
}

function tellOptions(place: HTMLElement, { planId, cycle, offer, ways, parts }: Told): void {
  for (const group of place.querySelectorAll<HTMLFieldSetElement>("[data-options]")) {
    group.hidden = group.dataset["options"] !== planId
    group.disabled = group.hidden
  }
  const group = place.querySelector<HTMLElement>(`[data-options="${planId}"]`)
  const find = (attribute: string, value: string) =>
    group?.querySelector<HTMLElement>(`[data-${attribute}="${value}"]`)
  for (const line of place.querySelectorAll<HTMLElement>("[data-chosen]")) {
    const part = parts.find(({ id }) => id === line.dataset["chosen"])
    const words = part ? showExtra(part, ways) : ""
    line.hidden = words === ""
    put(line.querySelector("dd"), words)
  }
  for (const option of offer.options) {
    const field = find("option", option.id)
    if (field) field.hidden = !isOfferedFor(option, cycle)
    const part = parts.find(({ id }) => id === option.id)
    put(find("part", option.id), part ? showExtra(part, ways) : "")
    const price = option.prices[cycle]
    const each = find("each", option.id)
    if (each && price)
      put(
        each,
        (each.dataset["words"] ?? "").replace(
          "{each}",
          ways.each.replace("{price}", showMinor(price.minor, ways.currency, ways.language)),
        ),
      )
    if (price) put(find("tick", option.id), showExtra(price, ways))
    for (const one of inputs(place, planId)) {
      if (one.type !== "radio" || !one.name.endsWith(`/${option.id}`)) continue
      one.disabled = one.value !== option.usual && !option.choices[one.value]?.[cycle]
    }
    for (const [id, prices] of Object.entries(option.choices)) {
      const cost = prices[cycle]
      if (cost) put(find("choice", `${option.id} ${id}`), showExtra(cost, ways))
    }
  }
}

/** As the form would send them. */
function chosenOptions(place: HTMLElement, planId: string): Record<string, string> {
  const chosen: Record<string, string> = {}
  for (const one of inputs(place, planId)) {
    const id = one.name.split("/")[2] ?? ""
    if (one.type === "checkbox") chosen[id] = one.checked ? "yes" : ""
    else if (one.type !== "radio" || one.checked) chosen[id] = one.value
  }
  return chosen
}

function inputs(place: HTMLElement, planId: string): HTMLInputElement[] {
  return [...place.querySelectorAll<HTMLInputElement>(`[data-options="${planId}"] input[name]`)]
}

function numbers(place: HTMLElement): HTMLInputElement[] {
  return [...place.querySelectorAll<HTMLInputElement>("[data-options] input[type=number]")]
}

function field(place: HTMLElement, name: string, act: (one: HTMLInputElement) => void): void {
  for (const one of numbers(place)) if (one.name === name) act(one)
}

function slider(place: HTMLElement, name: string, act: (one: HTMLInputElement) => void): void {
  for (const one of place.querySelectorAll<HTMLInputElement>("[data-for]")) {
    if (one.dataset["for"] === name) act(one)
  }
}

function put(place: Element | null | undefined, words: string): void {
  if (place && place.textContent !== words) place.textContent = words
}

function chosen(place: HTMLElement, name: string): string {
  return radios(place, name).find((one) => one.checked)?.value ?? ""
}

function radios(place: HTMLElement, name: string): HTMLInputElement[] {
  return [...place.querySelectorAll<HTMLInputElement>(`input[type=radio][name=${name}]`)]
}

function valuesOf(slide: HTMLInputElement): string[] {
  return (slide.dataset["values"] ?? "").split(" ")
}
