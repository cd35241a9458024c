import { asNeededChecks, drugOf, isKind, parseExact, sayFault } from '@dripline/clinical'
import { useState } from 'react'
import { type ChairDrugs, type ListedDrug, useAskPrescriber, useSignLine } from '../../../../data/drugs.ts'
import { holds, usePageData } from '../../../../data/page-data.ts'
import type { AnyVisit } from '../../../../data/session.ts'
import { Button, Form, Pairs, TextField } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'

type Props = { visit: AnyVisit; drugs: ChairDrugs; drug: ListedDrug; mg: string }

/** A nurse asks the prescriber of the order; a prescriber signs the line here. */
export const AskPrescriber = (props: Props) =>
  holds(usePageData().frame.user, 'prescriber') ? <SignLine {...props} /> : <Ask {...props} />

function Ask({ visit, drugs, drug, mg }: Props) {
  const [reason, setReason] = useState('')
  const ask = useAskPrescriber(visit.id, () => setReason(''))
  const asked = visit.events.filter(isKind('prescriber-asked')).findLast(({ drugId }) => drugId === drug.drugId)
  const who = drugs.names[drugs.orderSignedBy] ?? 'the prescriber'
  return (
    <Form
      sends={ask}
      body={() => ({ drugId: drug.drugId, route: drug.route, mg, reason: reason.trim() })}
      act="Ask the prescriber"
      kind="second"
      size="chair"
      disabledReason={reason.trim() ? undefined : 'Say why first.'}
    >
      {asked && (
        <p>
          Asked {who} at {sayTime(asked.at, visit.zone)} for {quantity(asked.amount, 'mg')}. It stays in their alerts until
          answered.
        </p>
      )}
      <TextField name="ask-reason" label={`Why, for ${who}`} value={reason} onChange={setReason} maxLength={200} />
    </Form>
  )
}

function SignLine({ visit, drug, mg }: Props) {
  const [typed, setTyped] = useState({ doseMg: mg, mostTimes: '1', leastMinutes: String(drug.leastMinutes), reason: drug.reason })
  const [isSeen, setSeen] = useState(false)
  const field = (key: keyof typeof typed) => ({
    name: `line-${key}`,
    value: typed[key],
    onChange: (value: string) => setTyped({ ...typed, [key]: value }),
  })
  const line = {
    drugId: drug.drugId,
    route: drug.route as never,
    doseMg: typed.doseMg.trim(),
    mostTimes: Number(typed.mostTimes),
    leastMinutes: Number(typed.leastMinutes),
    reason: typed.reason.trim(),
  }
  const definition = drugOf(drug.drugId)
  const checks = asNeededChecks([line], definition ? [{ ...drug, route: drug.route as never, drug: definition }] : [])
  const { hard = [], soft = [] } = Object.groupBy(checks, ({ kind }) => kind)
  const isAsking = soft.length > 0 && !isSeen
  const dose = parseExact(line.doseMg)?.gt(0) ? quantity(line.doseMg, 'mg') : ''
  return (
    <Form
      sends={useSignLine(visit.id, () => {})}
      body={() => ({ line, acknowledged: soft.map(({ id }) => id) })}
      act={`Sign ${dose} as needed`}
      kind="second"
      size="chair"
      disabledReason={hard.length > 0 || isAsking ? 'Look at the numbers first.' : undefined}
      others={
        isAsking && (
          <Button kind="second" onClick={() => setSeen(true)}>
            It is right so
          </Button>
        )
      }
    >
      <Pairs>
        <TextField {...field('doseMg')} label="Dose" decimal unit="mg" />
        <TextField {...field('mostTimes')} label="Maximum doses" decimal />
        <TextField {...field('leastMinutes')} label="Apart" decimal unit="min" />
        <TextField {...field('reason')} label="For" maxLength={200} />
      </Pairs>
      {[...hard, ...soft].map(({ id, ...check }) => (
        <p key={id}>{sayFault(check)}</p>
      ))}
    </Form>
  )
}
