import type { DrugTaskKind, EventOf } from '@dripline/clinical'
import { useState } from 'react'
import { type ChairDrugs, type DrugTask, useNameVial, useSignAfterwards } from '../../../../data/drugs.ts'
import { holds, usePageData } from '../../../../data/page-data.ts'
import type { Visit } from '../../../../data/session.ts'
import { Button, FormProblems, Row, Stack, TextField } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { saySpan } from '../../../../ui/when.ts'
import { kindOf } from '../shared/kind-of.ts'
import { DoseReaders } from './dose-readers.tsx'
import styles from './drugs.module.css'

type Props = { visit: Visit; drugs: ChairDrugs; task: DrugTask; dose: EventOf<'drug-given'> }

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
        <span className={styles.open}>open {saySpan(minutes)}</span>
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
  return (
    <Stack>
      <DoseReaders
        visit={visit}
        drugs={drugs}
        about={dose.id}
        drugId={dose.drugId ?? ''}
        mg={dose.amount}
        record={
          <>
            <FormProblems problem={name.problem} advice="Both readings are kept. The book was not changed." />
            <Button kind="second" size="chair" isPending={name.isSending} onClick={() => name.send({ eventId: dose.id })}>
              Record the vial
            </Button>
          </>
        }
      />
      <Button kind="second" onClick={onDone}>
        Back
      </Button>
    </Stack>
  )
}

function SignOrder({ visit, dose, onDone }: FormProps) {
  const [note, setNote] = useState(`${dose.drug} ${Number(dose.amount)} mg ${dose.route}, once`)
  const sign = useSignAfterwards(visit.id, onDone)
  return (
    <Stack>
      <FormProblems problem={sign.problem} />
      <TextField name="order-note" label="What was ordered" value={note} onChange={setNote} maxLength={300} />
      <Row>
        <Button
          kind={kindOf(visit, 'settle-drugs')}
          isPending={sign.isSending}
          onClick={() => sign.send({ eventId: dose.id, note: note.trim() })}
        >
          Sign the order
        </Button>
        <Button kind="second" onClick={onDone}>
          Back
        </Button>
      </Row>
    </Stack>
  )
}
