import { Command, Option } from "commander"
import type { Doors } from "./doors.ts"
import type { Output } from "./output.ts"

/** What can be typed. Every command's body is loaded when it is called: help costs no database. */
export function createProgram(doors: Doors, output: Output): Command {
  const program = new Command("hostwell")
    .description("Looks after a Hostwell from the command line.")
    .configureOutput({ writeOut: output.raw, writeErr: output.raw })
    .showHelpAfterError()
    .exitOverride()
  addShop(program, doors, output)
  addClock(program, doors, output)
  addKeys(program, doors, output)
  addApiKey(program, doors, output)
  addPrograms(program, doors, output)
  addOperations(program, doors, output)
  addPrices(program, doors, output)
  program
    .command("migrate")
    .description("Bring the database up to this release.")
    .action(async () => (await import("./maintenance.ts")).migrate(doors, output))
  program
    .command("doctor")
    .description("Check the promises of the house in the database.")
    .action(async () => (await import("./maintenance.ts")).runDoctor(doors, output))
  program
    .command("ledger")
    .description("The books.")
    .command("export")
    .description("The whole journal as plain-text accounting.")
    .addOption(
      new Option("--format <format>", "for which program")
        .choices(["hledger", "beancount"])
        .default("hledger"),
    )
    .addOption(shopOption())
    .action(async (options) => (await import("./maintenance.ts")).exportLedger(doors, output, options))
  return program
}

function addLiftAccess(shop: Command, doors: Doors, output: Output): void {
  shop
    .command("lift-access")
    .description("Let staff in again without the zero-trust proxy that its settings name.")
    .addOption(shopOption())
    .action(async (options) => (await import("./shop.ts")).liftShopAccess(doors, output, options))
}

function addShop(program: Command, doors: Doors, output: Output): void {
  const shop = program.command("shop").description("Whose shops this house runs.")
  addLiftAccess(shop, doors, output)
  addShopHosts(shop, doors, output)
  shop
    .command("list")
    .description("Every shop.")
    .action(async () => (await import("./shop.ts")).listShops(doors, output))
  shop
    .command("suspend <short-name>")
    .description("Close a shop to its visitors; what runs goes on.")
    .requiredOption("--reason <reason>", "its staff read it")
    .addOption(
      new Option("--customers <what>", "what its customers still get")
        .choices(["read-only", "closed"])
        .default("read-only"),
    )
    .action(async (slug: string, options) =>
      (await import("./suspend-shop.ts")).suspendShop(doors, output, { slug, ...options }),
    )
  shop
    .command("resume <short-name>")
    .description("Open it again.")
    .action(async (slug: string) => (await import("./suspend-shop.ts")).resumeShop(doors, output, slug))
  shop
    .command("open <short-name>")
    .description("Open a shop with its first operator, whose password is shown once.")
    .requiredOption("--url <url>", "where people see it: https://shop.example.com")
    .requiredOption("--name <name>", "what it is called")
    .requiredOption("--operator <email>", "the first operator")
    .option("--currency <code>", "what it sells in", "EUR")
    .option("--time-zone <zone>", "whose calendar days it keeps", "Europe/Berlin")
    .option("--country <code>", "where the seller sits", "DE")
    .option("--tax <percent>", "value added tax, included in its prices", "19")
    .action(async (slug: string, options) =>
      (await import("./shop.ts")).openShop(doors, output, { slug, ...options }),
    )
}

function addShopHosts(shop: Command, doors: Doors, output: Output): void {
  const hosts = shop.command("host").description("The names a shop is reached by.")
  const load = () => import("./shop-host.ts")
  hosts
    .command("list")
    .description("Every name, and how it stands.")
    .addOption(shopOption())
    .action(async (options) => (await load()).listShopHosts(doors, output, options))
  hosts
    .command("add <host>")
    .description("Add a name; says which records to set.")
    .addOption(shopOption())
    .action(async (host: string, options) => (await load()).addShopHost(doors, output, { host, ...options }))
  hosts
    .command("check <host>")
    .description("Look for its records now.")
    .addOption(shopOption())
    .action(async (host: string, options) =>
      (await load()).checkShopHost(doors, output, { host, ...options }),
    )
  hosts
    .command("primary <host>")
    .description("Show the shop under this name; its other names lead there.")
    .option("--behind-proxy", "a proxy answers for the name, so it doesn't lead here by itself")
    .addOption(shopOption())
    .action(async (host: string, options) =>
      (await load()).makeShopHostPrimary(doors, output, { host, ...options }),
    )
  hosts
    .command("remove <host>")
    .description("The name leads to the shop no longer.")
    .addOption(shopOption())
    .action(async (host: string, options) =>
      (await load()).removeShopHost(doors, output, { host, ...options }),
    )
}

function addClock(program: Command, doors: Doors, output: Output): void {
  const clock = program.command("clock").description("The company's time.")
  clock
    .command("show")
    .description("What time it is for the company.")
    .action(async () => (await import("./clock.ts")).showClock(doors, output))
  clock
    .command("advance <duration>")
    .description("Play the coming days: 90m, 12h, 35d, 2w, 1mo, 1y. Sandbox only.")
    .action(async (text: string) => (await import("./clock.ts")).advanceClock(doors, output, text))
}

function addKeys(program: Command, doors: Doors, output: Output): void {
  const keys = program.command("keys").description("The keys that secrets are sealed with.")
  keys
    .command("show")
    .description("Which keys there are and how much is sealed with each.")
    .action(async () => (await import("./keys.ts")).showKeys(doors, output))
  keys
    .command("rotate")
    .description("Seal everything anew under a new key.")
    .action(async () => (await import("./keys.ts")).rotateKeys(doors, output))
}

function addApiKey(program: Command, doors: Doors, output: Output): void {
  const keys = program.command("api-key").description("Keys for programs.")
  const load = () => import("./api-key.ts")
  keys
    .command("list")
    .description("The keys within a person's reach.")
    .requiredOption("--email <email>", "whose")
    .addOption(shopOption())
    .action(async (options) => (await load()).showApiKeys(doors, output, options))
  keys
    .command("rotate <id>")
    .description("Make its successor; it is shown once.")
    .requiredOption("--email <email>", "the person who may")
    .option("--overlap <hours>", "how long the old one goes on", "24")
    .addOption(shopOption())
    .action(async (id: string, options) => (await load()).rotateKey(doors, output, { id, ...options }))
  keys
    .command("revoke <id>")
    .description("End a key at once.")
    .requiredOption("--email <email>", "the person who may")
    .addOption(shopOption())
    .action(async (id: string, options) => (await load()).revokeKey(doors, output, { id, ...options }))
  keys
    .command("create")
    .description("Make a key; it is shown once.")
    .requiredOption("--email <email>", "the person it acts for")
    .requiredOption("--name <name>", "what it is for")
    .requiredOption("--scopes <scopes>", "permissions, separated by commas")
    .option("--days <days>", "how long it is valid")
    .option("--networks <networks>", "addresses and ranges it may be used from, separated by commas")
    .addOption(shopOption())
    .action(async (options) => (await load()).createKey(doors, output, options))
}

function addPrograms(program: Command, doors: Doors, output: Output): void {
  const clients = program.command("sign-in-client").description("Programs that sign people in here (OpenID).")
  const load = () => import("./program-client.ts")
  clients
    .command("list")
    .description("Every one of them.")
    .addOption(shopOption())
    .action(async (options) => (await load()).listPrograms(doors, output, options))
  clients
    .command("register <name>")
    .description("Let a program use the shop as its sign-in; its secret is shown once.")
    .requiredOption("--redirect <addresses>", "where codes are sent to, exact, separated by commas")
    .option("--scopes <scopes>", "what it may ask for, separated by commas", "openid,profile,email")
    .option("--after-sign-out <addresses>", "where people may be led after signing out")
    .option("--tell-sign-out <address>", "what is called when somebody signs out (back-channel logout)")
    .option("--public", "an app that can't keep a secret")
    .addOption(shopOption())
    .action(async (name: string, options) =>
      (await load()).registerProgram(doors, output, { name, ...options }),
    )
  clients
    .command("rotate-secret <id>")
    .description("Another secret; it is shown once.")
    .option("--overlap <hours>", "how long the old one goes on", "24")
    .addOption(shopOption())
    .action(async (id: string, options) =>
      (await load()).rotateProgramSecret(doors, output, { id, ...options }),
    )
  clients
    .command("end <id>")
    .description("Nobody signs in to it any more, and nothing it was given is good.")
    .addOption(shopOption())
    .action(async (id: string, options) => (await load()).endProgram(doors, output, { id, ...options }))
}

function addOperations(program: Command, doors: Doors, output: Output): void {
  const operations = program.command("operations").description("Work that touches the outside.")
  const load = () => import("./operations.ts")
  operations
    .command("list")
    .description("What is under way, or stands still.")
    .option("--state <state>", "only those in this state")
    .addOption(shopOption())
    .action(async (options) => (await load()).showOperations(doors, output, options))
  operations
    .command("show <id>")
    .description("One of them, with its steps and calls.")
    .addOption(shopOption())
    .action(async (id: string, options) => (await load()).showOperation(doors, output, { id, ...options }))
  operations
    .command("retry <id>")
    .description("Try the step it stands at again.")
    .addOption(shopOption())
    .action(async (id: string, options) =>
      (await load()).decide(doors, output, { id, ...options, move: { act: "retry" } }),
    )
  operations
    .command("resume <id> <step>")
    .description("Go on from a step, forgetting what came after.")
    .addOption(shopOption())
    .action(async (id: string, step: string, options) =>
      (await load()).decide(doors, output, { id, ...options, move: { act: "resume", step } }),
    )
  for (const [act, words] of [
    ["undo", "Take back what was done, last step first."],
    ["close", "Close it by hand."],
  ] as const) {
    operations
      .command(`${act} <id>`)
      .description(words)
      .requiredOption("--reason <reason>", "for the audit")
      .addOption(shopOption())
      .action(async (id: string, { reason, ...options }: { reason: string; shop?: string }) =>
        (await load()).decide(doors, output, { id, ...options, move: { act, reason } }),
      )
  }
}

function addPrices(program: Command, doors: Doors, output: Output): void {
  const prices = program.command("prices").description("Prices of those who bought.")
  const load = () => import("./correct-prices.ts")
  prices
    .command("correct <plan>")
    .description("Put right all that was asked or invoiced by a wrong version: requests anew, credit notes.")
    .requiredOption("--wrong <version>", "the version that was published by mistake")
    .requiredOption("--right <version>", "the version whose prices are right")
    .option("--reason <reason>", "for the audit; without it only what would be done is said")
    .addOption(shopOption())
    .action(async (plan: string, options) =>
      (await load()).correctPrices(doors, output, { plan, ...options }),
    )
  prices
    .command("show <correction>")
    .description("How a correction goes.")
    .addOption(shopOption())
    .action(async (id: string, options) => (await load()).showCorrection(doors, output, { id, ...options }))
}

function shopOption(): Option {
  return new Option("--shop <shop>", "which shop, where there are several")
}
