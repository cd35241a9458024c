import { asNeededChecks, drugOf, exact, isKind, sayFault } from '@dripline/clinical'
import { useState } from 'react'
import { type ChairDrugs, type ListedDrug, useAskPrescriber, useSignLine } from '../../../../data/drugs.ts'
import { holds, usePageData } from '../../../../data/page-data.ts'
import type { Visit } from '../../../../data/session.ts'
import { Button, FormProblems, Row, Stack, TextField } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'

type Props = { visit: Visit; drugs: ChairDrugs; drug: ListedDrug; mg: string }

/** A nurse asks the prescriber of the order; a prescriber signs the line here. */
export const AskPrescriber = (props: Props) =>
  holds(usePageData().frame.user, 'prescriber') ? <SignLine {...props} /> : <Ask {...props} />

function Ask({ visit, drugs, drug, mg }: Props) {
  const [reason, setReason] = useState('')
  const ask = useAskPrescriber(visit.id, () => setReason(''))
  const asked = visit.events.filter(isKind('prescriber-asked')).findLast(({ drugId }) => drugId === drug.drugId)
  const who = drugs.names[drugs.orderSignedBy] ?? 'the prescriber'
  return (
    <Stack>
      {asked && (
        <p>
          Asked {who} at {sayTime(asked.at, visit.zone)} for {quantity(asked.amount, 'mg')}. It stays in their alerts until
          answered.
        </p>
      )}
      <FormProblems problem={ask.problem} />
      <TextField name="ask-reason" label={`Why, for ${who}`} value={reason} onChange={setReason} maxLength={200} />
      <Row>
        <Button
          kind="second"
          size="chair"
          isPending={ask.isSending}
          disabledReason={reason.trim() ? undefined : 'Say why first.'}
          onClick={() => ask.send({ drugId: drug.drugId, route: drug.route, mg, reason: reason.trim() })}
        >
          Ask the prescriber
        </Button>
      </Row>
    </Stack>
  )
}

function SignLine({ visit, drug, mg }: Props) {
  const [typed, setTyped] = useState({ doseMg: mg, mostTimes: '1', leastMinutes: String(drug.leastMinutes), reason: drug.reason })
  const sign = useSignLine(visit.id, () => {})
  const set = (key: keyof typeof typed) => (value: string) => setTyped({ ...typed, [key]: value })
  const line = {
    drugId: drug.drugId,
    route: drug.route as never,
    doseMg: typed.doseMg.trim(),
    mostTimes: Number(typed.mostTimes),
    leastMinutes: Number(typed.leastMinutes),
    reason: typed.reason.trim(),
  }
  const definition = drugOf(drug.drugId)
  const listed = definition ? [{ ...drug, route: drug.route as never, drug: definition }] : []
  const checks = asNeededChecks([line], listed)
  const soft = checks.filter(({ kind }) => kind === 'soft')
  const hard = checks.filter(({ kind }) => kind === 'hard')
  const [seen, setSeen] = useState(false)
  const isAsking = soft.length > 0 && !seen
  return (
    <Stack>
      <FormProblems problem={sign.problem} />
      <Row>
        <TextField name="line-dose" label="Dose" decimal unit="mg" value={typed.doseMg} onChange={set('doseMg')} />
        <TextField name="line-times" label="Maximum doses" decimal value={typed.mostTimes} onChange={set('mostTimes')} />
        <TextField
          name="line-minutes"
          label="Apart"
          decimal
          unit="min"
          value={typed.leastMinutes}
          onChange={set('leastMinutes')}
        />
        <TextField name="line-reason" label="For" value={typed.reason} onChange={set('reason')} maxLength={200} />
      </Row>
      {[...hard, ...soft].map(({ id, ...check }) => (
        <p key={id}>{sayFault(check)}</p>
      ))}
      <Row>
        {isAsking && (
          <Button kind="second" onClick={() => setSeen(true)}>
            It is right so
          </Button>
        )}
        <Button
          kind="second"
          size="chair"
          isPending={sign.isSending}
          disabledReason={hard.length > 0 || isAsking ? 'Look at the numbers first.' : undefined}
          onClick={() => sign.send({ line, acknowledged: soft.map(({ id }) => id) })}
        >
          Sign {exact(/^\d+(\.\d+)?$/.test(line.doseMg) ? line.doseMg : '0').gt(0) ? quantity(line.doseMg, 'mg') : ''} as needed
        </Button>
      </Row>
    </Stack>
  )
}
