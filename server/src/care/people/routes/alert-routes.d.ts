import { type Variables } from '../../../platform/allow.ts';
/** Alerts, one by one: there is no way to close several at once. */
export declare const alertRoutes: import("hono/hono-base").HonoBase<{
    Variables: Variables;
}, {
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
                closed: {
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
}, "/", "/alerts/:alertId/close">;
