import { parseArgs } from "node:util"

/** What every benchmark understands: `npm run bench -- pages --json figures`. */
export interface Options {
  /** A look whether it still runs, for the tests: few and short takes, and no figure that means anything. */
  readonly isShort: boolean
  /** Where the raw figures go, as <name>.json. */
  readonly jsonDirectory: string
  readonly queueLength: number
  /** A million agreements as well, where a benchmark has any: takes many minutes. */
  readonly withMillion: boolean
}

export function readOptions(words: readonly string[] = process.argv.slice(2)): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      short: { type: "boolean", default: false },
      json: { type: "string", default: ".hostwell/bench" },
      queue: { type: "string", default: "100" },
      million: { type: "boolean", default: false },
    },
  })
  const queueLength = Number(values.queue)
  if (!Number.isInteger(queueLength) || queueLength < 1) throw new Error("--queue is how many orders wait.")
  return { isShort: values.short, jsonDirectory: values.json, queueLength, withMillion: values.million }
}
