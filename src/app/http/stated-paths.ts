import type { MountedPath } from "./parts.ts"

/** Who may come to a path, and why: for everything that is no procedure of the API (those say it themselves). */
export interface StatedPath extends MountedPath {
  readonly because: string
}

/** The closed list of paths. A path that isn't here keeps the tests red until a person has thought about it. */
export const statedPaths: readonly StatedPath[] = [
  all(
    "/*",
    "what every request passes first: its id, its log line, whose shop it is. Answers nothing itself",
  ),
  get("/healthz", "everyone: a balancer asks it before anything else works, and it says one word"),
  get("/readyz", "everyone: says whether the process takes requests, and nothing about the business"),
  get("/metrics", "this machine, or whoever shows the token of the settings"),
  all("/sandbox", "everyone who reaches the sandbox; never mounted in production"),
  all("/sandbox/*", "everyone who reaches the sandbox; never mounted in production"),
  all("/webhooks", "nobody: only what stands below it is an endpoint"),
  all("/webhooks/*", "whoever signs the raw body with the secret of the endpoint that the path names"),
  all("/api/auth/*", "refuses other sites' pages; whatever isn't listed below it is not there"),
  post("/api/auth/sign-in/email", "everyone: it is how one comes in. Counted per address and per e-mail"),
  post("/api/auth/sign-in/second-factor", "whoever has just shown a password; counted per address"),
  post("/api/auth/passkey/options", "everyone: a riddle for a passkey to solve, counted per address"),
  post("/api/auth/sign-in/passkey", "everyone: it is how one comes in. Only a signature counts"),
  post("/api/auth/sign-in/link", "whoever holds the mailed link, which works once"),
  post("/api/auth/prove", "whoever is signed in: shows anew who they are. Counted per person"),
  post("/api/auth/change-password", "whoever is signed in and has just shown who they are"),
  post("/api/auth/sign-out", "everyone: without a session there is nothing to end"),
  get("/api/auth/get-session", "everyone: it says only who the caller is"),
  all("/oauth/*", "whatever isn't listed below it is not there; nothing larger than a form comes in"),
  get("/.well-known/openid-configuration", "everyone: where a program finds the paths of the sign-in"),
  get("/.well-known/oauth-authorization-server", "everyone: the same under its name in OAuth"),
  get("/oauth/authorize", "everyone: sends on to a page of ours, or back to a registered address"),
  post("/oauth/authorize", "everyone: the same, sent as a form; changes nothing"),
  get("/oauth/authorize/resume", "whoever holds the sealed request; gives a code only for their own session"),
  get("/oauth/logout", "everyone: asks first, unless a token of this very session is shown"),
  post("/oauth/logout", "everyone: the same, sent as a form; changes nothing"),
  get("/oauth/logout/resume", "whoever holds the sealed request; leads to a registered address"),
  get("/oauth/jwks", "everyone: the public halves of the keys"),
  post("/oauth/token", "a client that shows its secret, or the proof of its code. Counted per address"),
  get("/oauth/userinfo", "whoever holds an access token, for what its person allowed"),
  post("/oauth/userinfo", "the same, with the token in a form"),
  post("/oauth/revoke", "a client, about its own tokens"),
  post("/oauth/introspect", "a client with a secret, about its own tokens"),
  { method: "OPTIONS", path: "/oauth/token", because: "browsers ask before an app calls across origins" },
  { method: "OPTIONS", path: "/oauth/userinfo", because: "browsers ask before an app calls across origins" },
  { method: "OPTIONS", path: "/oauth/revoke", because: "browsers ask before an app calls across origins" },
  get("/federation/:provider/begin", "everyone: leads to a sign-in elsewhere. Counted per address"),
  get("/federation/:provider/return", "the browser that left for it, by its sealed cookie and the state"),
  get("/api/openapi.json", "everyone: the public contract"),
  get("/api/docs", "everyone: a reader for the public contract"),
  get("/api/docs/start.js", "everyone: a reader for the public contract"),
  get("/api/docs/page.css", "everyone: a reader for the public contract"),
  get("/api/docs/swagger-ui.css", "everyone: a reader for the public contract"),
  get("/api/docs/swagger-ui-bundle.js", "everyone: a reader for the public contract"),
  all("/api/v1/*", "each procedure states its permission; refuses other sites' pages"),
  all("/api/*", "nobody: whatever else is asked for below /api is not there"),
  get("/*", "everyone: the built files of the pages, by their own names"),
]

export interface StatedPage {
  /** As in the web's routes: "portal/services/:service". */
  readonly path: string
  readonly who: "everyone" | "members" | "staff"
  readonly because: string
}

/** What a page shows comes through the API as its reader; this says whom its door lets in at all. */
export const statedPages: readonly StatedPage[] = [
  ...pages("everyone", "the shop window is public", [
    "",
    "products",
    "products/:product",
    "products/:product/:plan",
    "*",
  ]),
  ...pages("everyone", "what the shop tells everybody, and a form that asks it something", [
    "about",
    "contact",
    "news",
    "news/:slug",
    "guides",
    "guides/:slug",
  ]),
  ...pages("everyone", "search engines ask for it, and it lists what is public", [
    "sitemap.xml",
    "robots.txt",
  ]),
  ...pages("everyone", "every page and mail is drawn with it", ["brand/:file"]),
  ...pages("everyone", "shows the parts of our pages with made-up words; the sandbox alone has it", [
    "sandbox/parts",
  ]),
  ...pages("everyone", "the law wants them read by anybody", [
    "terms",
    "privacy",
    "acceptable-use",
    "service-levels",
  ]),
  ...pages("everyone", "visitors buy; a cart is whose token it is", ["cart", "checkout"]),
  ...pages("everyone", "asks the API, which knows whose order it is", ["orders/:order"]),
  ...pages("everyone", "whoever holds the unguessable id may pay", ["pay/:attempt", "pay/:attempt/return"]),
  ...pages("members", "adds a payment method to an account of one's own", [
    "add-method/:setup",
    "add-method/:setup/return",
  ]),
  ...pages("everyone", "asks the API, which gives a link only to who asked for it", ["sign-ons/:signOn"]),
  ...pages("everyone", "it is how one comes in, goes out, or reads", [
    "sign-in",
    "sign-in/second-factor",
    "sign-in/mail",
    "prove",
    "sign-out",
    "language/:language",
    "theme/:theme",
    "tour/:choice",
  ]),
  ...pages("everyone", "shows only what a sealed request says; allowing takes the person's own session", [
    "sign-in/elsewhere",
    "sign-in/allow",
    "sign-in/onward",
    "sign-in/trouble",
    "sign-out/ask",
    "sign-out/done",
  ]),
  ...pages("everyone", "whoever has no session yet has to begin somewhere", [
    "sign-up",
    "sign-in/join",
    "sign-in/connect",
    "check-your-mail",
    "forgot-password",
  ]),
  ...pages("everyone", "the link in the mail is the proof, and works once", [
    "confirm",
    "reset-password",
    "sign-in/link",
    "not-me",
    "erasure-undo",
    "unsubscribe",
    "keep-email",
  ]),
  ...pages("everyone", "shows what the mailed link is about; accepting takes its address too", [
    "invitation",
  ]),
  ...pages("everyone", "chooses among the caller's own accounts, of which a visitor has none", [
    "portal/account",
  ]),
  ...pages("everyone", "leads to the sign-in; the link takes the session of whoever asked for it", [
    "another-email",
  ]),
  ...pages("everyone", "ends what a member of staff began; for everybody else there is nothing to end", [
    "impersonation/end",
  ]),
  ...pages("members", "an account's own things, within the reader's reach", [
    "portal",
    "portal/services",
    "portal/services/:service",
    "portal/services/:service/plan",
    "portal/services/:service/refund",
    "portal/invoices",
    "portal/invoices/:invoice",
    "portal/payment-methods",
    "portal/requests/:request",
    "portal/quotes",
    "portal/statement",
    "portal/quotes/:quote",
    "portal/subscriptions",
    "portal/subscriptions/:subscription",
    "portal/billing-day",
    "portal/price-changes",
    "portal/credit",
    "portal/orders",
    "portal/person",
    "portal/security",
    "portal/privacy",
    "portal/privacy/exports/:export",
    "portal/team",
    "portal/notices",
    "portal/notices/:notice",
    "portal/profile",
    "portal/api-keys",
    "credit-notes/:note/pdf",
    "invoices/:invoice/pdf",
    "quotes/:quote/pdf",
    "statements/pdf",
    "statements/csv",
  ]),
  ...pages("staff", "what those who bought pay", ["admin/price-changes", "admin/price-changes/simulation"]),
  ...pages("staff", "what those who bought pay", ["admin/price-changes/:change", "admin/price-corrections"]),
  ...pages("staff", "prices righted", ["admin/price-corrections/new", "admin/price-corrections/:correction"]),
  ...pages("staff", "the shop's own rules", ["admin/settings/refunds", "admin/settings/plan-changes"]),
  ...pages("staff", "the whole shop's things", [
    "admin",
    "admin/orders",
    "admin/orders/:order",
    "admin/subscriptions",
    "admin/subscriptions/:subscription",
    "admin/settings/collecting",
    "admin/settings/late-fees",
    "admin/settings/tax",
    "admin/subscriptions/run",
    "admin/invoices",
    "admin/invoices/:invoice",
    "admin/credit-notes",
    "admin/requests",
    "admin/quotes",
    "admin/quotes/:quote",
    "admin/customers/:account/quote",
    "admin/customers/:account/statement",
    "admin/requests/refunds",
    "admin/requests/drafts",
    "admin/requests/drafts/:draft",
    "admin/requests/:request",
    "admin/customers/:account/request",
    "admin/customers/:account/billing-day",
    "admin/customers/:account/terms",
    "admin/figures",
    "admin/ledger",
    "admin/ledger/entries",
    "admin/ledger/revenue",
    "admin/ledger/journal/:format",
    "admin/services",
    "admin/services/:service",
    "admin/operations",
    "admin/operations/:operation",
    "admin/audit",
    "admin/privacy",
    "admin/privacy/retention",
    "admin/privacy/:person",
    "admin/customers",
    "admin/customers/tags",
    "admin/customers/fields",
    "admin/customers/import",
    "admin/customers/import/:import",
    "admin/files/:file",
    "admin/customers/:account",
    "admin/customers/:account/edit",
    "admin/customers/:account/merge",
    "admin/customers/:account/timeline",
    "admin/mails",
    "admin/customers/:account/credit",
    "admin/mails/:mail",
    "admin/mails/:mail/html",
    "admin/mail-templates",
    "admin/mail-templates/:template",
    "admin/mail-templates/:template/preview",
    "admin/api-keys",
    "admin/staff",
    "admin/staff/roles",
    "admin/content",
    "admin/content/new",
    "admin/content/:page",
    "admin/content/:page/comparison",
    "admin/catalog",
    "admin/catalog/new",
    "admin/catalog/:product",
    "admin/catalog/:product/plans/new",
    "admin/plans/:plan",
    "admin/plans/:plan/options/:option",
    "admin/coupons",
    "admin/coupons/new",
    "admin/coupons/:coupon",
    "admin/settings",
    "admin/settings/brand",
    "admin/settings/seller",
    "admin/settings/hosts",
    "admin/settings/sign-in",
    "admin/settings/credit",
    "admin/tenants",
    "admin/tenants/new",
    "admin/tenants/:tenant",
    "admin/tenants/:tenant/brand",
    "admin/programs",
    "admin/notices",
    "admin/notices/new",
    "admin/notices/:notice",
    "admin/views",
    "admin/bulk-runs",
    "admin/payment-findings",
    "admin/bulk-runs/:run",
    "admin/staff/sign-ins",
    "admin/export/:list",
    "admin/find",
  ]),
]

/** What is mounted and not stated, and what is stated and not mounted any more. */
export function compareWithStated<Path>(
  mounted: readonly Path[],
  stated: readonly Path[],
  nameOf: (path: Path) => string,
): { unstated: string[]; gone: string[] } {
  const there = new Set(mounted.map(nameOf))
  const said = new Set(stated.map(nameOf))
  return { unstated: [...there.difference(said)], gone: [...said.difference(there)] }
}

export function nameOfPath({ method, path }: MountedPath): string {
  // The stand-ins are a family of their own: their paths come and go with them.
  return `${method} ${path.replace(/^\/sandbox\/.+/, "/sandbox/*")}`
}

function all(path: string, because: string): StatedPath {
  return { method: "ALL", path, because }
}

function get(path: string, because: string): StatedPath {
  return { method: "GET", path, because }
}

function post(path: string, because: string): StatedPath {
  return { method: "POST", path, because }
}

function pages(who: StatedPage["who"], because: string, paths: readonly string[]): StatedPage[] {
  return paths.map((path) => ({ path, who, because }))
}
