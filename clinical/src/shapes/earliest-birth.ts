/** The first year of birth that anybody living can have; who is older than the policy's age is asked back. */
export const earliestBirth = '1900-01-01'
