import { cardCalls } from "#sandbox/card-api.ts"
import { calls as panelCalls } from "#sandbox/virtfusion-api.ts"

/** One kind of call to the outside, under the name by which its stand-in takes faults. */
export interface CallKind {
  readonly standIn: "card" | "virtfusion"
  readonly call: string
}

interface KnownCall extends CallKind {
  readonly method: string
  readonly path: RegExp
}

/** A dry run is told from the real one by its query alone, which no record keeps. */
const DRY_RUN = ".dry-run"

const knownCalls: readonly KnownCall[] = [
  ...cardCalls.map(({ kind, method, path }) => known("card", kind, method, `/card/v1${path}`)),
  ...panelCalls.flatMap(({ kind, method, path }) => {
    const one = known("virtfusion", kind, method, `/virtfusion/api/v1${path}`)
    return kind === "servers.create" ? [{ ...one, call: kind + DRY_RUN }, one] : [one]
  }),
]

/** What a call of the operations list was. Several when its record doesn't tell them apart; none when it is new to us. */
export function findCallKinds(made: { readonly method: string; readonly path: string }): CallKind[] {
  const fitting = knownCalls.filter(
    ({ method, path }) => method === made.method.toLowerCase() && path.test(made.path),
  )
  const exact = fitting[0]
  return fitting
    .filter((one) => one.path.source === exact?.path.source)
    .map(({ standIn, call }) => ({ standIn, call }))
}

function known(standIn: CallKind["standIn"], call: string, method: string, path: string): KnownCall {
  // ":id" and ":action{boot|shutdown}" are one part of the path each; fixed words come before them in the list.
  const source = path.replace(/:[A-Za-z]+(\{[^}]*\})?/g, "[^/]+")
  return { standIn, call, method, path: new RegExp(`${source}$`) }
}
