import { reactRouter } from "@react-router/dev/vite"
import tailwindcss from "@tailwindcss/vite"
import { defineConfig } from "vite"
import { compileWords } from "./src/web/vite/compile-words.ts"
import { letters } from "./src/web/vite/letters.ts"
import { pageScript } from "./src/web/vite/page-script.ts"

/** Whatever nearly every page of portal and admin needs: one file compresses better than thirty, and is named once. */
const shell =
  /src\/web\/(i18n\/|use-root|words\.ts|ui\/(app-shell|account-menu|avatar|badge|banner|button|card|demo-banner|empty-state|form|icon|main|notice|page-error|page-header|popover|shell\.words|words|state-badge|state\.words|texts)\.)|vite\/preload-helper|react-dom\/(index|cjs\/react-dom\.production)\./

export default defineConfig({
  environments: {
    client: {
      build: {
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: "shell", test: shell }] } } },
      },
    },
  },
  plugins: [letters(), compileWords(), pageScript(), tailwindcss(), reactRouter()],
  build: {
    // Fonts and pictures stay files: the content security policy knows no data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  optimizeDeps: {
    // Named here so that the first page of a fresh dev server does not reload half way.
    include: ["react", "react-dom", "react-dom/client", "react-router", "react-router/dom"],
    entries: ["src/web/**/*.page.tsx"],
  },
})
