import { type Borders, borderRules } from "#kit/testing/architecture/borders.ts"
import { type CareExceptions, careRules } from "#kit/testing/architecture/care.ts"
import { cyclesRule } from "#kit/testing/architecture/cycles.ts"
import { type PurityExceptions, purityRules } from "#kit/testing/architecture/purity.ts"
import { type ShapeOptions, shapeRules } from "#kit/testing/architecture/shape.ts"
import { textRules } from "#kit/testing/architecture/texts.ts"
import type { Rule } from "#kit/testing/architecture/tree.ts"
import { wordRules } from "#kit/testing/architecture/words.ts"

/** What the architecture test holds the code to. An exception stands here with its reason or not at all. */
export const borders: Borders = {
  modules: [
    "tenancy",
    "identity",
    "oauth",
    "federation",
    "audit",
    "notifications",
    "hosts",
    "operations",
    "content",
    "ledger",
    "credit",
    "catalog",
    "payments",
    "terms",
    "tax",
    "billing",
    "usage",
    "fees",
    "revenue",
    "referrals",
    "provisioning",
    "orders",
    "paperwork",
    "repricing",
    "customers",
    "notices",
    "privacy",
    "analytics",
    "desk",
  ],
  browserSafeKit: [
    "src/kit/contract.ts",
    "src/kit/money.ts",
    "src/kit/spelling.ts",
    "src/kit/most-counted.ts",
    "src/kit/refusal.ts",
    "src/kit/theme.ts",
  ],
  contractPackages: ["zod", "@orpc/contract", "dinero.js"],
}

export const purityExceptions: PurityExceptions = {
  environment: { "src/app/config.ts": "the one place that reads settings" },
  clock: {
    "src/kit/clock.ts": "the clock itself",
    "src/web/vite/compile-words.ts": "a part of the build: the time makes a changed file a new module",
  },
  chance: {
    "src/kit/chance.ts": "spreads pauses; nothing depends on which, and simulations hand in their own",
  },
  network: {
    "src/app/http/node-server.ts": "listens for requests; calls nobody",
    "src/app/port.ts": "tries whether a port is free; calls nobody",
    "src/kit/outside/**": "the one way outside",
    "src/modules/notifications/mail-transport.ts":
      "SMTP, which the HTTP client can't speak; has its own time-outs",
    "src/kit/postgres/access.ts": "knocks at our own database's port before starting it",
  },
  sqlText: {
    "src/app/check-invariants.ts": "each promise is a file of SQL of our own, run whole",
    "src/kit/listen.ts": "LISTEN takes no parameters: the channels are our own constants",
    "src/kit/migrate.ts": "grants take no parameters: schema names quoted by the database itself",
    "src/kit/postgres/ownership.ts":
      "roles and databases take no parameters: our own constants and a hex password",
    "src/kit/columns.ts": "CHECK lists of our own constants: DDL takes no parameters",
  },
}

export const shapeOptions: ShapeOptions = {
  defaultExports: [
    // What a package that is not ours exports, told to the compiler.
    /\.d\.ts$/,
    /\.config\.(ts|mjs)$/,
    /^src\/web\/(.*\/)?(page|[a-z-]+\.page|root|routes|entry\.[a-z]+)\.tsx?$/,
  ],
  adapterFolders: {
    federation: ["houses"],
    notifications: ["templates"],
    payments: ["gateways"],
    provisioning: ["drivers"],
    usage: ["sources"],
    messaging: ["carriers"],
    sites: ["targets"],
    support: ["desks"],
  },
  longFiles: {},
  operationFiles: {},
}

export const careExceptions: CareExceptions = {
  reach: {},
  money: {},
  catches: {
    "src/app/database.ts": "a start that failed has said so itself; here there is only nothing to stop",
    "src/kit/work/ask-outside.ts":
      "the same failure is thrown where it is awaited; this handler only keeps Node calm",
    "bin/supervise.mjs": "the pause was cut short by a stop, and the next line asks for that",
    "src/web/first-of-stream.ts": "closing a stream that nobody reads any more",
  },
}

export const languages = ["en", "ko"] as const

export const houseRules: readonly Rule[] = [
  ...borderRules(borders),
  cyclesRule,
  ...purityRules(purityExceptions),
  ...shapeRules(shapeOptions),
  ...careRules(careExceptions),
  ...wordRules(languages),
  ...textRules,
]

/** What is read, from the root down; "." is the root's own files without what lies below. */
export const houseFolders = [
  ".",
  "src",
  "bin",
  "docs",
  "proofs",
  "scenarios",
  "e2e",
  "bench",
  "migrations",
] as const
