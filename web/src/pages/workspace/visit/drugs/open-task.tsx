import type { DrugTaskKind, EventOf } from '@dripline/clinical'
import { useState } from 'react'
import { type ChairDrugs, type DrugTask, useNameVial, useSignAfterwards } from '../../../../data/drugs.ts'
import { holds, usePageData } from '../../../../data/page-data.ts'
import type { AnyVisit } from '../../../../data/session.ts'
import { Button, Form, Row, Stack, StatusMark, TextField } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { saySpan } from '../../../../ui/when.ts'
import { Agreed } from '../frame/agreed.tsx'
import { kindOf } from '../kind-of.ts'
import { DoseReaders } from './dose-readers.tsx'
import styles from './drugs.module.css'

type Props = { visit: AnyVisit; drugs: ChairDrugs; task: DrugTask; dose: EventOf<'drug-given'> }

const titles: Readonly<Record<DrugTaskKind, string>> = {
  vial: 'Which vial',
  'second person': 'Second person',
  order: 'Order, written and signed',
}

/** One open task of an emergency dose: its owner, how long it has been open, and the act that closes it. */
export function OpenTask(props: Props) {
  const { visit, task, dose } = props
  const [isOpen, setOpen] = useState(false)
  const isPrescriber = holds(usePageData().frame.user, 'prescriber')
  const minutes = Math.max(0, Math.floor((Date.parse(visit.now) - Date.parse(task.openedAt)) / 60_000))
  const note = task.task === 'vial' ? `the book is ${quantity(dose.amount, 'mg')} short until it is named` : ''
  const act = task.task === 'order' ? (isPrescriber ? 'Sign it' : null) : task.task === 'vial' ? 'Name the vial' : null
  return (
    <>
      <div className={styles.task}>
        <span>
          <b>{titles[task.task]}</b>
          <small>
            {[`owner ${task.owner}`, note, task.task === 'second person' ? 'with the vial' : ''].filter(Boolean).join('; ')}
          </small>
        </span>
        <StatusMark status="caution" word={`open ${saySpan(minutes)}`} />
        {act && !isOpen && (
          <Button kind="second" onClick={() => setOpen(true)}>
            {act}
          </Button>
        )}
      </div>
      {isOpen && task.task === 'vial' && <NameVial {...props} onDone={() => setOpen(false)} />}
      {isOpen && task.task === 'order' && <SignOrder {...props} onDone={() => setOpen(false)} />}
    </>
  )
}

type FormProps = Props & { onDone: () => void }

function NameVial({ visit, drugs, dose, onDone }: FormProps) {
  const name = useNameVial(visit.id)
  const record = (
    <Agreed
      record={name}
      sent={{ eventId: dose.id }}
      title="Both readings agree and are kept. The vial is not recorded yet."
      advice="Both readings are kept. The book was not changed."
      act="Record the vial"
    />
  )
  return (
    <Stack>
      <DoseReaders visit={visit} drugs={drugs} about={dose.id} drugId={dose.drugId ?? ''} mg={dose.amount} record={record} />
      <Row>
        <Button kind="second" onClick={onDone}>
          Back
        </Button>
      </Row>
    </Stack>
  )
}

function SignOrder({ visit, dose, onDone }: FormProps) {
  const [note, setNote] = useState(`${dose.drug} ${Number(dose.amount)} mg ${dose.route}, once`)
  return (
    <Form
      sends={useSignAfterwards(visit.id, onDone)}
      body={() => ({ eventId: dose.id, note: note.trim() })}
      act="Sign the order"
      kind={kindOf(visit, 'settle-drugs')}
      onCancel={onDone}
      cancel="Back"
    >
      <TextField name="order-note" label="What was ordered" value={note} onChange={setNote} maxLength={300} />
    </Form>
  )
}
