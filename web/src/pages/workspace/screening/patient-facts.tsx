import { answerText, type Chart } from '@dripline/clinical'
import { Fragment } from 'react'
import { quantity, Time } from '../../../ui/index.tsx'

type PatientFactsProps = { person: { acceptedAt?: string | null }; chart: Chart }

/** "72 kg, 18 Nov · CRPS · accepted 12 Nov": what a prescriber wants to know before reading on, beside name, age and sex. */
export function PatientFacts({ person, chart: { weightKg, painCondition, indication } }: PatientFactsProps) {
  const weight = weightKg && (
    <>
      {quantity(weightKg.value, 'kg')}, <Time at={weightKg.at} form="short day" />
    </>
  )
  const pain = painCondition ? answerText('painCondition', painCondition.value) : 'chronic pain'
  const accepted = person.acceptedAt && (
    <>
      accepted <Time at={person.acceptedAt} form="short day" />
    </>
  )
  const facts = { weight, reason: indication && (indication.value === 'pain' ? pain : 'depression'), accepted }
  const known = Object.entries(facts).filter(([, fact]) => fact)
  if (known.length === 0) return 'nothing answered yet'
  return known.map(([name, fact], i) => (
    <Fragment key={name}>
      {i > 0 && ' · '}
      {fact}
    </Fragment>
  ))
}
