import { charts } from './charts.tsx'
import { courseCharts } from './course-charts.tsx'
import { fields } from './fields.tsx'
import { frames } from './frames.tsx'
import { marks } from './marks.tsx'
import type { Specimen } from './specimen.ts'
import { views } from './views.tsx'

/** What the gallery shows, sheet by sheet. */
export const sheets: readonly { name: string; specimens: readonly Specimen[] }[] = [
  { name: 'marks', specimens: marks },
  { name: 'fields', specimens: fields },
  { name: 'views', specimens: views },
  { name: 'frames', specimens: frames },
  { name: 'charts', specimens: [...charts, ...courseCharts] },
]
