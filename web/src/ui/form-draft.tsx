import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { type Draft, useDraft } from '../data/draft.ts'
import { DraftNote } from './draft-note.tsx'

type Typed = readonly (readonly [name: string, value: string])[]
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const nothing: Typed = []
const never = ['password', 'hidden', 'file', 'submit', 'button']

const fieldsIn = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (each): each is Field => 'value' in each && 'name' in each && each.name !== '' && !never.includes((each as Field).type),
  )

const isTicked = (field: Field) => !['checkbox', 'radio'].includes(field.type) || (field as HTMLInputElement).checked

/** What stands in a form's own fields, in their order; what is not ticked is not there, and no password ever is. */
export const typedIn = (form: HTMLFormElement): Typed =>
  fieldsIn(form)
    .filter(isTicked)
    .map((field) => [field.name, field.value] as const)

/** Puts texts back into the fields they were typed in, as if somebody typed them. */
export function typeInto(form: HTMLFormElement, typed: Typed) {
  const texts = new Map([...Map.groupBy(typed, ([name]) => name)].map(([name, all]) => [name, all.map(([, value]) => value)]))
  for (const field of fieldsIn(form)) {
    const own = texts.get(field.name) ?? []
    if (field.type === 'checkbox' || field.type === 'radio') {
      if ((field as HTMLInputElement).checked !== own.includes(field.value)) field.click()
      continue
    }
    const text = own.shift()
    if (text === undefined || text === field.value) continue
    // A field that React holds hears only of what the browser's own setter has written.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    // React hears of a choice in a list by its change only.
    if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

/** What is typed into a form of the browser's own fields. `about` names the form and whom it is about; `clear` it when it is saved. */
export const useFormDraft = (about: string): Draft<Typed> => useDraft<Typed>(about, nothing)

type FormDraftProps = {
  draft: Draft<Typed>
  /** A form that stays open says here that what is in it has been saved. */
  isSaved?: boolean
}

/** Keeps what is typed into the form around it, on this device for a day; says so when it came back, and asks when two tabs differ. */
export function FormDraft({ draft, isSaved = false }: FormDraftProps) {
  const mark = useRef<HTMLDivElement>(null)
  const before = useRef<Typed>(nothing)
  const isTypingIn = useRef(false)
  const { set, clear, value } = draft
  const settled = useEffectEvent(clear)
  const keep = useEffectEvent(set)

  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form) return
    before.current = typedIn(form)
    const hear = () => isTypingIn.current || keep(typedIn(form))
    form.addEventListener('input', hear)
    return () => form.removeEventListener('input', hear)
  }, [])

  // Fields that React holds show what was typed into them only once it has drawn: until then they are not read.
  const putBack = useCallback((texts: Typed) => {
    const form = mark.current?.closest('form')
    if (!form) return
    isTypingIn.current = true
    typeInto(form, texts)
    isTypingIn.current = false
  }, [])

  // What came back after a reload, or from another tab, goes into the fields; what is typed stands there already.
  useEffect(() => {
    if (value !== nothing) putBack(value)
  }, [value, putBack])

  useEffect(() => {
    if (isSaved) settled()
  }, [isSaved])

  const discard = () => {
    putBack(before.current)
    clear()
  }
  return (
    <div ref={mark} hidden={draft.restoredAt === null && draft.other === null}>
      <DraftNote draft={{ ...draft, clear: discard }} say={(other) => other.flatMap(([, text]) => text || []).join(', ')} />
    </div>
  )
}
