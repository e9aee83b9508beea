import { data } from "react-router"
import { PageError } from "../ui/page-error.tsx"
import { ShopError } from "./shop-error.tsx"

export function loader(): never {
  throw data(null, { status: 404 })
}

export default PageError
export { ShopError as ErrorBoundary }
