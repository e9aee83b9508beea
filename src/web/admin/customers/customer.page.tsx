import { lazy } from "react"
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Button, ButtonLink } from "../../ui/button.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextareaField } from "../../ui/field.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { MenuLink, Popover } from "../../ui/popover.tsx"
import { actOnCustomer, loadCustomer } from "./customer.ts"
import { words } from "./customer.words.ts"
import { Money, People, Trouble, Who } from "./customer-facts.tsx"
import { Notes, Tags } from "./customer-notes.tsx"
import { TagBadges } from "./tag-badge.tsx"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const CustomerBusiness = lazy(() =>
  import("./customer-business.tsx").then((module) => ({ default: module.CustomerBusiness })),
)
const CustomerMethods = lazy(() =>
  import("./customer-methods.tsx").then((module) => ({ default: module.CustomerMethods })),
)
const CustomerMessages = lazy(() =>
  import("./customer-messages.tsx").then((module) => ({ default: module.CustomerMessages })),
)
const VatChecks = lazy(() =>
  import("../../ui/vat-checks.tsx").then((module) => ({ default: module.VatChecks })),
)
const CustomerExtras = lazy(() =>
  import("./customer-extras.tsx").then((module) => ({ default: module.CustomerExtras })),
)

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, (services) => loadCustomer(services, args.params["account"] ?? ""))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, (form) => actOnCustomer(form, args.params["account"] ?? "", args.request))
}

export default function CustomerPage() {
  const say = useWords(words)
  const { customer, services, orders, invoices, methods, vat, messages, moments, tags, fields, ...may } =
    useLoaderData<typeof loader>()
  const { canWrite, canReadFiles, canRemoveMethods, canAskVies, formKey } = may
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={customer.name}
        up={{ to: "/admin/customers", label: say("toCustomers") }}
        aside={<TagBadges tags={tags} ids={customer.tagIds} />}
        actions={<Acts />}
      />
      <Trouble customer={customer} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="min-w-0 space-y-4">
          <Who customer={customer} />
          <People customer={customer} />
          {messages ? <CustomerMessages messages={messages} /> : null}
          <Money customer={customer} />
          <CustomerBusiness {...{ customer, services, orders, invoices }} />
          {methods ? (
            <CustomerMethods methods={methods.items} {...{ canRemoveMethods, formKey, answer }} />
          ) : null}
          {vat ? <VatChecks checks={vat} canAsk={canAskVies} {...{ formKey, answer }} /> : null}
        </div>
        <div className="min-w-0 space-y-4">
          <Notes {...{ customer, canWrite, formKey, answer }} />
          <Tags {...{ customer, tags, canWrite, formKey, answer }} />
          <CustomerExtras
            {...{ customer, fields, moments, canWrite, canRead: canReadFiles, formKey, answer }}
          />
        </div>
      </div>
    </Main>
  )
}

const menuId = "customer-acts"

/** What is done every day is in sight, the rest a press away. */
function Acts() {
  const say = useWords(words)
  const { customer, canEdit, papers, canMerge, canAct, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const to = (page: string) => `/admin/customers/${customer.id}/${page}`
  return (
    <>
      {canEdit ? (
        <ButtonLink look="secondary" to={to("edit")}>
          {say("edit")}
        </ButtonLink>
      ) : null}
      {papers.map((paper) =>
        paper.isOften ? (
          <ButtonLink key={paper.to} look="secondary" to={to(paper.to)}>
            {say(paper.label)}
          </ButtonLink>
        ) : null,
      )}
      {canAct ? (
        <ConfirmDialog
          label={say("act")}
          title={say("actTitle", { name: customer.name })}
          consequence={say("actWhat")}
          intent="act"
          {...{ formKey, answer }}
        >
          <TextareaField
            name="reason"
            label={say("reason")}
            help={say("reasonHelp")}
            required
            maxLength={500}
          />
        </ConfirmDialog>
      ) : null}
      <Button type="button" look="secondary" icon="down" popoverTarget={menuId}>
        {say("more")}
      </Button>
      <Popover id={menuId} label={say("more")} side="end">
        <MenuLink to={to("timeline")}>{say("timeline")}</MenuLink>
        {papers.map((paper) =>
          paper.isOften ? null : (
            <MenuLink key={paper.to} to={to(paper.to)}>
              {say(paper.label)}
            </MenuLink>
          ),
        )}
        {canMerge ? <MenuLink to={to("merge")}>{say("merge")}</MenuLink> : null}
      </Popover>
    </>
  )
}

export { PageError as ErrorBoundary }
