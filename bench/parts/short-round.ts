// Every benchmark that needs a company, once and short on one and the same: shows that they run, for the tests.
import { apiBench } from "../api.ts"
import { besideBench } from "../beside.ts"
import { pagesBench } from "../pages.ts"
import { saleBench } from "../sale.ts"
import { signInBench } from "../sign-in.ts"
import { openGround } from "./ground.ts"
import { readOptions } from "./options.ts"
import { runBench } from "./run-bench.ts"

const options = { ...readOptions(), isShort: true }
await using ground = await openGround(options)
for (const bench of [apiBench, pagesBench, saleBench, signInBench, besideBench])
  await runBench(bench, ground, options)
