import { exact, parseExact, plain } from '@dripline/clinical'
import { type FormEvent, type ReactNode, useState } from 'react'
import { type ChairDrugs, useReadDose } from '../../../../data/drugs.ts'
import { usePageData } from '../../../../data/page-data.ts'
import type { Visit } from '../../../../data/session.ts'
import {
  Button,
  FieldScope,
  FormProblems,
  faultOf,
  Notice,
  Row,
  SecondPerson,
  SelectField,
  Stack,
  TextField,
  Tick,
} from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'

type Who = { id: string; name: string; proof?: string }
type Reader = 'nobody' | 'me' | 'proving' | Who

type DoseReadersProps = {
  visit: Visit
  drugs: ChairDrugs
  /** The signed line, or the entry of the emergency. */
  about: string
  drugId: string
  mg: string
  /** Both agree and it is not recorded yet: the act that records it. */
  record: ReactNode
}

/** Two people each read vial and syringe by themselves, on their own tablet or on this one; each reading is kept when it is given. */
export function DoseReaders(props: DoseReadersProps) {
  const { visit, drugs, about } = props
  const { user } = usePageData().frame
  const [reader, setReader] = useState<Reader>('nobody')
  const { kind, readings, facts } = drugs.checks[about] ?? { kind: 'none' as const, readings: [], facts: {} }
  const isMine = readings.some(({ by }) => by === user?.id)
  const fold = () => setReader('nobody')
  if (kind === 'agree') return <>{props.record}</>
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
      {reader === 'proving' && (
        <SecondPerson
          act="give-controlled"
          facts={facts}
          what="to read this vial and this syringe"
          onProof={(proof, { id, name }) => setReader({ id, name, proof })}
          onSendBack={fold}
          sendBack="Not now"
        />
      )}
      {reader === 'me' && user && <ReadingOf {...props} who={user} onDone={fold} />}
      {typeof reader === 'object' && <ReadingOf key={reader.id} {...props} who={reader} onDone={fold} />}
      {reader === 'nobody' && (
        <Row>
          {!(kind === 'one' && isMine) && (
            <Button kind="second" size="chair" onClick={() => setReader('me')}>
              I read it
            </Button>
          )}
          <Button kind="second" size="chair" icon="lock" onClick={() => setReader('proving')}>
            {kind === 'one' && isMine ? 'Second person reads on this tablet' : 'Someone else reads on this tablet'}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

type ReadingOfProps = DoseReadersProps & { who: Who; onDone: () => void }

/** One person's own reading, from an empty form. */
function ReadingOf({ visit, drugs, about, drugId, mg, who, onDone }: ReadingOfProps) {
  const [vialId, setVialId] = useState('')
  const [ml, setMl] = useState('')
  const [read, setRead] = useState<readonly string[]>([])
  const send = useReadDose(visit.id, onDone)
  const vials = drugs.vials.filter((vial) => vial.drugId === drugId)
  const vial = vials.find(({ id }) => id === vialId)
  const unread = unreadFor(drugs, drugId)
  const over = vial && parseExact(ml.trim())?.times(vial.mgPerMl).minus(mg)
  const missing = vialId === '' ? 'Choose the vial you read.' : ml.trim() === '' ? 'Not read yet.' : undefined
  const store = (event: FormEvent) => {
    event.preventDefault()
    if (missing) return
    send.send({ about, vialId, ml: ml.trim(), allergiesRead: [...read], ...(who.proof !== undefined && { proof: who.proof }) })
  }
  if (vials.length === 0)
    return (
      <Notice status="defer" title="No vial of this drug is in the safe.">
        <p>Receive one in the drug book, under Stock.</p>
      </Notice>
    )
  return (
    <FieldScope name={`dose ${about}`}>
      <form onSubmit={store} noValidate aria-label={`What ${who.name} reads`}>
        <Stack>
          <Row>
            <SelectField
              name="vial"
              label="From vial"
              empty="Choose"
              value={vialId}
              onChange={setVialId}
              fault={faultOf(send.problem, 'vialId')}
              options={vials.map((each) => ({
                value: each.id,
                label: `${each.number}, ${Number(each.mgPerMl)} mg/mL, ${each.ml} mL in it, lot ${each.lot}`,
              }))}
            />
            <TextField
              name="ml"
              label={`In the syringe, read by ${who.name}`}
              decimal
              unit="mL"
              value={ml}
              onChange={setMl}
              fault={faultOf(send.problem, 'ml')}
            />
          </Row>
          {over && <p>{saidOver(mg, over.toFixed())}</p>}
          {unread.map((words) => (
            <Tick
              key={words}
              name={`read-${words}`}
              label={`Read: allergy on the chart “${words}” has nothing to do with this drug`}
              checked={read.includes(words)}
              onChange={(isOn) => setRead(isOn ? [...read, words] : read.filter((one) => one !== words))}
            />
          ))}
          <FormProblems
            problem={send.problem}
            labels={{ ml: 'In the syringe', vialId: 'Vial' }}
            advice="What was read is kept."
          />
          <Row>
            <Button kind="second" submits size="chair" isPending={send.isSending} disabledReason={missing}>
              Save my reading
            </Button>
            <Button kind="second" size="chair" onClick={onDone}>
              Not now
            </Button>
          </Row>
        </Stack>
      </form>
    </FieldScope>
  )
}

const unreadFor = ({ list }: ChairDrugs, drugId: string): readonly string[] => {
  const allergy = list.find((each) => each.drugId === drugId)?.allergy
  return allergy?.kind === 'unread' ? allergy.words : []
}

function saidOver(mg: string, over: string): string {
  const rest = exact(over)
  if (rest.lt(0)) return `That is less than ${quantity(mg, 'mg')} of this strength.`
  return rest.isZero()
    ? `${quantity(mg, 'mg')}, nothing over.`
    : `${quantity(mg, 'mg')}, and ${quantity(plain(rest), 'mg')} wasted with the same witness.`
}
