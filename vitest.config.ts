import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{src,scenarios,e2e,bench,proofs}/**/*.test.ts"],
    globalSetup: ["src/kit/testing/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    // For what hangs. A slow or busy machine is no failure.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
