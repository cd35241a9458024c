import * as words from '@dripline/clinical/words/bets'
import type { ReactNode } from 'react'
import { useReader } from '../../data/reader.ts'
import { Twenty, TwentyRow } from '../../pages/public/articles/twenty.tsx'
import type { SureNumbers } from './numbers.ts'

export const resultFor = (to: ReturnType<typeof useReader>, { value }: SureNumbers, size: SureNumbers['sizes'][number]): string =>
  words.sureResult(to, { value, ...size })

type StillProps = { numbers: SureNumbers; size: SureNumbers['sizes'][number]; children?: ReactNode }

/** Of twenty people, for how many a trial of that size leaves it open. */
export function Sure({ numbers, size, children }: StillProps) {
  const to = useReader()
  const { trial, clinic } = numbers
  return (
    <>
      {children}
      <Twenty label={resultFor(to, numbers, size)} says={words.sureKey(to)}>
        <TwentyRow filled={size.low} doubtful={size.high - size.low} open="person" />
      </Twenty>
      <p>
        <b>{resultFor(to, numbers, size)}</b>
      </p>
      <p>{words.sureHere(to, { trial, clinic })}</p>
      <p>
        <small>{words.sureCaption(to)}</small>
      </p>
    </>
  )
}
