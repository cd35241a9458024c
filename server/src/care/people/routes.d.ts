import type { Variables } from '../../platform/allow.ts';
/** Persons, staff, consent, alerts, the clinic's settings. */
export declare const people: import("hono/hono-base").HonoBase<{
    Variables: Variables;
}, import("hono/types").BlankSchema | import("hono/types").MergeSchemaPath<{
    "/clinic": {
        $get: {
            input: {};
            output: {
                clinic: {
                    name: string;
                    states: string[];
                    zone: string;
                    setUpAt: string | null;
                    simulated: boolean;
                    hours: {
                        readonly [x: string]: readonly (readonly [from: string, to: string])[];
                    };
                    crisisLines: {
                        readonly label: string;
                        readonly action: string;
                        readonly number: string;
                    }[];
                };
                chairs: {
                    name: string;
                    id: string;
                    closedAt: string | null;
                    position: number;
                }[];
                closures: {
                    id: string;
                    reason: string;
                    onDate: string;
                }[];
                mail: "carried" | "mailbox" | "nowhere";
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/clinic": {
        $post: {
            input: {
                json: {
                    name: string;
                    zone: string;
                    states: string[];
                    hours: Partial<Record<"1" | "2" | "3" | "4" | "5" | "6" | "7", [string, string][]>>;
                    crisisLines: {
                        label: string;
                        action: string;
                        number: string;
                    }[];
                };
            };
            output: {
                clinicId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/chairs": {
        $post: {
            input: {
                json: {
                    name: string;
                };
            };
            output: {
                chairId: string;
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/chairs/:chairId": {
        $post: {
            input: {
                param: {
                    chairId: string;
                };
            } & {
                json: {
                    name?: string | undefined;
                    isClosed?: boolean | undefined;
                };
            };
            output: {
                chairId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/closures": {
        $post: {
            input: {
                json: {
                    onDate: string;
                    reason: string;
                };
            };
            output: {
                onDate: string;
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/closures/:closureId/reopen": {
        $post: {
            input: {
                param: {
                    closureId: string;
                };
            };
            output: {
                closureId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/mailbox": {
        $get: {
            input: {};
            output: {
                subject: string | null;
                id: string;
                kind: string;
                body: string | null;
                dueAt: string;
                calendar: string | null;
                droppedAt: string | null;
                recipient: string | null;
                sentAt: string | null;
            }[];
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
}, "/"> | import("hono/types").MergeSchemaPath<{
    "/staff": {
        $get: {
            input: {};
            output: {
                staff: {
                    title: string;
                    closedAt: string | null;
                    email: string;
                    name: string;
                    licensedStates: string[];
                    takesCalls: boolean;
                    id: string;
                    createdAt: string;
                    role: import("../../platform/actor.ts").Role;
                }[];
                invitations: {
                    name: string;
                    id: string;
                    title: string;
                    createdAt: string;
                    acceptedAt: string | null;
                    email: string;
                    licensedStates: string[];
                    takesCalls: boolean;
                    withdrawnAt: string | null;
                    role: import("../../platform/actor.ts").Role;
                    expiresAt: string | null;
                }[];
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/staff/:staffId": {
        $post: {
            input: {
                param: {
                    staffId: string;
                };
            } & {
                json: {
                    title: string;
                    role: "front desk" | "nurse" | "prescriber" | "owner";
                    licensedStates: string[];
                    takesCalls: boolean;
                };
            };
            output: {
                staffId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/invitations": {
        $post: {
            input: {
                json: {
                    title: string;
                    role: "front desk" | "nurse" | "prescriber" | "owner";
                    licensedStates: string[];
                    takesCalls: boolean;
                    name: string;
                    email: string;
                };
            };
            output: {
                invitationId: string;
            };
            outputFormat: "json";
            status: 201;
        };
    };
} & {
    "/invitations/:invitationId/resend": {
        $post: {
            input: {
                param: {
                    invitationId: string;
                };
            };
            output: {
                invitationId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/invitations/:invitationId/withdraw": {
        $post: {
            input: {
                param: {
                    invitationId: string;
                };
            };
            output: {
                invitationId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
}, "/"> | import("hono/types").MergeSchemaPath<{
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
                    before: import("../../platform/database.generated.ts").JsonPrimitive | import("hono/utils/types").JSONValue[] | {
                        [x: string]: import("../../platform/database.generated.ts").JsonPrimitive | import("hono/utils/types").JSONValue[] | {
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
                    action: import("kysely").ExtractColumnType<import("../../platform/database.generated.ts").DB & {
                        owner: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
                    } & {
                        closer: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
                    }, "owner" | "alert" | "person" | "closer", "action">;
                    ownedAt: string | null;
                    ownerId: import("kysely").ExtractColumnType<import("../../platform/database.generated.ts").DB & {
                        owner: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
                    } & {
                        closer: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
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
}, "/"> | import("hono/types").MergeSchemaPath<{
    "/alerts": {
        $get: {
            input: {};
            output: {
                open: {
                    kind: string;
                    cause: string;
                    personId: string;
                    causeId: string;
                    raisedAt: string;
                    id: string;
                    name: string;
                    phone: string;
                    action: import("kysely").ExtractColumnType<import("../../platform/database.generated.ts").DB & {
                        owner: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
                    } & {
                        closer: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
                    }, "owner" | "alert" | "person" | "closer", "action">;
                    ownedAt: string | null;
                    ownerId: import("kysely").ExtractColumnType<import("../../platform/database.generated.ts").DB & {
                        owner: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
                    } & {
                        closer: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
                    }, "owner" | "alert" | "person" | "closer", "ownerId">;
                    closedAt: string | null;
                    owner: string | null;
                    closedBy: string | null;
                }[];
                closed: {
                    kind: string;
                    cause: string;
                    personId: string;
                    causeId: string;
                    raisedAt: string;
                    id: string;
                    name: string;
                    phone: string;
                    action: import("kysely").ExtractColumnType<import("../../platform/database.generated.ts").DB & {
                        owner: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
                    } & {
                        closer: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
                    }, "owner" | "alert" | "person" | "closer", "action">;
                    ownedAt: string | null;
                    ownerId: import("kysely").ExtractColumnType<import("../../platform/database.generated.ts").DB & {
                        owner: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
                    } & {
                        closer: import("kysely").Nullable<import("../../platform/database.generated.ts").Account>;
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
    "/alerts/:alertId/own": {
        $post: {
            input: {
                param: {
                    alertId: string;
                };
            };
            output: {
                alertId: string;
                personId: string;
                ownerId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
} & {
    "/alerts/:alertId/close": {
        $post: {
            input: {
                param: {
                    alertId: string;
                };
            } & {
                json: {
                    action: string;
                };
            };
            output: {
                alertId: string;
                personId: string;
            };
            outputFormat: "json";
            status: import("hono/utils/http-status").ContentfulStatusCode;
        };
    };
}, "/"> | import("hono/types").MergeSchemaPath<{
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
}, "/">, "/", "/">;
