import { FilterPick, type FilterPickProps } from "../ui/filter-pick.tsx"
import type { FindOptions, Option } from "../ui/option.ts"

/** Each is one and the same function all its life: a new one would ask anew. */
function finderOf(of: string): FindOptions {
  return async (text) => {
    const answer = await fetch(`/admin/find?${new URLSearchParams({ of, q: text })}`)
    // The list stays empty; the field takes the id as it did before there were lists.
    if (!answer.ok) return []
    const { options } = (await answer.json()) as { options: readonly Option[] }
    return options
  }
}

const finders = {
  customer: finderOf("customer"),
  thing: finderOf("thing"),
  act: finderOf("act"),
  work: finderOf("work"),
  staff: finderOf("staff"),
}

/** For forms about a customer. */
export const findCustomers = finders.customer

/** A filter by something that has a name, wherever it is listed: customers, things of theirs, kinds of acts and work, staff. */
export function AdminPick({ of, ...props }: Omit<FilterPickProps, "find"> & { of: keyof typeof finders }) {
  return <FilterPick {...props} find={finders[of]} />
}
