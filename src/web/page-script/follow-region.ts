const shortestPauseMs = 700
const longestPauseMs = 30_000
/** Half an hour of silence and more: then the page stays as it is until it is reloaded. */
const mostFailures = 60

/** The living part of the page, if it has one: follows its stream, or asks again, until nothing more will come. */
export function followRegion(): void {
  const region = findRegion(document)
  if (!region || leave(region)) return
  const { stream, poll } = region.dataset
  if (stream) followStream(stream)
  else if (poll) setTimeout(() => void refresh(), Number(poll))
}

function findRegion(page: Document): HTMLElement | null {
  return page.getElementById("live")
}

/** A link marked so is where the reader is being taken; Back must not lead into it again. */
function leave(region: HTMLElement): boolean {
  const link = region.querySelector<HTMLAnchorElement>("a[data-go]")
  if (link) location.replace(link.href)
  return link !== null
}

let failures = 0

function followStream(address: string): void {
  const source = new EventSource(address)
  let isWaiting = false
  const renew = () => {
    if (isWaiting) return
    isWaiting = true
    setTimeout(() => {
      isWaiting = false
      void refresh(() => source.close())
    }, shortestPauseMs)
  }
  source.addEventListener("message", () => {
    failures = 0
    renew()
  })
  source.addEventListener("done", () => {
    source.close()
    setTimeout(() => void refresh(), shortestPauseMs)
  })
  source.addEventListener("error", () => {
    source.close()
    tryLater()
  })
}

function tryLater(): void {
  failures += 1
  if (failures > mostFailures) return
  setTimeout(() => void refresh(), Math.min(1_000 * 2 ** (failures - 1), longestPauseMs))
}

/** Fetches the page anew and puts its living part in place; follows what that part says to follow. */
async function refresh(stop?: () => void): Promise<void> {
  const response = await fetchPage()
  if (!response) {
    stop?.()
    return tryLater()
  }
  if (response.redirected) {
    stop?.()
    return location.replace(response.url)
  }
  const wanted = findRegion(new DOMParser().parseFromString(await response.text(), "text/html"))
  const region = findRegion(document)
  if (!wanted || !region) return location.reload()
  const isSameSource = wanted.dataset["stream"] === region.dataset["stream"] && stop !== undefined
  putInPlace(region, wanted)
  if (isSameSource) return
  stop?.()
  followRegion()
}

/** Undefined when the shop cannot be reached or has no answer now: both mean "try later". */
function fetchPage(): Promise<Response | undefined> {
  return fetch(location.href, { headers: { accept: "text/html" } }).then(
    (response) => (response.ok ? response : undefined),
    () => undefined,
  )
}

/** The status line stays the same element, so that a screen reader speaks its change and nothing else. */
function putInPlace(region: HTMLElement, wanted: HTMLElement): void {
  for (const name of ["stream", "poll"]) {
    const value = wanted.dataset[name]
    if (value === undefined) delete region.dataset[name]
    else region.dataset[name] = value
  }
  const status = region.querySelector("[data-status]")
  const words = wanted.querySelector("[data-status]")?.textContent ?? ""
  if (status && status.textContent !== words) status.textContent = words
  const body = region.querySelector("[data-body]")
  const next = wanted.querySelector("[data-body]")
  if (body && next && body.innerHTML !== next.innerHTML) body.replaceChildren(...next.childNodes)
}
