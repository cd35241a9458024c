import type { LineTerms } from '@dripline/clinical'
import { cancelWords, dollars, holdsWords, lineWords, type Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/prices'
import { useReader } from '../../data/reader.ts'
import styles from './prices.module.css'

/** A line with its price, as everybody may know it. */
export type Price = { id: string } & Pick<LineTerms, 'words' | 'minutes' | 'priceUsd' | 'holds' | 'cancelHours' | 'cancelFeeUsd'>

const isPaid = ({ priceUsd }: Price) => priceUsd !== null && Number(priceUsd) > 0

type ListProps = {
  prices: readonly Price[]
  /** One line by itself, as its clinic looks at it. */
  isAlone?: boolean
}

/** The prices in force, each with what it holds and what a late cancellation costs; without any, that the clinic says them on the call. */
export function PriceList({ prices, isAlone = false }: ListProps) {
  const to = useReader()
  if (!isAlone && !prices.some(isPaid)) return <p className={styles.none}>{words.none(to)}</p>
  return (
    <dl className={styles.list}>
      {prices.map((price) => (
        <PriceLine key={price.id} price={price} />
      ))}
    </dl>
  )
}

const amountOf = (to: Reader, price: Price) => {
  if (price.priceUsd === null) return '—'
  return isPaid(price) ? dollars(to, price.priceUsd) : words.free(to)
}

function PriceLine({ price }: { price: Price }) {
  const to = useReader()
  const { name, about } = lineWords(to, price)
  const { minutes, holds } = price
  return (
    <div>
      <dt>{name}</dt>
      <dd className={styles.amount}>{amountOf(to, price)}</dd>
      <dd className={styles.about}>
        {minutes !== null && `${words.minutes(to, { minutes })}. `}
        {about}.{isPaid(price) && ` ${holdsWords(to, holds)} ${cancelWords(to, price)}`}
      </dd>
    </div>
  )
}
