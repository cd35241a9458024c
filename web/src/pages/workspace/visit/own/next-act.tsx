import { closedGates, type OwnAct, ownActIn } from '@dripline/clinical'
import { type ReactNode, useState } from 'react'
import { useChairDrugs } from '../../../../data/drugs.ts'
import { type OwnVisit, ofVisit, useStep } from '../../../../data/session.ts'
import { Button, Card, Form, FormProblems } from '../../../../ui/index.tsx'
import { DoseReaders } from '../drugs/dose-readers.tsx'
import { kindOf } from '../kind-of.ts'
import { OwnFields, saidOf, type Typed } from './own-fields.tsx'

/** What comes next in a visit of its administration's own acts: the act's form, the way home, or that it is over. */
export function NextAct({ own }: { own: OwnVisit }) {
  const { gives, state } = own
  // What its gates lock is shown locked, with what unlocks it; and signs that are due take nothing of it away.
  const [name, act] = ownActIn(gives.by, state) ?? []
  if (name && act) return <ActForm key={name} own={own} name={name} act={act} />
  if (state === 'stopped' || state === 'recovering') return <Discharge own={own} />
  return (
    <Card title={state === 'left' ? 'Discharged home' : 'Nothing is next here'}>
      {state === 'left' && (
        <Button kind="second" href={`/visits/${own.id}/after-care`}>
          Print what to take home
        </Button>
      )}
    </Card>
  )
}

function ActForm({ own, name, act }: { own: OwnVisit; name: string; act: OwnAct }) {
  const [typed, setTyped] = useState<Typed>({})
  const step = useStep(own.id, ofVisit.acts, () => setTyped({}))
  const closed = own.act === name ? closedGates(own.gates ?? []) : []
  const form = (
    <Form
      scope={name}
      sends={step}
      body={() => ({ act: name, said: saidOf(act.fields, typed) })}
      act={act.title}
      kind={kindOf(own, 'own-act')}
      size="chair"
      disabledReason={closed.length > 0 ? `Locked: ${closed.map(({ title }) => title.toLowerCase()).join(', ')}.` : undefined}
    >
      <OwnFields fields={act.fields} typed={typed} onChange={setTyped} />
    </Form>
  )
  return (
    <Card title={act.title} edge="accent">
      {act.books ? <TwoRead own={own} name={name} mg={act.books(own.order.said, saidOf(act.fields, typed))} form={form} /> : form}
    </Card>
  )
}

type TwoReadProps = { own: OwnVisit; name: string; mg: string; form: ReactNode }

/** An act that gives a controlled drug: its form comes once two people have read the same vial and the same mL. */
function TwoRead({ own, name, mg, form }: TwoReadProps) {
  const drugs = useChairDrugs(own.id)
  return <DoseReaders visit={own} drugs={drugs} about={name} drugId={own.order.drugId} mg={mg} record={form} />
}

function Discharge({ own }: { own: OwnVisit }) {
  const discharge = useStep(own.id, ofVisit.discharge)
  const closed = closedGates(own.gates ?? []).length
  return (
    <Card title="Going home" edge="accent">
      <FormProblems problem={discharge.problem} />
      <Button
        kind={kindOf(own, 'discharge')}
        size="chair"
        isPending={discharge.isSending}
        disabledReason={closed === 0 ? undefined : `${closed} not met`}
        onClick={() => discharge.send({})}
      >
        Discharge
      </Button>
    </Card>
  )
}
