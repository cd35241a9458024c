import type { EstimateItem } from '@dripline/clinical'
import { cancelWords, dateWords, dollars, holdsWords, lineWords, type Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/prices'
import { useReader } from '../../data/reader.ts'
import { Notice, PaperLine, PaperPart } from '../../ui/index.tsx'

export type EstimateShown = {
  version: number
  /** The day on which it was made. */
  madeOn: string
  items: readonly EstimateItem[]
  totalUsd: string
  isNewest: boolean
}

const amountOf = (to: Reader, { priceUsd, count }: EstimateItem) =>
  count === 1 ? dollars(to, priceUsd) : words.times(to, { count, price: dollars(to, priceUsd) })

/** A good-faith estimate: each part with its day and price, what it holds, the whole, and what one may do about a bill above it. */
export function EstimateSheet({ version, madeOn, items, totalUsd, isNewest }: EstimateShown) {
  const to = useReader()
  const shown = items.map((item) => ({ ...item, id: item.lineId }))
  return (
    <>
      {!isNewest && <Notice status="caution" title={words.older(to)} />}
      <p>{words.madeOn(to, { version, day: dateWords(to, madeOn) })}</p>
      <PaperPart title={words.parts(to)}>
        <dl>
          {shown.map((item) => (
            <PaperLine
              key={item.appointmentId ?? item.lineId}
              label={`${lineWords(to, item).name}, ${item.serviceOn ? dateWords(to, item.serviceOn) : words.noDay(to)}`}
            >
              <b>{amountOf(to, item)}</b>
            </PaperLine>
          ))}
          <PaperLine label={words.inAll(to)}>
            <b>{dollars(to, totalUsd)}</b>
          </PaperLine>
        </dl>
      </PaperPart>
      <PaperPart title={words.whatItHolds(to)}>
        {shown
          .filter(({ lineId }, i) => shown.findIndex((each) => each.lineId === lineId) === i)
          .map((item) => (
            <p key={item.lineId}>
              {lineWords(to, item).name}: {holdsWords(to, item.holds)} {cancelWords(to, item)}
            </p>
          ))}
      </PaperPart>
      <p>{words.noBill(to)}</p>
    </>
  )
}
