import { type CallOutcome, callOutcomes, mayEndCall, type SafetyAnswer } from '@dripline/clinical'
import { type CallDetail, useEndCall } from '../../../data/booking.ts'
import { useDraft } from '../../../data/draft.ts'
import { Act, Card, Choice, DraftNote, FormProblems, faultOf, Stack, TextField, Time } from '../../../ui/index.tsx'

type OutcomeProps = { call: CallDetail; safety: SafetyAnswer | null }

/** How the call ends: one outcome, one next step, once. */
export const Outcome = ({ call, safety }: OutcomeProps) =>
  call.outcome ? <Ended call={call} outcome={call.outcome} /> : <End call={call} safety={safety} />

function Ended({ call, outcome }: { call: CallDetail; outcome: NonNullable<CallDetail['outcome']> }) {
  return (
    <Card title={callOutcomes[outcome.outcome as CallOutcome] ?? outcome.outcome} note={<Time at={outcome.decidedAt} />}>
      <Stack>
        <p>{outcome.nextStep}</p>
        {outcome.outcome === 'book evaluation' && <Act href={`/patients/${call.personId}`}>Open {call.name}’s page</Act>}
      </Stack>
    </Card>
  )
}

const usual: Readonly<Partial<Record<CallOutcome, string>>> = {
  'need records': 'Records to be sent; we ring again when they are here',
  'urgent referral': 'Handed off to ',
  declined: 'Nothing further, at the caller’s wish',
}

type Ending = { outcome: CallOutcome | ''; nextStep: string }

function End({ call, safety }: OutcomeProps) {
  const draft = useDraft<Ending>(`end of call ${call.appointmentId}`, { outcome: '', nextStep: '' })
  const { outcome, nextStep } = draft.value
  const end = useEndCall(call.appointmentId)
  const refused = outcome && mayEndCall(outcome, safety)
  const shut =
    outcome === '' ? 'Choose an outcome' : refused === 'safety-unanswered' ? 'The safety question has no answer yet' : refused
  const options = (Object.entries(callOutcomes) as [CallOutcome, string][])
    .filter(([value]) => value !== 'book evaluation' || safety !== 'yes')
    .map(([value, label]) => ({ value, label }))
  const choose = (value: string) => {
    const chosen = value as CallOutcome
    const isUsual = nextStep === '' || Object.values(usual).includes(nextStep)
    draft.set({ outcome: chosen, nextStep: isUsual ? (usual[chosen] ?? '') : nextStep })
  }
  return (
    <Card title="Outcome">
      <Stack>
        <DraftNote draft={draft} say={(other) => other.nextStep} />
        <FormProblems problem={end.problem} labels={{ nextStep: 'Next step', outcome: 'Outcome' }} />
        <Choice name="outcome" label="How does it end?" options={options} value={outcome} onChange={choose} />
        <TextField
          name="nextStep"
          label="Next step"
          value={nextStep}
          onChange={(text) => draft.set({ outcome, nextStep: text })}
          fault={faultOf(end.problem, 'nextStep')}
          placeholder="Who does what, by when"
        />
        <div>
          <Act
            isPending={end.isSending}
            shut={shut || null}
            onAct={() => outcome && end.sendAndWait({ outcome, nextStep }).then(draft.clear, () => undefined)}
          >
            {outcome === 'book evaluation' ? 'End call, evaluation next' : 'End call'}
          </Act>
        </div>
      </Stack>
    </Card>
  )
}
