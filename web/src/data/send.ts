import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { call, type Method, ProblemError } from './api.ts'

type SendOptions<Reply> = {
  /** Everything loaded from a path that begins so is asked for again after success. */
  refreshes?: readonly string[]
  onDone?: (reply: Reply) => void
}

export type Sending<Body, Reply> = {
  send: (body: Body) => void
  sendAndWait: (body: Body) => Promise<Reply>
  isSending: boolean
  isDone: boolean
  reply: Reply | undefined
  problem: ProblemError | null
  reset: () => void
}

/**
 * One write to the server. The same body sent again after a failure keeps its idempotency key, so a retry never happens twice;
 * what was typed stays where it is, and `problem` says what to mend.
 */
export function useSend<Body, Reply = unknown>(
  method: Exclude<Method, 'GET'>,
  path: string | ((body: Body) => string),
  { refreshes = [], onDone }: SendOptions<Reply> = {},
): Sending<Body, Reply> {
  const client = useQueryClient()
  const pending = useRef({ text: '', key: '' })
  const mutation = useMutation<Reply, Error, Body>({
    mutationFn: async (body) => {
      const to = typeof path === 'string' ? path : path(body)
      const text = `${to} ${JSON.stringify(body)}`
      if (pending.current.text !== text) pending.current = { text, key: crypto.randomUUID() }
      const reply = await call<Reply>(method, to, body, { key: pending.current.key })
      pending.current = { text: '', key: '' }
      return reply
    },
    onSuccess: async (reply) => {
      const isOld = ({ queryKey: [key] }: { queryKey: readonly unknown[] }) =>
        typeof key === 'string' && refreshes.some((start) => key.startsWith(start))
      if (refreshes.length > 0) await client.invalidateQueries({ predicate: isOld })
      onDone?.(reply)
    },
  })
  return {
    send: mutation.mutate,
    sendAndWait: mutation.mutateAsync,
    isSending: mutation.isPending,
    isDone: mutation.isSuccess,
    reply: mutation.data,
    problem: mutation.error ? asProblem(mutation.error) : null,
    reset: mutation.reset,
  }
}

const asProblem = (error: Error) => (error instanceof ProblemError ? error : new ProblemError(500, {}))
