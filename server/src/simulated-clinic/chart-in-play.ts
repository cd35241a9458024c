import type { Entered, ListName } from '../care/people/chart-list.ts'
import { writeEntry } from '../care/people/write-entry.ts'
import { person, type World } from './world.ts'

type Said = { [L in ListName]: { list: L; entry: Entered[L] } }[ListName]

const condition = {
  pain: { text: 'Complex regional pain syndrome, one leg', code: 'G90.52', since: '2023', note: 'by the referral' },
  depression: { text: 'Major depression, recurrent', code: 'F33.2', since: '2015', note: 'by the referral' },
} as const

const problems: readonly Said[] = [
  { list: 'problems', entry: { text: 'High blood pressure', code: 'I10', since: '2019' } },
  { list: 'problems', entry: { text: 'Low back pain', code: 'M54.50', since: '2021', note: 'not treated here' } },
  { list: 'problems', entry: { text: 'Migraine', code: 'G43.909' } },
]
const medicines: readonly Said[] = [
  { list: 'medicines', entry: { text: 'Sertraline', dose: '100 mg, mornings', status: 'taking', isChecked: true } },
  { list: 'medicines', entry: { text: 'Lisinopril', dose: '10 mg, mornings', status: 'taking', isChecked: true } },
  { list: 'medicines', entry: { text: 'Gabapentin', dose: '1,800 mg a day', status: 'taking', isChecked: true } },
  { list: 'medicines', entry: { text: 'Cetirizine', dose: '10 mg', status: 'unknown', isChecked: false, note: 'by phone' } },
]
const allergies: readonly Said[] = [
  { list: 'allergies', entry: { kind: 'none known', text: '' } },
  { list: 'allergies', entry: { kind: 'allergy', text: 'penicillin', reaction: 'hives' } },
  { list: 'allergies', entry: { kind: 'none known', text: '' } },
  { list: 'allergies', entry: { kind: 'allergy', text: 'latex', reaction: 'contact rash' } },
]
const from = <T>(list: readonly T[], number: number, count: number) =>
  Array.from({ length: count }, (_, i) => list[(number + i) % list.length]).flatMap((each) => each ?? [])

const chartEntries = (number: number, indication: 'pain' | 'depression'): readonly Said[] => [
  { list: 'problems', entry: condition[indication] },
  ...from(problems, number, number % 3),
  ...from(medicines, number, 1 + (number % 3)),
  ...from(allergies, number, 1),
]

/** Writes what stands on the chart of this invented patient before the first visit. */
export const chartWritten = async (world: World, number: number, indication: 'pain' | 'depression', personId: string) => {
  for (const [place, said] of chartEntries(number, indication).entries())
    await world.stage.act(`${number} chart ${place}`, person(world, 'heron'), (ctx) =>
      writeEntry(ctx, Object.assign({ personId }, said)),
    )
}
