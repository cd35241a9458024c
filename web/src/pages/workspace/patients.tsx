import { useState } from 'react'
import { type ListAsked, peopleFile, usePeople } from '../../data/chart.ts'
import { holds, usePageData } from '../../data/page-data.ts'
import { Button, Card, filterOf, Link, Listing, Page, SelectField, useAsked } from '../../ui/index.tsx'
import { AddPerson } from './patients/add-person.tsx'
import { PeopleTable } from './patients/people-table.tsx'

export const page = {
  path: '/patients',
  for: ['owner', 'prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Patients',
  place: 'Patients',
  skeleton: 'table',
} as const

type Which = NonNullable<ListAsked['which']>
const SIZE = 50
const titles: Readonly<Record<Which, string>> = {
  all: 'Callers and patients',
  caller: 'Callers',
  patient: 'Patients',
  booked: 'With an appointment',
  alerts: 'With an open alert',
}
const words: Readonly<Record<Which, string>> = {
  all: 'Everyone',
  caller: 'Callers',
  patient: 'Patients',
  booked: 'Booked',
  alerts: 'Open alert',
}

type Asked = { [Name in 'which' | 'sort' | 'isTurned' | 'page' | 'text']: NonNullable<ListAsked[Name]> }
const first: Asked = { which: 'all', sort: 'since', isTurned: false, page: 1, text: '' }

const kinds = ['all', 'caller', 'patient', 'booked', 'alerts'] as const
const sortKeys = ['since', 'name', 'next'] as const
const sorts = [
  { value: 'since', label: 'Newest first' },
  { value: 'since turned', label: 'Oldest first' },
  { value: 'name', label: 'Name, A to Z' },
  { value: 'name turned', label: 'Name, Z to A' },
  { value: 'next', label: 'Next appointment first' },
]
const sortOf = (value: string) => ({
  sort: value.split(' ')[0] as NonNullable<ListAsked['sort']>,
  isTurned: value.endsWith('turned'),
})

const noMatch = {
  icon: 'phone',
  title: 'No match',
  says: 'Try fewer letters, a phone number, or a birth date like 11/23/1992.',
} as const
const nobodyYet = {
  icon: 'phone',
  title: 'No one here yet',
  says: 'People who book a call on the public page are added automatically.',
} as const

/** Everybody the clinic knows, by pages, with what happens next with each. */
export default function Patients() {
  const { user } = usePageData().frame
  const { asked, ask } = useAsked<Asked>(first, { which: kinds, sort: sortKeys, isTurned: [true, false] })
  const [isAdding, setAdding] = useState(false)
  const { which } = asked
  const { list } = usePeople({ ...asked, size: SIZE })
  return (
    <Page
      title={titles[which]}
      lead="A caller is a patient once a prescriber accepts."
      aside={
        holds(user, 'prescriber', 'nurse', 'front desk') &&
        !isAdding && (
          <Button icon="plus" keyHint="n" onClick={() => setAdding(true)}>
            Add a caller
          </Button>
        )
      }
    >
      {isAdding && <AddPerson onDone={() => setAdding(false)} />}
      <Listing
        filters={[
          filterOf({
            name: 'which',
            label: 'Show',
            value: which,
            onChange: (value) => ask({ which: value }),
            options: kinds.map((value) => ({ value, label: list ? `${words[value]} ${list.counts[value]}` : words[value] })),
          }),
        ]}
        search={{ text: asked.text, onText: (text) => ask({ text }), readAs: list?.readAs, isNear: list?.isNear ?? false }}
        beside={
          <>
            <SelectField
              name="sort"
              label="Sort by"
              value={`${asked.sort}${asked.isTurned ? ' turned' : ''}`}
              onChange={(value) => ask(sortOf(value))}
              options={sorts}
            />
            {holds(user, 'prescriber', 'nurse', 'front desk') && <Link href="/patients/pairs">Likely pairs</Link>}
          </>
        }
        file={{ href: peopleFile({ which, sort: asked.sort }), name: 'patients.csv' }}
        empty={asked.text ? noMatch : nobodyYet}
        page={asked.page}
        size={SIZE}
        total={list?.total}
        onPage={(page) => ask({ page })}
      >
        {list && list.people.length > 0 && (
          <Card flush>
            <PeopleTable caption={titles[which]} people={list.people} />
          </Card>
        )}
      </Listing>
    </Page>
  )
}
