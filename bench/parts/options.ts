import { parseArgs } from "node:util"

/** What every benchmark understands: `npm run bench -- pages --json figures`. */
export interface Options {
  /** A look whether it still runs, for the tests: few and short takes, and no figure that means anything. */
  readonly isShort: boolean
  /** A cluster with the migrated template in it, instead of one of its own: for a short run, whose figures mean nothing. */
  readonly clusterUrl: string | undefined
  /** Where the raw figures go, as <name>.json. */
  readonly jsonDirectory: string
  readonly queueLength: number
  /** A million agreements as well, where a benchmark has any: takes many minutes. */
  readonly withMillion: boolean
  /** How many of everything the large shop of `lists` has. */
  readonly rows: number
  /** How many papers `papers` prints while its memory is watched. */
  readonly papers: number
  /** Only what has this in its name. */
  readonly only: string
  /** Whether the database says how it came to what was too slow. */
  readonly isExplaining: boolean
}

export function readOptions(words: readonly string[] = process.argv.slice(2)): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      short: { type: "boolean", default: false },
      cluster: { type: "string" },
      json: { type: "string", default: ".hostwell/bench" },
      queue: { type: "string", default: "100" },
      million: { type: "boolean", default: false },
      rows: { type: "string", default: "1000000" },
      papers: { type: "string", default: "2000" },
      only: { type: "string", default: "" },
      explain: { type: "boolean", default: false },
    },
  })
  const queueLength = Number(values.queue)
  if (!Number.isInteger(queueLength) || queueLength < 1) throw new Error("--queue is how many orders wait.")
  const rows = Number(values.rows)
  if (!Number.isInteger(rows) || rows < 1_000)
    throw new Error("--rows is how many of everything the large shop has.")
  if (!(Number(values.papers) >= 10)) throw new Error("--papers is how many papers are printed, ten or more.")
  return {
    isShort: values.short,
    clusterUrl: values.cluster,
    jsonDirectory: values.json,
    queueLength,
    withMillion: values.million,
    rows,
    papers: Number(values.papers),
    only: values.only,
    isExplaining: values.explain,
  }
}
