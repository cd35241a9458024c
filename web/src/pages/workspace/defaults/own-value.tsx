import { type PolicyValue, policyOf, sayFault, shownValue, whyNotSet } from '@dripline/clinical'
import { useState } from 'react'
import { holds, usePageData } from '../../../data/page-data.ts'
import { useSetPolicyValue } from '../../../data/people.ts'
import { Button, ConfirmDialog, fieldsOf, TextAct, TextField, Time, useNow } from '../../../ui/index.tsx'
import type { Row } from './groups.ts'

/** What the clinic set a value to itself, and the act that sets it; nothing where a value is not the clinic's to set. */
export function OwnValue({ row: { definition, name } }: { row: Row }) {
  const isPrescriber = holds(usePageData().frame.user, 'prescriber')
  const now = useNow(60_000)
  const [isOpen, setOpen] = useState(false)
  const value = definition.values.find((each) => each.name === name)
  const policy = definition.kind === 'policy' ? policyOf(definition.id) : null
  const unit = policy?.values[name]?.unit ?? ''
  if (!policy || value?.set === undefined) return null
  const own = definition.own.filter((each) => each.name === name)
  const holding = own.find(({ validFrom }) => new Date(validFrom) <= now)
  const coming = own.filter(({ validFrom }) => new Date(validFrom) > now)
  return (
    <>
      {holding && holding.value !== null && (
        <small>
          Here: <b>{shownValue(holding.value as PolicyValue, unit)}</b> since <Time at={holding.validFrom} form="full day" />, set
          by {holding.by}: “{holding.reason}”
        </small>
      )}
      {coming.map((each) => (
        <small key={each.validFrom}>
          From <Time at={each.validFrom} form="full day and time" />:{' '}
          <b>{each.value === null ? 'as approved' : shownValue(each.value as PolicyValue, unit)}</b>
        </small>
      ))}
      {isPrescriber && (
        <small>
          <TextAct onClick={() => setOpen(true)}>Set our own</TextAct>
        </small>
      )}
      {isOpen && (
        <SetValue
          policyId={definition.id}
          name={name}
          says={value.says}
          unit={unit}
          now={(holding?.value as PolicyValue | null | undefined) ?? value.set}
          hasOwn={holding !== undefined && holding.value !== null}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

type SetValueProps = {
  policyId: string
  name: string
  says: string
  unit: string
  now: PolicyValue
  hasOwn: boolean
  onClose: () => void
}

/** First the value, its first day and the reason; then a second look at both numbers before it is signed. */
function SetValue({ policyId, name, says, unit, now, hasOwn, onClose }: SetValueProps) {
  const [typed, setTyped] = useState({
    value: Array.isArray(now) ? now.join(', ') : String(now),
    validFrom: '',
    reason: '',
  })
  const { field } = fieldsOf(typed, setTyped)
  const [looked, setLooked] = useState(false)
  const { send, isSending, problem } = useSetPolicyValue(onClose)
  const policy = policyOf(policyId)
  const value = readValue(typed.value, now)
  const wrong = policy ? whyNotSet(policy, name, value) : ({ code: 'policy' } as const)
  const expected = wrong && sayFault(wrong)
  const shown = expected === null ? shownValue(value as PolicyValue, unit) : typed.value
  const from = typed.validFrom
  const put = (sent: PolicyValue | null) => {
    const validFrom = from === '' ? new Date() : new Date(from)
    send({ policy: policyId, name, value: sent as number, validFrom: validFrom.toISOString(), reason: typed.reason })
  }
  const confirm = () => {
    if (expected !== null || typed.reason.trim().length < 2) return
    if (looked) put(value as PolicyValue)
    else setLooked(true)
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      status="caution"
      title={looked ? `${shownValue(now, unit)} → ${shown}?` : says}
      confirm={looked ? 'Sign this value' : 'Review it again'}
      cancel="Not now"
      isPending={isSending}
      onConfirm={confirm}
      problem={problem}
      others={
        hasOwn &&
        looked && (
          <Button kind="second" size="chair" onClick={() => put(null)}>
            Back to the approved value
          </Button>
        )
      }
    >
      {looked ? (
        <p>
          {says}. Holds from {from === '' ? 'now' : from.replace('T', ', ')}. Visits under way and records made before keep
          theirs.
        </p>
      ) : (
        <ValueFields {...{ field, unit, expected }} />
      )}
    </ConfirmDialog>
  )
}

type ValueFieldsProps = {
  field: (name: 'value' | 'validFrom' | 'reason') => { name: string; value: string; onChange: (value: string) => void }
  unit: string
  expected: string | null
}

const ValueFields = ({ field, unit, expected }: ValueFieldsProps) => (
  <>
    <TextField {...field('value')} label="Value" unit={unit} fault={expected === null ? undefined : `Expected ${expected}`} />
    <TextField {...field('validFrom')} label="Holds from" hint="Left empty: from now" type="datetime-local" />
    <TextField {...field('reason')} label="Why, for those who read it later" lines={2} />
  </>
)

function readValue(text: string, like: PolicyValue): unknown {
  if (typeof like === 'boolean') return { yes: true, true: true, no: false, false: false }[text.trim().toLowerCase()] ?? text
  if (Array.isArray(like)) {
    const items = text.split(',').map((item) => item.trim())
    return typeof like[0] === 'number' ? items.map(numberIn) : items
  }
  return typeof like === 'number' ? numberIn(text) : text.trim()
}

const numberIn = (text: string) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text)
