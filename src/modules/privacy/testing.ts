export { fieldWords } from "./field-words.ts"
