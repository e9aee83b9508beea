import type { Option } from "../ui/option.ts"
import { actNames, sayAct } from "./audit/acts.ts"
import { findThings } from "./find.ts"
import type { Finder } from "./found.ts"

/** What a filter can be picked from by name. */
export const pickable = ["customer", "thing", "act", "work", "staff"] as const
export type Pickable = (typeof pickable)[number]

/** A list that opens, not a page: who is looked for further down types more of the name. */
const most = 40

type Find = (finder: Finder, text: string) => Promise<readonly Option[]>

/** What is known by its id alone can still be asked for by it. */
const ID = /^[a-z]{2,8}_[0-9a-z]{1,40}$/

export async function findOptions(finder: Finder, of: Pickable, text: string): Promise<readonly Option[]> {
  const found = await finds[of](finder, text)
  const isKnown = found.some(({ value }) => value === text)
  return !isKnown && ID.test(text) ? [...found, { value: text, label: text }] : found
}

const finds: Readonly<Record<Pickable, Find>> = {
  customer: async ({ api, may }, text) => {
    if (!may("customers.read")) return []
    if (text.length < 2) {
      const newest = await api.customers.list({ limit: 8 })
      return newest.items.map(({ id, name, email }) => ({ value: id, label: name, about: email }))
    }
    const { items } = await api.customers.search({ text, limit: 12 })
    const once = new Map(items.map((item) => [item.accountId, item]))
    return [...once.values()].map(({ accountId, name, kind, email, matched }) => ({
      value: accountId,
      label: name,
      about: kind === "name" || kind === "account" ? email : matched,
    }))
  },
  thing: async (finder, text) => {
    const found = text.length < 2 ? [] : await findThings(finder, text)
    return found.flatMap(({ id, label, about }) => (id ? [{ value: id, label, about }] : []))
  },
  act: async ({ language }, text) =>
    fitting(
      actNames.map((name) => ({ value: name, label: sayAct(name, language) ?? name, about: name })),
      text,
    ),
  work: async ({ api, may }, text) => {
    if (!may("operations.read")) return []
    const { items } = await api.operations.kinds()
    return fitting(
      items.map(({ name, title }) => ({ value: name, label: title, about: name })),
      text,
    )
  },
  staff: async ({ api, may }, text) => {
    if (!may("identity.staff.read")) return []
    const { items } = await api.identity.staff.list()
    return fitting(
      items.map(({ personId, name, email }) => ({ value: personId, label: name, about: email })),
      text,
    )
  },
}

function fitting(options: readonly Required<Option>[], text: string): Option[] {
  const wanted = text.toLowerCase()
  return options
    .filter(({ label, about }) => label.toLowerCase().includes(wanted) || about.includes(wanted))
    .toSorted((one, other) => one.label.localeCompare(other.label))
    .slice(0, most)
}
