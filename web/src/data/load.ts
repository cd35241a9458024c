import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from './api.ts'
import { useLive } from './live.ts'

type LoadOptions = {
  /** Kinds of news that make this answer old: the server's verbs, or `any`. */
  live?: readonly string[]
  /** Ask again this often, in ms, whatever the news says. */
  everyMs?: number
}

const quiet: readonly string[] = []

/** What the server has at `path`; the frame shows loading and failure. The path is its own key. */
export function useLoad<T>(path: string, { live = quiet, everyMs }: LoadOptions = {}): T {
  const client = useQueryClient()
  const { data } = useSuspenseQuery({
    queryKey: [path],
    queryFn: ({ signal }) => call<T>('GET', path, undefined, { signal }),
    ...(everyMs ? { refetchInterval: everyMs } : {}),
  })
  useLive(
    live,
    useCallback(() => void client.invalidateQueries({ queryKey: [path] }), [client, path]),
  )
  return data
}
