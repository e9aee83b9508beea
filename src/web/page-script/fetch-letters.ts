/** What latin.woff2 lacks, by the range that app.css says it has. */
const strange = /[^\0-\xff\u2000-\u22ff\u2318\u2713국어한]/

/**
 * Somebody's name in letters that a page in English does not have: they are fetched when it comes near, so that
 * whatever is painted first has the line, and the processor, to itself.
 */
export function fetchLetters(): void {
  const place = document.querySelector<HTMLElement>("noscript[data-letters]")
  if (!place) return
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      near.disconnect()
      place.replaceWith(styleSheet(place.dataset["letters"] ?? ""))
    },
    { rootMargin: "25%" },
  )
  for (const element of elementsWith(strange)) near.observe(element)
}

function styleSheet(href: string): Element {
  return Object.assign(document.createElement("link"), { rel: "stylesheet", href })
}

function* elementsWith(letters: RegExp): Iterable<Element> {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.parentElement && letters.test(text.nodeValue ?? "")) yield text.parentElement
  }
}
