import { lazy } from "react"
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextareaField } from "../../ui/field.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
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
  const { customer, services, orders, invoices, methods, vat, moments, tags, fields, ...may } =
    useLoaderData<typeof loader>()
  const { canWrite, canReadFiles, canRemoveMethods, canAskVies, formKey } = may
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={customer.name}
        up={{ to: "/admin/customers", label: say("toCustomers") }}
        aside={<TagBadges tags={tags} ids={customer.tagIds} />}
      >
        <Acts />
      </PageHeader>
      <Trouble customer={customer} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="min-w-0 space-y-4">
          <Who customer={customer} />
          <People customer={customer} />
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

function Acts() {
  const say = useWords(words)
  const { customer, canEdit, papers, canMerge, canAct, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <div className="flex flex-wrap gap-2 pt-2">
      {canEdit ? (
        <ButtonLink look="secondary" to={`/admin/customers/${customer.id}/edit`}>
          {say("edit")}
        </ButtonLink>
      ) : null}
      <ButtonLink look="secondary" to={`/admin/customers/${customer.id}/timeline`}>
        {say("timeline")}
      </ButtonLink>
      {papers.map(({ to, label }) => (
        <ButtonLink key={to} look="secondary" to={`/admin/customers/${customer.id}/${to}`}>
          {say(label)}
        </ButtonLink>
      ))}
      {canMerge ? (
        <ButtonLink look="secondary" to={`/admin/customers/${customer.id}/merge`}>
          {say("merge")}
        </ButtonLink>
      ) : null}
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
    </div>
  )
}

export { PageError as ErrorBoundary }
