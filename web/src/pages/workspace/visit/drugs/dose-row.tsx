import { type DoseAsked, doseFaults, drugOf, type Exact, exact, plain, sayStaff } from '@dripline/clinical'
import { useState } from 'react'
import { type ChairDrugs, type ListedDrug, useGiveDrug } from '../../../../data/drugs.ts'
import { holds, usePageData } from '../../../../data/page-data.ts'
import { Form, Notice, PressKeys, Row, Stack, TextField } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { AnyOpen } from '../folded.ts'
import { happenedAt, WhenPicker } from '../pads/when-picker.tsx'
import { AllergyTicks } from './allergy-ticks.tsx'
import { AskPrescriber } from './ask-prescriber.tsx'

type DoseRowProps = AnyOpen & { drugs: ChairDrugs; drug: ListedDrug; onDone: () => void }

/** The chosen drug: its doses as keys, what stands in the way as the server will say it, and one button that charts. */
export function DoseRow({ visit, drugs, drug, onDone }: DoseRowProps) {
  const [mg, setMg] = useState(drug.usualMg)
  const [reason, setReason] = useState('')
  const [ago, setAgo] = useState('0')
  const [read, setRead] = useState<readonly string[]>([])
  const give = useGiveDrug(visit.id, onDone)
  const isPrescriber = holds(usePageData().frame.user, 'prescriber')
  const line = drugs.lines.find(({ drugId, route }) => drugId === drug.drugId && route === drug.route) ?? null
  const said = { mg, reason: reason.trim() || null, lineId: line?.id ?? null, allergiesRead: [...read] }
  const happened = happenedAt(visit.now, ago)
  const faults = faultsOf(drug, drugs, { ...said, at: happened.at ?? visit.now, isPrescriber })
  return (
    <Stack>
      <Form
        sends={give}
        body={() => ({ drugId: drug.drugId, route: drug.route, ...said, ...happened })}
        act={<>Chart {quantity(mg, 'mg')} given</>}
        kind="second"
        size="chair"
        disabledReason={shutOf(faults.map(({ code }) => code))}
        advice="Nothing was charted."
      >
        <Chosen visit={visit} drugs={drugs} drug={drug} />
        <Row>
          <PressKeys label="Dose" isLabelHeard keys={dosesOf(drug)} value={plain(exact(mg))} onPick={setMg} />
          <WhenPicker name="given-at" value={ago} onChange={setAgo} />
        </Row>
        {(exact(mg).gt(drug.usualMg) || reason !== '') && (
          <TextField
            name="reason"
            label="Reason"
            hint="above the usual dose"
            value={reason}
            onChange={setReason}
            maxLength={200}
          />
        )}
        <AllergyTicks
          allergy={drug.allergy}
          say={(word) => `Allergy “${word}”: read by me, nothing to do with ${drug.title}`}
          read={read}
          onRead={setRead}
        />
      </Form>
      <InTheWay visit={visit} drugs={drugs} drug={drug} mg={mg} faults={faults} />
    </Stack>
  )
}

const faultsOf = (drug: ListedDrug, drugs: ChairDrugs, asked: DoseAsked) => {
  const definition = drugOf(drug.drugId)
  return definition ? doseFaults({ ...drug, route: drug.route as never, drug: definition }, asked, drugs) : []
}

type AboutProps = Pick<DoseRowProps, 'visit' | 'drugs' | 'drug'>

function Chosen({ visit, drugs, drug }: AboutProps) {
  const before = drugs.given.filter(({ drugId }) => drugId === drug.drugId)
  const said = before.map((dose) => `${quantity(dose.mg, 'mg')} at ${sayTime(dose.at, visit.zone)}`).join(', ')
  return (
    <Row spread>
      <span>
        <b>
          {drug.title}, {drug.route}
        </b>{' '}
        {said || 'none given in this visit'}
      </span>
      <span>above the usual: a reason; above the highest: a prescriber</span>
    </Row>
  )
}

/** What can be answered in the form itself is said there. */
const isAnswerable = (code: string) => code === 'reason' || code === 'allergies-unread'

function InTheWay({ visit, drugs, drug, mg, faults }: AboutProps & { mg: string; faults: ReturnType<typeof faultsOf> }) {
  const inTheWay = faults.filter(({ code }) => !isAnswerable(code))
  if (inTheWay.length === 0) return null
  return (
    <Notice status="exclude" title={`${drug.title} ${quantity(mg, 'mg')} cannot be given so`}>
      {inTheWay.map(({ code, found, notBefore }) => (
        <p key={code}>
          {sayStaff(found)}
          {notBefore && ` Not before ${sayTime(notBefore, visit.zone)}.`}
        </p>
      ))}
      {inTheWay.some(({ asksPrescriber }) => asksPrescriber) && <AskPrescriber visit={visit} drugs={drugs} drug={drug} mg={mg} />}
    </Notice>
  )
}

const shutOf = (codes: readonly string[]): string | undefined => {
  if (codes.length === 0) return undefined
  if (codes.every((code) => code === 'reason')) return 'Say why first.'
  return codes.every(isAnswerable) ? 'Confirm the allergy first.' : 'Not so: see above.'
}

function dosesOf({ usualMg, highestMg }: ListedDrug) {
  const [half, usual, highest] = [exact(usualMg).div(2), exact(usualMg), exact(highestMg)]
  const keyOf = (dose: Exact, note: string) => ({
    value: plain(dose),
    label: (
      <>
        <b>{quantity(plain(dose), 'mg')}</b> {note}
      </>
    ),
  })
  return [keyOf(half, ''), keyOf(usual, 'usual'), ...(highest.gt(usual) ? [keyOf(highest, 'needs a reason')] : [])]
}
