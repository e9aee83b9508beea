import type { z } from "zod"
import type { progressShape } from "#kit/contract.ts"
import type { words } from "./words.ts"

export type Progress = z.output<typeof progressShape>
export type Step = Progress["steps"][number]

type WordKey = keyof (typeof words)["en"]

export const stepWords = {
  planned: "stepPlanned",
  running: "stepRunning",
  waiting: "stepWaiting",
  done: "stepDone",
  failed: "stepFailed",
  undone: "stepUndone",
} as const satisfies Record<Step["state"], WordKey>

/** States in which nothing more happens by itself. */
export const endStates: ReadonlySet<Progress["state"]> = new Set(["done", "undone", "closed", "none"])
