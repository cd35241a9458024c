import { type Variables } from '../../platform/allow.ts';
/** The controlled-drug book. */
export declare const substances: import("hono/hono-base").HonoBase<{
    Variables: Variables;
}, {
    "/book": {
        $get: {
            input: {
                query: {
                    day?: string | undefined;
                };
            };
            output: {
                day: string;
                today: string;
                carriedMl: string;
                lines: {
                    balanceMl: string | null;
                    at: string;
                    id: string;
                    kind: string;
                    note: string | null;
                    enteredAt: string;
                    sessionId: string | null;
                    personId: string | null;
                    correctsId: string | null;
                    volumeMl: string;
                    lot: string;
                    mgPerMl: string;
                    vial: string;
                    by: string;
                    witness: string | null;
                    correctedAt: string | null;
                    correctedBy: string | null;
                    correctionNote: string | null;
                    expiresOn: string;
                    ml: string;
                    mg: string;
                }[];
                vials: {
                    isSealed: boolean;
                    drug: string;
                    volumeMl: string;
                    lot: string;
                    mgPerMl: string;
                    number: string;
                    id: string;
                    expiresOn: string;
                    ml: string;
                    openedAt: string | null;
                }[];
                balanceMl: string;
                openInSessions: {
                    sessionId: string | null;
                    personId: string | null;
                    mg: string;
                }[];
                lastCount: {
                    at: string | null;
                    isAgreed: boolean;
                    by: string[];
                } | null;
                discrepancies: {
                    ownerId: string;
                    openedAt: string;
                    vial: string | null;
                    id: string;
                    owner: string;
                    book: string;
                    counted: string;
                }[];
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/vials": {
        $get: {
            input: {};
            output: {
                isSealed: boolean;
                drug: string;
                volumeMl: string;
                lot: string;
                mgPerMl: string;
                number: string;
                id: string;
                expiresOn: string;
                ml: string;
                openedAt: string | null;
            }[];
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/receipts": {
        $post: {
            input: {
                json: {
                    drug: string;
                    lot: string;
                    mgPerMl: string;
                    volumeMl: string;
                    expiresOn: string;
                    vials: number;
                    invoice: string;
                    proof: string;
                };
            };
            output: {
                proofId: string;
                received: {
                    vialId: string;
                    number: string;
                }[];
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/lines/:lineId/correct": {
        $post: {
            input: {
                param: {
                    lineId: string;
                };
            } & {
                json: {
                    ml: string;
                    mg: string;
                    note: string;
                    proof: string;
                };
            };
            output: {
                personId?: string | undefined;
                lineId: string;
                correctsId: string;
                vialId: string;
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/vials/:vialId/empty": {
        $post: {
            input: {
                param: {
                    vialId: string;
                };
            } & {
                json: {
                    way: "wasted" | "returned";
                    note: string;
                    proof: string;
                };
            };
            output: {
                vialId: string;
                proofId: string;
                ml: string;
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/count": {
        $get: {
            input: {};
            output: {
                id: string;
                openedAt: string;
                entered: {
                    staffId: string;
                    name: string;
                }[];
                opened: {
                    vialId: string;
                    number: string;
                }[];
                own: {
                    sealed: number;
                    opened: {
                        vialId: string;
                        ml: string;
                    }[];
                } | null;
            } | null;
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/count": {
        $post: {
            input: {};
            output: {
                countId: string;
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/count/:countId/entries": {
        $post: {
            input: {
                param: {
                    countId: string;
                };
            } & {
                json: {
                    sealed: number;
                    opened: {
                        vialId: string;
                        ml: string;
                    }[];
                };
            };
            output: {
                countId: string;
                isClosed: boolean;
                isAgreed: null;
            } | {
                countId: string;
                isClosed: boolean;
                isAgreed: boolean;
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/count/:countId/call-off": {
        $post: {
            input: {
                param: {
                    countId: string;
                };
            };
            output: {
                countId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/discrepancies/:discrepancyId/own": {
        $post: {
            input: {
                param: {
                    discrepancyId: string;
                };
            };
            output: {
                discrepancyId: string;
                ownerId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/discrepancies/:discrepancyId/close": {
        $post: {
            input: {
                param: {
                    discrepancyId: string;
                };
            } & {
                json: {
                    action: string;
                };
            };
            output: {
                discrepancyId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
}, "/", "/discrepancies/:discrepancyId/close">;
