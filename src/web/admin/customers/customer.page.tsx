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
import { Invoices, Orders, Services } from "./customer-business.tsx"
import { Money, People, Trouble, Who } from "./customer-facts.tsx"
import { Notes, Tags } from "./customer-notes.tsx"
import { TagBadges } from "./tag-badge.tsx"
import { RecentTimeline } from "./timeline-list.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, (services) => loadCustomer(services, args.params["account"] ?? ""))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, (form) => actOnCustomer(form, args.params["account"] ?? "", args.request))
}

export default function CustomerPage() {
  const { customer, services, orders, invoices, moments, tags, canWrite, formKey } =
    useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={customer.name} aside={<TagBadges tags={tags} ids={customer.tagIds} />}>
        <Acts />
      </PageHeader>
      <Trouble customer={customer} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="min-w-0 space-y-4">
          <Who customer={customer} />
          <People customer={customer} />
          <Money customer={customer} />
          {services ? <Services page={services} customer={customer} /> : null}
          {orders ? <Orders page={orders} customer={customer} /> : null}
          {invoices ? <Invoices items={invoices} customer={customer} /> : null}
        </div>
        <div className="min-w-0 space-y-4">
          <Notes {...{ customer, canWrite, formKey, answer }} />
          <Tags {...{ customer, tags, canWrite, formKey, answer }} />
          <RecentTimeline page={moments} accountId={customer.id} />
        </div>
      </div>
    </Main>
  )
}

function Acts() {
  const say = useWords(words)
  const { customer, canEdit, canAct, formKey } = useLoaderData<typeof loader>()
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
