import { ensureInstalled } from "./install.mjs"
import { runProgram, Sentence } from "./paths.mjs"
import { ensureProgramBuild } from "./program-build.mjs"
import { describeRunning } from "./running.mjs"
import { superviseMain } from "./supervise.mjs"
import { ensureWebBuild } from "./web-build.mjs"

/** `npm start` and, with --dev, `npm run dev`. */
await runProgram(async () => {
  const words = process.argv.slice(2)
  const unknown = words.find((word) => word !== "--dev")
  if (unknown) {
    throw new Sentence(
      `npm start does not know "${unknown}". The port and the place of the data are settings: PORT=3001 HOSTWELL_HOME=/srv/hostwell npm start`,
    )
  }
  const isDev = words.includes("--dev")
  refuseSecond()
  const node = await ensureInstalled()
  if (!isDev) await ensureWebBuild(node)
  if (isDev) return superviseMain({ node, isDev, findFile: () => ensureProgramBuild() })
  // Once for all: one that died comes back as it was, whatever has become of the sources.
  const file = await ensureProgramBuild()
  return superviseMain({ node, isDev, findFile: async () => file })
})

/** Asked before anything is installed or built, so a second start can't take files from under the first. */
function refuseSecond() {
  const running = describeRunning()
  if (running) throw new Sentence(running)
}
