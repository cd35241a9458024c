import { exact, parseExact, plain } from '@dripline/clinical'
import { type ReactNode, useState } from 'react'
import { type ChairDrugs, useReadDose } from '../../../../data/drugs.ts'
import { usePageData } from '../../../../data/page-data.ts'
import type { AnyVisit } from '../../../../data/session.ts'
import { Form, Notice, Pairs, quantity, SelectField, Stack, sayTime, TextField } from '../../../../ui/index.tsx'
import { type Reader, TwoReaders } from '../frame/two-readers.tsx'
import { AllergyTicks } from './allergy-ticks.tsx'

type DoseReadersProps = {
  visit: Pick<AnyVisit, 'id' | 'zone' | 'names'>
  drugs: ChairDrugs
  /** The signed line, the act that gives it, or the entry of the emergency. */
  about: string
  drugId: string
  mg: string
  /** Both agree and it is not recorded yet: the act that records it. */
  record: ReactNode
}

/** Two people each read vial and syringe by themselves, on their own tablet or on this one; each reading is kept when it is given. */
export function DoseReaders(props: DoseReadersProps) {
  const { visit, drugs, about, record } = props
  const { user } = usePageData().frame
  const { kind, readings, facts } = drugs.checks[about] ?? { kind: 'none' as const, readings: [], facts: {} }
  if (kind === 'agree') return <>{record}</>
  return (
    <Stack>
      {kind === 'differ' && (
        <Notice status="defer" title="The two readings do not agree. Both read again">
          <p>Both readings are kept. Nothing left the safe.</p>
        </Notice>
      )}
      {kind === 'one' &&
        readings.map(({ by, at }) => (
          <p key={by}>
            {visit.names[by] ?? 'One person'} read at {sayTime(at, visit.zone)}; hidden until both have.
          </p>
        ))}
      <TwoReaders
        act="give-controlled"
        facts={facts}
        what="to read this vial and this syringe"
        isMine={kind === 'one' && readings.some(({ by }) => by === user?.id)}
        isFolded
        form={(who, onDone) => <ReadingOf key={who.id} {...props} who={who} onDone={onDone} />}
      />
    </Stack>
  )
}

/** One person's own reading, from an empty form. */
function ReadingOf({ visit, drugs, about, drugId, mg, who, onDone }: DoseReadersProps & { who: Reader; onDone: () => void }) {
  const [vialId, setVialId] = useState('')
  const [ml, setMl] = useState('')
  const [read, setRead] = useState<readonly string[]>([])
  const send = useReadDose(visit.id, onDone)
  const vials = drugs.vials.filter((each) => each.drugId === drugId)
  const vial = vials.find(({ id }) => id === vialId)
  const over = vial && parseExact(ml.trim())?.times(vial.mgPerMl).minus(mg)
  const missing = vialId === '' ? 'Choose the vial you read.' : ml.trim() === '' ? 'Not read yet.' : undefined
  const said = { about, vialId, ml: ml.trim(), allergiesRead: [...read] }
  if (vials.length === 0)
    return (
      <Notice status="defer" title="No vial of this drug is in the safe.">
        <p>Receive one in the drug book, under Stock.</p>
      </Notice>
    )
  return (
    <Form
      name={`What ${who.name} reads`}
      scope={`dose ${about}`}
      sends={send}
      body={() => (missing ? null : { ...said, ...(who.proof !== undefined && { proof: who.proof }) })}
      act="Save my reading"
      kind="second"
      size="chair"
      disabledReason={missing}
      labels={{ ml: 'In the syringe', vialId: 'Vial' }}
      advice="What was read is kept."
      onCancel={onDone}
      cancel="Not now"
    >
      <Pairs>
        <SelectField
          name="vialId"
          label="From vial"
          empty="Choose"
          value={vialId}
          onChange={setVialId}
          options={vials.map((each) => ({
            value: each.id,
            label: `${each.number}, ${Number(each.mgPerMl)} mg/mL, ${each.ml} mL in it, lot ${each.lot}`,
          }))}
        />
        <TextField name="ml" label={`In the syringe, read by ${who.name}`} unit="mL" decimal value={ml} onChange={setMl} />
      </Pairs>
      {over && <p>{saidOver(mg, over.toFixed())}</p>}
      <AllergyTicks
        allergy={[...drugs.list, ...(drugs.ordered ? [drugs.ordered] : [])].find((each) => each.drugId === drugId)?.allergy}
        say={(words) => `Read: allergy on the chart “${words}” has nothing to do with this drug`}
        read={read}
        onRead={setRead}
      />
    </Form>
  )
}

function saidOver(mg: string, over: string): string {
  const rest = exact(over)
  if (rest.lt(0)) return `That is less than ${quantity(mg, 'mg')} of this strength.`
  return rest.isZero()
    ? `${quantity(mg, 'mg')}, nothing over.`
    : `${quantity(mg, 'mg')}, and ${quantity(plain(rest), 'mg')} wasted with the same witness.`
}
