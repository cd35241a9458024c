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

type FieldsProps = {
  problem: ProblemError | null
  scope?: string
  advice?: string
  labels?: Readonly<Record<string, string>>
  onDone?: () => void
  children: ReactNode
}

/** Fields that are asked together: all their faults at once over them, and each at its own. For what is sent by more than one button. */
export const Fields = ({ problem, scope = '', children, ...says }: FieldsProps) => (
  <FieldScope name={scope}>
    <ProblemContext value={problem}>
      <Stack>
        <FormProblems problem={problem} {...says} />
        {children}
      </Stack>
    </ProblemContext>
  </FieldScope>
)

/**
 * A few texts that the page reads as they are typed: what each field shows, and what changes with it. `set` is told what follows from what
 * stands there now: a draft that comes back is typed into all fields at once.
 */
export const fieldsOf = <T extends object>(typed: T, set: (next: (now: T) => T) => void) => ({
  change: (part: Partial<T>) => set((now) => ({ ...now, ...part })),
  field: (name: keyof T & string) => ({
    name,
    value: String(typed[name] ?? ''),
    onChange: (value: string) => set((now) => ({ ...now, [name]: value })),
  }),
})

/** What stands in a form now: for whoever shows it before it is sent. */
export const typedIn = (form: HTMLFormElement): Typed => {
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
  /** What the button says; null where nothing can be sent. */
  act: ReactNode | null
  kind?: 'main' | 'second' | 'stop'
  size?: 'usual' | 'chair' | 'wide'
  icon?: IconName
  disabledReason?: ReactNode
  /** Tells its fields from those of the same names in another form of the page. */
  scope?: string
  /** What it is called by those who hear it. */
  name?: string
  /** Keeps what is typed on this device under this name, for a day. */
  draft?: string | undefined
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
export const Form = <Body,>({ draft, ...props }: FormProps<Body>) =>
  draft === undefined ? <Sheet {...props} /> : <Drafted {...props} draft={draft} />

type SheetProps<Body> = Omit<FormProps<Body>, 'draft'> & { note?: ReactNode }

function Drafted<Body>({ draft: about, onDone, ...props }: SheetProps<Body> & { draft: string }) {
  const draft = useFormDraft(about)
  const done = () => {
    draft.clear()
    onDone?.()
  }
  return <Sheet {...props} onDone={done} note={<FormDraft draft={draft} isSaved={props.sends.isDone} />} />
}

function Sheet<Body>({ sends, body, onDone, clears = false, note, children, ...says }: SheetProps<Body>) {
  const { problem = sends.problem, scope, labels, advice } = says
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const sent = body(typedIn(form))
    if (sent === null) return
    const done = () => {
      if (clears) form.reset()
      onDone?.()
    }
    sends.sendAndWait(sent).then(done, () => undefined)
  }
  return (
    <form onSubmit={send} noValidate aria-label={says.name}>
      <Fields problem={problem} {...given({ scope, labels, advice, onDone })}>
        {note}
        {children}
        {says.act !== null && (
          <Row>
            <Button
              submits
              isPending={sends.isSending}
              {...given({ kind: says.kind, size: says.size, icon: says.icon, disabledReason: says.disabledReason })}
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
        )}
      </Fields>
    </form>
  )
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Only what was given: a part that has a usual of its own keeps it. */
const given = <T extends object>(all: T): Given<T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Given<T>
