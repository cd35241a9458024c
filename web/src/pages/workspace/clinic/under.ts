import { ProblemError } from '../../../data/api.ts'

/** The same problem, its fields named after their own form: two forms of one page may both have a `name`. */
export const under = (form: string, problem: ProblemError | null): ProblemError | null =>
  problem &&
  new ProblemError(problem.status, {
    code: problem.code,
    detail: problem.message,
    about: problem.about,
    fresh: problem.fresh,
    faults: problem.faults.map((fault) => ({ ...fault, field: `${form}.${fault.field}` })),
  })
