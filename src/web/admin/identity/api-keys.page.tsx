import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router"
import { serveForm, servePage } from "../../serve-page.ts"
import { actOnApiKeys, loadApiKeys } from "../../ui/api-keys.ts"
import { type ApiKeysAnswer, ApiKeysView } from "../../ui/api-keys-view.tsx"
import { PageError } from "../../ui/page-error.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, (services) => loadApiKeys(services, args.request, undefined))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, (form) => actOnApiKeys(form, undefined))
}

export default function ApiKeysPage() {
  return <ApiKeysView data={useLoaderData<typeof loader>()} answer={useActionData<ApiKeysAnswer>()} />
}

export { PageError as ErrorBoundary }
