import type { Guard } from "../scoped-statement.ts"
import { Fenced } from "./engine.ts"

const FENCE = "select 1 from work.operations where id = $1 and play = $2 and state in ('running', 'undoing')"

interface Held {
  readonly id: string
  readonly play: number
}

/** Nobody who has been shut out gets past this line, and nobody moves the operation until commit. */
export function fenceOf(held: Held): Guard {
  return { name: "hostwell_fence", text: `${FENCE} for update`, ...askedBy(held) }
}

/** The same for who only looks: it holds nobody up. */
export function lookingFenceOf(held: Held): Guard {
  return { name: "hostwell_looking_fence", text: FENCE, ...askedBy(held) }
}

function askedBy({ id, play }: Held): Pick<Guard, "values" | "refuse"> {
  const refuse = () => new Fenced(`${id} is played by somebody else.`)
  return { values: [id, String(play)], refuse }
}
