import * as words from '@dripline/clinical/words/bets'
import { useState } from 'react'
import { useReader } from '../../data/reader.ts'
import styles from '../explore.module.css'
import { Setting } from '../setting.tsx'
import { useSays } from '../use-says.ts'
import type { SureNumbers } from './numbers.ts'
import { resultFor, Sure } from './still.tsx'
import own from './sure.module.css'

/** Turn how many people a trial has, see how much it leaves open. */
export default function SurePlay({ numbers }: { numbers: SureNumbers }) {
  const to = useReader()
  const { sizes, by } = numbers
  const [people, setPeople] = useState(3 * by)
  const size = sizes.find((each) => each.people === people) ?? sizes[0]
  useSays(size ? resultFor(to, numbers, size) : '')
  if (!size) return null
  const [least, most] = [sizes[0]?.people ?? 0, sizes.at(-1)?.people ?? 0]
  const shown = (count: number) => words.sureShown(to, { people: count })
  return (
    <div className={`${styles.side} ${own.sure}`}>
      <Sure numbers={numbers} size={size}>
        <Setting
          label={words.sureSize(to)}
          shown={shown(people)}
          says={words.sureSays(to, size)}
          least={least}
          most={most}
          by={by}
          value={people}
          onTurn={setPeople}
          ends={[shown(least), shown(most)]}
        />
      </Sure>
    </div>
  )
}
