import { useCallback } from 'react'
import { type Api, addressOf, api, areaOf } from './client.ts'
import { useLive } from './live.ts'
import { type Read, type Reply, type Sent, useAsked, usePost, useRoute } from './route.ts'
import { type Sending, useSend } from './send.ts'

const people: Api['records']['people'] = api.records.people
const ofPerson: Api['people']['patients'][':personId'] = api.people.patients[':personId']

export type ChartData = Read<(typeof people)[':personId']>
export type Header = Read<(typeof people)[':personId']['header']>
export type PeopleList = Reply<typeof people>
export type ListAsked = Sent<typeof people>
export type ListName = 'problems' | 'medicines' | 'allergies' | 'notes'
export type EntrySent = { [L in ListName]: Sent<(typeof ofPerson)[L]> }

const changes = ['add-entry', 'amend-entry', 'strike-entry', 'check-medicines', 'change-person', 'merge-persons', 'undo-merge']

export const useChart = (personId: string): ChartData => useRoute(people[':personId'], { param: { personId } }, { live: ['any'] })
export const useHeader = (personId: string): Header =>
  useRoute(people[':personId'].header, { param: { personId } }, { live: changes })
/** Where everybody of a kind is had as a file. */
export const peopleFile = ({ which = 'all', sort = 'since' }: ListAsked): string =>
  addressOf(people.export, { query: { which, sort } })

const refreshes = ['records'] as const
export const useWriteEntry = <L extends ListName>(personId: string, list: L): Sending<EntrySent[L], unknown> =>
  useSend('POST', addressOf(ofPerson[list], { param: { personId } }), { refreshes: [areaOf('records'), areaOf('people')] })
export const useStrikeEntry = (personId: string) => usePost(ofPerson.strike, { param: { personId } }, { refreshes })
export const useCheckMedicines = (personId: string) => usePost(ofPerson.medicines.check, { param: { personId } }, { refreshes })

const anything = ['any']

/** One page of the people on record; the page before stays while the next is on its way. */
export function usePeople(asked: ListAsked) {
  const { answer, problem, isLooking, askAgain } = useAsked(people, asked)
  useLive(
    anything,
    useCallback(() => askAgain(), [askAgain]),
  )
  if (problem && !answer) throw problem
  return { list: answer, isLooking }
}
