import { administrationOf, anyProtocols, isPumped, type OwnCheck, sayFault } from '@dripline/clinical'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { usePageData } from '../../data/page-data.ts'
import { useSignOwnOrder } from '../../data/planning.ts'
import { Card, Form, PatientHeader, SelectField, Stack, StatusMark, TextField, Tick } from '../../ui/index.tsx'
import { atClinic } from './plan/wall-time.ts'
import { OwnFields, saidOf, type Typed, typedOf } from './visit/own/own-fields.tsx'

export const page = {
  path: '/patients/:patientId/order',
  for: ['prescriber'],
  mood: 'work',
  title: 'Order',
  place: 'Patients',
  skeleton: 'form',
} as const

const ownProtocols = anyProtocols
  .filter((each) => !isPumped(each))
  .map((each) => ({ ...each, usual: typedOf('usual' in each ? each.usual : {}) }))
type Known = (typeof ownProtocols)[number]

/** An order that needs no screening and no plan, such as hydration: its fields and its checks are its definition's. */
export default function OwnOrderPage() {
  const { patientId } = useParams({ strict: false })
  const [protocolId, setProtocolId] = useState(ownProtocols[0]?.id ?? '')
  const protocol = ownProtocols.find(({ id }) => id === protocolId)
  if (typeof patientId !== 'string' || !protocol) return null
  return (
    <Stack>
      <PatientHeader patientId={patientId} />
      <Card title="Sign an order" note="one visit; a new order for the next">
        <Stack>
          <SelectField
            name="protocolId"
            label="What is given"
            value={protocolId}
            onChange={setProtocolId}
            options={ownProtocols.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <OrderForm key={protocolId} personId={patientId} protocol={protocol} />
        </Stack>
      </Card>
    </Stack>
  )
}

function OrderForm({ personId, protocol }: { personId: string; protocol: Known }) {
  const { zone } = usePageData().frame.clinic
  const { history } = useRouter()
  const [typed, setTyped] = useState<Typed>(protocol.usual)
  const [when, setWhen] = useState('')
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([])
  const sign = useSignOwnOrder(() => history.push(`/patients/${personId}`))
  const order = administrationOf(protocol.gives.by)?.order
  const start = atClinic(when, zone)
  if (!order) return null
  const said = saidOf(order.fields, typed)
  const failed = isWhole(order.fields, said) ? order.check(said).filter(({ pass }) => !pass) : []
  const open = failed.filter(({ id, kind }) => kind === 'soft' && !acknowledged.includes(id))
  return (
    <Form
      sends={sign}
      body={() =>
        start === null ? null : { personId, protocolId: protocol.id, said, visit: { start }, acknowledged: [...acknowledged] }
      }
      act="Sign the order"
      disabledReason={whatIsMissing(start, failed, open)}
    >
      <OwnFields fields={order.fields} typed={typed} onChange={setTyped} />
      <TextField name="visit.start" label="Day and time" type="datetime-local" value={when} onChange={setWhen} />
      {failed.map((check) => (
        <Check key={check.id} check={check} acknowledged={acknowledged} onChange={setAcknowledged} />
      ))}
    </Form>
  )
}

const isWhole = (fields: object, said: object) => Object.keys(fields).every((name) => name in said)

const whatIsMissing = (start: string | null, failed: readonly OwnCheck[], open: readonly OwnCheck[]): string | undefined => {
  if (failed.some(({ kind }) => kind === 'hard')) return 'This order cannot be signed so.'
  if (open.length > 0) return 'Acknowledge each finding first.'
  return start === null ? 'Choose the day and time.' : undefined
}

type CheckProps = { check: OwnCheck; acknowledged: readonly string[]; onChange: (acknowledged: readonly string[]) => void }

const Check = ({ check: { id, kind, says }, acknowledged, onChange }: CheckProps) =>
  kind === 'hard' ? (
    <StatusMark status="exclude" word={sayFault(says)} />
  ) : (
    <Tick
      name={`check-${id}`}
      label={sayFault(says)}
      checked={acknowledged.includes(id)}
      onChange={(isSeen) => onChange(isSeen ? [...acknowledged, id] : acknowledged.filter((each) => each !== id))}
    />
  )
