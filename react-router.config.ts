import type { Config } from "@react-router/dev/config"

export default {
  appDirectory: "src/web",
  buildDirectory: "build",
  ssr: true,
  // A page is told of the routes it links to once it is at rest, in one request that is cached for good: all of them at
  // once would weigh on every first load, and more so with every page we add.
  routeDiscovery: { mode: "lazy" },
} satisfies Config
