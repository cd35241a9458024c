import { type Variables } from '../../../platform/allow.ts';
/** Consents of one person, and the prescriber's word on the clinical defaults. */
export declare const consentRoutes: import("hono/hono-base").HonoBase<{
    Variables: Variables;
}, {
    "/patients/:personId/consents": {
        $get: {
            input: {
                param: {
                    personId: string;
                };
            };
            output: {
                personId: string;
                name: string;
                signed: {
                    isStale: boolean;
                    indication: import("@dripline/clinical").Indication;
                    version: string;
                    personId: string;
                    definitionId: string;
                    signedAt: string;
                    signedName: string;
                    id: string;
                    takenBy: string;
                }[];
                text: {
                    id: string;
                    title: string;
                    version: string;
                    statement: string;
                    teachBack: readonly string[];
                    sections: {
                        pain: {
                            id: string;
                            heading: string;
                            for: import("@dripline/clinical").Indication | "both";
                            paragraphs: readonly string[];
                        }[];
                        depression: {
                            id: string;
                            heading: string;
                            for: import("@dripline/clinical").Indication | "both";
                            paragraphs: readonly string[];
                        }[];
                    };
                };
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/patients/:personId/consents": {
        $post: {
            input: {
                param: {
                    personId: string;
                };
            } & {
                json: {
                    indication: "pain" | "depression";
                    version: string;
                    signedName: string;
                    saidBack: string[];
                };
            };
            output: {
                consentId: string;
                personId: string;
                indication: import("@dripline/clinical").Indication;
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/defaults": {
        $get: {
            input: {};
            output: {
                approved: {
                    by: string;
                    at: string;
                } | null;
                versionBefore: string | null;
                id: string;
                kind: import("@dripline/clinical").DefaultKind;
                version: string;
                title: string;
                basis: import("@dripline/clinical").Basis;
                source: string;
            }[];
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/defaults/approve": {
        $post: {
            input: {
                json: {
                    listed: {
                        kind: string;
                        id: string;
                        version: string;
                    }[];
                };
            };
            output: {
                approved: number;
            };
            outputFormat: "json";
            status: 201;
        };
    };
}, "/", "/defaults/approve">;
