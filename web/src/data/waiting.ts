import { useQuery } from '@tanstack/react-query'
import { call } from './api.ts'
import { type Api, addressOf, api } from './client.ts'
import { usePageData } from './page-data.ts'
import type { Read } from './route.ts'

export type Waiting = Read<Api['records']['waiting']>

const path = addressOf(api.records.waiting)

/** How much waits where, for the menu; zeros until it is known. */
export const useWaiting = (): Waiting => {
  const isBare = usePageData().frame.user?.isBare ?? false
  const { data } = useQuery({
    enabled: !isBare,
    queryKey: [path],
    queryFn: ({ signal }) => call<Waiting>('GET', path, undefined, { signal }),
    refetchInterval: 60_000,
  })
  return data ?? { desk: 0, plans: 0, followUp: 0, alerts: 0 }
}
