import type { ReactNode } from 'react'
import { Card } from './card.tsx'
import { Choice, type Option } from './choices.tsx'
import { TextField } from './fields.tsx'
import type { IconName } from './icons.tsx'
import { Link } from './link.tsx'
import { Row, Stack } from './page.tsx'
import { Pager } from './pager.tsx'
import { Empty } from './states.tsx'

/** A filter whose choices are of one type: what is chosen is one of them. */
export const filterOf = <V extends string>({
  onChange,
  ...filter
}: Omit<Filter, 'onChange' | 'options'> & TypedChoices<V>): Filter => ({
  ...filter,
  onChange: (value) => {
    const chosen = filter.options.find((option) => option.value === value)
    if (chosen) onChange(chosen.value)
  },
})

type TypedChoices<V extends string> = { onChange: (value: V) => void; options: readonly Option<V>[] }
type Filter = { name: string; label: string; value: string; onChange: (value: string) => void; options: readonly Option[] }

type ListingProps = {
  filters: readonly Filter[]
  /** What is looked for by name, phone, email or birth date, and how it was read. */
  search?: { text: string; onText: (text: string) => void; readAs?: string | null | undefined; isNear?: boolean }
  /** Where all of it is had as a file, and what the file is called. */
  file?: { href: string; name: string }
  /** More that stands beside the search. */
  beside?: ReactNode
  /** Said in the place of an empty list. */
  empty: { icon: IconName; title?: string; says: string }
  page: number
  size: number
  /** How many there are; undefined until that is known. */
  total: number | undefined
  onPage: (page: number) => void
  children: ReactNode
}

/** A list that is filtered, searched and read by pages: its keys over it, where one stands in it under it, and words where nothing is. */
export function Listing({ filters, search, file, beside, empty, page, size, total, onPage, children }: ListingProps) {
  const hint = search?.readAs
    ? `Read as ${search.readAs}.`
    : search?.isNear && total !== 0 && 'No exact match; close ones are listed.'
  const more = (
    <>
      {beside}
      {file && (
        <Link href={file.href} download={file.name}>
          Export as CSV
        </Link>
      )}
    </>
  )
  return (
    <Stack>
      <Row>
        {filters.map((filter) => (
          <Choice key={filter.name} look="keys" {...filter} />
        ))}
        {!search && more}
      </Row>
      {search && (
        <Row>
          <TextField
            name="list-text"
            type="search"
            label="Name, phone, email, or birth date"
            value={search.text}
            onChange={search.onText}
            hint={hint}
          />
          {more}
        </Row>
      )}
      {total === 0 && (
        <Card>
          <Empty icon={empty.icon} {...(empty.title && { title: empty.title })}>
            {empty.says}
          </Empty>
        </Card>
      )}
      {children}
      {total !== undefined && total > 0 && <Pager page={page} size={size} total={total} onPage={onPage} />}
    </Stack>
  )
}
