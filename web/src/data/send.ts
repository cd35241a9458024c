import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId } from 'react'
import { markUnsaved, underWay } from './acts.ts'
import { call, type Method, ProblemError } from './api.ts'
import { entryId } from './entry-id.ts'
import { closeKey, openKey } from './open-keys.ts'

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

/** Sends one act now; throws what is known when no answer came. */
export async function sendOnce<Reply>(method: Exclude<Method, 'GET'>, path: string, body: unknown): Promise<Reply> {
  const text = `${method} ${path} ${JSON.stringify(body)}`
  const over = underWay()
  try {
    const key = await openKey(text, entryId)
    const reply = await call<Reply>(method, path, body, { key })
    await closeKey(text)
    return reply
  } catch (error) {
    if (isRefusal(error)) await closeKey(text)
    throw error
  } finally {
    over()
  }
}

/** The server has answered, and the answer is no: what a second press asks is a new question. */
const isRefusal = (error: unknown) => error instanceof ProblemError && error.status >= 400 && error.status < 500

/**
 * One write to the server, at the press and never later. The same body sent again after silence keeps its idempotency key, so a retry
 * never happens twice; what was typed stays where it is, and `problem` says what to mend.
 */
export function useSend<Body, Reply = unknown>(
  method: Exclude<Method, 'GET'>,
  path: string | ((body: Body) => string),
  { refreshes = [], onDone }: SendOptions<Reply> = {},
): Sending<Body, Reply> {
  const client = useQueryClient()
  const form = useId()
  const mutation = useMutation<Reply, Error, Body>({
    mutationFn: (body) => sendOnce<Reply>(method, typeof path === 'string' ? path : path(body), body),
    onSuccess: async (reply) => {
      const isOld = ({ queryKey: [key] }: { queryKey: readonly unknown[] }) =>
        typeof key === 'string' && refreshes.some((start) => key.startsWith(start))
      if (refreshes.length > 0) await client.invalidateQueries({ predicate: isOld })
      onDone?.(reply)
    },
  })
  const isUnsaved = mutation.error !== null && !isRefusal(mutation.error)
  useEffect(() => {
    markUnsaved(form, isUnsaved)
    return () => markUnsaved(form, false)
  }, [form, isUnsaved])
  return {
    send: mutation.mutate,
    sendAndWait: mutation.mutateAsync,
    isSending: mutation.isPending,
    isDone: mutation.isSuccess,
    reply: mutation.data,
    problem: mutation.error ? answerable(asProblem(mutation.error), mutation.variables, mutation.mutateAsync) : null,
    reset: mutation.reset,
  }
}

type Confirming = { confirmed?: readonly string[] }

/** A refusal that only asks back can be answered with a yes: the same is sent again, with what was asked. */
const answerable = <Body>(
  problem: ProblemError,
  body: Body | undefined,
  send: (body: Body) => Promise<unknown>,
): ProblemError => {
  if (problem.code !== 'improbable' || body === undefined) return problem
  const asks = problem.faults.flatMap(({ ask }) => ask ?? [])
  problem.yes = () => send({ ...body, confirmed: [...((body as Confirming).confirmed ?? []), ...asks] })
  return problem
}

const asProblem = (error: Error) => (error instanceof ProblemError ? error : new ProblemError(500, {}))
