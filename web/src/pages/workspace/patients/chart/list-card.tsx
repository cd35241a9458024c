import { useState } from 'react'
import type { ChartData, ListName } from '../../../../data/chart.ts'
import { holds, usePageData } from '../../../../data/page-data.ts'
import { Button, Card, Line, Lines, Stack, StatusMark, TextAct, Time } from '../../../../ui/index.tsx'
import { EntryForm } from './entry-form.tsx'
import { StrikeForm } from './strike-form.tsx'

type Entry<L extends ListName> = ChartData['lists'][L][number]
type AnyEntry = Entry<ListName>

const titles: Readonly<Record<ListName, string>> = {
  problems: 'Problems',
  medicines: 'Medicines',
  allergies: 'Allergies',
  notes: 'Notes',
}
const empty: Readonly<Record<ListName, string>> = {
  problems: 'None listed.',
  medicines: 'Not asked yet.',
  allergies: 'Not asked yet.',
  notes: 'No notes.',
}

type ListCardProps = { list: ListName; chart: ChartData; isClosed: boolean }

/** One list of a chart: what stands, what was struck with its reason, and the ways to add, change and strike. */
export function ListCard({ list, chart: { lists, person }, isClosed }: ListCardProps) {
  const { user } = usePageData().frame
  const isClinician = holds(user, 'prescriber', 'nurse')
  const [open, setOpen] = useState<{ entry: AnyEntry | null; act: 'write' | 'strike' } | null>(null)
  const entries = lists[list] as readonly AnyEntry[]
  const standing = entries.filter(({ struckReason }) => struckReason === null)
  const mayWrite = !isClosed && (isClinician || list !== 'problems')
  const mayStrike = !isClosed && isClinician
  const close = () => setOpen(null)
  return (
    <div id={list}>
      <Card
        title={titles[list]}
        note={noteOf(list, lists.medicines, standing.length)}
        aside={
          mayWrite &&
          !open && (
            <Button kind="second" onClick={() => setOpen({ entry: null, act: 'write' })}>
              {list === 'notes' ? 'Write a note' : 'Add'}
            </Button>
          )
        }
      >
        <Stack>
          {open?.act === 'write' && <EntryForm list={list} personId={person.id} entry={open.entry} onDone={close} />}
          {open?.act === 'strike' && open.entry && (
            <StrikeForm list={list} personId={person.id} entry={open.entry} onDone={close} />
          )}
          {entries.length === 0 && <p>{empty[list]}</p>}
          <Lines>
            {entries.map((entry) => (
              <Line key={entry.id} aside={markOf(list, entry)} note={<Note list={list} entry={entry} />}>
                {entry.struckReason === null ? <b>{textOf(entry)}</b> : <s>{textOf(entry)}</s>}
                {entry.struckReason === null && !open && (
                  <>
                    {mayWrite && (
                      <TextAct onClick={() => setOpen({ entry, act: 'write' })} label={`Change ${textOf(entry)}`}>
                        Change
                      </TextAct>
                    )}
                    {mayStrike && (
                      <TextAct onClick={() => setOpen({ entry, act: 'strike' })} label={`Strike ${textOf(entry)}`}>
                        Strike
                      </TextAct>
                    )}
                  </>
                )}
              </Line>
            ))}
          </Lines>
        </Stack>
      </Card>
    </div>
  )
}

const textOf = (entry: AnyEntry) => ('kind' in entry && entry.kind === 'none known' ? 'None known' : entry.text)

const noteOf = (list: ListName, medicines: ChartData['lists']['medicines'], standing: number) => {
  if (list !== 'medicines') return standing > 0 ? String(standing) : undefined
  const asked = medicines.filter(({ struckReason, status }) => struckReason === null && status !== 'stopped')
  const checked = asked.filter(({ checkedAt }) => checkedAt !== null).length
  return asked.length === 0 ? undefined : `${checked} checked, ${asked.length - checked} not`
}

const markOf = (list: ListName, entry: AnyEntry) => {
  if (list !== 'medicines' || !('checkedAt' in entry) || entry.struckReason !== null) return null
  if (entry.status === 'stopped') return <span>stopped</span>
  return entry.checkedAt ? (
    <span>
      <StatusMark status="clear" word="checked" /> <Time at={entry.checkedAt} form="short day" />
    </span>
  ) : (
    <StatusMark status="caution" word="not checked" />
  )
}

const Note = ({ entry }: { list: ListName; entry: AnyEntry }) => {
  const said = [
    entry.struckReason === null ? null : `struck: ${entry.struckReason}`,
    'dose' in entry ? entry.dose : null,
    'reaction' in entry ? entry.reaction : null,
    'since' in entry && entry.since ? `since ${entry.since}` : null,
    entry.code,
    entry.note,
  ].filter(Boolean)
  return (
    <>
      {said.length > 0 && `${said.join('; ')} · `}
      {entry.by ?? 'from the earlier chart'}, <Time at={entry.enteredAt} form="full day" />
    </>
  )
}
