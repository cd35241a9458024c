import { z } from 'zod'
import { asked } from '../words/asked.ts'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

/** What zod would say of a fault, as ours: no type names, no "expected", no path. A shape's own words come first. */
export function plainWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? asked('answer-missing') : asked('kind-of-value', { kind: issue.expected })
    case 'too_big':
      return asked('at-most-size', { of: issue.origin, most: Number(issue.maximum) })
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? asked('answer-missing')
        : asked('at-least-size', { of: issue.origin, least: Number(issue.minimum) })
    case 'invalid_format':
      return asked('written-as', { format: issue.format })
    case 'invalid_value':
      return asked('one-of-values', { values: issue.values.map(String) })
    case 'not_multiple_of':
      return asked('multiple-of', { divisor: Number(issue.divisor) })
    case 'unrecognized_keys':
      return asked('not-asked-here')
    default:
      return asked('something-readable')
  }
}

z.config({ customError: plainWords })
