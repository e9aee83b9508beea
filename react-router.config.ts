import type { Config } from "@react-router/dev/config"

export default {
  appDirectory: "src/web",
  buildDirectory: "build",
  ssr: true,
  // The whole manifest is small; asking for it piece by piece would cost a request at every link.
  routeDiscovery: { mode: "initial" },
} satisfies Config
