import "vitest"

/** What a test found, in figures: the proof prints a line for each. */
export interface Claim {
  readonly claim: string
  readonly figure: string
}

declare module "vitest" {
  interface TaskMeta {
    claims?: Claim[]
  }
}

export function claim(task: { readonly meta: { claims?: Claim[] } }, words: string, figure: unknown): void {
  task.meta.claims = [...(task.meta.claims ?? []), { claim: words, figure: String(figure) }]
}
