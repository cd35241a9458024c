import type { ApiType } from '@dripline/server/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { hc, InferRequestType, InferResponseType } from 'hono/client'
import { useDeferredValue } from 'react'
import { call } from './api.ts'

type People = ReturnType<typeof hc<ApiType>>['api']['people']
export type Search = InferResponseType<People['find']['$post']>
export type FoundPatient = Search['found'][number]
export type LikelyMatch = InferResponseType<People['likely']['$post']>[number]
type Sought = InferRequestType<People['likely']['$post']>['json']

const nobody: Search = { found: [], more: 0, readAs: null, isNear: false }
const LEAST = 2

/** Who is found by a name, a phone, an email or a birth date; nothing is asked for under two letters. */
export function useFindPatient(text: string): Search & { isLooking: boolean; hasFailed: boolean } {
  const asked = useDeferredValue(text.trim())
  const query = useQuery({
    queryKey: ['/api/people/find', asked],
    queryFn: ({ signal }) => call<Search>('POST', '/api/people/find', { text: asked }, { signal }),
    enabled: asked.length >= LEAST,
    placeholderData: keepPreviousData,
  })
  return { ...((asked.length >= LEAST && query.data) || nobody), isLooking: query.isFetching, hasFailed: query.isError }
}

/** Who may be on record already under these words; asked for once the name is more than a first one. */
export function useLikelyMatches(sought: Sought): readonly LikelyMatch[] {
  const asked = useDeferredValue(sought)
  const { data } = useQuery({
    queryKey: ['/api/people/likely', asked],
    queryFn: ({ signal }) => call<LikelyMatch[]>('POST', '/api/people/likely', asked, { signal }),
    enabled: asked.name.trim().length >= LEAST,
    placeholderData: keepPreviousData,
  })
  return asked.name.trim().length >= LEAST ? (data ?? []) : []
}
