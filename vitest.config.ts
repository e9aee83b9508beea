import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{src,scenarios,e2e,bench,proofs}/**/*.test.ts"],
    globalSetup: ["src/kit/testing/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
