import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Card, FactList } from "../../ui/card.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./timeline.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.customers.mail({ id: args.params["mail"] ?? "" }))
}

export default function MailPage() {
  const say = useWords(words)
  const mail = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={mail.subject}>{say("mailLead")}</PageHeader>
      <Card>
        <FactList
          facts={[
            { label: say("to"), value: mail.to },
            { label: say("state"), value: say(`mail.${mail.state}`) },
            { label: say("at"), value: <Moment at={mail.createdAt} /> },
            { label: say("sentAt"), value: <Moment at={mail.sentAt} /> },
            { label: say("answer"), value: mail.outcome ?? "–" },
          ]}
        />
      </Card>
      <Card title={say("mail")}>
        <p className="text-sm break-words whitespace-pre-wrap">{mail.text}</p>
      </Card>
    </Main>
  )
}

export { PageError as ErrorBoundary }
