import { defineConfig } from "vitest/config"
import { LongestFirst } from "./src/kit/testing/longest-first.ts"

export default defineConfig({
  test: {
    include: ["{src,scenarios,e2e,bench,proofs}/**/*.test.ts"],
    globalSetup: ["src/kit/testing/global-setup.ts"],
    pool: "forks",
    // One more than most machines of ours have cores: a test that waits for a browser or a process uses none.
    maxWorkers: 3,
    // Every file of a worker in one process: loading the house anew for each took a fifth of the time. A test leaves
    // nothing behind that another could trip over; what it opens it closes.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // For what hangs. A slow or busy machine is no failure.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
