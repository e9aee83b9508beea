import { findPages } from "./find-pages.ts"
import { findById, thingFinders } from "./find-things.ts"
import type { Finder, Found } from "./found.ts"

/** So many lists are asked at once: a search must not hold all connections that other people's pages need. */
const atOnce = 4

/** What of each kind answers to a word: numbers by their beginning, names and machines by any part. */
export async function findThings(finder: Finder, text: string): Promise<Found[]> {
  const asked = thingFinders.filter(({ permission, fits }) => finder.may(permission) && (!fits || fits(text)))
  const found = findById(finder, text)
  for (let begin = 0; begin < asked.length; begin += atOnce) {
    const some = asked.slice(begin, begin + atOnce).map(({ find }) => find(finder, text))
    found.push(...(await Promise.all(some)).flat())
  }
  return found
}

/** Pages as well: by the words of both languages. */
export async function findEverywhere(finder: Finder, text: string): Promise<Found[]> {
  return [...findPages(finder, text), ...(await findThings(finder, text))]
}
