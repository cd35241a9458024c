import { useCrisisLines } from '../../data/crisis-lines.ts'

/** Whom to call now, inside a page that has nothing else to offer. The lines are the clinic's settings. */
export const CrisisLines = () => (
  <p>
    {useCrisisLines().map(({ label, action, number }) => (
      <span key={number}>
        {label}{' '}
        <a href={`tel:${number}`}>
          {action} {number}
        </a>
        .{' '}
      </span>
    ))}
  </p>
)
