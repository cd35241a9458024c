import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call, ProblemError } from './api.ts'
import { missed, useLive } from './live.ts'

type LoadOptions<T> = {
  /** Asks for what is lacking to the answer before, where that is less than all of it. */
  carry?: (before: T | undefined, get: (query: string) => Promise<T>) => Promise<T>
  /** Kinds of news that make this answer old: the server's verbs, or `any`. */
  live?: readonly string[]
  /** Ask again this often, in ms, whatever the news says. */
  everyMs?: number
}

const quiet: readonly string[] = []

async function read<T>(path: string, signal: AbortSignal, isLive: boolean): Promise<T> {
  try {
    return await call<T>('GET', path, undefined, { signal })
  } catch (error) {
    if (isLive && error instanceof ProblemError && error.status === 0) missed()
    throw error
  }
}

/** What the server has at `path`; the frame shows loading and failure. The path is its own key. */
export function useLoad<T>(path: string, { live = quiet, everyMs, carry }: LoadOptions<T> = {}): T {
  const client = useQueryClient()
  const { data } = useSuspenseQuery({
    queryKey: [path],
    queryFn: ({ signal }) => {
      const get = (query: string) => read<T>(path + query, signal, live.length > 0)
      return carry ? carry(client.getQueryData<T>([path]), get) : get('')
    },
    ...(everyMs ? { refetchInterval: everyMs } : {}),
  })
  useLive(
    live,
    useCallback(() => void client.invalidateQueries({ queryKey: [path] }), [client, path]),
  )
  return data
}
