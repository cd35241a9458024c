import type { ListedDrug } from '../../../../data/drugs.ts'
import { Tick } from '../../../../ui/index.tsx'

type AllergyTicksProps = {
  allergy: ListedDrug['allergy'] | undefined
  say: (words: string) => string
  read: readonly string[]
  onRead: (read: readonly string[]) => void
}

/** Allergies in words that no family of drugs knows: each is read by a person before the drug is given. */
export const AllergyTicks = ({ allergy, say, read, onRead }: AllergyTicksProps) =>
  allergy?.kind === 'unread' &&
  allergy.words.map((words) => (
    <Tick
      key={words}
      name={`read-${words}`}
      label={say(words)}
      checked={read.includes(words)}
      onChange={(isRead) => onRead(isRead ? [...read, words] : read.filter((each) => each !== words))}
    />
  ))
