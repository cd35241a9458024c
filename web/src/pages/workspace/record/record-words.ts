import type { Reader } from '@dripline/clinical/words'
import * as record from '@dripline/clinical/words/record'
import { useReader } from '../../../data/reader.ts'

/** The headings and fixed words of a record as the staff read them, and how whoever takes a copy home reads them. */
const known: Readonly<Record<string, (to: Reader) => string>> = {
  Order: record.order,
  Given: record.given,
  Signed: record.signed,
  Responsible: record.responsible,
  Bag: record.bag,
  'Pump total': record.pumpTotal,
  'Drug book': record.drugBook,
  Vials: record.vials,
  Weight: record.weight,
  Chart: record.chart,
  Scores: record.scores,
  'Scores by time': record.scoresByTime,
  Dissociation: record.dissociation,
  Distress: record.distress,
  Pain: record.pain,
  'Sedation, RASS': record.sedation,
  'Adverse effects': record.adverseEffects,
  Discharge: record.discharge,
  'Not charted.': record.notCharted,
  'None observed.': record.noneObserved,
  'Nothing was charted about discharge.': record.nothingCharted,
  'What happened, and who': record.happened,
}

/** Says a heading or a fixed word of a record in its reader's language; what somebody wrote stays as it was written. */
export function useRecordWords(): (text: string) => string {
  const to = useReader()
  return (text) => known[text]?.(to) ?? text
}
