import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { call } from './api.ts'
import { type Area, addressOf, areaIn, areaOf, type Readable, type Writable } from './client.ts'
import { useLoad } from './load.ts'
import { type Sending, useSend } from './send.ts'

type Params<Said> = Omit<InferRequestType<Said>, 'json'>
type Body<Said> = InferRequestType<Said> extends { json: infer Json } ? Json : Record<string, never>
type Good = 200 | 201

/** As it comes over the wire: JSON has no `undefined`, a field is there or it is not. */
type Told<T> = T extends object ? { [K in keyof T]: Told<Exclude<T[K], undefined>> } : T

export type Read<R extends Readable> = Told<InferResponseType<R['$get'], Good>>
export type Sent<R extends Writable> = Body<R['$post']>
export type Reply<R extends Writable> = Told<InferResponseType<R['$post'], Good>>

type LoadOptions<T> = Parameters<typeof useLoad<T>>[1]

/** What a route answers, loaded under its own address. */
export const useRoute = <R extends Readable>(route: R, args: Params<R['$get']>, options?: LoadOptions<Read<R>>): Read<R> =>
  useLoad<Read<R>>(addressOf(route, args), options)

type PostOptions<R extends Writable> = {
  /** Other parts of the API that become old with it; its own part always does. */
  refreshes?: readonly Area[]
  onDone?: (reply: Reply<R>) => void
}

/** One write to a route. Everything loaded from its own part of the API is asked for again. */
export const usePost = <R extends Writable>(
  route: R,
  args: Params<R['$post']>,
  { refreshes = [], onDone }: PostOptions<R> = {},
): Sending<Sent<R>, Reply<R>> => {
  const address = addressOf(route, args)
  return useSend<Sent<R>, Reply<R>>('POST', address, {
    refreshes: [areaIn(address), ...refreshes.map(areaOf)],
    ...(onDone && { onDone }),
  })
}

type Asked<R extends Writable> = {
  answer: Reply<R> | undefined
  problem: Error | null
  isLooking: boolean
  askAgain: () => void
}

/**
 * What a route answers to words that must not stand in an address (a name, a birth date) and so are sent by POST. The answer before
 * stays while the next is on its way; null asks nothing.
 */
export function useAsked<R extends Writable>(route: R, asked: Sent<R> | null): Asked<R> {
  const address = addressOf(route)
  const { data, isFetching, error, refetch } = useQuery<Reply<R>>({
    queryKey: [address, asked],
    queryFn: ({ signal }) => call<Reply<R>>('POST', address, asked, { signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  })
  return { answer: asked === null ? undefined : data, problem: error, isLooking: isFetching, askAgain: refetch }
}
