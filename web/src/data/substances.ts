import type { ApiType } from '@dripline/server/api'
import type { hc, InferRequestType, InferResponseType } from 'hono/client'
import { useLoad } from './load.ts'
import { useSend } from './send.ts'

type Substances = ReturnType<typeof hc<ApiType>>['api']['substances']
const at = '/api/substances'

export type Book = InferResponseType<Substances['book']['$get']>
export type BookLine = Book['lines'][number]
export type SafeVial = Book['vials'][number]
export type Discrepancy = Book['discrepancies'][number]
export type OpenCount = InferResponseType<Substances['count']['$get']>
export type Receipt = InferRequestType<Substances['receipts']['$post']>['json']

const book = { refreshes: [at] }

/** The drug book of a day, or of today. */
export const useBook = (day?: string): Book => useLoad<Book>(`${at}/book${day ? `?day=${day}` : ''}`, { live: ['any'] })
export const useReceiveVials = (onDone: () => void) => useSend<Receipt>('POST', `${at}/receipts`, { ...book, onDone })
export const useCorrectLine = (id: string, onDone: () => void) =>
  useSend<{ ml: string; mg: string; note: string; proof: string }>('POST', `${at}/lines/${id}/correct`, { ...book, onDone })
export const useEmptyVial = (id: string, onDone: () => void) =>
  useSend<{ way: 'wasted' | 'returned'; note: string; proof: string }>('POST', `${at}/vials/${id}/empty`, { ...book, onDone })

export const useCount = (): OpenCount =>
  useLoad<OpenCount>(`${at}/count`, { live: ['open-count', 'enter-count', 'call-off-count'] })
export const useOpenCount = () => useSend<object>('POST', `${at}/count`, book)
export const useEnterCount = (id: string) =>
  useSend<{ sealed: number; opened: { vialId: string; ml: string }[] }>('POST', `${at}/count/${id}/entries`, book)
export const useCallOffCount = (id: string) => useSend<object>('POST', `${at}/count/${id}/call-off`, book)
export const useOwnDiscrepancy = (id: string) => useSend<object>('POST', `${at}/discrepancies/${id}/own`, book)
export const useCloseDiscrepancy = (id: string) => useSend<{ action: string }>('POST', `${at}/discrepancies/${id}/close`, book)
