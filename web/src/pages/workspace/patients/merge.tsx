import { sayFault } from '@dripline/clinical'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type MergeSent, type Pair, type Side, useKeepApart, useMerge, usePair } from '../../../data/records.ts'
import { Button, Card, Columns, FormProblems, faultOf, Link, Notice, Page, Stack, TextField, Time } from '../../../ui/index.tsx'
import { Comparison } from './merge/comparison.tsx'
import { nounOf, numberWord } from './merge/words.ts'

export const page = {
  path: '/patients/:patientId/merge/:otherId',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Two records, one person?',
  place: 'Patients',
  skeleton: 'table',
} as const

type Chosen = MergeSent['chosen']

/** Two records side by side: contradictions are chosen by a person, allergies and medicines are joined, and what follows is counted first. */
export default function MergePage() {
  const { patientId = '', otherId = '' } = useParams({ strict: false })
  const pair = usePair(patientId, otherId)
  return <Merge key={pair.mark} pair={pair} />
}

function Merge({ pair }: { pair: Pair }) {
  const router = useRouter()
  const [chosen, setChosen] = useState<Chosen>({})
  const [reason, setReason] = useState('')
  const { kept, merged, mark } = pair
  const merge = useMerge(({ personId }) => router.history.push(`/patients/${personId}`))
  const apart = useKeepApart(kept.personId, merged.personId, () => router.history.push(`/patients/${kept.personId}`))
  const differing = pair.fields.filter(({ differs }) => differs)
  const needsReason = differing.filter(({ needsReason: needs }) => needs)
  const open = differing.filter(({ field }) => chosen[field] === undefined)
  const send = () =>
    merge.send({
      keptId: kept.personId,
      mergedId: merged.personId,
      mark,
      chosen,
      ...(reason.trim() && { reason: reason.trim() }),
    })
  const disabledReason = whyDisabled(pair, open.length, needsReason.length > 0 && reason.trim() === '')
  const count = differing.length + pair.answers.length
  return (
    <Page
      title={`Two records, one person? ${count === 0 ? 'No conflicts' : `${numberWord(count)} ${count === 1 ? 'answer conflicts' : 'answers conflict'}`}`}
      lead={pair.why.join(', ')}
      aside={<Link href="/patients/pairs">Other likely pairs</Link>}
    >
      <Columns kind="side">
        <Card flush>
          <Comparison
            pair={pair}
            chosen={chosen}
            onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
            problem={merge.problem}
          />
          {needsReason.length > 0 && <WhyOne fields={needsReason} value={reason} onChange={setReason} problem={merge.problem} />}
        </Card>
        <Stack>
          <Conflicts pair={pair} />
          <Follows pair={pair} />
          <Rules pair={pair} />
          <Card edge="accent">
            <Stack>
              <FormProblems problem={merge.problem ?? apart.problem} labels={labelsOf(pair)} advice="Nothing was changed." />
              <Button size="wide" isPending={merge.isSending} disabledReason={disabledReason} onClick={send}>
                Merge into {kept.name}’s record
              </Button>
              <Button kind="second" size="wide" isPending={apart.isSending} onClick={() => apart.send({})}>
                They are two people
              </Button>
              <Otherwise pair={pair} />
            </Stack>
          </Card>
        </Stack>
      </Columns>
    </Page>
  )
}

const labelsOf = ({ fields }: Pair) => Object.fromEntries(fields.map(({ field, label }) => [`chosen.${field}`, label]))

const whyDisabled = ({ conflicts }: Pair, open: number, isReasonMissing: boolean) => {
  if (conflicts.length > 0) return 'Fix what is listed above first.'
  if (open > 0) return `Choose what is right: ${open} ${open === 1 ? 'line' : 'lines'} left.`
  return isReasonMissing ? 'Say why they are one person.' : undefined
}

type WhyOneProps = {
  fields: Pair['fields']
  value: string
  onChange: (value: string) => void
  problem: ReturnType<typeof useMerge>['problem']
}

const WhyOne = ({ fields, value, onChange, problem }: WhyOneProps) => (
  <div style={{ padding: 'var(--dl-card-pad)' }}>
    <TextField
      name="reason"
      label={`Why they are one person, though the ${fields.map(nounOf).join(' and ')} ${fields.length === 1 ? 'differs' : 'differ'}`}
      hint="Required. Saved with the merge."
      lines={2}
      value={value}
      onChange={onChange}
      fault={faultOf(problem, 'reason')}
      maxLength={500}
    />
  </div>
)

const Conflicts = ({ pair: { conflicts } }: { pair: Pair }) =>
  conflicts.length > 0 && (
    <Notice status="exclude" title="These two records cannot be merged yet">
      <ul>
        {conflicts.map(({ href, ...conflict }) => (
          <li key={sayFault(conflict)}>
            {sayFault(conflict)} <Link href={href}>Go there</Link>
          </li>
        ))}
      </ul>
    </Notice>
  )

const Otherwise = ({ pair: { kept, merged, undoUntil } }: { pair: Pair }) => (
  <>
    <p>
      <Link href={`/patients/${merged.personId}/merge/${kept.personId}`}>Keep the other record instead</Link>
    </p>
    <p>
      <b>
        Undo until <Time at={undoUntil} form="short day" />.
      </b>{' '}
      Entries made after the merge are sorted by a person; nothing is lost.
    </p>
  </>
)

const Follows = ({ pair: { follows, kept, merged } }: { pair: Pair }) => (
  <Card title={`What moves to ${kept.name}`} note={`from ${merged.name}, counted now`}>
    {follows.length === 0 && <p>The other record has no entries yet.</p>}
    <ul style={{ listStyle: 'none', padding: 0, margin: 0 }}>
      {follows.map(({ count, label }) => (
        <li key={label}>
          <b className="num">{count}</b> {label}
        </li>
      ))}
    </ul>
    <p>The drug book and audit trail keep their lines. Searching for the other record opens this one.</p>
  </Card>
)

const Rules = ({ pair: { rules } }: { pair: Pair }) => (
  <Card title="Screening after the merge">
    {rules.length === 0 ? (
      <p>No new finding. Nothing already signed is changed.</p>
    ) : (
      <p>
        {rules.length === 1 ? 'One finding is new: ' : `${rules.length} findings are new: `}
        {rules.map(({ rule, level }) => `${rule.replaceAll('-', ' ')} (${level})`).join(', ')}. Nothing that was signed is
        changed.
      </p>
    )}
  </Card>
)

export type { Side }
