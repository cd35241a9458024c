import { sayPhone } from '@dripline/clinical'
import type { Ctx } from '../../platform/context.ts'
import type { Cell } from '../../platform/csv.ts'
import { type ListSent, listPeople } from './list-people.ts'

export const peopleHead = [
  'Name',
  'Birth date',
  'Phone',
  'State',
  'Patient or caller',
  'Since',
  'What next',
  'Next appointment',
  'Open alerts',
]

const MOST = 200

/** Every line of the list as it is filtered and sorted, for a file: all pages of it. */
export async function exportPeople(ctx: Ctx, sent: Pick<ListSent, 'which' | 'sort' | 'isTurned'>): Promise<Cell[][]> {
  const lines: Cell[][] = []
  for (let page = 1; ; page += 1) {
    const { people, total } = await listPeople(ctx, { ...sent, page, size: MOST })
    for (const { name, dateOfBirth, phone, state, isPatient, since, next, booked, openAlerts } of people)
      lines.push([
        name,
        dateOfBirth,
        sayPhone(phone),
        state,
        isPatient ? 'patient' : 'caller',
        since,
        next.code,
        booked?.at,
        openAlerts,
      ])
    if (people.length < MOST || lines.length >= total) return lines
  }
}
