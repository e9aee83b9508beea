import { PageError } from "../../ui/page-error.tsx"
import { LegalText } from "./legal-text.tsx"
import { terms } from "./terms.ts"

export default function TermsPage() {
  return <LegalText document={terms} />
}

export { PageError as ErrorBoundary }
