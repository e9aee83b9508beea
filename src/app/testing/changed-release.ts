import type { Work, WorkKind } from "#kit/work/define.ts"

/**
 * The next release's kinds of work: the same sagas with a step more in front and one more at their end, as an
 * upgrade brings them. Work that an older release left in the middle must be carried to its end by these.
 */
export function changeRelease(kinds: readonly WorkKind[]): WorkKind[] {
  return kinds.map((kind) => ({
    ...kind,
    run: async (work: Work, input) => {
      await work.record("next-release-begins", async () => "checked")
      await kind.run(work, input)
      await work.record("next-release-ends", async (ctx) => ctx.clock.now().toString())
    },
  }))
}
