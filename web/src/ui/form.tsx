import type { FormEvent, ReactNode } from 'react'
import type { ProblemError } from '../data/api.ts'
import { Button } from './button.tsx'
import { FieldScope } from './field-id.tsx'
import { ProblemContext } from './fields.tsx'
import { FormDraft, useFormDraft } from './form-draft.tsx'
import { FormProblems } from './form-problems.tsx'
import type { IconName } from './icons.tsx'
import { Row, Stack } from './page.tsx'

/** What is typed in a form's own fields, by their names; what is not there is blank, and stays as it was typed. */
export type Typed = {
  text: (name: string) => string
  /** Null where nothing is typed. */
  known: (name: string) => string | null
  /** Every one that is ticked under this name. */
  all: (name: string) => string[]
  /** Whether a field of this name stands in the form. */
  has: (name: string) => boolean
}

const typedIn = (form: HTMLFormElement): Typed => {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '')
  return {
    text,
    known: (name) => text(name).trim() || null,
    all: (name) => data.getAll(name).map(String),
    has: (name) => data.has(name),
  }
}

/** Whatever can be done with what is typed: one write, or a change that is looked at first. */
type Sends<Body> = {
  sendAndWait: (body: Body) => Promise<unknown>
  isSending: boolean
  isDone: boolean
  problem: ProblemError | null
}

type FormProps<Body> = {
  sends: Sends<Body>
  /** What is sent of what is typed; null where it cannot be sent yet. */
  body: (typed: Typed) => Body | null
  /** After it was saved. */
  onDone?: () => void
  /** Begins anew once it is saved, for the next one. */
  clears?: boolean
  /** What the button says. */
  act: ReactNode
  kind?: 'main' | 'second' | 'stop'
  size?: 'usual' | 'chair' | 'wide'
  icon?: IconName
  disabledReason?: ReactNode
  /** Tells its fields from those of the same names in another form of the page. */
  scope?: string
  /** Keeps what is typed on this device under this name, for a day. */
  draft?: string
  /** Said beside the button once it is saved, where the form stays. */
  saved?: string
  advice?: string
  /** What fields are called in the list of what is wrong, where not by their own labels. */
  labels?: Readonly<Record<string, string>>
  /** The problem is said elsewhere, or is none of this form's fields. */
  problem?: ProblemError | null
  onCancel?: () => void
  cancel?: string
  /** More to press, after the button. */
  others?: ReactNode
  children?: ReactNode
}

/**
 * The one way to ask for something and send it. Its fields are the browser's own and say their own faults; what was typed stays until it
 * is saved, and everything that stands in the way is listed at once.
 */
export function Form<Body>({ scope = '', draft, ...props }: FormProps<Body>) {
  const fields = draft === undefined ? <Undrafted {...props} /> : <Drafted {...props} draft={draft} />
  return scope === '' ? fields : <FieldScope name={scope}>{fields}</FieldScope>
}

type FieldsProps<Body> = Omit<FormProps<Body>, 'scope' | 'draft'> & { note?: ReactNode }

function Drafted<Body>({ draft: about, onDone, ...props }: FieldsProps<Body> & { draft: string }) {
  const draft = useFormDraft(about)
  const done = () => {
    draft.clear()
    onDone?.()
  }
  return <Undrafted {...props} onDone={done} note={<FormDraft draft={draft} isSaved={props.sends.isDone} />} />
}

function Undrafted<Body>({ sends, body, onDone, clears = false, note, children, ...says }: FieldsProps<Body>) {
  const problem = says.problem === undefined ? sends.problem : says.problem
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const sent = body(typedIn(form))
    if (sent === null) return
    sends.sendAndWait(sent).then(
      () => {
        if (clears) form.reset()
        onDone?.()
      },
      () => undefined,
    )
  }
  return (
    <form onSubmit={send} noValidate>
      <ProblemContext value={problem}>
        <Stack>
          {note}
          <FormProblems
            problem={problem}
            {...(onDone && { onDone })}
            {...(says.labels && { labels: says.labels })}
            {...(says.advice && { advice: says.advice })}
          />
          {children}
          <Row>
            <Button
              submits
              kind={says.kind ?? 'main'}
              size={says.size ?? 'usual'}
              {...(says.icon && { icon: says.icon })}
              isPending={sends.isSending}
              disabledReason={says.disabledReason}
            >
              {says.act}
            </Button>
            {says.others}
            {says.onCancel && (
              <Button kind="second" onClick={says.onCancel}>
                {says.cancel ?? 'Cancel'}
              </Button>
            )}
            {says.saved && sends.isDone && <span role="status">{says.saved}</span>}
          </Row>
        </Stack>
      </ProblemContext>
    </form>
  )
}
