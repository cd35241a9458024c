import { idealKg, type Protocol, type SourceLine, type Versioned } from '@dripline/clinical'
import { startTransition } from 'react'
import type { PlanningData } from '../../../data/planning.ts'
import {
  Card,
  Fact,
  Facts,
  Line,
  Lines,
  quantity,
  SelectField,
  Stack,
  StatusShape,
  saySpan,
  TextField,
  Time,
} from '../../../ui/index.tsx'
import type { Draft } from './draft.ts'
import type { OrderToSign } from './use-order.ts'
import { atClinic, wallTime } from './wall-time.ts'

type ProtocolCardProps = {
  draft: Draft
  options: readonly Versioned<Protocol>[]
  data: PlanningData
  zone: string
  faults: Readonly<Record<string, string>>
  onChange: (change: Partial<Draft>) => void
  onWeight: (weightKg: string) => void
}

/** What is ordered: the protocol as its source gave it, and the weight it is worked out from. */
function ProtocolCard(props: ProtocolCardProps) {
  const { draft, options, data, onChange } = props
  const { protocol } = draft
  return (
    <Card title={protocol.title} note={`As ${protocol.source} gave it.`}>
      {options.length > 1 && (
        <SelectField
          name="dose.protocolId"
          label="Protocol"
          value={protocol.id}
          options={options.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id) => {
            const next = options.find((each) => each.id === id)
            if (next) onChange({ protocol: next, infusateMg: null, finalMl: null })
          }}
        />
      )}
      <Facts>
        <Fact label={protocol.dose.unit.endsWith('/h') ? 'Rate' : 'Dose'}>
          {quantity(protocol.dose.amount, protocol.dose.unit)}
        </Fact>
        <Fact label="Cap">{protocol.cap ? quantity(protocol.cap.amount, protocol.cap.unit) : 'none'}</Fact>
        <Fact label="Time">{saySpan(protocol.minutes)}</Fact>
        <Fact label="Sessions" note={protocol.spacing.text}>
          {protocol.sessions}
        </Fact>
        <Fact label="Drug">ketamine, racemic</Fact>
        <Fact label="Weight basis" note={idealNote(data)}>
          measured
        </Fact>
      </Facts>
      <Weight {...props} />
    </Card>
  )
}

/** The weight that the dose is worked out from, and when it was measured. */
function Weight({ draft: { weightKg, weightAt }, data, zone, faults, onChange, onWeight }: ProtocolCardProps) {
  const onRecord = data.chart.weightKg
  return (
    <Stack>
      <TextField
        name="dose.weightKg"
        label="Weight"
        unit="kg"
        decimal
        autoComplete="off"
        value={weightKg}
        onChange={onWeight}
        fault={faults['dose.weightKg']}
        hint={
          onRecord && (
            <>
              On record: {quantity(onRecord.value, 'kg')}, <Time at={onRecord.at} form="full day" />
            </>
          )
        }
      />
      <TextField
        name="dose.weightAt"
        label="Weighed at"
        type="datetime-local"
        value={weightAt ? wallTime(weightAt, zone) : ''}
        fault={faults['dose.weightAt']}
        onChange={(text) => onChange({ weightAt: atClinic(text, zone) })}
      />
    </Stack>
  )
}

const idealNote = ({ person: { heightCm, sex }, chart }: PlanningData) => {
  const height = heightCm ?? chart.heightCm?.value ?? null
  const ideal = idealKg({ heightCm: height, sex })
  return ideal ? `ideal ${quantity(ideal.toFixed(), 'kg')}` : 'ideal not known: height or sex is missing'
}

const stances = { agrees: 'clear', departs: 'inform', caution: 'caution' } as const
const words = { agrees: 'Agrees', departs: 'Departs', caution: 'Beware' } as const

type OrderedProps = Pick<ProtocolCardProps, 'options' | 'data' | 'zone' | 'faults'> & {
  order: Pick<OrderToSign, 'draft' | 'type' | 'typeWeight' | 'sources'>
}

/** What is ordered, and how published sources stand to it. */
export const Ordered = ({ order: { draft, type, typeWeight, sources }, ...rest }: OrderedProps) => (
  <Stack>
    <ProtocolCard
      {...{ draft, ...rest }}
      // Another protocol asks for other free days: what stands here stays until they have come.
      onChange={(part) => (part.protocol ? startTransition(() => type(part)) : type(part))}
      onWeight={typeWeight}
    />
    <Sources sources={sources} />
  </Stack>
)

/** How published sources stand to this order. None of them gives one right dose, and neither does this page. */
const Sources = ({ sources }: { sources: readonly SourceLine[] }) => (
  <Card title="What each source says">
    {sources.length === 0 ? (
      <p>Enter a weight and a dose to compare the sources.</p>
    ) : (
      <Lines>
        {sources.map(({ id, stance, source, text }) => (
          <Line key={id} mark={<StatusShape status={stances[stance]} />} note={source}>
            <b>{words[stance]}.</b> {text}
          </Line>
        ))}
      </Lines>
    )}
  </Card>
)
