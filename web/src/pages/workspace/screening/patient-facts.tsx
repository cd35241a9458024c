import { ageAt, answerText, type Chart } from '@dripline/clinical'
import { quantity, Time, useNow } from '../../../ui/index.tsx'

type PatientFactsProps = {
  person: { dateOfBirth: string | null; sex: string | null; acceptedAt?: string | null }
  chart: Chart
  zone: string
}

/** "44, female · 72 kg, 18 Nov · CRPS · accepted 12 Nov": what a prescriber wants to know before reading on. */
export function PatientFacts({ person, chart, zone }: PatientFactsProps) {
  const now = useNow(60_000).toISOString()
  const born = person.dateOfBirth ?? chart.dateOfBirth?.value ?? null
  const { weightKg, painCondition, indication } = chart
  return (
    <>
      {born ? ageAt(born, now, zone) : 'age not known'}, {person.sex ?? 'sex not recorded'}
      {weightKg && (
        <>
          {' · '}
          {quantity(weightKg.value, 'kg')}, <Time at={weightKg.at} form="short day" />
        </>
      )}
      {indication?.value === 'depression' && ' · depression'}
      {indication?.value === 'pain' && ` · ${painCondition ? answerText('painCondition', painCondition.value) : 'chronic pain'}`}
      {person.acceptedAt && (
        <>
          {' · accepted '}
          <Time at={person.acceptedAt} form="short day" />
        </>
      )}
    </>
  )
}
