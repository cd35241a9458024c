import type { ApiType } from '@dripline/server/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { hc, InferRequestType, InferResponseType } from 'hono/client'
import { useCallback } from 'react'
import { call } from './api.ts'
import { useLive } from './live.ts'
import { useLoad } from './load.ts'
import { useSend } from './send.ts'

type Api = ReturnType<typeof hc<ApiType>>['api']
type People = Api['records']['people']
type Patient = Api['people']['patients'][':personId']
const at = '/api/records/people'

export type ChartData = InferResponseType<People[':personId']['$get']>
export type Header = InferResponseType<People[':personId']['header']['$get']>
export type PeopleList = InferResponseType<People['$post']>
export type ListAsked = InferRequestType<People['$post']>['json']
export type ListName = 'problems' | 'medicines' | 'allergies' | 'notes'
export type EntrySent = {
  [L in ListName]: InferRequestType<Patient[L]['$post']>['json']
}

const changes = ['add-entry', 'amend-entry', 'strike-entry', 'check-medicines', 'change-person', 'merge-persons', 'undo-merge']

export const useChart = (id: string): ChartData => useLoad<ChartData>(`${at}/${id}`, { live: ['any'] })
export const useHeader = (id: string): Header => useLoad<Header>(`${at}/${id}/header`, { live: changes })

const refreshes = [at]
export const useWriteEntry = <L extends ListName>(id: string, list: L, onDone: () => void) =>
  useSend<EntrySent[L]>('POST', `/api/people/patients/${id}/${list}`, { refreshes, onDone })
export const useStrikeEntry = (id: string, onDone: () => void) =>
  useSend<{ list: ListName; entryId: string; reason: string }>('POST', `/api/people/patients/${id}/strike`, { refreshes, onDone })
export const useCheckMedicines = (id: string) =>
  useSend<{ entryIds: string[] }>('POST', `/api/people/patients/${id}/medicines/check`, { refreshes })

const anything = ['any']

/** One page of the people on record; the page before stays while the next is on its way. */
export function usePeople(asked: ListAsked) {
  const query = useQuery({
    queryKey: [at, asked],
    queryFn: ({ signal }) => call<PeopleList>('POST', at, asked, { signal }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  })
  const { refetch } = query
  useLive(
    anything,
    useCallback(() => void refetch(), [refetch]),
  )
  return { list: query.data, isLooking: query.isFetching }
}
