import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from './api.ts'

export type FoundPatient = { id: string; name: string; detail: string }

/** People whose name or number begins so; nothing is asked for under two letters. */
export function useFindPatient(text: string): { found: FoundPatient[]; isLooking: boolean; hasFailed: boolean } {
  const asked = text.trim()
  const query = useQuery({
    queryKey: ['/api/people/find', asked],
    queryFn: ({ signal }) =>
      call<FoundPatient[]>('GET', `/api/people/find?q=${encodeURIComponent(asked)}`, undefined, { signal }),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  })
  return { found: asked.length >= 2 ? (query.data ?? []) : [], isLooking: query.isFetching, hasFailed: query.isError }
}
