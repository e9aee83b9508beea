import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes"

/** Addresses are written once: the Korean ones are the same below /ko (see server.ts). */
const storefront = layout("storefront/layout.page.tsx", [
  index("storefront/catalog/home.page.tsx"),
  route("products/:product", "storefront/catalog/product.page.tsx"),
  route("products/:product/:plan", "storefront/catalog/configure.page.tsx"),
  route("cart", "storefront/orders/cart.page.tsx"),
  route("checkout", "storefront/orders/checkout.page.tsx"),
  route("orders/:order", "storefront/orders/order.page.tsx"),
  route("pay/:attempt", "storefront/payments/pay.page.tsx"),
  route("pay/:attempt/return", "storefront/payments/return.page.tsx"),
  route("sign-ons/:signOn", "storefront/provisioning/sign-on.page.tsx"),
  route("sign-in", "storefront/identity/sign-in.page.tsx"),
  route("sign-in/second-factor", "storefront/identity/second-factor.page.tsx"),
  route("sign-in/mail", "storefront/identity/ask-link.page.tsx"),
  route("sign-in/link", "storefront/identity/sign-in-link.page.tsx"),
  route("prove", "storefront/identity/prove.page.tsx"),
  route("not-me", "storefront/identity/not-me.page.tsx"),
  route("sign-up", "storefront/identity/sign-up.page.tsx"),
  route("check-your-mail", "storefront/identity/check-mail.page.tsx"),
  route("confirm", "storefront/identity/confirm.page.tsx"),
  route("forgot-password", "storefront/identity/forgot-password.page.tsx"),
  route("reset-password", "storefront/identity/reset-password.page.tsx"),
  route("invitation", "storefront/identity/invitation.page.tsx"),
  route("unsubscribe", "storefront/privacy/unsubscribe.page.tsx"),
  route("erasure-undo", "storefront/privacy/erasure-undo.page.tsx"),
  route("terms", "storefront/legal/terms.page.tsx"),
  route("privacy", "storefront/legal/privacy.page.tsx"),
  route("*", "storefront/not-found.page.tsx"),
])

const portal = layout("portal/layout.page.tsx", [
  ...prefix("portal", [
    index("portal/start.route.ts"),
    route("services", "portal/provisioning/services.page.tsx"),
    route("services/:service", "portal/provisioning/service.page.tsx"),
    route("invoices", "portal/billing/invoices.page.tsx"),
    route("invoices/:invoice", "portal/billing/invoice.page.tsx"),
    route("orders", "portal/orders/orders.page.tsx"),
    route("security", "portal/identity/security.page.tsx"),
    route("privacy", "portal/privacy/privacy.page.tsx"),
    route("team", "portal/identity/team.page.tsx"),
    route("profile", "portal/identity/profile.page.tsx"),
    route("api-keys", "portal/identity/api-keys.page.tsx"),
  ]),
])

const admin = layout("admin/layout.page.tsx", [
  ...prefix("admin", [
    index("admin/start.route.ts"),
    route("orders", "admin/orders/orders.page.tsx"),
    route("orders/:order", "admin/orders/order.page.tsx"),
    route("invoices", "admin/billing/invoices.page.tsx"),
    route("invoices/:invoice", "admin/billing/invoice.page.tsx"),
    route("services", "admin/provisioning/services.page.tsx"),
    route("services/:service", "admin/provisioning/service.page.tsx"),
    route("operations", "admin/operations/operations.page.tsx"),
    route("operations/:operation", "admin/operations/operation.page.tsx"),
    route("audit", "admin/audit/audit.page.tsx"),
    route("privacy", "admin/privacy/privacy.page.tsx"),
    route("privacy/retention", "admin/privacy/retention.page.tsx"),
    route("privacy/:person", "admin/privacy/person.page.tsx"),
    route("customers", "admin/customers/customers.page.tsx"),
    route("customers/tags", "admin/customers/tags.page.tsx"),
    route("customers/:account", "admin/customers/customer.page.tsx"),
    route("customers/:account/edit", "admin/customers/edit-customer.page.tsx"),
    route("customers/:account/timeline", "admin/customers/timeline.page.tsx"),
    route("mails/:mail", "admin/customers/mail.page.tsx"),
    route("api-keys", "admin/identity/api-keys.page.tsx"),
    route("staff", "admin/identity/staff.page.tsx"),
    route("staff/roles", "admin/identity/staff-roles.page.tsx"),
    route("settings", "admin/tenancy/settings.page.tsx"),
    route("settings/brand", "admin/tenancy/brand.page.tsx"),
    route("settings/seller", "admin/tenancy/seller.page.tsx"),
    route("tenants", "admin/tenancy/tenants.page.tsx"),
    route("tenants/new", "admin/tenancy/create-tenant.page.tsx"),
    route("tenants/:tenant", "admin/tenancy/tenant.page.tsx"),
  ]),
])

const files = [
  route("brand/:file", "brand.route.ts"),
  route("language/:language", "language.route.ts"),
  route("sign-out", "sign-out.route.ts"),
  route("impersonation/end", "end-impersonation.route.ts"),
  route("portal/privacy/exports/:export", "portal/privacy/export-file.route.ts"),
  route("portal/account", "portal/choose-account.route.ts"),
  route("invoices/:invoice/pdf", "portal/billing/invoice-pdf.route.ts"),
  route("admin/export/:list", "admin/export.route.ts"),
]

export default [storefront, portal, admin, ...files] satisfies RouteConfig
