import { defineWork, type WorkKind } from "#kit/work/define.ts"
import { hostFinding } from "./finding.ts"
import { loadLook } from "./load-look.ts"
import { lookUp, type NameService } from "./look-up.ts"
import { recordFinding } from "./record-finding.ts"
import { lookAtHostHead } from "./work-heads.ts"

/** Every work of this module with its body, for whoever plays work. */
export function hostsWork(service: NameService): WorkKind[] {
  return [
    defineWork({
      ...lookAtHostHead,
      run: async (work, { hostId }) => {
        // Looking changes nothing outside, so a second look is harmless.
        const finding = await work.call("look", async (call) => {
          const wish = await call.read((ctx) => loadLook(ctx, hostId))
          return wish ? lookUp(service, wish, call.signal) : null
        })
        if (finding === null) return
        await work.record(
          "note",
          async (ctx) => {
            await recordFinding(ctx, hostId, hostFinding.parse(finding))
          },
          { isLast: true },
        )
      },
    }),
  ] as WorkKind[]
}
