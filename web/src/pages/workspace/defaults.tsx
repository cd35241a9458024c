import { useState } from 'react'
import { holds, usePageData } from '../../data/page-data.ts'
import { type Default, useApproveDefaults, useDefaults } from '../../data/people.ts'
import { Act, AskOnce, Card, Columns, FormProblems, Page, Stack, StatusMark, Table, Time } from '../../ui/index.tsx'

export const page = {
  path: '/defaults',
  for: ['owner', 'prescriber', 'nurse'],
  mood: 'work',
  title: 'Clinical defaults',
  skeleton: 'table',
} as const

const kinds: Readonly<Record<Default['kind'], string>> = {
  rule: 'Screening rules',
  protocol: 'Protocols',
  threshold: 'Thresholds of charted values',
  questionnaire: 'Questionnaires',
  consent: 'Consent text',
  claim: 'Public claims',
  drug: 'Drugs',
}

/** Every definition the clinic works by, with its source; drafts until a prescriber approves this version of each. */
export default function Defaults() {
  const defaults = useDefaults()
  const waiting = defaults.filter(({ approved }) => approved === null)
  const title =
    waiting.length === 0 ? 'All clinical defaults are approved' : `${waiting.length} clinical defaults wait for a prescriber`
  return (
    <Page
      title={title}
      lead="Proposed means: ours, not from a source. A changed file is a new version and asks for a new approval."
    >
      <Columns kind="side">
        <Stack>
          {Object.entries(kinds).map(([kind, heading]) => (
            <Kind key={kind} heading={heading} list={defaults.filter((each) => each.kind === kind)} />
          ))}
        </Stack>
        <Approval waiting={waiting} />
      </Columns>
    </Page>
  )
}

const Kind = ({ heading, list }: { heading: string; list: readonly Default[] }) =>
  list.length > 0 && (
    <Card title={heading} note={`${list.length}`} flush>
      <Table caption={heading} head={['What', 'Who says so', 'Approved']}>
        {list.map(({ id, title, version, basis, source, approved, versionBefore }) => (
          <tr key={id}>
            <th scope="row">
              {title}
              <small>
                {id}, version {version}
              </small>
            </th>
            <td>
              {basis === 'proposed' ? 'Proposed. ' : ''}
              {source}
            </td>
            <td>
              {approved ? (
                <>
                  <StatusMark status="clear" word="approved" />
                  <small>
                    {approved.by}, <Time at={approved.at} form="day and time" />
                  </small>
                </>
              ) : (
                <StatusMark status="inform" word={versionBefore ? `draft; ${versionBefore} was approved` : 'draft'} />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Card>
  )

function Approval({ waiting }: { waiting: readonly Default[] }) {
  const isPrescriber = holds(usePageData().frame.user, 'prescriber')
  const approve = useApproveDefaults()
  const [isAsking, setAsking] = useState(false)
  const listed = waiting.map(({ kind, id, version }) => ({ kind, id, version }))
  if (waiting.length === 0)
    return (
      <Card title="In force">
        <p>Each order, finding and result keeps the version it was made with.</p>
      </Card>
    )
  return (
    <Card title="To approve" edge="accent">
      <Stack>
        <p>
          Read them on the left. Your approval says that this clinic works by these {waiting.length} definitions in these
          versions; it is written down with your name.
        </p>
        <p>Until then no plan can be signed.</p>
        <FormProblems problem={approve.problem} advice="Nothing was approved. Load the page again and read what has changed." />
        <Act
          isPending={approve.isSending}
          shut={isPrescriber ? undefined : 'A prescriber does this.'}
          onAct={() => setAsking(true)}
        >
          Approve these {waiting.length}
        </Act>
        <AskOnce
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          status="inform"
          title={`Approve ${waiting.length} clinical defaults?`}
          confirm="I have read them, approve"
          cancel="Not yet"
          isPending={approve.isSending}
          onConfirm={() => {
            setAsking(false)
            approve.send({ listed })
          }}
        >
          <p>
            {waiting.filter(({ basis }) => basis === 'proposed').length} of them are proposed by this software, not taken from a
            source.
          </p>
        </AskOnce>
      </Stack>
    </Card>
  )
}
