// billing: stories of customers, each with the book that must come of it, to the coin and to the day.
import { parseArgs } from "node:util"
import { monotonicMs } from "#kit/clock.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { goldenStories } from "./golden/stories.ts"
import { playStory } from "./parts/golden-story.ts"

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [""] },
    show: { type: "boolean", default: false },
  },
})
const chosen = goldenStories.filter(({ name }) => values.only.some((words) => name.includes(words)))
const beganMs = monotonicMs()
let failures = 0

const cluster = await startTestCluster()
try {
  await prepareTemplate(cluster.superUrl)
  for (const story of chosen) {
    const storyBeganMs = monotonicMs()
    const { found, differences } = await playStory(cluster.superUrl, story)
    const verdict = differences.length === 0 ? "as reckoned" : "FAILED"
    console.log(
      `${((monotonicMs() - storyBeganMs) / 1_000).toFixed(1).padStart(6)} s  ${verdict}  ${story.name}`,
    )
    if (differences.length > 0) failures += 1
    console.log(differences.map((line) => `            ${line}`).join("\n"))
    if (values.show) console.log(`${story.reckoning}\n\n${found}\n`)
  }
} finally {
  await cluster.stop()
}
console.log(
  `\n${chosen.length - failures} of ${chosen.length} books as reckoned. ${((monotonicMs() - beganMs) / 1_000).toFixed(0)} s.`,
)
process.exitCode = failures === 0 && chosen.length > 0 ? 0 : 1
