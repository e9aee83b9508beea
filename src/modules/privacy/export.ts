import type { exportStates } from "./contract.ts"

export type ExportState = (typeof exportStates)[number]

/** asked: being gathered · ready: can be fetched · failed: a person looks · expired: the file is gone. */
export const exportMoves = {
  asked: ["ready", "failed"],
  failed: ["ready"],
  ready: ["expired"],
  expired: [],
} as const satisfies Record<ExportState, readonly ExportState[]>
