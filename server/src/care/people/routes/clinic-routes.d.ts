import { type Variables } from '../../../platform/allow.ts';
/** The clinic's own settings: everybody reads them, owners change them. */
export declare const clinicRoutes: import("hono/hono-base").HonoBase<{
    Variables: Variables;
}, {
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
}, "/", "/mailbox">;
