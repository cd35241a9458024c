import { useState } from 'react'
import { useDefaults } from '../../data/people.ts'
import { Button, Card, Columns, Page, Stack, StatusShape } from '../../ui/index.tsx'
import { Approval } from './defaults/approval.tsx'
import styles from './defaults/defaults.module.css'
import { GroupTable } from './defaults/group-table.tsx'
import { counted, type Group, groupsOf, isChanged } from './defaults/groups.ts'

export const page = {
  path: '/defaults',
  for: ['owner', 'prescriber', 'nurse'],
  mood: 'work',
  title: 'Clinical defaults',
  skeleton: 'table',
} as const

/** Every value the clinic works by, with its source and what changed since it was approved; a prescriber approves by group. */
export default function Defaults() {
  const groups = groupsOf(useDefaults())
  const [chosen, setChosen] = useState<string | null>(null)
  const group = groups.find(({ name }) => name === chosen) ?? groups[0]
  if (!group) return null
  const waiting = groups.filter((each) => each.waiting.length > 0).length
  return (
    <Page
      title={
        waiting === 0
          ? 'All clinical defaults are approved'
          : `${counted(waiting, 'group waits', 'groups wait')} for a prescriber`
      }
      lead="Clinical defaults; a change takes effect once a prescriber approves it."
      aside={
        <Button kind="second" onClick={() => window.print()}>
          Print for the file
        </Button>
      }
    >
      <Columns kind="three">
        <Groups groups={groups} chosen={group.name} onChoose={setChosen} />
        <GroupTable key={group.name} group={group} />
        <Stack>
          <Approval key={group.name} group={group} />
        </Stack>
      </Columns>
    </Page>
  )
}

type GroupsProps = { groups: readonly Group[]; chosen: string; onChoose: (name: string) => void }

const Groups = ({ groups, chosen, onChoose }: GroupsProps) => (
  <Card title="Groups" note={`${groups.reduce((sum, { rows }) => sum + rows.length, 0)} values, all here`}>
    <ul className={styles.groups}>
      {groups.map((group) => (
        <li key={group.name}>
          <button
            type="button"
            {...(group.name === chosen ? { 'aria-current': 'true' as const } : {})}
            onClick={() => onChoose(group.name)}
          >
            <StatusShape status={group.waiting.length > 0 ? 'caution' : 'clear'} size={18} />
            <b>{group.name}</b>
            <small>{standing(group)}</small>
          </button>
        </li>
      ))}
    </ul>
  </Card>
)

const standing = ({ rows, waiting }: Group) => {
  const values = counted(rows.length, 'value')
  if (waiting.length === 0) return `${values}, approved`
  const changed = rows.filter(isChanged).length
  return `${values}, ${changed === rows.length ? 'new' : `${changed} changed`}`
}
