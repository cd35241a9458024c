import { type Variables } from '../../../platform/allow.ts';
/** Callers and patients. */
export declare const personRoutes: import("hono/hono-base").HonoBase<{
    Variables: Variables;
}, {
    "/find": {
        $get: {
            input: {
                query: {
                    q: string;
                };
            };
            output: {
                id: string;
                personId: string;
                name: string;
                detail: string;
            }[];
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/names": {
        $get: {
            input: {
                query: {
                    ids: string;
                };
            };
            output: never[] | {
                name: string;
                personId: string;
            }[];
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/patients": {
        $get: {
            input: {
                query: {
                    which?: "all" | "patient" | "caller" | undefined;
                };
            };
            output: {
                name: string;
                state: string;
                createdAt: string;
                acceptedAt: string | null;
                personId: string;
                openAlerts: number | null;
            }[];
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/patients": {
        $post: {
            input: {
                json: {
                    name: string;
                    email: string;
                    phone: string;
                    state: string;
                    zone: string;
                };
            };
            output: {
                personId: string;
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/patients/:personId": {
        $get: {
            input: {
                param: {
                    personId: string;
                };
            };
            output: {
                person: {
                    name: string;
                    id: string;
                    heightCm: string | null;
                    phone: string;
                    state: string;
                    zone: string;
                    createdAt: string;
                    acceptedAt: string | null;
                    acceptedBy: string | null;
                    allergies: string | null;
                    email: string;
                    mergedInto: string | null;
                    personId: string;
                    dateOfBirth: string | null;
                    sex: "female" | "male" | null;
                };
                mergedInto: {
                    personId: string;
                    name: string;
                } | null;
                merged: {
                    name: string;
                    personId: string;
                }[];
                changes: {
                    before: import("../../../platform/database.generated.ts").JsonPrimitive | import("hono/utils/types").JSONValue[] | {
                        [x: string]: import("../../../platform/database.generated.ts").JsonPrimitive | import("hono/utils/types").JSONValue[] | {
                            [x: string]: import("hono/utils/types").JSONValue | undefined;
                        } | undefined;
                    };
                    personId: string;
                    by: string;
                    changedAt: string;
                }[];
                alerts: {
                    kind: string;
                    cause: string;
                    personId: string;
                    causeId: string;
                    raisedAt: string;
                    id: string;
                    name: string;
                    phone: string;
                    action: import("kysely").ExtractColumnType<import("../../../platform/database.generated.ts").DB & {
                        owner: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
                    } & {
                        closer: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
                    }, "owner" | "alert" | "person" | "closer", "action">;
                    ownedAt: string | null;
                    ownerId: import("kysely").ExtractColumnType<import("../../../platform/database.generated.ts").DB & {
                        owner: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
                    } & {
                        closer: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
                    }, "owner" | "alert" | "person" | "closer", "ownerId">;
                    closedAt: string | null;
                    owner: string | null;
                    closedBy: string | null;
                }[];
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/patients/:personId": {
        $post: {
            input: {
                param: {
                    personId: string;
                };
            } & {
                json: {
                    name?: string | undefined;
                    email?: string | undefined;
                    phone?: string | undefined;
                    state?: string | undefined;
                    zone?: string | undefined;
                    dateOfBirth?: string | null | undefined;
                    sex?: "female" | "male" | null | undefined;
                    heightCm?: string | null | undefined;
                    allergies?: string | null | undefined;
                };
            };
            output: {
                personId: string;
                changed: ("name" | "sex" | "dateOfBirth" | "heightCm" | "phone" | "state" | "zone" | "allergies" | "email")[];
                name?: string | undefined;
                id?: string | undefined;
                heightCm?: string | null | undefined;
                phone?: string | undefined;
                state?: string | undefined;
                zone?: string | undefined;
                createdAt?: string | undefined;
                acceptedAt?: string | null | undefined;
                acceptedBy?: string | null | undefined;
                allergies?: string | null | undefined;
                email?: string | undefined;
                mergedInto?: string | null | undefined;
                dateOfBirth?: string | null | undefined;
                sex?: "female" | "male" | null | undefined;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/patients/:personId/merge": {
        $post: {
            input: {
                param: {
                    personId: string;
                };
            } & {
                json: {
                    intoId: string;
                };
            };
            output: {
                personId: string;
                merged: {
                    personId: string;
                };
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
}, "/", "/patients/:personId/merge">;
