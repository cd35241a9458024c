import { createContext, type ReactNode, use } from 'react'

const Scope = createContext('')

/** Keeps the fields of one form apart from those of the same name in another form of the page. */
export const FieldScope = ({ name, children }: { name: string; children: ReactNode }) => <Scope value={name}>{children}</Scope>

/** The id on the page of a field with this name: `field-<name>`, or `field-<scope>-<name>` inside a scope. */
export function useFieldId(): (name: string) => string {
  const scope = use(Scope)
  return (name) => (scope === '' ? `field-${name}` : `field-${scope}-${name}`)
}
