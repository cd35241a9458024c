/** A ridge with a drop above it. */
export const Logo = ({ size = 26 }: { size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 32 32"
    fill="none"
    stroke="var(--dl-accent)"
    strokeWidth="2.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M3 27c4 0 5-10 9-10 3 0 3 5 5 5s2-7 5-7c4 0 4 12 7 12" />
    <path d="M16 3c2 3 3.2 4.4 3.2 6a3.2 3.2 0 0 1-6.4 0c0-1.6 1.2-3 3.2-6z" fill="var(--dl-accent)" stroke="none" />
  </svg>
)
