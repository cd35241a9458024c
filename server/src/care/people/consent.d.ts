/** Whether a signed consent no longer holds: the text has changed since, or it was signed too long ago. */
export declare const isConsentStale: ({ version, signedAt }: {
    version: string;
    signedAt: Date;
}, now: Date) => boolean;
