import type { ApiType } from '@dripline/server/api'
import type { hc, InferRequestType, InferResponseType } from 'hono/client'
import { useLoad } from './load.ts'
import { useSend } from './send.ts'

type Records = ReturnType<typeof hc<ApiType>>['api']['records']
const at = '/api/records'
const refreshes = [at, '/api/people/patients', '/api/people/alerts']

export type Pair = InferResponseType<Records['pairs'][':personId'][':otherId']['$get']>
export type Pairs = InferResponseType<Records['pairs']['$get']>
export type Undo = InferResponseType<Records['merges'][':mergeId']['$get']>
export type MergeSent = InferRequestType<Records['merge']['$post']>['json']
export type UndoSent = InferRequestType<Records['merge']['undo']['$post']>['json']
export type Side = 'kept' | 'merged'

export const usePair = (keptId: string, mergedId: string): Pair =>
  useLoad<Pair>(`${at}/pairs/${keptId}/${mergedId}`, { live: ['change-person', 'merge-persons'] })
export const usePairs = (): Pairs => useLoad<Pairs>(`${at}/pairs`, { live: ['merge-persons', 'keep-apart', 'add-person'] })
export const useMerge = (onDone: (reply: { personId: string }) => void) =>
  useSend<MergeSent, { personId: string }>('POST', `${at}/merge`, { refreshes, onDone })
export const useKeepApart = (keptId: string, mergedId: string, onDone: () => void) =>
  useSend<object>('POST', `${at}/pairs/${keptId}/${mergedId}/apart`, { refreshes, onDone })
export const useUndo = (mergeId: string): Undo => useLoad<Undo>(`${at}/merges/${mergeId}`)
export const useUndoMerge = (onDone: () => void) => useSend<UndoSent>('POST', `${at}/merge/undo`, { refreshes, onDone })
