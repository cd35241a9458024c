import { useMemo } from 'react'
import { Phq9Course } from '../../../charts/phq-9-course.tsx'
import { ReliefCourse as ReliefChart } from '../../../charts/relief-course.tsx'
import type { ReliefCourse } from '../../../data/outcomes.ts'
import { expectedPain } from '../../../data/relief-curve.ts'
import { Card, Columns, Stack } from '../../../ui/index.tsx'
import { Answers } from './answers.tsx'
import { MarksCaption, ModelCaption, responderWords } from './captions.tsx'
import { moodsOf, scoreCourse } from './score-course-of.ts'
import { Verdict } from './verdict.tsx'

type CourseProps = { course: ReliefCourse; now: string; hasEarlier: boolean }

/** One course: its picture, whether there was a response, and what was answered. */
export function Course({ course, now, hasEarlier }: CourseProps) {
  const isPain = course.indication === 'pain'
  return (
    <Columns kind="side">
      <Stack>
        {isPain ? <Pain course={course} now={now} hasEarlier={hasEarlier} /> : <Depression course={course} now={now} />}
      </Stack>
      <Stack>
        <Verdict course={course} />
        <Answers course={course} />
      </Stack>
    </Columns>
  )
}

function Pain({ course, now, hasEarlier }: CourseProps) {
  const drawn = scoreCourse(course, now, 'pain')
  const expected = useMemo(() => expectedPain(course, drawn.lastDay), [course, drawn.lastDay])
  const { baseline } = course.outcome.read
  return (
    <Card title="Pain 0 to 10, scores and the estimate from these doses" note="lower is less pain">
      <ReliefChart
        course={drawn}
        before={baseline === null ? null : Number(baseline)}
        expected={expected && { ...expected, ...responderWords }}
        caption={expected ? <ModelCaption course={course} hasEarlier={hasEarlier} /> : <MarksCaption course={course} />}
      />
    </Card>
  )
}

function Depression({ course, now }: Omit<CourseProps, 'hasEarlier'>) {
  const { baseline } = course.outcome.read
  const moods = moodsOf(course)
  return (
    <Card title="PHQ-9 total, 0 to 27" note="lower is better">
      <Phq9Course
        course={scoreCourse(course, now, 'total')}
        before={baseline === null ? null : Number(baseline)}
        caption={
          <>
            Scores only. Relief of depression does not follow the concentration of the drug, so nothing is drawn from the doses.
            Half of the total before or less at day 28 is a response, under 5 is remission.
            {moods && ` Mood as tapped by the patient, 0 to 10, latest first: ${moods}.`}
          </>
        }
      />
    </Card>
  )
}
