import type { CheckIn } from '../../../../data/session.ts'
import { noSigns } from '../pads/signs-pad.tsx'

export const blank = {
  ...noSigns,
  escortName: '',
  escortPhone: '',
  weightKg: '',
  repeated: '' as NonNullable<CheckIn['bloodPressureRepeated']> | '',
  sedation: '',
  pregnancy: '' as NonNullable<CheckIn['pregnancy']> | '',
  pregnancyTest: '' as NonNullable<CheckIn['pregnancyTest']> | '',
}

/** What is typed at a check-in, as it was typed. */
export type CheckInTyped = typeof blank

/** One field of it: what is typed, and how it changes. */
export type Field = (key: keyof CheckInTyped) => { value: string; onChange: (value: string) => void }

/** A check-in as it is sent. Half an escort is sent as it was typed: the server says what is missing, and nothing is dropped. */
export const sentOf = (said: CheckInTyped, acknowledged: readonly string[]): CheckIn => ({
  identifiers: ['full name', 'date of birth'],
  escort: said.escortName.trim() || said.escortPhone.trim() ? { name: said.escortName, phone: said.escortPhone } : null,
  weightKg: said.weightKg,
  vitals: { systolic: said.systolic, diastolic: said.diastolic, pulse: said.pulse, spo2: said.spo2, resp: said.resp },
  sedation: said.sedation === '' ? null : Number(said.sedation),
  ...(said.repeated && { bloodPressureRepeated: said.repeated }),
  ...(said.pregnancy && { pregnancy: said.pregnancy }),
  ...(said.pregnancyTest && { pregnancyTest: said.pregnancyTest }),
  acknowledged: [...acknowledged],
})
